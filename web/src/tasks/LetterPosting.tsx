import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
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

/** What the post gives back for a letter: the day, the registered number, the proof of deposit. */
export function LetterPosting({ task, mayWrite }: { readonly task: number; readonly mayWrite: boolean }) {
  const { data: posting } = useQuery(postingQuery(task))
  if (posting === undefined) return null
  return posting ? (
    <Posted task={task} posting={posting} mayWrite={mayWrite} />
  ) : (
    mayWrite && <PostingForm task={task} />
  )
}

function PostingForm({ task }: { readonly task: number }) {
  const { t } = useTranslation('tasks')
  const act = useAct()
  const today = useToday()
  const [number, setNumber] = useState('')
  const [day, setDay] = useState<CalendarDate | null>(today)
  const save = () =>
    day &&
    void act({
      work: () => recordPosting(task, { registeredNumber: number.trim() || null, postedOn: day }),
      done: () => t('posting.saved'),
      undo: () => removePosting(task),
    })
  return (
    <form
      className="grid gap-2 sm:grid-cols-[1fr_10rem_auto] sm:items-end"
      onSubmit={(event) => {
        event.preventDefault()
        save()
      }}
    >
      <TextInput label={t('posting.number')} placeholder="1A 234 567 8901 2" value={number} onChange={setNumber} />
      <DateInput label={t('posting.day')} value={day} onChange={setDay} toward="past" />
      <Button type="submit" saves disabledReason={day === null ? t('posting.day') : undefined}>
        {t('posting.save')}
      </Button>
    </form>
  )
}

interface PostedProps {
  readonly task: number
  readonly posting: {
    readonly registeredNumber: string | null
    readonly postedOn: string
    readonly proofName: string | null
    readonly hasLetter: boolean
  }
  readonly mayWrite: boolean
}

function Posted({ task, posting, mayWrite }: PostedProps) {
  const { t } = useTranslation('tasks')
  const act = useAct()
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
          {t('posting.postedOn')} <DateText date={posting.postedOn as CalendarDate} />
        </span>
        {posting.registeredNumber && (
          <span className="tabular-nums">{t('posting.registered', { number: posting.registeredNumber })}</span>
        )}
        {posting.hasLetter && link(postedLetterAddress(task), t('posting.letter'))}
        {posting.proofName && link(proofAddress(task), posting.proofName)}
        {mayWrite && (
          <Button
            size="small"
            variant="quiet"
            saves
            onPress={() => void act({ work: () => removePosting(task), done: () => t('posting.removed') })}
          >
            {t('posting.correct')}
          </Button>
        )}
      </p>
      {mayWrite && posting.proofName === null && (
        <FileDrop
          prompt={t('posting.dropProof')}
          action={t('posting.chooseProof')}
          accept={['application/pdf', 'image/png', 'image/jpeg']}
          onFiles={([file]) =>
            file && void act({ work: () => keepProof(task, file), done: () => t('posting.proofKept') })
          }
        />
      )}
    </div>
  )
}
