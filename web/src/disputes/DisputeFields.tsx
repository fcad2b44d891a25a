import { disputeReasons } from '@quittance/core/disputes/dispute-reason.ts'
import type { Money } from '@quittance/core/money/money.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { peopleQuery } from '../people/api.ts'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { Select } from '../ui/form/Select.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import { useToday } from '../ui/today.ts'
import { categoriesQuery } from './api.ts'
import { type DisputeDraft, nobody } from './dispute-draft.ts'

export interface DisputeFieldsProps {
  readonly draft: DisputeDraft
  readonly onChange: (draft: DisputeDraft) => void
  /** What is left of the only invoice it is about; null where there are several. */
  readonly left: Money | null
  readonly isTooMuch: boolean
}

/** What the customer reports, how much of it, who follows it and until when, in their words. */
export function DisputeFields({ draft, onChange, left, isTooMuch }: DisputeFieldsProps) {
  const { t } = useTranslation('disputes')
  const categories = useQuery(categoriesQuery).data ?? []
  const people = (useQuery(peopleQuery).data ?? []).filter(({ isActive }) => isActive)
  const today = useToday()
  const change = (part: Partial<DisputeDraft>) => onChange({ ...draft, ...part })
  return (
    <>
      <Select
        label={t('reason')}
        value={draft.reason}
        onChange={(reason) => change({ reason })}
        placeholder={t('choose')}
        options={[
          ...disputeReasons.map((value): { value: string; label: string } => ({ value, label: t(`name.${value}`) })),
          ...categories.map(({ id, name }) => ({ value: `category-${id}`, label: name })),
        ]}
      />
      {left !== null && (
        <ContestedPart draft={draft} onChange={onChange} currency={left.currency} isTooMuch={isTooMuch} />
      )}
      <div className="grid gap-3 md:grid-cols-2">
        <Select
          label={t('owner')}
          value={draft.owner}
          onChange={(owner) => change({ owner })}
          options={[
            { value: nobody, label: t('nobody') },
            ...people.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        <DateInput
          label={t('deadline')}
          isOptional
          value={draft.deadline}
          onChange={(deadline) => change({ deadline })}
          toward="future"
          error={draft.deadline !== null && draft.deadline < today ? t('pastDeadline') : undefined}
        />
      </div>
      <TextArea
        label={t('note')}
        isOptional
        value={draft.note}
        onChange={(note) => change({ note })}
        placeholder={t('notePlaceholder')}
      />
    </>
  )
}

type ContestedPartProps = Pick<DisputeFieldsProps, 'draft' | 'onChange' | 'isTooMuch'> & {
  readonly currency: Money['currency']
}

/** All of the invoice, or how much of it. */
function ContestedPart({ draft, onChange, currency, isTooMuch }: ContestedPartProps) {
  const { t } = useTranslation('disputes')
  const { isPart, part } = draft
  return (
    <div className="grid items-start gap-3 md:grid-cols-2">
      <div>
        <span aria-hidden="true" className="block pb-1 text-table text-ink2">
          {t('contested')}
        </span>
        <SegmentedControl
          label={t('contested')}
          isWide
          value={isPart ? 'part' : 'whole'}
          onChange={(value) => onChange({ ...draft, isPart: value === 'part' })}
          options={[
            { value: 'whole', label: t('whole') },
            { value: 'part', label: t('part') },
          ]}
        />
      </div>
      {isPart && (
        <AmountInput
          label={t('partAmount')}
          value={part}
          currency={currency}
          onChange={(next) => onChange({ ...draft, part: next })}
          autoFocus
          error={isTooMuch ? t('needsPart') : undefined}
        />
      )}
    </div>
  )
}
