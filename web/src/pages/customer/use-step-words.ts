import { stepDay } from '@quittance/core/dunning/step-day.ts'
import { useTranslation } from 'react-i18next'
import type { ScenarioStep } from '../../dunning/scenario-api.ts'
import { useLanguage } from '../../ui/use-language.ts'

/** « J+14 e-mail », « appel J+40 »: a step in a few words. */
export function useStepWords(): (step: Pick<ScenarioStep, 'channel' | 'delayDays'>) => string {
  const { t } = useTranslation('customers')
  const language = useLanguage()
  return ({ channel, delayDays }) => t(`strategy.step.${channel}`, { day: stepDay(delayDays, language) })
}

/** « J+7, J+14, J+30, appel J+40, courrier J+60 »: a scenario in one line, its e-mails by their days alone. */
export function useScenarioWords(): (steps: readonly ScenarioStep[]) => string {
  const language = useLanguage()
  const wordsOf = useStepWords()
  return (steps) =>
    steps
      .filter((step) => step.isActive)
      .map((step) => (step.channel === 'email' ? stepDay(step.delayDays, language) : wordsOf(step)))
      .join(', ')
}
