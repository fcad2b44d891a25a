import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import { CategoriesCard } from '../../disputes/CategoriesCard.tsx'
import { PayerRulesCard } from '../../payers/PayerRulesCard.tsx'
import { FrozenSending } from '../../people/FrozenSending.tsx'
import { SendingRules } from '../../people/SendingRules.tsx'
import { Note } from '../../ui/Card.tsx'
import { RuleLinks } from './RuleLinks.tsx'

/** What holds for every scenario; what it changes is one link away. */
export function RulesSection() {
  const { t } = useTranslation('settings')
  return (
    <>
      {!useMayWrite('settings') && <Note>{t('notYours')}</Note>}
      <FrozenSending />
      <SendingRules />
      <PayerRulesCard />
      <CategoriesCard />
      <RuleLinks />
    </>
  )
}
