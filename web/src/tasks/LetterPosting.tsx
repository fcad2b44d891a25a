import { asDate, type CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { IconPaperclip } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { Button } from '../ui/Button.tsx'
import { DateText } from '../ui/DateText.tsx'
import { FileDrop } from '../ui/FileDrop.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { useToday } from '../ui/today.ts'
import {
  keepProof,
  postedLetterAddress,
  postingQuery,
  proofAddress,
  recordPosting,
  removePosting,
} from './posting-api.ts'

interface Posting {
  readonly registeredNumber: string | null
  readonly postedOn: string
  readonly proofName: string | null
  readonly hasLetter: boolean
}

/** What the post gives back for a letter: the day, the registered number, the proof of deposit. */
export function LetterPosting({ task, mayWrite }: { readonly task: number; readonly mayWrite: boolean }) {
  const { data: posting } = useQuery(postingQuery(task))
  const [isCorrecting, setCorrecting] = useState(false)
  if (posting === undefined) return null
  if (posting && !(isCorrecting && mayWrite))
    return <Posted task={task} posting={posting} onCorrect={mayWrite ? () => setCorrecting(true) : undefined} />
  return mayWrite && <PostingForm task={task} posting={posting} onEnd={() => setCorrecting(false)} />
}

interface PostingFormProps {
  readonly task: number
  /** What is corrected; null: nothing was noted yet. */
  readonly posting: Posting | null
  readonly onEnd: () => void
}

/** The letter as it was posted and its proof stay while number and day are corrected. */
function PostingForm({ task, posting, onEnd }: PostingFormProps) {
  const { t } = useTranslation('tasks')
  const act = useAct()
  const today = useToday()
  const [number, setNumber] = useState(posting?.registeredNumber ?? '')
  const [day, setDay] = useState<CalendarDate | null>(posting ? asDate(posting.postedOn) : today)
  const save = () =>
    day &&
    void act({
      work: () => recordPosting(task, { registeredNumber: number.trim() || null, postedOn: day }),
      done: () => {
        onEnd()
        return t(posting ? 'posting.corrected' : 'posting.saved')
      },
      undo: () => (posting ? recordPosting(task, posting) : removePosting(task)),
    })
  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <div className="grid gap-2 md:grid-cols-[1fr_10rem_auto] md:items-end">
        <TextInput label={t('posting.number')} placeholder="1A 234 567 8901 2" value={number} onChange={setNumber} />
        <DateInput label={t('posting.day')} value={day} onChange={setDay} toward="past" />
        <Button type="submit" saves disabledReason={day === null ? t('posting.day') : undefined}>
          {t(posting ? 'posting.correction' : 'posting.save')}
        </Button>
      </div>
      {posting && (
        <>
          <ProofDrop task={task} prompt={t(posting.proofName ? 'posting.otherProof' : 'posting.dropProof')} />
          <div className="flex flex-wrap gap-2">
            <Button size="small" variant="quiet" onPress={onEnd}>
              {t('posting.leave')}
            </Button>
            {posting.proofName === null && <RemovePosting task={task} posting={posting} onEnd={onEnd} />}
          </div>
        </>
      )}
    </form>
  )
}

/** Noted by mistake. With a proof it stays, for nothing would bring the proof back. */
function RemovePosting({ task, posting, onEnd }: PostingFormProps & { readonly posting: Posting }) {
  const { t } = useTranslation('tasks')
  const act = useAct()
  return (
    <Button
      size="small"
      variant="quiet"
      saves
      onPress={() =>
        void act({
          work: () => removePosting(task),
          done: () => {
            onEnd()
            return t('posting.removed')
          },
          undo: () => recordPosting(task, posting),
        })
      }
    >
      {t('posting.remove')}
    </Button>
  )
}

function ProofDrop({ task, prompt }: { readonly task: number; readonly prompt: string }) {
  const { t } = useTranslation('tasks')
  const act = useAct()
  return (
    <FileDrop
      prompt={prompt}
      action={t('posting.chooseProof')}
      accept={['application/pdf', 'image/png', 'image/jpeg']}
      onFiles={([file]) => file && void act({ work: () => keepProof(task, file), done: () => t('posting.proofKept') })}
    />
  )
}

interface PostedProps {
  readonly task: number
  readonly posting: Posting
  readonly onCorrect: (() => void) | undefined
}

function Posted({ task, posting, onCorrect }: PostedProps) {
  const { t } = useTranslation('tasks')
  const link = (href: string, label: string) => (
    <a
      href={href}
      target="_blank"
      rel="noreferrer"
      className="inline-flex items-center gap-1 text-accent hover:underline"
    >
      <Glyph icon={IconPaperclip} size={14} />
      {label}
    </a>
  )
  return (
    <div className="grid gap-2 rounded-block border border-line px-3 py-2.5">
      <p className="flex flex-wrap items-center gap-x-3 gap-y-1 text-body">
        <span>
          {t('posting.postedOn')} <DateText date={asDate(posting.postedOn)} />
        </span>
        {posting.registeredNumber && (
          <span className="tabular-nums">{t('posting.registered', { number: posting.registeredNumber })}</span>
        )}
        {posting.hasLetter && link(postedLetterAddress(task), t('posting.letter'))}
        {posting.proofName && link(proofAddress(task), posting.proofName)}
        {onCorrect && (
          <Button size="small" variant="quiet" onPress={onCorrect}>
            {t('posting.correct')}
          </Button>
        )}
      </p>
      {onCorrect && posting.proofName === null && <ProofDrop task={task} prompt={t('posting.dropProof')} />}
    </div>
  )
}
