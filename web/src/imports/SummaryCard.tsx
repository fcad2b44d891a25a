import { useTranslation } from 'react-i18next'
import { WireSums } from '../app/WireSums.tsx'
import { Card } from '../ui/Card.tsx'
import { Figure } from '../ui/Figure.tsx'
import { useCount } from '../ui/use-count.ts'
import type { Import } from './api.ts'

/** Ready, to fix, new customers, total: what the check found. */
export function SummaryCard({
  summary,
  ledger = null,
}: {
  readonly summary: NonNullable<Import['summary']>
  readonly ledger?: Import['ledger']
}) {
  const { t } = useTranslation('imports')
  const written = useCount()
  const { ready, toFix, newCustomers, customers, changedInvoices, unchangedInvoices } = summary
  const share = ready + toFix === 0 ? 0 : ready / (ready + toFix)
  return (
    <Card padded label={t('summary.title')}>
      <div className="grid grid-cols-2 gap-x-8 gap-y-2 md:flex md:flex-wrap md:gap-x-11">
        <Figure size="m" tone="good" label={t('summary.ready')} value={written(ready)} />
        <Figure size="m" tone={toFix > 0 ? 'late' : 'plain'} label={t('summary.toFix')} value={written(toFix)} />
        {ledger && <Figure size="m" label={t('ledger.payments')} value={written(ledger.payments)} />}
        {customers ? (
          <>
            <Figure size="m" label={t('summary.customersAdded')} value={written(customers.added)} />
            <Figure size="m" label={t('summary.customersChanged')} value={written(customers.changed)} />
            <Figure size="m" label={t('summary.customersSame')} value={written(customers.unchanged)} />
          </>
        ) : (
          <>
            <Figure size="m" label={t('summary.newCustomers')} value={written(newCustomers)} />
            <Figure size="m" label={t('summary.amountDue')} value={<WireSums of={summary.amountDue} />} />
          </>
        )}
      </div>
      <div
        role="img"
        aria-label={t('summary.share', { ready: written(ready), total: written(ready + toFix) })}
        className="mt-2.5 flex h-2 gap-0.5 overflow-hidden rounded-full bg-neutralbg"
      >
        <span className="bg-paid" style={{ width: `${share * 100}%` }} />
        {toFix > 0 && <span className="min-w-2 flex-1 rounded-full bg-a2" />}
      </div>
      {(changedInvoices > 0 || unchangedInvoices > 0) && (
        <p className="pt-2 text-small text-ink2">
          {t('summary.again', {
            added: t('summary.new', { count: summary.newInvoices, written: written(summary.newInvoices) }),
            changed: t('summary.changed', { count: changedInvoices, written: written(changedInvoices) }),
            same: t('summary.same', { count: unchangedInvoices, written: written(unchangedInvoices) }),
          })}
        </p>
      )}
    </Card>
  )
}
