import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { StatusPill } from '../ui/Pill.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { type Agreements, endDelay, resumeDelay } from './api.ts'

/** More time that was granted: until when, why and by whom; the due date of the law stays beside it. */
export function GrantedDelay({ delay }: { readonly delay: Agreements['delays'][number] }) {
  const { t } = useTranslation('promises')
  const language = useLanguage()
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const { id, invoice, until, dueDate, reason, grantedOn, grantedBy } = delay
  const day = (text: string) => formatDate(asDate(text), language)
  const end = () => void act({ work: () => endDelay(id), done: () => t('delay.ended'), undo: () => resumeDelay(id) })
  return (
    <li className="grid justify-items-start gap-1">
      <StatusPill tone="promise">{t('delay.granted')}</StatusPill>
      <span>{t('delay.until', { number: invoice.number, date: day(until) })}</span>
      <span>{t('delay.legal', { date: day(dueDate) })}</span>
      <span className="break-words">{t('said', { note: reason })}</span>
      <span className="text-ink3">
        {grantedBy === null
          ? t('delay.on', { date: day(grantedOn) })
          : t('delay.by', { date: day(grantedOn), person: grantedBy })}
      </span>
      {mayWrite && <TextButton onPress={end}>{t('delay.end')}</TextButton>}
    </li>
  )
}
