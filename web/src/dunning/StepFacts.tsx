import { useTranslation } from 'react-i18next'
import { KeyValueList } from '../ui/KeyValueList.tsx'
import { IconTile } from '../ui/Pill.tsx'
import { channelLook } from './channel-look.ts'
import type { ScenarioStep } from './scenario-api.ts'
import { useStepWords } from './use-step-words.ts'

export interface StepFactsProps {
  readonly step: ScenarioStep
  readonly steps: readonly ScenarioStep[]
}

/** One step for who may read the scenario but not change it: when, by which means, in which tone, by whom. */
export function StepFacts({ step, steps }: StepFactsProps) {
  const { t } = useTranslation('dunning')
  const words = useStepWords()
  const { icon, tone } = channelLook[step.channel]
  const side = step.delayDays < 0 ? 'before' : 'after'
  return (
    <>
      <div className="flex items-center gap-2.5 border-b border-line px-[18px] py-3">
        <IconTile icon={icon} tone={step.isActive ? tone : 'neutral'} />
        <h2 className="min-w-0 flex-1 truncate text-section">{words.title(step, steps)}</h2>
        {!step.isActive && <span className="text-small text-ink3">{t('steps.off')}</span>}
      </div>
      <div className="px-[18px] py-3.5">
        <KeyValueList
          layout="stacked"
          items={[
            { key: t('steps.days'), value: `${Math.abs(step.delayDays)} ${t('steps.unit')} ${t(`steps.${side}`)}` },
            { key: t('steps.channel'), value: t(`channel.${step.channel}`) },
            ...(step.channel === 'decision' ? [] : [{ key: t('steps.tone'), value: t(`toneTitle.${step.tone}`) }]),
            ...(step.channel === 'email' ? [] : [{ key: t('steps.assignee'), value: t(`assignee.${step.assignee}`) }]),
          ]}
        />
      </div>
    </>
  )
}
