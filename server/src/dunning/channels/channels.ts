import type { ReminderHead } from '../messages/queries.ts'
import type { Channel } from './channel.ts'
import { emailChannel } from './email-channel.ts'
import { smsChannel } from './sms/sms-channel.ts'

/** Every way by which messages leave by themselves. Letters are put in the post by people: `postal-service.ts`. */
export const channels: Readonly<Record<ReminderHead['channel'], Channel>> = {
  email: emailChannel,
  sms: smsChannel,
}
