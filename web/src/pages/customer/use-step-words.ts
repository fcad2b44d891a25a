import { useTranslation } from 'react-i18next'
import type { ScenarioStep } from '../../dunning/scenario-api.ts'

/** « J+14 », « J−5 » in French, D+14 in English: the days after the due date. */
export function useStepDay(): (delayDays: number) => string {
  const { i18n } = useTranslation()
  const letter = i18n.language === 'en' ? 'D' : 'J'
  return (days) => (days < 0 ? `${letter}\u2212${-days}` : `${letter}+${days}`)
}

/** « J+14 e-mail », « appel J+40 »: a step in a few words. */
export function useStepWords(): (step: Pick<ScenarioStep, 'channel' | 'delayDays'>) => string {
  const { t } = useTranslation('customers')
  const dayOf = useStepDay()
  return ({ channel, delayDays }) => t(`strategy.step.${channel}`, { day: dayOf(delayDays) })
}

/** « J+7, J+14, J+30, appel J+40, courrier J+60 »: a scenario in one line, its e-mails by their days alone. */
export function useScenarioWords(): (steps: readonly ScenarioStep[]) => string {
  const dayOf = useStepDay()
  const wordsOf = useStepWords()
  return (steps) =>
    steps
      .filter((step) => step.isActive)
      .map((step) => (step.channel === 'email' ? dayOf(step.delayDays) : wordsOf(step)))
      .join(', ')
}
