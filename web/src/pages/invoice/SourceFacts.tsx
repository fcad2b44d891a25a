import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { sourcesQuery } from '../../imports/source-api.ts'
import { type Invoice, missAgain, noteStillOwed } from '../../invoices/api.ts'
import { Button } from '../../ui/Button.tsx'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { useLanguage } from '../../ui/use-language.ts'

/** What of the source of an invoice is to be checked before it is chased: it vanished, or its source is too old. */
export function SourceFacts({ invoice }: { readonly invoice: Invoice }) {
  const { t } = useTranslation('invoices')
  const language = useLanguage()
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const isOpen = invoice.amountDue.amount !== 0
  const { data } = useQuery({ ...sourcesQuery, enabled: isOpen && invoice.source !== null })
  const source = data?.sources.find(({ id }) => id === invoice.source?.id)
  if (!isOpen) return null
  const dated = (day: string) => formatDate(asDate(day), language)
  const { missing } = invoice
  return (
    <>
      {missing && (
        <div className="mt-3 grid justify-items-start gap-1 border-t border-line pt-2.5 text-small text-ink2">
          <StatusPill tone="warn">{t('missing.title')}</StatusPill>
          <p>{t('missing.lead', { file: missing.file.name, date: dated(missing.since) })}</p>
          <TextLink link={{ to: paths.importedFile, params: { id: String(missing.file.id) } }}>
            {missing.file.name}
          </TextLink>
          <Button
            size="small"
            className="mt-1"
            disabledReason={mayWrite ? undefined : t('noRight')}
            onPress={() =>
              void act({
                work: () => noteStillOwed(invoice.id),
                done: () => t('missing.noted', { number: invoice.number }),
                undo: () => missAgain(invoice.id, missing),
              })
            }
          >
            {t('missing.stillOwed')}
          </Button>
        </div>
      )}
      {source && !source.isFresh && (
        <p className="mt-3 border-t border-line pt-2.5 text-small text-ink2">
          {source.lastGoodOn
            ? t('missing.stale', { name: source.name, date: dated(source.lastGoodOn) })
            : t('missing.never', { name: source.name })}
        </p>
      )}
    </>
  )
}
