import { channels, isInternal, isMessage } from '@quittance/core/dunning/scenario.ts'
import type { ScenarioProblem } from '@quittance/core/dunning/validate-scenario.ts'
import { IconTrash } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { assigneesQuery } from '../invoices/api.ts'
import { PersonSelect } from '../invoices/PersonSelect.tsx'
import { Note } from '../ui/Card.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { Select } from '../ui/form/Select.tsx'
import { Switch } from '../ui/form/Switch.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { IconTile } from '../ui/Pill.tsx'
import { channelLook } from './channel-look.ts'
import { DaysInput } from './DaysInput.tsx'
import { StepDelivery, StepHour, StepMore } from './StepDelivery.tsx'
import type { ScenarioStep } from './scenario-api.ts'
import { useStepWords } from './use-step-words.ts'

const assignees = ['collector', 'salesRep', 'director', 'person'] as const
const lateTones = ['friendly', 'neutral', 'firm', 'formalNotice'] as const
/** Told under their own field. */
const inDelivery: readonly string[] = ['label', 'copies', 'fee']
const aboutDays: readonly string[] = ['outOfBounds', 'notIncreasing', 'notWholeDays']

export interface StepEditorProps {
  readonly step: ScenarioStep
  readonly steps: readonly ScenarioStep[]
  readonly problem: ScenarioProblem | undefined
  readonly onChange: (change: Partial<Omit<ScenarioStep, 'key'>>) => void
  readonly onRemove: () => void
}

/** One step: when, by which means, in which tone, by whom. */
export function StepEditor({ step, steps, problem, onChange, onRemove }: StepEditorProps) {
  const { t } = useTranslation('dunning')
  const words = useStepWords()
  const { icon, tone } = channelLook[step.channel]
  const isAboutDays = problem !== undefined && aboutDays.includes(problem.because)
  return (
    <>
      <div className="flex items-center gap-2.5 border-b border-line px-[18px] py-3">
        <IconTile icon={icon} tone={tone} />
        <h2 className="min-w-0 flex-1 truncate text-section">{words.title(step, steps)}</h2>
        <Switch isOn={step.isActive} onChange={(isActive) => onChange({ isActive })}>
          {t('steps.active')}
        </Switch>
        <IconButton
          icon={IconTrash}
          label={t('steps.remove')}
          size="small"
          onPress={onRemove}
          isDisabled={steps.length === 1}
        />
      </div>
      <div className="grid grid-cols-1 gap-3 px-[18px] py-3.5">
        <DaysInput
          key={step.key}
          value={step.delayDays}
          onChange={(delayDays) => onChange({ delayDays, ...fitting(step, delayDays) })}
          error={isAboutDays ? problem.sentence : undefined}
        />
        <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
          <Select
            label={t('steps.channel')}
            value={step.channel}
            description={step.delayDays < 0 ? t('steps.onlyCourtesy') : undefined}
            onChange={(channel) => onChange({ channel })}
            options={(step.delayDays < 0 ? channels.filter(isMessage) : channels).map((value) => ({
              value,
              label: t(`channel.${value}`),
            }))}
          />
          {isMessage(step.channel) && <StepHour step={step} onChange={onChange} />}
          {!isMessage(step.channel) && (
            <Select
              label={t('steps.assignee')}
              value={step.assignee}
              onChange={(assignee) => onChange({ assignee, ...(assignee !== 'person' && { assigneeId: null }) })}
              options={assignees.map((value) => ({ value, label: t(`assignee.${value}`) }))}
            />
          )}
          {!isMessage(step.channel) && step.assignee === 'person' && (
            <Person id={step.assigneeId} onChange={(assigneeId) => onChange({ assigneeId })} />
          )}
        </div>
        {!isInternal(step.channel) && step.delayDays >= 0 && (
          <div>
            <p className="pb-1 text-table text-ink2">{t('steps.tone')}</p>
            <SegmentedControl
              label={t('steps.tone')}
              value={step.tone}
              onChange={(value) => onChange({ tone: value })}
              options={lateTones.map((value) => ({ value, label: t(`toneTitle.${value}`) }))}
            />
          </div>
        )}
        <StepDelivery step={step} problem={problem} onChange={onChange} />
        <StepMore key={`more-${step.key}`} step={step} problem={problem} onChange={onChange} />
        {problem && !isAboutDays && (problem.field === null || !inDelivery.includes(problem.field)) && (
          <Note look="danger">{problem.sentence}</Note>
        )}
      </div>
    </>
  )
}

/** Before the due date nothing is owed: a courtesy e-mail is all there is; after it there is none. */
function fitting(step: ScenarioStep, delayDays: number): Partial<ScenarioStep> {
  if (delayDays < 0)
    return { channel: step.channel === 'sms' ? 'sms' : 'email', tone: 'courtesy', feeFixed: null, feeBasisPoints: null }
  return step.tone === 'courtesy' ? { tone: 'friendly' } : {}
}

function Person({ id, onChange }: { readonly id: number | null; readonly onChange: (id: number) => void }) {
  const { t } = useTranslation('dunning')
  const people = useQuery(assigneesQuery).data ?? []
  return <PersonSelect label={t('steps.person')} people={people} value={id} onChange={onChange} />
}
