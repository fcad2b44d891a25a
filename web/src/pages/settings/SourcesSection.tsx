import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import { FreshnessRule } from '../../imports/FreshnessRule.tsx'
import { SourcesCard } from '../../imports/SourcesCard.tsx'
import { Note } from '../../ui/Card.tsx'

/** Where invoices keep coming from, and how old that may be before somebody looks. */
export function SourcesSection() {
  const { t } = useTranslation('settings')
  return (
    <>
      {!useMayWrite('settings') && <Note>{t('notYours')}</Note>}
      <SourcesCard />
      <FreshnessRule />
    </>
  )
}
