import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { SectionTitle } from '../../ui/Card.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { answerLook } from './answer-look.ts'
import { customerAnswersQuery } from './api.ts'

const shown = 5

/** What this customer wrote, the latest first; nothing at all when nothing came. */
export function CustomerAnswers({ customer }: { readonly customer: number }) {
  const { t } = useTranslation('answers')
  const { data } = useQuery(customerAnswersQuery(customer))
  if (!data || data.length === 0) return null
  return (
    <section aria-label={t('ofCustomer')} className="border-b border-line px-4 py-3">
      <SectionTitle className="pb-2">{t('ofCustomer')}</SectionTitle>
      <ul className="grid gap-2">
        {data.slice(0, shown).map((answer) => {
          const { icon, tone } = answerLook[answer.class]
          return (
            <li key={answer.id} className="flex min-w-0 flex-wrap items-baseline gap-x-2 gap-y-0.5 text-body">
              <StatusPill tone={answer.class === 'reply' && !answer.isRead ? 'warn' : tone} icon={icon}>
                {answer.class === 'reply' && !answer.isRead ? t('unread') : t(`class.${answer.class}`)}
              </StatusPill>
              <span className="min-w-0 flex-1 basis-48 truncate">
                <TextLink link={{ to: paths.answers, search: { vue: 'toutes', reponse: answer.id } }}>
                  {answer.excerpt || answer.subject || t('noSubject')}
                </TextLink>
              </span>
              <span className="text-small text-ink3">
                <DateText date={asDate(answer.receivedOn)} />
              </span>
            </li>
          )
        })}
      </ul>
    </section>
  )
}
