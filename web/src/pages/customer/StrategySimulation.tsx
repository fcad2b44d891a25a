import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../../app/ReadError.tsx'
import { WireSums } from '../../app/WireSums.tsx'
import { useScenarioName } from '../../dunning/use-scenario-name.ts'
import { Note } from '../../ui/Card.tsx'
import { DateText } from '../../ui/DateText.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { type Simulation, strategyQuery } from './strategy-query.ts'

export interface StrategySimulationProps {
  readonly scenario: { readonly id: number; readonly name: string }
  readonly customer: number
}

/** « Voir ce qui partirait »: day by day with this scenario, before it is chosen. */
export function StrategySimulation({ scenario, customer }: StrategySimulationProps) {
  const { t } = useTranslation('customers')
  const nameOf = useScenarioName()
  const { data, error, refetch } = useQuery(strategyQuery(scenario.id, customer))
  if (error && !data) {
    return <ReadError what={t('strategy.what')} error={error} onRetry={refetch} />
  }
  if (!data) return <SkeletonLines />
  const days = data.days.filter((day) => day.emails + day.calls + day.letters + day.decisions > 0)
  return (
    <Note>
      <p className="text-small font-medium text-ink">{t('strategy.simulationWith', { name: nameOf(scenario) })}</p>
      {days.length === 0 && <p className="pt-1 text-small">{t('strategy.nothing')}</p>}
      <ul className="grid gap-1 pt-1 text-small empty:hidden">
        {days.map((day) => (
          <SimulatedDay key={day.on} day={day} />
        ))}
      </ul>
      {data.held.length > 0 && (
        <p className="pt-1 text-small text-ink3">{data.held.map(({ label }) => label).join(' · ')}</p>
      )}
    </Note>
  )
}

function SimulatedDay({ day }: { readonly day: Simulation['days'][number] }) {
  const { t } = useTranslation('customers')
  const { emails, calls, letters, decisions } = day
  const counts = { emails, calls, letters, decisions }
  const words = (['emails', 'calls', 'letters', 'decisions'] as const)
    .filter((kind) => counts[kind] > 0)
    .map((kind) => t(`strategy.${kind}`, { count: counts[kind] }))
  return (
    <li className="flex justify-between gap-3">
      <DateText date={asDate(day.on)} style="weekday" />
      <span className="flex-1 text-ink">{words.join(', ')}</span>
      <WireSums of={day.total} />
    </li>
  )
}
