import { useTranslation } from 'react-i18next'
import { AppearanceChoices } from '../../app/shell/AppearanceChoices.tsx'
import { Card, SectionTitle } from '../../ui/Card.tsx'

/** Theme and language, for this browser. */
export function AppearanceCard() {
  const { t } = useTranslation('settings')
  return (
    <Card padded label={t('section.apparence')} className="grid gap-3">
      <SectionTitle>{t('appearance.title')}</SectionTitle>
      <p className="text-body text-ink2">{t('appearance.lead')}</p>
      <div className="max-w-sm">
        <AppearanceChoices />
      </div>
    </Card>
  )
}
