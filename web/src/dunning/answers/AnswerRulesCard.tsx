import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useAct } from '../../app/use-act.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { Select } from '../../ui/form/Select.tsx'
import { Switch } from '../../ui/form/Switch.tsx'
import { type AnswerRules, answerRulesQuery, changeAnswerRules } from './api.ts'

const months = [6, 12, 24, 36, 60, 120] as const
const limits = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10'] as const

/** What an answer does to reminders, and when an address that is full too often counts as useless. */
export function AnswerRulesCard() {
  const { t } = useTranslation('answers')
  const act = useAct()
  const mayWrite = useMayWrite('settings')
  const { data: rules } = useQuery(answerRulesQuery)
  if (!rules) return null
  const change = (next: AnswerRules) =>
    void act({
      work: () => changeAnswerRules(next),
      done: () => t('rules.saved'),
      undo: () => changeAnswerRules(rules),
    })
  return (
    <Card padded label={t('rules.title')} className="grid gap-3.5 py-4">
      <SectionTitle>{t('rules.title')}</SectionTitle>
      <Switch
        isOn={rules.answersPause}
        onChange={(answersPause) => change({ ...rules, answersPause })}
        words="after"
        isDisabled={!mayWrite}
        description={t('rules.pauseNote')}
      >
        {t('rules.pause')}
      </Switch>
      <Select
        label={t('rules.limit')}
        value={String(rules.softBouncesLimit)}
        onChange={(limit) => change({ ...rules, softBouncesLimit: Number(limit) })}
        options={limits.map((value) => ({ value: value as string, label: t('rules.times', { count: Number(value) }) }))}
        description={t('rules.limitNote')}
        isDisabled={!mayWrite}
      />
      <Select
        label={t('rules.kept')}
        value={String(rules.sourcesKeptMonths)}
        onChange={(months) => change({ ...rules, sourcesKeptMonths: Number(months) })}
        options={[...new Set([...months, rules.sourcesKeptMonths])]
          .toSorted((a, b) => a - b)
          .map((count) => ({ value: String(count), label: t('rules.months', { count }) }))}
        description={t('rules.keptNote')}
        isDisabled={!mayWrite}
      />
    </Card>
  )
}
