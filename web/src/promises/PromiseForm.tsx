import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type Along, together } from '../app/together.ts'
import { useAct } from '../app/use-act.ts'
import { Button } from '../ui/Button.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { type Agreements, addPromise, agreementsQuery, type PlanItem, undoPromise } from './api.ts'
import { PromiseFields } from './PromiseFields.tsx'
import { missingInPromise, newPromise, partsOf, sumsOf } from './promise-draft.ts'
import { roomOf, stopsIn } from './promise-room.ts'
import { RoomNote } from './RoomNote.tsx'

interface PromiseFormProps {
  readonly customer: { readonly id: number; readonly name: string }
  readonly replaced?: Agreements['promises'][number]
  readonly along?: Along | undefined
  /** In one currency. */
  readonly items: readonly PlanItem[]
  readonly ticked: ReadonlySet<number>
  readonly today: CalendarDate
  readonly onDone: () => void
}

/** The invoices, the day and the amounts of a promise, and what was said. */
export function PromiseForm({ customer, replaced, along, items, ticked, today, onDone }: PromiseFormProps) {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  const act = useAct()
  const [draft, setDraft] = useState(() => newPromise(items, ticked))
  const [note, setNote] = useState('')
  const [amount] = sumsOf(draft, items) ?? []
  const standing = useQuery(agreementsQuery({ customerId: customer.id })).data?.promises ?? []
  const room = roomOf(draft, items, { customer: customer.id, standing, replaced: replaced?.id })
  const missing = missingInPromise(draft, items, today) ?? stopsIn(room)
  const [isSaving, setSaving] = useState(false)

  const save = async () => {
    const { promisedFor } = draft
    if (promisedFor === null || amount === undefined || missing) return
    const promise = {
      ...{ customerId: customer.id, promisedFor, amount, items: [...draft.amounts.keys()] },
      ...{ parts: partsOf(draft), note: note.trim() === '' ? null : note.trim() },
      ...(replaced && { replaces: replaced.id }),
    }
    const told = { amount: formatMoney(promise.amount, language), date: formatDate(promisedFor, language) }
    setSaving(true)
    const noting = { work: () => addPromise(promise), done: () => t('saved', told), undo: undoPromise }
    const isDone = await act(together(noting, along))
    setSaving(false)
    if (isDone) onDone()
  }
  return (
    <div className="grid grid-cols-1 gap-3.5">
      <p className="text-body text-ink2">{replaced ? t('replaceExplain') : t('explain')}</p>
      <PromiseFields items={items} draft={draft} today={today} onChange={setDraft} most={room.most} />
      <RoomNote room={room} />
      <TextArea
        label={replaced ? t('because') : t('note')}
        isOptional
        value={note}
        onChange={setNote}
        placeholder={t('notePlaceholder')}
      />
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          isPending={isSaving}
          disabledReason={missing ? t(missing) : undefined}
          onPress={() => void save()}
        >
          {replaced ? t('replace') : t('save')}
        </Button>
      </div>
    </div>
  )
}
