import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { negate } from '@quittance/core/money/money.ts'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { asMoney } from '../app/wire.ts'
import { TextLink } from '../ui/ButtonLink.tsx'
import { Card } from '../ui/Card.tsx'
import { DateText } from '../ui/DateText.tsx'
import { Figure } from '../ui/Figure.tsx'
import { type KeyValue, KeyValueList } from '../ui/KeyValueList.tsx'
import { Money } from '../ui/Money.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { useLanguage } from '../ui/use-language.ts'
import type { Invoice } from './api.ts'

/** What is left to pay, who owes it since when, and the part already paid. A credit note says what is left to use. */
export function InvoiceSummary({ invoice }: { readonly invoice: Invoice }) {
  const { t } = useTranslation('invoices')
  const language = useLanguage()
  const isCredit = invoice.kind === 'creditNote'
  const shown = (amount: Invoice['total']) => (isCredit ? negate(asMoney(amount)) : asMoney(amount))
  const share = invoice.total.amount === 0 ? 1 : invoice.paid.amount / invoice.total.amount
  const paidWords = isCredit ? t('page.alreadyUsed') : t('page.alreadyPaid')

  return (
    <Card className="px-[18px] pt-3 pb-3.5">
      <div className="flex flex-wrap items-end gap-x-8 gap-y-3">
        <Figure
          label={isCredit ? t('page.creditLeft') : t('page.left')}
          value={<Money of={shown(invoice.amountDue)} />}
          className="[&>div:nth-child(2)]:!text-[1.9375rem]/9.5"
        />
        <KeyValueList layout="stacked" items={useFacts(invoice)} />
      </div>
      <ProgressBar value={share} label={t('page.paidShare')} tone="paid" size="thick" className="mt-3" />
      <div className="mt-1.5 flex flex-wrap justify-between gap-x-4 text-small text-ink2">
        <span className="flex items-center gap-2">
          <span aria-hidden="true" className="size-2 rounded-[2px] bg-paid" />
          {paidWords} {formatMoney(shown(invoice.paid), language)}
        </span>
        <span>
          {t('page.total')} {formatMoney(shown(invoice.total), language)}
        </span>
      </div>
    </Card>
  )
}

function useFacts(invoice: Invoice): readonly KeyValue[] {
  const { t } = useTranslation('invoices')
  const [first] = invoice.items
  const { customer, subject, project, orderReference, paymentTerms } = invoice
  const optional = (key: string, value: string | null) =>
    value
      ? [
          {
            key,
            value: (
              <span title={value} className="line-clamp-2">
                {value}
              </span>
            ),
          },
        ]
      : []
  return [
    {
      key: t('page.customer'),
      value: <TextLink link={{ to: paths.customer, params: { id: String(customer.id) } }}>{customer.name}</TextLink>,
    },
    { key: t('page.issued'), value: <DateText date={asDate(invoice.issueDate)} /> },
    ...(first && invoice.items.length === 1
      ? [
          {
            key: t('page.due'),
            value: (
              <>
                <DateText date={asDate(first.dueDate)} />
                {first.isDueAssumed && (
                  <span className="text-ink3" title={t('page.assumedWhy')}>
                    {' '}
                    {t('page.assumed')}
                  </span>
                )}
              </>
            ),
          },
        ]
      : []),
    ...optional(t('page.subject'), subject),
    ...optional(t('page.project'), project),
    ...optional(t('page.order'), orderReference),
    ...optional(t('page.terms'), paymentTerms),
  ]
}
