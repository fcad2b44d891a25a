import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { ReadError } from '../../app/ReadError.tsx'
import { useSession } from '../../app/session.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { DateText, MomentText } from '../../ui/DateText.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { AnswerFiles } from './AnswerFiles.tsx'
import { AnswerText } from './AnswerText.tsx'
import { answerLook } from './answer-look.ts'
import { type Answer, answerQuery } from './api.ts'
import { GiveToCustomer } from './GiveToCustomer.tsx'

export interface AnswerPanelProps {
  readonly id: number
  /** What a person may do about it: composed by the page, for it speaks of other words. */
  readonly acts: (answer: Answer) => ReactNode
}

/** One message: who wrote, to what, what was said, and what to do about it. */
export function AnswerPanel({ id, acts }: AnswerPanelProps) {
  const { t } = useTranslation('answers')
  const { data: answer, error, refetch } = useQuery(answerQuery(id))
  if (error && !answer) return <ReadError what={t('one')} error={error} onRetry={refetch} />
  if (!answer) {
    return (
      <div className="px-[18px] py-4">
        <SkeletonLines lines={8} />
      </div>
    )
  }
  return (
    <>
      <AnswerHead answer={answer} />
      <div className="grid min-h-0 flex-1 content-start gap-4 overflow-auto px-[18px] py-4">
        <Undelivered answer={answer} />
        <AnswerText key={answer.id} answer={answer} />
        <AnswerFiles answer={answer} />
        {answer.customer === null && !answer.isDismissed && <GiveToCustomer key={answer.id} answer={answer} />}
      </div>
      {acts(answer)}
    </>
  )
}

function AnswerHead({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation('answers')
  const { timeZone } = useSession().organization
  const { icon, tone } = answerLook[answer.class]
  const { name, address } = answer.from
  return (
    <header className="grid gap-1.5 border-b border-line px-[18px] py-3">
      <div className="flex flex-wrap items-center gap-2">
        <h2 className="min-w-0 flex-1 text-section break-words">
          {answer.subject === '' ? t('noSubject') : answer.subject}
        </h2>
        <StatusPill tone={tone} icon={icon}>
          {t(`class.${answer.class}`)}
        </StatusPill>
      </div>
      <p className="text-small break-words text-ink2">
        {name !== '' && <span className="font-medium text-ink">{name} </span>}
        {name === '' && address === '' ? t('noSender') : address} ·{' '}
        <MomentText at={answer.receivedAt} style="dayAndTime" timeZone={timeZone} />
      </p>
      <p className="text-small text-ink2">
        {answer.customer ? (
          <>
            <TextLink link={{ to: paths.customer, params: { id: String(answer.customer.id) } }}>
              {answer.customer.name}
            </TextLink>
            {answer.foundBy && ` · ${t(`foundBy.${answer.foundBy}`)}`}
          </>
        ) : (
          t('noCustomer')
        )}
        {answer.reminder && ` · ${t('answersTo', { subject: answer.reminder.subject })}`}
      </p>
      {answer.class === 'reply' && answer.customer && !answer.isFromContact && (
        <p className="text-small font-medium text-warn">{t('stranger', { customer: answer.customer.name })}</p>
      )}
      {answer.returnsOn && (
        <p className="text-small font-medium">
          {t('returns')} <DateText date={asDate(answer.returnsOn)} />
        </p>
      )}
      {answer.readBy && answer.readAt && (
        <p className="text-small text-ink3">
          {t('readBy', { person: answer.readBy })}{' '}
          <MomentText at={answer.readAt} style="dayAndTime" timeZone={timeZone} />
        </p>
      )}
    </header>
  )
}

function Undelivered({ answer }: { readonly answer: Answer }) {
  const { t } = useTranslation('answers')
  if (answer.undelivered.length === 0) return null
  return (
    <ul className="grid gap-2" aria-label={t('undelivered.title')}>
      {answer.undelivered.map(({ address, fate, status, diagnostic }) => (
        <li key={address} className="rounded-block border border-line bg-sunken px-3 py-2">
          <p className="text-body font-medium break-words">{address}</p>
          <p className="text-small text-ink2">
            {t(`undelivered.${answer.customer === null ? 'unproven' : fate}`)}
            {status && ` (${status})`}
          </p>
          {fate !== 'complained' && <p className="pt-1 text-small break-words text-ink3">{diagnostic.slice(0, 300)}</p>}
        </li>
      ))}
    </ul>
  )
}
