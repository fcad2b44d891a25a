import { IconFileInvoice } from '@tabler/icons-react'
import { GridList, GridListItem } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { asMoney } from '../app/wire.ts'
import { Card, CardFooter, SectionTitle } from '../ui/Card.tsx'
import { cx } from '../ui/class-names.ts'
import { Select } from '../ui/form/Select.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { Money } from '../ui/Money.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { useCount } from '../ui/use-count.ts'
import type { Import } from './api.ts'
import { useReading } from './use-reading.ts'

type Files = NonNullable<Import['files']>

export interface EInvoiceCardProps {
  readonly file: Import
  readonly files: Files
  readonly isDisabled: boolean
}

/** In place of the columns: what was dropped, what it is written as, and what becomes of each file. */
export function EInvoiceCard({ file, files, isDisabled }: EInvoiceCardProps) {
  const { t } = useTranslation('imports')
  const written = useCount()
  const { legalEntities } = useSession()
  const { setFormat } = useReading(file)
  const read = files.invoices + files.creditNotes
  const counts = [
    ...(files.invoices > 0
      ? [t('eInvoices.invoices', { count: files.invoices, written: written(files.invoices) })]
      : []),
    ...(files.creditNotes > 0
      ? [t('eInvoices.creditNotes', { count: files.creditNotes, written: written(files.creditNotes) })]
      : []),
    ...files.forms.map(({ form, count }) => `${form} · ${written(count)}`),
  ]
  return (
    <Card label={t('eInvoices.title')} className="flex min-h-0 flex-col">
      <div className="grid gap-2 px-4 pt-3 pb-2.5">
        <SectionTitle
          end={
            <StatusPill tone={read === files.count ? 'paid' : 'neutral'} icon={IconFileInvoice}>
              {t('eInvoices.read', { count: files.count, read: written(read), written: written(files.count) })}
            </StatusPill>
          }
        >
          {t('eInvoices.title')}
        </SectionTitle>
        <div className="flex flex-wrap items-center gap-1.5">
          {counts.map((words) => (
            <span key={words} className="rounded-pill border border-line2 px-2 py-px text-small text-ink2">
              {words}
            </span>
          ))}
        </div>
        {legalEntities.length > 1 && (
          <Select
            label={t('format.firm')}
            value={String(file.legalEntityId)}
            onChange={(id) => void setFormat({ legalEntityId: Number(id) })}
            options={legalEntities.map(({ id, name }) => ({ value: String(id), label: name }))}
            isDisabled={isDisabled}
          />
        )}
      </div>
      <DroppedFiles files={files} />
      <CardFooter>
        <span>
          {files.attached > 0
            ? t('eInvoices.attached', { count: files.attached, written: written(files.attached) })
            : t('eInvoices.toAttach', { count: files.toAttach, written: written(files.toAttach) })}
        </span>
      </CardFooter>
    </Card>
  )
}

const wrong = new Set(['refused', 'toFix', 'several', 'unknown', 'otherAttached', 'tooLarge'])

/** One line a file, those to look at first. */
export function DroppedFiles({ files }: { readonly files: Files }) {
  const { t } = useTranslation('imports')
  const left = files.count - files.listed.length
  return (
    <>
      <GridList
        aria-label={t('eInvoices.list')}
        className="min-h-0 flex-1 overflow-y-auto max-wide:max-h-96 data-[focus-visible]:ring-focus"
      >
        {files.listed.map(({ position, name, state, sentence, amountDue }) => (
          <GridListItem
            key={position}
            id={position}
            textValue={`${name}, ${sentence}`}
            className="flex items-start gap-2.5 border-t border-line px-4 py-2 data-[focus-visible]:ring-focus"
          >
            <Glyph icon={IconFileInvoice} size={16} className="mt-0.5 text-ink3" />
            <div className="grid min-w-0 flex-1 gap-px">
              <span className="truncate" title={name}>
                {name}
              </span>
              <span className={cx('text-small', wrong.has(state) ? 'font-medium text-warn' : 'text-ink3')}>
                {sentence}
              </span>
            </div>
            {amountDue && (
              <span className="shrink-0 font-medium">
                <Money of={asMoney(amountDue)} />
              </span>
            )}
          </GridListItem>
        ))}
      </GridList>
      {left > 0 && (
        <p className="border-t border-line px-4 py-2 text-small text-ink3">{t('eInvoices.more', { count: left })}</p>
      )}
    </>
  )
}
