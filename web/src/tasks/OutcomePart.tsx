import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../app/use-may-write.ts'
import { TextArea } from '../ui/form/TextInput.tsx'
import type { Outcome, Task } from './api.ts'
import { CallOutcome } from './CallOutcome.tsx'
import { DecisionOutcome } from './DecisionOutcome.tsx'
import { LetterOutcome } from './LetterOutcome.tsx'
import { OtherOutcome } from './OtherOutcome.tsx'
import { Part } from './TaskFacts.tsx'
import { useTaskActs } from './use-task-acts.ts'

export interface OutcomePartProps {
  readonly task: Task
  /** Given the payment plan that was agreed, if any: it can be confirmed to the customer. */
  readonly onEnded: (plan?: number) => void
  /** Under the thumb: the question and the note are left out until an answer needs them. */
  readonly isCompact?: boolean
}

/** What the outcomes of each kind of task are given. */
export interface OutcomeProps {
  readonly task: Task
  readonly end: (outcome: Outcome) => void
  /** What was typed beside the answer; null where nothing was. */
  readonly note: string | null
  readonly onEnded: (plan?: number) => void
  readonly isCompact: boolean
}

/** What came of it: the buttons of this kind of task, and a note. */
export function OutcomePart({ task, onEnded, isCompact = false }: OutcomePartProps) {
  const { t } = useTranslation('tasks')
  const acts = useTaskActs()
  const mayWrite = useMayWrite('business')
  const [typed, setNote] = useState('')
  const note = typed.trim() === '' ? null : typed.trim()
  if (!mayWrite) return <p className="text-small text-ink3">{t('readonly')}</p>
  const props: OutcomeProps = {
    task,
    isCompact,
    note,
    onEnded,
    end: (outcome) => {
      onEnded()
      void acts.end(task, { ...outcome, note: outcome.note ?? note })
    },
  }
  const noteField = (
    <TextArea
      label={t('note.label')}
      labelHidden
      value={typed}
      onChange={setNote}
      placeholder={t('note.placeholder')}
    />
  )
  if (isCompact) return <OutcomeOf {...props} />
  return (
    <Part title={t(`question.${task.kind}`)}>
      <div className="grid grid-cols-1 gap-2.5">
        <OutcomeOf {...props} />
        {noteField}
      </div>
    </Part>
  )
}

function OutcomeOf(props: OutcomeProps) {
  switch (props.task.kind) {
    case 'call':
      return <CallOutcome {...props} />
    case 'letter':
      return <LetterOutcome {...props} />
    case 'decision':
      return <DecisionOutcome {...props} />
    default:
      return <OtherOutcome {...props} />
  }
}
