import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../../app/ReadError.tsx'
import { numbersOf, rulesQuery, type SavedRule } from '../../dunning/rules/rules-api.ts'
import { scenariosQuery } from '../../dunning/scenario-api.ts'
import { Card } from '../../ui/Card.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { RulesDraft } from './RulesDraft.tsx'

/** The rules a draft was begun on, and those its author knows of. */
interface Kept {
  readonly rules: readonly SavedRule[]
  readonly seen: readonly number[]
}

/** Who follows what: rules in the order they are tried, and how many customers each takes. */
export function ScenarioRulesPage() {
  const { t } = useTranslation('scenarios')
  const rules = useQuery(rulesQuery)
  const scenarios = useQuery(scenariosQuery)
  // What a person works on stays as they opened it, whatever is saved elsewhere meanwhile.
  const [kept, setKept] = useState<Kept | null>(null)
  if (rules.data && scenarios.data) {
    const latest = numbersOf(rules.data)
    const { rules: begun, seen } = kept ?? { rules: rules.data, seen: latest }
    return (
      <RulesDraft
        key={numbersOf(begun).join()}
        saved={begun}
        seen={seen}
        isNewer={seen.join() !== latest.join()}
        scenarios={scenarios.data}
        onTouch={() => setKept({ rules: begun, seen })}
        onSeen={() => setKept({ rules: begun, seen: latest })}
        onFresh={() => setKept(null)}
      />
    )
  }
  const failed = [rules, scenarios].find(({ error }) => error)
  return (
    <Page>
      <PageHeader title={t('rules.title')} note={t('rules.note')} />
      <Card>
        {failed?.error ? (
          <ReadError what={t('rules.what')} error={failed.error} onRetry={failed.refetch} />
        ) : (
          <SkeletonLines lines={8} />
        )}
      </Card>
    </Page>
  )
}
