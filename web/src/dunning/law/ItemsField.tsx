import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { sumByCurrency } from '@quittance/core/money/money.ts'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../../app/wire.ts'
import { SectionTitle } from '../../ui/Card.tsx'
import { Checkbox } from '../../ui/form/Checkbox.tsx'
import { formatDay } from '../../ui/format-day.ts'
import { Money } from '../../ui/Money.tsx'
import { useLanguage } from '../../ui/use-language.ts'
import type { CustomerLaw, InvoiceLaw } from './api.ts'

/** The invoices an act can be about: something is left, and nobody gave them up. */
export const openInvoices = ({ invoices }: Pick<CustomerLaw, 'invoices'>): readonly InvoiceLaw[] =>
  invoices.filter(({ items, writtenOffOn }) => items.length > 0 && writtenOffOn === null)

export const itemsOf = (invoices: readonly InvoiceLaw[], chosen: ReadonlySet<number>): number[] =>
  invoices.filter(({ invoice }) => chosen.has(invoice.id)).flatMap(({ items }) => items)

export interface ItemsFieldProps {
  readonly invoices: readonly InvoiceLaw[]
  readonly chosen: ReadonlySet<number>
  readonly onChange: (chosen: ReadonlySet<number>) => void
}

/** Which invoices, ticked, and what they come to. */
export function ItemsField({ invoices, chosen, onChange }: ItemsFieldProps) {
  const { t } = useTranslation('law')
  const language = useLanguage()
  const total = sumByCurrency(
    invoices.filter(({ invoice }) => chosen.has(invoice.id)).map(({ amountDue }) => asMoney(amountDue)),
  )
  const toggle = (id: number, isChosen: boolean) => {
    const next = new Set(chosen)
    if (isChosen) next.add(id)
    else next.delete(id)
    onChange(next)
  }
  if (invoices.length === 0) return <p className="text-body text-ink2">{t('items.none')}</p>
  return (
    <section aria-label={t('items.label')}>
      <SectionTitle
        level={3}
        className="pb-1.5"
        end={total.map((sum) => <Money key={sum.currency} of={sum} look="strong" />)}
      >
        {t('items.label')}
      </SectionTitle>
      <ul className="max-h-44 divide-y divide-line overflow-y-auto rounded-block border border-line2">
        {invoices.map(({ invoice, dueDate, amountDue }) => (
          <li key={invoice.id} className="flex items-center gap-3 px-3 py-1.5 text-body">
            <Checkbox
              isSelected={chosen.has(invoice.id)}
              onChange={(isChosen) => toggle(invoice.id, isChosen)}
              className="flex-1"
            >
              {invoice.number}{' '}
              <span className="text-small whitespace-nowrap text-ink3">
                {t('items.due', { date: formatDay(asDate(dueDate), 'numeric', language) })}
              </span>
            </Checkbox>
            <Money of={asMoney(amountDue)} />
          </li>
        ))}
      </ul>
    </section>
  )
}
