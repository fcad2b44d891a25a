import { IconAlertTriangle } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { Note } from '../ui/Card.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { ScrollArea } from '../ui/ScrollArea.tsx'
import { useCount } from '../ui/use-count.ts'
import type { Import } from './api.ts'

/** What was understood but is worth saying; these rows go in. */
export function WarningsNote({ warnings }: { readonly warnings: NonNullable<Import['summary']>['warnings'] }) {
  const { t } = useTranslation('imports')
  const written = useCount()
  if (warnings.length === 0) return null
  return (
    <Note look="warn" icon={<Glyph icon={IconAlertTriangle} className="text-warn" />}>
      <p className="sr-only">{t('warnings.title')}</p>
      <ScrollArea label={t('warnings.title')} className="max-h-28 overflow-y-auto">
        <ul className="grid gap-1 text-small">
          {warnings.map(({ code, count, firstLine, sentence }) => (
            <li key={code}>
              {sentence}{' '}
              <span className="text-ink2">
                {count === 1
                  ? t('warnings.line', { line: firstLine })
                  : t('warnings.rows', { count, written: written(count), line: firstLine })}
              </span>
            </li>
          ))}
        </ul>
      </ScrollArea>
    </Note>
  )
}
