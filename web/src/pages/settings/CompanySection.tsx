import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import { FirmCard } from '../../people/FirmCard.tsx'
import { Note } from '../../ui/Card.tsx'
import { FirmSections } from './FirmSections.tsx'

/** The firms that invoice: who they are, where one pays them, on which terms. */
export function CompanySection() {
  const { t } = useTranslation('settings')
  return (
    <>
      {!useMayWrite('settings') && <Note>{t('notYours')}</Note>}
      <FirmSections>{(firm) => <FirmCard key={firm.id} firm={firm} />}</FirmSections>
    </>
  )
}
