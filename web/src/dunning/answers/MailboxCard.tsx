import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../../app/ReadError.tsx'
import { useSession } from '../../app/session.ts'
import { Card, Note, SectionTitle } from '../../ui/Card.tsx'
import { MomentText } from '../../ui/DateText.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { type Mailbox, mailboxQuery } from './api.ts'
import { MailboxEditor } from './MailboxEditor.tsx'

export interface MailboxCardProps {
  readonly firm: { readonly id: number; readonly name: string }
}

/** The mailbox of a firm that is read for answers: whether it is, how far, and what stands in the way. */
export function MailboxCard({ firm }: MailboxCardProps) {
  const { t } = useTranslation('answers')
  const title = t('mailbox.title', { firm: firm.name })
  const { data: mailbox, error, refetch, isPending } = useQuery(mailboxQuery(firm.id))
  return (
    <Card padded label={title} className="grid grid-cols-1 gap-4 py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
        <SectionTitle>{title}</SectionTitle>
        {mailbox !== undefined && <MailboxState mailbox={mailbox} />}
      </div>
      <p className="text-body text-ink2">{t('mailbox.lead')}</p>
      {mailbox?.problem && <Note look="danger">{mailbox.problem}</Note>}
      {isPending ? (
        <SkeletonLines lines={5} />
      ) : error && mailbox === undefined ? (
        <ReadError what={t('mailbox.what')} error={error} onRetry={refetch} />
      ) : (
        <MailboxEditor key={mailbox ? 'set' : 'none'} firm={firm.id} mailbox={mailbox ?? null} />
      )}
    </Card>
  )
}

function MailboxState({ mailbox }: { readonly mailbox: Mailbox | null }) {
  const { t } = useTranslation('answers')
  const { timeZone } = useSession().organization
  if (!mailbox?.isOn) return <StatusPill tone="neutral">{t('mailbox.off')}</StatusPill>
  return (
    <>
      <StatusPill tone={mailbox.problem ? 'danger' : 'paid'}>
        {t(mailbox.problem ? 'mailbox.stuck' : 'mailbox.on')}
      </StatusPill>
      <span className="text-small text-ink3">
        {mailbox.readAt === null ? (
          t('mailbox.neverRead')
        ) : (
          <>
            {t('mailbox.readAt')} <MomentText at={mailbox.readAt} style="dayAndTime" timeZone={timeZone} />
          </>
        )}
      </span>
    </>
  )
}
