import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { scenariosQuery } from '../../dunning/scenario-api.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'

/** What a rule changes for customers is one link away: the simulation, the scenarios, the texts. */
export function RuleLinks() {
  const { t } = useTranslation('settings')
  const scenario = useQuery(scenariosQuery).data?.find(({ defaultFor }) => defaultFor.includes('company'))
  return (
    <p className="flex flex-wrap gap-x-5 gap-y-1 px-1 text-body">
      <TextLink link={scenario ? { to: paths.scenario, params: { id: String(scenario.id) } } : { to: paths.scenarios }}>
        {t('rules.simulation')}
      </TextLink>
      <TextLink link={{ to: paths.reminders }}>{t('rules.ready')}</TextLink>
      <TextLink link={{ to: paths.scenarios }}>{t('rules.scenarios')}</TextLink>
      <TextLink link={{ to: paths.messageTemplates }}>{t('rules.texts')}</TextLink>
    </p>
  )
}
