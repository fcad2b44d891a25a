import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type DisputeReason, disputeReasons } from '@quittance/core/disputes/dispute-reason.ts'
import { isPositive, type Money } from '@quittance/core/money/money.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { peopleQuery } from '../people/api.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { Select } from '../ui/form/Select.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import { categoriesQuery, type NewDispute } from './api.ts'

export interface ReportedDispute extends Omit<NewDispute, 'customerId' | 'items' | 'parts'> {
  /** The part contested; null: all of it. */
  readonly part: Money | null
}

export interface DisputeDialogProps {
  readonly isOpen: boolean
  /** What is left of the only due line: a part of it may be contested. Null where there are several. */
  readonly left: Money | null
  readonly onClose: () => void
  readonly onDispute: (dispute: ReportedDispute) => void
}

/** What the customer contests, in their words: reminders of it wait until it is resolved. */
export function DisputeDialog({ isOpen, onClose, ...form }: DisputeDialogProps) {
  const { t } = useTranslation('disputes')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('title')} width="medium">
      <DisputeForm {...form} />
    </Dialog>
  )
}

const nobody = 'nobody'

function DisputeForm({ left, onDispute }: Pick<DisputeDialogProps, 'left' | 'onDispute'>) {
  const { t } = useTranslation('disputes')
  const me = useSession().person.id
  const categories = useQuery(categoriesQuery).data ?? []
  const people = (useQuery(peopleQuery).data ?? []).filter(({ isActive }) => isActive)
  const [reason, setReason] = useState<string | null>(null)
  const [part, setPart] = useState<Money | null>(null)
  const [isPart, setIsPart] = useState(false)
  const [owner, setOwner] = useState<string>(String(me))
  const [deadline, setDeadline] = useState<CalendarDate | null>(null)
  const [note, setNote] = useState('')
  const isTooMuch = isPart && part !== null && left !== null && part.amount > left.amount
  const missing =
    reason === null
      ? 'needsReason'
      : isPart && (part === null || !isPositive(part) || isTooMuch)
        ? 'needsPart'
        : undefined
  const report = () => {
    if (reason === null || missing) return
    const category = categories.find(({ id }) => `category-${id}` === reason)
    onDispute({
      reason: category ? 'other' : (reason as DisputeReason),
      categoryId: category?.id ?? null,
      note: note.trim() === '' ? null : note.trim(),
      ownerId: owner === nobody ? null : Number(owner),
      deadline,
      part: isPart ? part : null,
    })
  }
  return (
    <div className="grid gap-3">
      <p className="text-body text-ink2">{t(isPart ? 'explainPart' : 'explain')}</p>
      <Select
        label={t('reason')}
        value={reason}
        onChange={setReason}
        options={[
          ...disputeReasons.map((value): { value: string; label: string } => ({ value, label: t(`name.${value}`) })),
          ...categories.map(({ id, name }) => ({ value: `category-${id}`, label: name })),
        ]}
      />
      {left !== null && (
        <div className="grid items-start gap-3 md:grid-cols-2">
          {/* Level with the field beside it, whose error stands below. */}
          <div className="md:pt-[1.375rem]">
            <SegmentedControl
              label={t('contested')}
              isWide
              value={isPart ? 'part' : 'whole'}
              onChange={(value) => setIsPart(value === 'part')}
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
              currency={left.currency}
              onChange={setPart}
              error={isTooMuch ? t('needsPart') : undefined}
            />
          )}
        </div>
      )}
      <div className="grid gap-3 md:grid-cols-2">
        <Select
          label={t('owner')}
          value={owner}
          onChange={setOwner}
          options={[
            { value: nobody, label: t('nobody') },
            ...people.map(({ id, name }) => ({ value: String(id), label: name })),
          ]}
        />
        <DateInput label={t('deadline')} isOptional value={deadline} onChange={setDeadline} toward="future" />
      </div>
      <TextArea label={t('note')} isOptional value={note} onChange={setNote} placeholder={t('notePlaceholder')} />
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          disabledReason={missing ? t(missing) : undefined}
          onPress={report}
        >
          {t('save')}
        </Button>
      </div>
    </div>
  )
}
