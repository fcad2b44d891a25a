import { isInternal, isMessage } from '@quittance/core/dunning/scenario.ts'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { KeyValueList } from '../ui/KeyValueList.tsx'
import { IconTile } from '../ui/Pill.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { channelLook } from './channel-look.ts'
import { addressesIn, hourText, namedIn, sumText } from './delivery-words.ts'
import type { ScenarioStep } from './scenario-api.ts'
import { useStepWords } from './use-step-words.ts'

export interface StepFactsProps {
  readonly step: ScenarioStep
  readonly steps: readonly ScenarioStep[]
}

/** One step for who may read the scenario but not change it: all that it says. */
export function StepFacts({ step, steps }: StepFactsProps) {
  const { t } = useTranslation('dunning')
  const words = useStepWords()
  const facts = useFacts(step)
  const { icon, tone } = channelLook[step.channel]
  return (
    <>
      <div className="flex items-center gap-2.5 border-b border-line px-[18px] py-3">
        <IconTile icon={icon} tone={step.isActive ? tone : 'neutral'} />
        <h2 className="min-w-0 flex-1 truncate text-section">{words.title(step, steps)}</h2>
        {!step.isActive && <span className="text-small text-ink3">{t('steps.off')}</span>}
      </div>
      <div className="px-[18px] py-3.5">
        <KeyValueList layout="stacked" items={facts} />
      </div>
    </>
  )
}

function useFacts(step: ScenarioStep) {
  const { t } = useTranslation('dunning')
  const words = useStepWords()
  const language = useLanguage()
  const usualHour = useSession().organization.departureMinute
  const side = step.delayDays < 0 ? 'before' : 'after'
  const copies = [...namedIn(step.copies).map(words.copy), ...addressesIn(step.copies)]
  const fee = [
    ...(step.feeFixed ? [sumText(step.feeFixed, language)] : []),
    ...(step.feeBasisPoints ? [`${sumText(step.feeBasisPoints, language)}\u00a0%`] : []),
  ]
  const written = isMessage(step.channel)
  const recipients = step.recipients?.map((role) => t(`role.${role}`)).join(', ')
  return [
    { key: t('steps.days'), value: `${Math.abs(step.delayDays)} ${t('steps.unit')} ${t(`steps.${side}`)}` },
    { key: t('steps.channel'), value: t(`channel.${step.channel}`) },
    ...(isInternal(step.channel) ? [] : [{ key: t('steps.tone'), value: t(`toneTitle.${step.tone}`) }]),
    ...(written
      ? [
          { key: t('delivery.hour'), value: hourText(step.departureMinute ?? usualHour) },
          { key: t('delivery.recipients'), value: recipients ?? t('role.usual') },
          { key: t('delivery.copies'), value: copies.join(', ') || t('message.noCopy') },
          { key: t('delivery.sender'), value: t(`assignee.${step.sender ?? 'collector'}`) },
          { key: t('delivery.release'), value: t(`release.${step.release}`) },
        ]
      : [{ key: t('steps.assignee'), value: t(`assignee.${step.assignee}`) }]),
    ...(fee.length > 0 ? [{ key: t('delivery.fee'), value: fee.join(' + ') }] : []),
  ]
}
