import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { useMayWrite } from '../app/use-may-write.ts'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { formatDay } from '../ui/format-day.ts'
import { ErrorState, SkeletonLines } from '../ui/states.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { recurrencesQuery, resumeRecurrence, stopRecurrence, type TaskRecurrence } from './api.ts'
import { useRepeatWords } from './use-repeat-words.ts'

export interface RepeatsDialogProps {
  readonly isOpen: boolean
  readonly onClose: () => void
}

/** The tasks that come back: how often, for whom, when next, and how they were kept; each can be stopped. */
export function RepeatsDialog({ isOpen, onClose }: RepeatsDialogProps) {
  const { t } = useTranslation('tasks')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('repeat.title')} width="medium">
      <Repeats />
    </Dialog>
  )
}

function Repeats() {
  const { t } = useTranslation('tasks')
  const { data, error, refetch } = useQuery(recurrencesQuery)
  if (error) return <ErrorState what={t('repeat.what')} onRetry={() => void refetch()} />
  if (!data) return <SkeletonLines lines={3} />
  if (data.rows.length === 0) return <p className="text-body text-ink2">{t('repeat.none')}</p>
  return (
    <ul className="divide-y divide-line">
      {data.rows.map((row) => (
        <RepeatRow key={row.id} row={row} />
      ))}
    </ul>
  )
}

function RepeatRow({ row }: { readonly row: TaskRecurrence }) {
  const { t } = useTranslation('tasks')
  const words = useRepeatWords()
  const language = useLanguage()
  const act = useAct()
  const mayWrite = useMayWrite('business')
  const stop = () =>
    act({
      work: () => stopRecurrence(row.id),
      done: () => t('repeat.stopped', { title: row.title }),
      undo: () => resumeRecurrence(row.id),
    })
  const facts = [
    words(row),
    row.assignee?.name ?? t('nobody'),
    row.customer?.name,
    row.nextOn && t('repeat.next', { date: formatDay(asDate(row.nextOn), 'weekday', language) }),
  ]
  const kept = [
    row.doneTimes > 0 && t('repeat.doneTimes', { count: row.doneTimes }),
    row.missedTimes > 0 && t('repeat.missedTimes', { count: row.missedTimes }),
  ]
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1.5 py-2.5">
      <div className="min-w-0 flex-1 basis-56">
        <p className="font-medium">{row.title}</p>
        <p className="text-small text-ink2">{facts.filter(Boolean).join(' · ')}</p>
        {kept.some(Boolean) && <p className="text-small text-ink3">{kept.filter(Boolean).join(' · ')}</p>}
      </div>
      <Button size="small" saves disabledReason={mayWrite ? undefined : t('readonly')} onPress={() => void stop()}>
        {t('repeat.stop')}
      </Button>
    </li>
  )
}
