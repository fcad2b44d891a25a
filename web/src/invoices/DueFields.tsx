import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { type Currency, money } from '@quittance/core/money/money.ts'
import { IconTrash } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { formatDay } from '../ui/format-day.ts'
import { IconButton } from '../ui/IconButton.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useLanguage } from '../ui/use-language.ts'
import {
  dueBy,
  dueSources,
  type InvoiceDraft,
  restOf,
  rowsOf,
  withOneMore,
  withoutRow,
  withRow,
} from './invoice-draft.ts'

export interface DueFieldsProps {
  readonly draft: InvoiceDraft
  readonly currency: Currency
  /** The terms of the customer, when it has its own. */
  readonly usualTerms: string | null
  readonly onChange: (draft: InvoiceDraft) => void
}

/** When it is to be paid: as usual, by terms of its own, or on dates typed here. */
export function DueFields({ usualTerms, ...props }: DueFieldsProps) {
  const { t } = useTranslation('invoices')
  const { draft, currency, onChange } = props
  const foreseen = useForeseen(draft, currency)
  return (
    <div className="grid grid-cols-1 gap-2">
      <span aria-hidden="true" className="-mb-1 text-table text-ink2">
        {t('add.due.label')}
      </span>
      <SegmentedControl
        label={t('add.due.label')}
        isWide
        value={draft.due}
        onChange={(due) => onChange({ ...draft, due })}
        options={dueSources.map((value) => ({ value, label: t(`add.due.${value}`) }))}
      />
      {draft.due === 'usual' && (
        <p className="text-small text-ink3">
          {usualTerms === null ? t('add.due.firm') : (foreseen(usualTerms) ?? t('add.due.own', { terms: usualTerms }))}
        </p>
      )}
      {draft.due === 'terms' && (
        <TextInput
          label={t('add.due.termsLabel')}
          value={draft.terms}
          onChange={(terms) => onChange({ ...draft, terms })}
          placeholder={t('add.due.termsPlaceholder')}
          description={draft.terms.trim() === '' ? undefined : (foreseen(draft.terms) ?? t('add.due.unclear'))}
        />
      )}
      {draft.due === 'dates' && <DueRows {...props} />}
    </div>
  )
}

/** Says the dates some terms give; undefined when they give none. */
function useForeseen(draft: InvoiceDraft, currency: Currency) {
  const { t } = useTranslation('invoices')
  const language = useLanguage()
  return (terms: string): string | undefined => {
    if (draft.issueDate === null) return undefined
    const lines = dueBy(terms, money(draft.amount ?? 0, currency), draft.issueDate)
    const dates = lines?.map(({ dueDate }) => formatDay(asDate(dueDate), 'numeric', language)).join(' · ')
    return dates && t('add.due.foreseen', { terms, dates })
  }
}

function DueRows({ draft, currency, onChange }: Omit<DueFieldsProps, 'usualTerms'>) {
  const { t } = useTranslation('invoices')
  const language = useLanguage()
  const rows = rowsOf(draft)
  const isSplit = rows.length > 1
  const rest = restOf(draft)
  const amount = formatMoney(money(Math.abs(rest), currency), language)
  return (
    <div className="grid grid-cols-1 gap-1.5">
      {rows.map((row, index) => (
        <div key={place(index)} className="flex items-start gap-2 max-md:flex-wrap">
          <DateInput
            label={t('add.due.date', { position: index + 1 })}
            labelHidden
            className="flex-1 max-md:basis-full"
            value={row.dueDate}
            onChange={(dueDate) => onChange(withRow(draft, index, { dueDate }))}
            toward="future"
          />
          {isSplit && (
            <>
              <AmountInput
                label={t('add.due.amount', { position: index + 1 })}
                labelHidden
                className="flex-1"
                currency={currency}
                value={row.amount === null ? null : money(row.amount, currency)}
                onChange={(next) => onChange(withRow(draft, index, { amount: next?.amount ?? null }))}
              />
              <IconButton
                icon={IconTrash}
                label={t('add.due.remove', { position: index + 1 })}
                onPress={() => onChange(withoutRow(draft, index))}
              />
            </>
          )}
        </div>
      ))}
      <div className="flex items-center justify-between gap-3 text-small">
        <TextButton onPress={() => onChange(withOneMore(draft))}>{t('add.due.more')}</TextButton>
        <span role="status" className="font-medium text-danger">
          {isSplit && rest !== 0 && t(rest > 0 ? 'add.due.missing' : 'add.due.tooMuch', { amount })}
        </span>
      </div>
    </div>
  )
}

const place = (index: number): string => `due ${index + 1}`
