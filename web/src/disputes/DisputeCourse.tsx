import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import type { AwaitedDocument, Outcome, Turn } from '@quittance/core/disputes/dispute-standing.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { SectionTitle } from '../ui/Card.tsx'
import { TextArea } from '../ui/form/TextInput.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { commentDispute, type Dispute } from './api.ts'

type Event = Dispute['events'][number]

/** What was said and done, latest first, and the place to add to it. */
export function DisputeCourse({ dispute }: { readonly dispute: Dispute }) {
  const { t } = useTranslation('disputes')
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const [text, setText] = useState('')
  const isEmpty = text.trim() === ''
  const comment = async () => {
    if (isEmpty) return
    if (await act({ work: () => commentDispute(dispute.id, text.trim()), done: () => t('commented') })) setText('')
  }
  return (
    <section aria-label={t('course')} className="grid gap-3">
      <SectionTitle level={3}>{t('course')}</SectionTitle>
      {mayWrite && (
        <div className="grid justify-items-end gap-2">
          <TextArea
            label={t('comment')}
            value={text}
            onChange={setText}
            placeholder={t('notePlaceholder')}
            className="w-full"
          />
          <Button
            size="small"
            hotkey="ctrl+enter"
            disabledReason={isEmpty ? t('needsComment') : undefined}
            onPress={() => void comment()}
          >
            {t('addComment')}
          </Button>
        </div>
      )}
      {dispute.events.length > 0 && (
        <ol className="grid gap-2.5 text-small">
          {dispute.events.map((event) => (
            <Told key={event.id} event={event} />
          ))}
        </ol>
      )}
    </section>
  )
}

function Told({ event }: { readonly event: Event }) {
  const { t } = useTranslation('disputes')
  const language = useLanguage()
  const words = useEventWords()(event)
  return (
    <li className="grid gap-0.5 border-l-2 border-line pl-2.5">
      <span className="text-ink3">
        {[formatDate(asDate(event.on), language), event.person ?? t('byItself')].join(' · ')}
      </span>
      {words && <span className="text-ink2">{words}</span>}
      {event.text && <span className="break-words whitespace-pre-line text-ink">{event.text}</span>}
    </li>
  )
}

/** What changed, in a sentence; a comment needs none. */
function useEventWords(): (event: Event) => string | null {
  const { t } = useTranslation('disputes')
  const language = useLanguage()
  return ({ kind, to }) => {
    switch (kind) {
      case 'comment':
        return null
      case 'turn':
        return t(`turn.${(to ?? 'ourTurn') as Turn}`)
      case 'awaiting':
        return t(`awaited.${(to ?? 'nothing') as AwaitedDocument | 'nothing'}`)
      case 'owner':
        return to === null ? t('event.noOwner') : t('event.owner', { person: to })
      case 'deadline':
        return to === null ? t('event.noDeadline') : t('event.deadline', { date: formatDate(asDate(to), language) })
      case 'resolved':
        return t(`outcome.${(to ?? 'agreed') as Exclude<Outcome, 'settled'>}`)
      default:
        return t(`event.${kind}`)
    }
  }
}
