import { compose } from '../../platform/mail/compose.ts'
import { explainOutcome, explainRest } from '../../platform/mail/explain-outcome.ts'
import { sendOverSmtp } from '../../platform/mail/send-over-smtp.ts'
import { mailOf } from '../messages/outgoing-mail.ts'
import { senderOf } from '../sending/sender-settings.ts'
import type { Channel } from './channel.ts'

/** E-mail over the mail server of the firm. */
export const emailChannel: Channel = {
  async open(db, legalEntity, { unseal, sessions, timeouts }) {
    const sender = await senderOf(db, legalEntity, unseal)
    if (!sender) return null
    const settings = { ...sender.settings, ...(timeouts && { timeouts }) }
    return {
      async pack(within, head, message, nowMs) {
        const raw = await compose(await mailOf(within, head, message, nowMs))
        const envelope = { from: message.from.address, to: [...message.to, ...message.cc].map((one) => one.address) }
        const send = sessions?.send ?? sendOverSmtp
        return (hooks) => send(settings, envelope, raw, hooks)
      },
    }
  },
  explain: explainOutcome,
  explainRest,
}
