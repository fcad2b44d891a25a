import { whatFollows } from '@quittance/core/tasks/what-follows.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { agreementsQuery } from '../promises/api.ts'
import { PromiseFields } from '../promises/PromiseFields.tsx'
import { missingInPromise, newPromise, partsOf, sumsOf } from '../promises/promise-draft.ts'
import { roomOf, stopsIn } from '../promises/promise-room.ts'
import { RoomNote, useRoomWords } from '../promises/RoomNote.tsx'
import { Button } from '../ui/Button.tsx'
import { useToday } from '../ui/today.ts'
import { useLanguage } from '../ui/use-language.ts'
import { allItems, dueLinesOf, itemsAsked } from './chosen-items.ts'
import type { OutcomeProps } from './OutcomePart.tsx'
import { WhatFollows } from './WhatFollows.tsx'

/** The day, the amounts and the invoices of a promise made on the phone; all that is late unless changed. */
export function PromisedOutcome({ task, end }: OutcomeProps) {
  const { t } = useTranslation(['tasks', 'promises'])
  const language = useLanguage()
  const today = useToday()
  const items = dueLinesOf(task.items)
  const [draft, setDraft] = useState(() => newPromise(items, allItems(task.items)))
  const { promisedFor, split, total } = draft
  const customer = task.customer?.id
  const standing = useQuery({ ...agreementsQuery({ customerId: customer ?? 0 }), enabled: customer !== undefined }).data
  const room = roomOf(draft, items, { customer: customer ?? 0, standing: standing?.promises ?? [] })
  const roomWords = useRoomWords()
  const missing = missingInPromise(draft, items, today) ?? stopsIn(room)
  const amounts = sumsOf(draft, items) ?? []
  const save = () =>
    promisedFor !== null &&
    end({
      outcome: 'promises',
      promisedFor,
      ...itemsAsked(task.items, new Set(draft.amounts.keys())),
      ...(split === 'each' ? { promisedParts: partsOf(draft) } : total !== null && { promisedAmount: total }),
    })
  return (
    <div className="grid grid-cols-1 gap-2.5">
      <PromiseFields items={items} draft={draft} today={today} onChange={setDraft} most={room.most} isDense />
      {room.inTheWay && <RoomNote room={room} />}
      {promisedFor !== null && !missing && (
        <WhatFollows
          sentences={[...whatFollows({ outcome: 'promises', promisedFor, amounts }, language), ...roomWords(room)]}
        />
      )}
      <Button
        variant="accent"
        hotkey="ctrl+enter"
        disabledReason={missing ? t(`promises:${missing}`) : undefined}
        onPress={save}
      >
        {t('outcome.savePromise')}
      </Button>
    </div>
  )
}
