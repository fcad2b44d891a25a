import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { formatDay, formatMoment } from '../ui/format-day.ts'
import { useToday } from '../ui/today.ts'
import { useLanguage } from '../ui/use-language.ts'
import type { Reminder } from './api.ts'
import { departureOf } from './departure.ts'

/** Says when a message leaves: « à 10:00 », or « mar. 24/11 à 10:00 » on another day. Takes an ISO instant. */
export function useDepartureWords(): (at: string) => string {
  const { t } = useTranslation('dunning')
  const { timeZone } = useSession().organization
  const language = useLanguage()
  const today = useToday()
  return (at) => {
    const { on, isToday } = departureOf(at, Date.now(), { today, timeZone })
    const time = formatMoment(new Date(at), 'time', language, timeZone)
    return isToday ? t('departure.at', { time }) : t('departure.on', { day: formatDay(on, 'weekday', language), time })
  }
}

/** « part à 10:00 » of an approved message, « nouvel essai à 10:15 » of one the mail server refused for now. */
export function useLeavingWords(): (reminder: Pick<Reminder, 'leavesAt' | 'isTriedAgain'>) => string {
  const { t } = useTranslation('dunning')
  const words = useDepartureWords()
  return ({ leavesAt, isTriedAgain }) => {
    if (leavesAt === null) return t('approved.title')
    return t(isTriedAgain ? 'approved.triedAgain' : 'approved.leaves', { when: words(leavesAt) })
  }
}
