import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { ReadError } from '../../app/ReadError.tsx'
import { rulesQuery } from '../../dunning/rules/rules-api.ts'
import { scenariosQuery } from '../../dunning/scenario-api.ts'
import { Card } from '../../ui/Card.tsx'
import { Page, PageHeader } from '../../ui/Page.tsx'
import { SkeletonLines } from '../../ui/states.tsx'
import { RulesDraft } from './RulesDraft.tsx'

/** Who follows what: rules in the order they are tried, and how many customers each takes. */
export function ScenarioRulesPage() {
  const { t } = useTranslation('scenarios')
  const rules = useQuery(rulesQuery)
  const scenarios = useQuery(scenariosQuery)
  if (rules.data && scenarios.data) {
    // Rules that were saved are no longer a draft: the form starts anew.
    return <RulesDraft key={rules.dataUpdatedAt} saved={rules.data} scenarios={scenarios.data} />
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
