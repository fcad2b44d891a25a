import { IconChevronRight } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Glyph } from '../ui/Glyph.tsx'
import { ScrollArea } from '../ui/ScrollArea.tsx'
import type { Import } from './api.ts'

/** Lines passed over at most: the server keeps no more. */
const mostKept = 100

/** « 3 lignes laissées de côté »: titles and totals around a list of invoices, to be opened. */
export function LeftOut({ file: { format } }: { readonly file: Pick<Import, 'format'> }) {
  const { t } = useTranslation('imports')
  const leftOut = format?.leftOut ?? []
  return (
    <ReadOtherwise
      title={t(leftOut.length < mostKept ? 'otherwise.leftOut' : 'otherwise.leftOutMore', { count: leftOut.length })}
      lines={leftOut.map(({ line, why, text }) => t('otherwise.line', { line, why: t(`otherwise.why.${why}`), text }))}
    />
  )
}

interface ReadOtherwiseProps {
  readonly title: string
  readonly lines: readonly string[]
}

/** What a person need not do anything about: one line, the sentences behind it. */
export function ReadOtherwise({ title, lines }: ReadOtherwiseProps) {
  if (lines.length === 0) return null
  return (
    <details className="group border-t border-line text-small">
      <summary className="flex cursor-pointer list-none items-center gap-1.5 px-4 py-2 text-ink2 hover:text-ink">
        <Glyph icon={IconChevronRight} size={14} className="group-open:rotate-90" />
        {title}
      </summary>
      <ScrollArea label={title} className="max-h-40 overflow-y-auto">
        <ul className="grid gap-1 px-4 pb-2.5 pl-9.5 text-ink2">
          {lines.map((line) => (
            <li key={line} className="break-words">
              {line}
            </li>
          ))}
        </ul>
      </ScrollArea>
    </details>
  )
}
