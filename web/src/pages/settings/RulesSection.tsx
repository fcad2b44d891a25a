import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { useMayWrite } from '../../app/use-may-write.ts'
import { scenariosQuery } from '../../dunning/scenario-api.ts'
import { AutomaticSending } from '../../people/AutomaticSending.tsx'
import { FrozenSending } from '../../people/FrozenSending.tsx'
import { SendingRules } from '../../people/SendingRules.tsx'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { Note } from '../../ui/Card.tsx'

/** When messages leave, with or without an approval; what it changes is one link away. */
export function RulesSection() {
  const { t } = useTranslation('settings')
  const mayWrite = useMayWrite('settings')
  const scenario = useQuery(scenariosQuery).data?.find(({ defaultFor }) => defaultFor === 'company')
  return (
    <>
      {!mayWrite && <Note>{t('notYours')}</Note>}
      <FrozenSending />
      <AutomaticSending />
      <SendingRules />
      <p className="flex flex-wrap gap-x-5 gap-y-1 px-1 text-body">
        <TextLink
          link={scenario ? { to: paths.scenario, params: { id: String(scenario.id) } } : { to: paths.scenarios }}
        >
          {t('rules.simulation')}
        </TextLink>
        <TextLink link={{ to: paths.reminders }}>{t('rules.ready')}</TextLink>
      </p>
    </>
  )
}
