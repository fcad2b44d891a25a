import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { useTranslation } from 'react-i18next'
import { asMoney } from '../app/wire.ts'
import { useLanguage } from '../ui/use-language.ts'
import type { Agreements } from './api.ts'
import type { PromiseRoom } from './promise-room.ts'

/** What becomes of the promises that stand, before this one is noted or a plan agreed; nothing where they stay. */
export function RoomNote({ room, isOfPlan = false }: { readonly room: PromiseRoom; readonly isOfPlan?: boolean }) {
  const sentences = useRoomWords(isOfPlan)(room)
  if (sentences.length === 0) return null
  return (
    <ul role="status" className="grid gap-1 text-small text-ink2">
      {sentences.map((sentence) => (
        <li key={sentence}>{sentence}</li>
      ))}
    </ul>
  )
}

/** The same in words. */
export function useRoomWords(isOfPlan = false): (room: PromiseRoom) => string[] {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  const told = ({ amount, promisedFor }: Agreements['promises'][number]) => ({
    amount: formatMoney(asMoney(amount), language),
    date: formatDate(asDate(promisedFor), language),
  })
  return ({ replaces, inTheWay }) => [
    ...replaces.map((promise) => t(isOfPlan ? 'plan.replacesPromise' : 'room.replaces', told(promise))),
    ...(inTheWay ? [t('room.inTheWay', told(inTheWay))] : []),
  ]
}
