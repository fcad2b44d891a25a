import { useTranslation } from 'react-i18next'
import { useMayWrite } from '../../app/use-may-write.ts'
import { AnswerRulesCard } from '../../dunning/answers/AnswerRulesCard.tsx'
import { MailboxCard } from '../../dunning/answers/MailboxCard.tsx'
import { SmsGatewayCard } from '../../dunning/SmsGatewayCard.tsx'
import { AutomaticSending } from '../../people/AutomaticSending.tsx'
import { ForewarningCard } from '../../people/ForewarningCard.tsx'
import { FrozenSending } from '../../people/FrozenSending.tsx'
import { SendingHours } from '../../people/SendingHours.tsx'
import { SmtpSettingsCard } from '../../people/SmtpSettingsCard.tsx'
import { Note } from '../../ui/Card.tsx'
import { FirmSections } from './FirmSections.tsx'
import { RuleLinks } from './RuleLinks.tsx'

/** Whether messages leave by themselves, when, and from which server. */
export function SenderSection() {
  const { t } = useTranslation('settings')
  return (
    <>
      {!useMayWrite('settings') && <Note>{t('notYours')}</Note>}
      <FrozenSending />
      <AutomaticSending />
      <FirmSections>{(firm) => <SmtpSettingsCard key={firm.id} firm={firm} />}</FirmSections>
      <SendingHours />
      <ForewarningCard />
      <FirmSections>{(firm) => <MailboxCard key={firm.id} firm={firm} />}</FirmSections>
      <AnswerRulesCard />
      <SmsGatewayCard />
      <RuleLinks />
    </>
  )
}
