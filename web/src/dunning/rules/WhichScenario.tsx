import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { Card, Note, SectionTitle } from '../../ui/Card.tsx'
import { ComboBox, type Found } from '../../ui/form/ComboBox.tsx'
import { findFound } from '../texts/find-found.ts'
import { useScenarioName } from '../use-scenario-name.ts'
import { type ScenarioRule, trialQuery } from './rules-api.ts'

/** « Quel scénario pour ce client ? », by the rules on screen, saved or not. */
export function WhichScenario({ rules }: { readonly rules: readonly ScenarioRule[] }) {
  const { t } = useTranslation('scenarios')
  const { t: dunning } = useTranslation('dunning')
  const nameOf = useScenarioName()
  const [customer, setCustomer] = useState<Found | null>(null)
  const { data, error } = useQuery({
    ...trialQuery(rules, customer && Number(customer.id)),
    enabled: customer !== null,
  })
  const followed = customer && data?.followed
  return (
    <Card padded className="self-start" label={t('rules.which')}>
      <SectionTitle className="pb-2">{t('rules.which')}</SectionTitle>
      <ComboBox label={t('rules.customer')} value={customer} onChange={setCustomer} search={findFound} />
      <div aria-live="polite" className="pt-2.5">
        {followed ? (
          <Note look="accent">
            <TextLink link={{ to: paths.scenario, params: { id: String(followed.scenario.id) } }}>
              {dunning('scenario.title', { name: nameOf(followed.scenario) })}
            </TextLink>
            <p className="pt-0.5">{followed.sentence}</p>
          </Note>
        ) : error && customer ? (
          <p className="text-small text-danger">{error.message}</p>
        ) : (
          <p className="text-small text-ink3">{t('rules.whichNote')}</p>
        )}
      </div>
    </Card>
  )
}
