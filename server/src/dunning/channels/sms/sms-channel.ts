import type { SendOutcome } from '../../../platform/mail/smtp-outcome.ts'
import type { Channel } from '../channel.ts'
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
  explain: explainSms,
  explainRest: (language) =>
    language === 'fr'
      ? 'Le SMS n’est pas parti : la passerelle n’a pas pris ceux d’avant. Nous réessayons plus tard.'
      : 'The SMS has not left: the gateway did not take those before. We try again later.',
}

function explainSms(outcome: SendOutcome, language: 'fr' | 'en', isLast = false): string {
  const fr = language === 'fr'
  const later = isLast
    ? fr
      ? 'Plusieurs essais ont échoué : vérifiez Réglages, SMS.'
      : 'Several tries have failed: check Settings, SMS.'
    : fr
      ? 'Nous réessayons plus tard.'
      : 'We try again later.'
  switch (outcome.kind) {
    case 'accepted':
      return fr ? 'Le SMS est parti : la passerelle l’a accepté.' : 'The SMS has left: the gateway accepted it.'
    case 'uncertain':
      return fr
        ? `Le SMS est peut-être parti : la passerelle n’a pas répondu clairement (${outcome.why}). Vérifiez dans son journal, puis dites s’il est parti.`
        : `The SMS may have left: the gateway gave no clear answer (${outcome.why}). Look in its log, then say whether it left.`
    case 'temporary':
      return fr
        ? `Le SMS n’est pas parti : la passerelle demande d’attendre (${outcome.reply}). ${later}`
        : `The SMS has not left: the gateway asks to wait (${outcome.reply}). ${later}`
    case 'permanent':
      return outcome.scope === 'address'
        ? fr
          ? `Le SMS n’est pas parti : la passerelle refuse ce numéro ou ce texte (${outcome.reply}). Corrigez le numéro du contact.`
          : `The SMS has not left: the gateway refuses this number or text (${outcome.reply}). Correct the contact’s number.`
        : fr
          ? `Le SMS n’est pas parti : la passerelle refuse nos demandes (${outcome.reply}). Vérifiez Réglages, SMS.`
          : `The SMS has not left: the gateway refuses our requests (${outcome.reply}). Check Settings, SMS.`
    case 'notConnected':
      return fr
        ? `Le SMS n’est pas parti : la passerelle ne répond pas. ${later}`
        : `The SMS has not left: the gateway does not answer. ${later}`
  }
}
