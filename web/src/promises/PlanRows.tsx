import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type Money as Amount, money } from '@quittance/core/money/money.ts'
import { isTooFar } from '@quittance/core/promises/furthest-day.ts'
import { useTranslation } from 'react-i18next'
import { SectionTitle } from '../ui/Card.tsx'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { Money } from '../ui/Money.tsx'
import { type PlanDraft, restOf, rowsOf, withRow } from './plan-draft.ts'

export interface PlanRowsProps {
  readonly draft: PlanDraft
  readonly total: Amount
  readonly today: CalendarDate
  readonly onChange: (draft: PlanDraft) => void
}

/** Each date and its amount, to change by hand until they come to the total. */
export function PlanRows({ draft, total, today, onChange }: PlanRowsProps) {
  const { t } = useTranslation('promises')
  const rows = rowsOf(draft, total)
  const rest = restOf(rows, total)
  const words = rest.amount === 0 ? 'plan.addsUp' : rest.amount > 0 ? 'plan.missing' : 'plan.tooMuch'
  return (
    <section aria-label={t('plan.rows')}>
      <SectionTitle level={3} className="pb-1.5">
        {t('plan.rows')}
      </SectionTitle>
      <ol className="grid gap-1.5 rounded-t-block border border-line2 p-2">
        {rows.map(({ dueOn, amount }, index) => (
          <li key={place(index)} className="grid grid-cols-[5fr_4fr] gap-2">
            <DateInput
              label={t('plan.date', { position: index + 1 })}
              labelHidden
              size="small"
              value={dueOn}
              onChange={(next) => onChange(withRow(draft, total, index, { dueOn: next }))}
              toward="future"
              error={
                dueOn === null
                  ? undefined
                  : dueOn < today
                    ? t('notPast')
                    : isTooFar('plan', dueOn, today)
                      ? t('tooFar')
                      : undefined
              }
            />
            <AmountInput
              label={t('plan.amount', { position: index + 1 })}
              labelHidden
              size="small"
              value={amount === null ? null : money(amount, total.currency)}
              currency={total.currency}
              onChange={(next) => onChange(withRow(draft, total, index, { amount: next?.amount ?? null }))}
            />
          </li>
        ))}
      </ol>
      <p className="flex justify-between rounded-b-block border border-t-0 border-line2 bg-sunken px-3 py-2 text-body text-ink2">
        {t(words)}
        <span role="status" className={rest.amount === 0 ? 'font-semibold text-paid' : 'font-semibold text-danger'}>
          <Money of={rest.amount === 0 ? total : money(Math.abs(rest.amount), rest.currency)} />
        </span>
      </p>
    </section>
  )
}

const place = (index: number): string => `date ${index + 1}`
