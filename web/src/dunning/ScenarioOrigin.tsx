import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { TextLink } from '../ui/ButtonLink.tsx'
import { followedQuery } from './scenario-api.ts'
import { useScenarioName } from './use-scenario-name.ts'

export interface ScenarioOriginProps {
  readonly of: 'customer' | 'invoice'
  readonly id: number
}

/** « Scénario Standard. Selon la règle : entreprises, 10 000 € dus ou plus. »: which one is followed, and why that one. */
export function ScenarioOrigin({ of, id }: ScenarioOriginProps) {
  const { t } = useTranslation('dunning')
  const nameOf = useScenarioName()
  const { data } = useQuery(followedQuery(of, id))
  if (!data) return null
  return (
    <p className="text-small text-ink3">
      <TextLink link={{ to: paths.scenario, params: { id: String(data.scenario.id) } }}>
        {t('scenario.title', { name: nameOf(data.scenario) })}
      </TextLink>
      {'. '}
      {data.sentence}
    </p>
  )
}
