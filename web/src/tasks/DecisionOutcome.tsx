import {
  type HandoverReceiver,
  handoverReceivers,
  type TaskDecision,
  type WriteOffReason,
  writeOffReasons,
} from '@quittance/core/tasks/decision.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { RadioCards } from '../ui/form/RadioCards.tsx'
import { Select } from '../ui/form/Select.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { AgreePlan } from './AgreePlan.tsx'
import type { Outcome } from './api.ts'
import { allItems, itemsAsked } from './chosen-items.ts'
import { ItemTicks } from './ItemTicks.tsx'
import type { OutcomeProps } from './OutcomePart.tsx'
import { WhatFollows } from './WhatFollows.tsx'

/** The mildest first. */
const decisions: readonly TaskDecision[] = ['continue', 'plan', 'wait', 'handOver', 'writeOff']

/** What comes next for a customer the scenario has no more answer to; each choice says what it does. */
export function DecisionOutcome({ task, end, note, onEnded }: OutcomeProps) {
  const { t } = useTranslation(['tasks', 'law'])
  const [decision, setDecision] = useState<TaskDecision | null>(null)
  const [chosen, setChosen] = useState(() => allItems(task.items))
  const [receiver, setReceiver] = useState<HandoverReceiver>('agency')
  const [name, setName] = useState('')
  const [reference, setReference] = useState('')
  const [reason, setReason] = useState<WriteOffReason | null>(null)
  const isEnd = decision === 'handOver' || decision === 'writeOff'
  const need =
    decision === null
      ? t('decideFirst')
      : isEnd && chosen.size === 0
        ? t('follows.needsItems')
        : decision === 'handOver' && name.trim() === ''
          ? t('law:handover.needsName')
          : decision === 'writeOff' && reason === null
            ? t('decision.needsReason')
            : undefined
  const save = () => {
    if (decision === null) return
    const told: Outcome = { outcome: 'done', decision, ...(isEnd && itemsAsked(task.items, chosen)) }
    if (decision === 'handOver') {
      end({ ...told, handover: { receiver, receiverName: name.trim(), reference: reference.trim() || null } })
    } else if (decision === 'writeOff' && reason) end({ ...told, writeOffReason: reason })
    else end(told)
  }
  return (
    <div className="grid gap-2.5">
      <RadioCards
        label={t('question.decision')}
        labelHidden
        value={decision}
        onChange={setDecision}
        options={decisions.map((value) => ({
          value,
          title: t(`decision.${value}`),
          note: t(`decision.${value}Note`),
        }))}
      />
      {decision === 'handOver' && (
        <div className="grid gap-2 md:grid-cols-2">
          <Select
            label={t('law:handover.receiver')}
            value={receiver}
            onChange={setReceiver}
            options={handoverReceivers.map((value) => ({ value, label: t(`law:handover.receivers.${value}`) }))}
          />
          <TextInput label={t('law:handover.name')} value={name} onChange={setName} />
          <TextInput label={t('law:handover.reference')} isOptional value={reference} onChange={setReference} />
        </div>
      )}
      {decision === 'writeOff' && (
        <Select
          label={t('law:writeOff.reason')}
          value={reason}
          onChange={setReason}
          placeholder={t('outcome.chooseReason')}
          options={writeOffReasons.map((value) => ({ value, label: t(`law:writeOff.reasons.${value}`) }))}
        />
      )}
      {isEnd && <ItemTicks items={task.items} chosen={chosen} onChange={setChosen} />}
      {isEnd && <WhatFollows sentences={[t(`law:${decision === 'handOver' ? 'handover' : 'writeOff'}.effect`)]} />}
      {decision === 'plan' ? (
        <AgreePlan task={task} note={note} onEnded={onEnded} />
      ) : (
        <Button variant="accent" hotkey="ctrl+enter" disabledReason={need} onPress={save}>
          {t('decision.save')}
        </Button>
      )}
    </div>
  )
}
