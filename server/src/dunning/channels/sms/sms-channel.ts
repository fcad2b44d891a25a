import type { Channel } from '../channel.ts'
import { explainSms } from './explain-sms.ts'
import { sendSms } from './gateway.ts'
import { openGateway } from './gateway-settings.ts'

/** SMS over the organisation's HTTP gateway, to one number. */
export const smsChannel: Channel = {
  async open(db, _legalEntity, { unseal }) {
    const gateway = await openGateway(db, unseal)
    if (!gateway) return null
    return {
      async pack(_db, head, message) {
        const to = message.to[0]?.address ?? ''
        return (hooks) => sendSms(gateway, { to, text: message.text, id: head.messageId.replace(/[<>]/g, '') }, hooks)
      },
    }
  },
  explain: (outcome, language, isLast = false) => explainSms(outcome, language, isLast ? 'last' : 'again'),
  explainRest: (language) =>
    language === 'fr'
      ? 'Le SMS n’est pas parti : la passerelle n’a pas pris ceux d’avant. Nous réessayons plus tard.'
      : 'The SMS has not left: the gateway did not take those before. We try again later.',
}
