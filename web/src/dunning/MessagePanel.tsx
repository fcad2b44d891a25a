import { IconInfoCircle } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ApiError } from '../app/api.ts'
import { Note } from '../ui/Card.tsx'
import { MomentText } from '../ui/DateText.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { ScrollArea } from '../ui/ScrollArea.tsx'
import { Bone, ErrorState, Skeleton } from '../ui/states.tsx'
import { messageQuery, type ReminderMessage } from './api.ts'
import { MessageFoot } from './MessageFoot.tsx'
import { MessageFrame } from './MessageFrame.tsx'
import { MessageHead } from './MessageHead.tsx'

export interface MessagePanelProps {
  readonly id: number
  /** Top right: what can be done with this message. */
  readonly acts?: ((message: ReminderMessage) => ReactNode) | undefined
  /** Between the head and the message: what went wrong, what a person must say. */
  readonly notice?: ((message: ReminderMessage) => ReactNode) | undefined
  readonly onWhy: (message: ReminderMessage) => void
}

/** One message, word for word: who writes to whom, what it says, what is attached, and why this tone. */
export function MessagePanel({ id, acts, notice, onWhy }: MessagePanelProps) {
  const { t } = useTranslation('dunning')
  const { data: message, error, refetch } = useQuery(messageQuery(id))
  const [isPlain, setPlain] = useState(false)
  if (error && !message) {
    const reference = error instanceof ApiError ? error.reference : undefined
    return <ErrorState what={t('message.what')} onRetry={() => void refetch()} reference={reference} />
  }
  if (!message) return <MessageSkeleton />
  return (
    <>
      <div className="flex flex-wrap items-start gap-2 border-b border-line px-[18px] py-3">
        <div className="min-w-48 flex-1">
          <h2 className="text-section">{message.customer.name}</h2>
          {!(notice && isTrouble(message)) && <p className="text-small text-ink3">{message.why}</p>}
          {message.edited && <Edited edited={message.edited} />}
        </div>
        {acts && <div className="flex flex-wrap gap-2">{acts(message)}</div>}
      </div>
      <MessageHead message={message} />
      {notice?.(message)}
      {message.notice !== null && (
        <div className="px-[18px] py-2.5" role="status">
          <Note look="warn" icon={<Glyph icon={IconInfoCircle} />}>
            {message.notice}
          </Note>
        </div>
      )}
      {message.missing.length > 0 && <Missing sentences={message.missing} />}
      <div className="flex min-h-80 flex-1 flex-col bg-neutralbg px-[22px] pt-4 max-md:px-3">
        {isPlain ? <PlainPart text={message.text} /> : <MessageFrame html={message.html} className="flex-1" />}
      </div>
      <MessageFoot message={message} isPlain={isPlain} onPlain={setPlain} onWhy={() => onWhy(message)} />
    </>
  )
}

/** « Modifié par Claire Besson, 23/11/2026 09:58 ». */
function Edited({ edited }: { readonly edited: NonNullable<ReminderMessage['edited']> }) {
  const { t } = useTranslation('dunning')
  return (
    <p className="text-small text-ink2">
      {t('message.edited', { who: edited.by ?? t('message.somebody') })},{' '}
      <MomentText at={edited.at} style="dayAndTime" />
    </p>
  )
}

/** What a reader without HTML gets, word for word. */
function PlainPart({ text }: { readonly text: string }) {
  const { t } = useTranslation('dunning')
  return (
    <ScrollArea
      label={t('message.plainPart')}
      className="min-h-64 flex-1 overflow-auto rounded-t-block border border-b-0 border-line bg-surface px-5 py-4 text-table whitespace-pre-wrap"
    >
      {text}
    </ScrollArea>
  )
}

/** The notice says it, larger. */
const isTrouble = ({ state }: ReminderMessage): boolean => state === 'failed' || state === 'uncertain'

function Missing({ sentences }: { readonly sentences: readonly string[] }) {
  return (
    <div className="px-[18px] py-2.5">
      <Note icon={<Glyph icon={IconInfoCircle} />}>
        <ul className="grid gap-0.5 text-small">
          {sentences.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Note>
    </div>
  )
}

function MessageSkeleton() {
  return (
    <Skeleton>
      <div className="grid gap-3 px-[18px] py-4">
        <Bone className="h-4 w-48" />
        <Bone className="h-3 w-3/5" />
        <Bone className="mt-4 h-3 w-2/5" />
        <Bone className="h-3 w-1/2" />
        <Bone className="mt-6 h-64 w-full" />
      </div>
    </Skeleton>
  )
}
