import { IconArrowBackUp, IconDownload } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { buttonClass } from '../ui/button-look.ts'
import { Card, CardFooter, SectionTitle } from '../ui/Card.tsx'
import { cx } from '../ui/class-names.ts'
import { Glyph } from '../ui/Glyph.tsx'
import { useCount } from '../ui/use-count.ts'
import { useIsMobile } from '../ui/use-media-query.ts'
import type { Import } from './api.ts'
import { refusedRowsAddress } from './api.ts'
import { RefusalItem, RefusalLine } from './RefusalLine.tsx'

export interface RefusalCardProps {
  readonly file: Import
  readonly mayCorrect: boolean
}

const columns = [
  ['line', 'w-[56px]'],
  ['invoice', 'w-[110px]'],
  ['what', ''],
  ['correction', 'w-[142px]'],
] as const
const headClass = 'px-2.5 py-1.5 text-left text-[0.75rem] font-medium text-ink3 first:pl-4 last:pr-4'

/** The rows that do not go in, each with its correction; Enter corrects and goes to the next. */
export function RefusalCard({ file, mayCorrect }: RefusalCardProps) {
  const { t } = useTranslation('imports')
  const { refusals, refusalCount } = file
  const title = t('refusals.title', { count: refusalCount, written: useCount()(refusalCount) })
  const labels = new Map<string, string>(file.fields.map(({ field, label }) => [field, label]))
  labels.set('seller', t('eInvoices.issuer'))
  const isMobile = useIsMobile()
  const download = (
    <a href={refusedRowsAddress(file.id)} download className={buttonClass({ size: 'small' })}>
      <Glyph icon={IconDownload} className="text-ink2" />
      {t('refusals.download')}
    </a>
  )
  const lines = (Line: typeof RefusalItem) =>
    refusals.map((refusal) => (
      <Line
        key={`${refusal.line} ${refusal.field} ${refusal.correction ?? refusal.value}`}
        importId={file.id}
        refusal={refusal}
        fieldLabel={labels.get(refusal.field) ?? refusal.field}
        mayCorrect={mayCorrect}
      />
    ))
  return (
    <Card label={title} className="flex min-h-0 flex-1 flex-col">
      <SectionTitle
        className="px-4 pt-2.5 pb-1"
        note={isMobile ? undefined : t(file.program?.pushedOn ? 'pushed.note' : 'refusals.note')}
        end={isMobile ? undefined : download}
      >
        {title}
      </SectionTitle>
      <div className="min-h-0 flex-1 overflow-auto">
        {isMobile ? (
          <ul aria-label={title}>{lines(RefusalItem)}</ul>
        ) : (
          <table aria-label={title} className="w-full min-w-[600px] table-fixed text-table">
            <thead className="sticky top-0 z-10 bg-surface">
              <tr>
                {columns.map(([column, width]) => (
                  <th key={column} scope="col" className={cx(headClass, width)}>
                    {t(`refusals.${column}`)}
                  </th>
                ))}
                <th scope="col" className={cx(headClass, 'w-[136px]')}>
                  <span className="sr-only">{t('refusals.act')}</span>
                </th>
              </tr>
            </thead>
            <tbody>{lines(RefusalLine)}</tbody>
          </table>
        )}
        {refusals.length < refusalCount && refusals.length >= 500 && (
          <p className="px-4 py-2 text-small text-ink3">{t('refusals.more', { count: refusals.length })}</p>
        )}
      </div>
      {isMobile && <div className="border-t border-line px-4 py-2.5">{download}</div>}
      {file.state !== 'imported' && (
        <CardFooter>
          <Glyph icon={IconArrowBackUp} />
          {t('undo.promise')}
        </CardFooter>
      )}
    </Card>
  )
}
