import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { RadioCards } from '../ui/form/RadioCards.tsx'
import type { Decision } from './api.ts'
import type { OutcomeProps } from './OutcomePart.tsx'

const decisions: readonly Decision[] = ['continue', 'plan', 'wait', 'handOver', 'writeOff']

/** What comes next for a customer the scenario has no more answer to; each choice says what it does. */
export function DecisionOutcome({ end }: OutcomeProps) {
  const { t } = useTranslation('tasks')
  const [decision, setDecision] = useState<Decision | null>(null)
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
      <Button
        variant="accent"
        hotkey="ctrl+enter"
        disabledReason={decision === null ? t('decideFirst') : undefined}
        onPress={() => decision && end({ outcome: 'done', decision })}
      >
        {t('decision.save')}
      </Button>
    </div>
  )
}
