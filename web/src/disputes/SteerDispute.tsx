import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { awaitedDocuments, turns } from '@quittance/core/disputes/dispute-standing.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { peopleQuery } from '../people/api.ts'
import { DateInput } from '../ui/form/DateInput.tsx'
import { Select } from '../ui/form/Select.tsx'
import { type Dispute, type Steering, steerDispute } from './api.ts'

const awaited = ['nothing', ...awaitedDocuments] as const
const nobody = 'nobody'

/** Whose turn it is, who follows it, until when, what is awaited: each field saves alone. */
export function SteerDispute({ dispute }: { readonly dispute: Dispute }) {
  const { t } = useTranslation('disputes')
  const act = useAct()
  const people = (useQuery(peopleQuery).data ?? []).filter(({ isActive }) => isActive)
  const { id, turn, owner, deadline, awaiting, isOverdue } = dispute
  const steer = (change: Steering) => void act({ work: () => steerDispute(id, change), done: () => undefined })
  return (
    <section aria-label={t('steer')} className="grid grid-cols-2 gap-3">
      <Select
        label={t('whose')}
        value={turn}
        onChange={(next) => steer({ turn: next })}
        options={turns.map((value) => ({ value, label: t(`turn.${value}`) }))}
      />
      <Select
        label={t('awaiting')}
        value={awaiting ?? 'nothing'}
        onChange={(next) => steer({ awaiting: next === 'nothing' ? null : next })}
        options={awaited.map((value) => ({ value, label: t(`awaited.${value}`) }))}
      />
      <Select
        label={t('owner')}
        value={owner === null ? nobody : String(owner.id)}
        onChange={(next) => steer({ ownerId: next === nobody ? null : Number(next) })}
        options={[
          { value: nobody, label: t('nobody') },
          ...people.map((person) => ({ value: String(person.id), label: person.name })),
        ]}
      />
      <DateInput
        label={t('deadline')}
        isOptional
        value={deadline === null ? null : asDate(deadline)}
        onChange={(next) => steer({ deadline: next })}
        toward="future"
        error={isOverdue ? t('overdue') : undefined}
      />
    </section>
  )
}
