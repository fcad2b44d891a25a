import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../../app/ReadError.tsx'
import { useMayWrite } from '../../app/use-may-write.ts'
import type { Customer } from '../../customers/api.ts'
import { changeOfHabit } from '../../customers/payment-habit.ts'
import { useCustomerActs } from '../../customers/use-customer-acts.ts'
import { ScenarioOrigin } from '../../dunning/ScenarioOrigin.tsx'
import { type Scenario, scenariosQuery } from '../../dunning/scenario-api.ts'
import { useScenarioName } from '../../dunning/use-scenario-name.ts'
import { ProfileDialog } from '../../payers/ProfileDialog.tsx'
import { ProfileWords } from '../../payers/ProfileWords.tsx'
import { Button } from '../../ui/Button.tsx'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { RadioCards } from '../../ui/form/RadioCards.tsx'
import { StatusPill } from '../../ui/Pill.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { advisedPreset } from './advised-preset.ts'
import { StrategySimulation } from './StrategySimulation.tsx'
import { useScenarioWords } from './use-step-words.ts'

/** How this customer pays, and how they are chased: another scenario is tried before it is chosen. */
export function StrategyCard({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const { data, error, refetch } = useQuery(scenariosQuery)
  const [isEditing, setEditing] = useState(false)
  const mayWrite = useMayWrite('business')
  return (
    <Card padded label={t('strategy.title')}>
      <SectionTitle
        end={
          mayWrite && (
            <TextButton className="text-small" onPress={() => setEditing(true)}>
              {t('strategy.edit')}
            </TextButton>
          )
        }
      >
        {t('strategy.title')}
      </SectionTitle>
      <ProfileWords customer={customer.id} more={useChangeWords(customer)} />
      <div className="pb-2.5">
        <ScenarioOrigin of="customer" id={customer.id} />
      </div>
      {error && !data ? (
        <ReadError what={t('strategy.what')} error={error} onRetry={refetch} />
      ) : data ? (
        <Choice key={customer.scenario.id} customer={customer} scenarios={data} />
      ) : (
        <SkeletonLines />
      )}
      <ProfileDialog customer={customer} isOpen={isEditing} onClose={() => setEditing(false)} />
    </Card>
  )
}

/** « De plus en plus tard : 9 jours de plus sur les derniers règlements. »; nothing where the habit stays. */
function useChangeWords({ averageDelay, habit }: Customer): string | undefined {
  const { t } = useTranslation('customers')
  const change = averageDelay === null ? null : changeOfHabit(habit)
  if (change === null || change === 0) return undefined
  return change > 0 ? t('habit.later', { count: change }) : t('habit.sooner', { count: -change })
}

/** Public bodies have scenarios of their own, without formal notice; what a firm wrote itself fits everybody. */
const fits = ({ preset }: Scenario, category: Customer['category']): boolean =>
  preset === null || (preset === 'publicBody') === (category === 'publicBody')

interface ChoiceProps {
  readonly customer: Customer
  readonly scenarios: readonly Scenario[]
}

function Choice({ customer, scenarios }: ChoiceProps) {
  const { t } = useTranslation('customers')
  const acts = useCustomerActs(customer)
  const scenarioWords = useScenarioWords()
  const nameOf = useScenarioName()
  const mayWrite = useMayWrite('business')
  const current = customer.scenario
  const [chosenId, setChosenId] = useState(current.id)
  const [isTrying, setTrying] = useState(false)
  const chosen = scenarios.find(({ id }) => id === chosenId) ?? current
  const offered = scenarios.filter((one) => one.id === current.id || fits(one, customer.category))
  const suggested = advisedPreset(customer)
  const usual = scenarios.find(({ defaultFor }) => defaultFor.includes(customer.category))

  const apply = () => {
    setTrying(false)
    const before = { scenarioId: current.isDefault ? null : current.id }
    const scenarioId = chosen.id === usual?.id ? null : chosen.id
    void acts.change({ scenarioId }, before, t('strategy.done', { name: nameOf(chosen) }))
  }
  return (
    <>
      <RadioCards
        label={t('strategy.label')}
        labelHidden
        value={String(chosenId)}
        onChange={(id) => setChosenId(Number(id))}
        options={offered.map(({ id, name, preset, steps, defaultFor }) => ({
          value: String(id),
          title: (
            <>
              {nameOf({ name })}
              {preset !== null && preset === suggested && (
                <StatusPill tone="accent" onTint={id === chosenId}>
                  {t('strategy.suggested')}
                </StatusPill>
              )}
              {id === current.id ? (
                <span className="font-regular text-ink3">({t('strategy.current')})</span>
              ) : (
                defaultFor.includes(customer.category) && (
                  <span className="font-regular text-ink3">({t('strategy.default')})</span>
                )
              )}
            </>
          ),
          note: scenarioWords(steps),
        }))}
      />
      <div className="flex flex-wrap items-center gap-x-3 gap-y-1.5 pt-3">
        {chosenId !== current.id && (
          <Button size="small" variant="accent" onPress={apply} disabledReason={mayWrite ? undefined : t('noRight')}>
            {t('strategy.apply', { name: nameOf(chosen) })}
          </Button>
        )}
        <TextButton className="text-small" onPress={() => setTrying(!isTrying)}>
          {t(isTrying ? 'strategy.hide' : 'strategy.simulate')}
        </TextButton>
      </div>
      {isTrying && (
        <div className="pt-2.5">
          <StrategySimulation scenario={chosen} customer={customer.id} />
        </div>
      )}
    </>
  )
}
