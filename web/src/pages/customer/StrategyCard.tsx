import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { ReadError } from '../../app/ReadError.tsx'
import { useMayWrite } from '../../app/use-may-write.ts'
import type { Customer } from '../../customers/api.ts'
import { changeOfHabit } from '../../customers/payment-habit.ts'
import { useCustomerActs } from '../../customers/use-customer-acts.ts'
import { useHabitWords } from '../../customers/use-habit-words.ts'
import { ScenarioOrigin } from '../../dunning/ScenarioOrigin.tsx'
import { type Scenario, scenariosQuery } from '../../dunning/scenario-api.ts'
import { useScenarioName } from '../../dunning/use-scenario-name.ts'
import { Button } from '../../ui/Button.tsx'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { Card, SectionTitle } from '../../ui/Card.tsx'
import { RadioCards } from '../../ui/form/RadioCards.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { TextButton } from '../../ui/TextButton.tsx'
import { StrategySimulation } from './StrategySimulation.tsx'
import { useScenarioWords } from './use-step-words.ts'

/** How this customer pays, and how they are chased: another scenario is tried before it is chosen. */
export function StrategyCard({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const { data, error, refetch } = useQuery(scenariosQuery)
  return (
    <Card padded label={t('strategy.title')}>
      <SectionTitle
        end={
          <TextLink link={{ to: paths.scenario, params: { id: String(customer.scenario.id) } }}>
            {t('strategy.read')}
          </TextLink>
        }
      >
        {t('strategy.title')}
      </SectionTitle>
      <HabitWords customer={customer} />
      <ScenarioOrigin of="customer" id={customer.id} />
      {error && !data ? (
        <ReadError what={t('strategy.what')} error={error} onRetry={refetch} />
      ) : data ? (
        <Choice key={customer.scenario.id} customer={customer} scenarios={data} />
      ) : (
        <SkeletonLines />
      )}
    </Card>
  )
}

function HabitWords({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const words = useHabitWords()
  const change = customer.averageDelay === null ? null : changeOfHabit(customer.habit)
  return (
    <p className="pt-1.5 pb-2.5 text-small text-ink2">
      {words(customer.averageDelay)}
      {change !== null && change > 0 && ` ${t('habit.later', { count: change })}`}
      {change !== null && change < 0 && ` ${t('habit.sooner', { count: -change })}`}
    </p>
  )
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
        options={offered.map(({ id, name, steps, defaultFor }) => ({
          value: String(id),
          title: (
            <>
              {nameOf({ name })}
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
