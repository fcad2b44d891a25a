import { useTranslation } from 'react-i18next'
import { paths } from '../../app/paths.ts'
import { FrozenSending } from '../../people/FrozenSending.tsx'
import { SmtpSettingsCard } from '../../people/SmtpSettingsCard.tsx'
import { TextLink } from '../../ui/ButtonLink.tsx'
import { FirmSections } from './FirmSections.tsx'

/** From which server messages leave; when they do is a matter of reminders. */
export function SenderSection() {
  const { t } = useTranslation('settings')
  return (
    <>
      <FrozenSending />
      <FirmSections>{(firm) => <SmtpSettingsCard key={firm.id} firm={firm} />}</FirmSections>
      <p className="px-1 text-body">
        <TextLink link={{ to: paths.settingsSection, params: { section: 'relances' } }}>{t('toRules')}</TextLink>
      </p>
    </>
  )
}
