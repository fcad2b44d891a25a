import { contactRoles, isMessage, releases, senders } from '@quittance/core/dunning/scenario.ts'
import type { ScenarioProblem } from '@quittance/core/dunning/validate-scenario.ts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { MultiSelect } from '../ui/form/MultiSelect.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { Select } from '../ui/form/Select.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { useLanguage } from '../ui/use-language.ts'
import {
  addressesFrom,
  addressesIn,
  copiesOf,
  hourFrom,
  hourText,
  namedCopies,
  namedIn,
  sumFrom,
  sumText,
} from './delivery-words.ts'
import type { ScenarioStep } from './scenario-api.ts'
import { TypedField } from './TypedField.tsx'
import { useStepWords } from './use-step-words.ts'

export interface StepDeliveryProps {
  readonly step: ScenarioStep
  readonly problem: ScenarioProblem | undefined
  readonly onChange: (change: Partial<Omit<ScenarioStep, 'key'>>) => void
}

/** To whom a step writes: as the organisation does it until somebody says otherwise. */
export function StepDelivery({ step, problem, onChange }: StepDeliveryProps) {
  const { t } = useTranslation('dunning')
  const error = (field: string) => (problem?.field === field ? problem.sentence : undefined)
  const words = useStepWords()
  const written = isMessage(step.channel)
  return (
    <>
      {step.channel === 'task' && (
        <TextInput
          label={t('delivery.label')}
          value={step.label ?? ''}
          onChange={(label) => onChange({ label: label === '' ? null : label })}
          error={error('label')}
        />
      )}
      {written && (
        <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
          <MultiSelect
            label={t('delivery.recipients')}
            value={step.recipients ?? []}
            onChange={(roles) => onChange({ recipients: roles.length === 0 ? null : roles })}
            placeholder={t('role.usual')}
            options={contactRoles.map((value) => ({ value, label: t(`role.${value}`) }))}
          />
          <MultiSelect
            label={t('delivery.copies')}
            value={namedIn(step.copies)}
            onChange={(named) => onChange({ copies: copiesOf(named, addressesIn(step.copies)) })}
            placeholder={t(step.copies.length > 0 ? 'delivery.onlyAddresses' : 'message.noCopy')}
            options={namedCopies.map((value) => ({ value, label: words.copy(value) }))}
            error={error('copies')}
          />
        </div>
      )}
    </>
  )
}

/** When a message of this step leaves, where it is another hour than usual. */
export function StepHour({ step, onChange }: Pick<StepDeliveryProps, 'step' | 'onChange'>) {
  const { t } = useTranslation('dunning')
  const usual = hourText(useSession().organization.departureMinute)
  return (
    <TypedField
      key={`hour-${step.key}`}
      label={t('delivery.hour')}
      placeholder={usual}
      description={t('delivery.hourHow', { hour: usual })}
      value={hourText(step.departureMinute)}
      read={hourFrom}
      onRead={(departureMinute) => onChange({ departureMinute })}
      refusal={t('delivery.hourRefused')}
    />
  )
}

/** What is seldom said of one step: who signs, by itself or approved, and what it costs. Folded while nothing is. */
export function StepMore({ step, problem, onChange }: StepDeliveryProps) {
  const { t } = useTranslation('dunning')
  const { t: own } = useTranslation('scenarios')
  const language = useLanguage()
  const error = (field: string) => (problem?.field === field ? problem.sentence : undefined)
  const written = isMessage(step.channel)
  const hasFee = step.delayDays >= 0 && step.channel !== 'task' && step.channel !== 'decision'
  const isSaid =
    step.sender !== null ||
    step.release !== 'asOrganization' ||
    step.feeFixed !== null ||
    step.feeBasisPoints !== null ||
    addressesIn(step.copies).length > 0
  const [isOpen, setOpen] = useState(isSaid)
  if (!written && !hasFee) return null
  return (
    <details open={isOpen || problem?.field === 'fee'} onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary className="w-fit cursor-pointer rounded-check text-table text-ink2 hover:text-ink touch:min-h-11">
        {own('more')}
      </summary>
      <div className="grid gap-3 pt-2.5">
        {written && (
          <Select
            label={t('delivery.sender')}
            value={step.sender ?? 'collector'}
            onChange={(sender) => onChange({ sender: sender === 'collector' ? null : sender })}
            options={senders.map((value) => ({ value, label: t(`assignee.${value}`) }))}
          />
        )}
        {written && (
          <TypedField
            key={`copies-${step.key}`}
            label={t('delivery.copyAddresses')}
            value={addressesIn(step.copies).join(', ')}
            read={addressesFrom}
            onRead={(addresses) => onChange({ copies: copiesOf(namedIn(step.copies), addresses) })}
            refusal={t('delivery.copiesRefused')}
          />
        )}
        {written && (
          <div>
            <p className="pb-1 text-table text-ink2">{t('delivery.release')}</p>
            <SegmentedControl
              label={t('delivery.release')}
              value={step.release}
              onChange={(release) => onChange({ release })}
              options={releases.map((value) => ({ value, label: t(`release.${value}`) }))}
            />
          </div>
        )}
        {hasFee && (
          <div className="grid grid-cols-1 gap-3 md:grid-cols-2">
            <TypedField
              key={`fixed-${step.key}`}
              label={t('delivery.feeFixed')}
              description={t('delivery.feeHow')}
              value={sumText(step.feeFixed, language)}
              read={sumFrom}
              onRead={(feeFixed) => onChange({ feeFixed })}
              error={error('fee')}
              refusal={t('delivery.sumRefused')}
            />
            <TypedField
              key={`share-${step.key}`}
              label={t('delivery.feeShare')}
              value={sumText(step.feeBasisPoints, language)}
              read={sumFrom}
              onRead={(feeBasisPoints) => onChange({ feeBasisPoints })}
              refusal={t('delivery.sumRefused')}
              end="%"
            />
          </div>
        )}
      </div>
    </details>
  )
}
