import type { ContactRole } from '@quittance/core/dunning/scenario.ts'
import { useTranslation } from 'react-i18next'
import type { NamedCopyKey } from './delivery-words.ts'
import type { ScenarioStep } from './scenario-api.ts'

const ordinals = ['steps.email1', 'steps.email2', 'steps.email3', 'steps.email4', 'steps.email5'] as const

/** Says steps in words: « J+30 », « Troisième e-mail », « ferme ». */
export function useStepWords() {
  const { t } = useTranslation('dunning')
  const ordinal = (step: ScenarioStep, steps: readonly ScenarioStep[]): number =>
    steps.filter((other) => other.channel === 'email' && other.delayDays >= 0).findIndex(({ key }) => key === step.key)
  return {
    /** « le commercial », « contact : direction du client ». */
    copy: (copy: NamedCopyKey): string =>
      copy === 'salesRep' || copy === 'collector' || copy === 'director'
        ? t(`assigneeShort.${copy}`)
        : t('delivery.contactCopy', { role: t(`role.${copy.slice('contact:'.length) as ContactRole}`) }),
    day: (days: number): string =>
      Number.isFinite(days) ? t('steps.day', { days: `${days < 0 ? '−' : '+'}${Math.abs(days)}` }) : t('steps.noDay'),
    title: (step: ScenarioStep, steps: readonly ScenarioStep[]): string => {
      if (step.label) return step.label
      if (step.channel !== 'email') return t(`channel.${step.channel}`)
      if (step.delayDays < 0) return t('steps.courtesy')
      const place = ordinal(step, steps) + 1
      const named = ordinals[place - 1]
      return named ? t(named) : t('steps.emailN', { place })
    },
    detail: (step: ScenarioStep): string => {
      if (!step.isActive) return t('steps.off')
      if (step.channel === 'email' || step.channel === 'sms') return t(`tone.${step.tone}`)
      const who = t(`assigneeShort.${step.assignee}`)
      return step.channel === 'letter' || step.channel === 'registeredLetter'
        ? t('steps.letterBy', { tone: t(`tone.${step.tone}`), who })
        : t('steps.by', { who })
    },
  }
}
