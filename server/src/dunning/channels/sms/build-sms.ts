import { mobileNumber } from '@quittance/core/dunning/sms/phone-number.ts'
import { smsMessages } from '@quittance/core/dunning/sms/sms-messages.ts'
import { plainForSms, smsSize } from '@quittance/core/dunning/sms/sms-parts.ts'
import type { PreparedMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import { superiorLast } from '../../../customers/contact-order.ts'
import type { Db } from '../../../platform/database/db.ts'
import { sql } from '../../../platform/database/sql.ts'
import { type Recipient, type ReminderHead, stepText, writtenTemplate } from '../../messages/queries.ts'
import type { MessageBlock } from '../../templates/message-blocks.ts'
import { renderMessage } from '../../templates/render-message.ts'
import { smsParts } from './gateway-settings.ts'

/** An SMS as it would leave now. */
export interface BuiltSms {
  readonly to: readonly Recipient[]
  readonly text: string
  /** What it was written from. */
  readonly template: string
  readonly gap: string | null
  readonly parts: number
  /** More parts than the organisation pays for: it does not leave. */
  readonly isTooLong: boolean
}

/** What a text is measured by while no gateway says. */
const usualParts = 3

/** Who pays, by mobile: of the roles asked for, else the first that has one. */
async function mobileOf(
  db: Db,
  { customer, delivery }: Pick<ReminderHead, 'customer' | 'delivery'>,
): Promise<Recipient[]> {
  const rows = await db.rows<{ contact: number; name: string | null; phone: string; role: string }>(sql`
    select id as contact, nullif(concat_ws(' ', first_name, last_name), '') as name, phone, role from contact
    where organization_id = current_organization() and customer_id = ${customer} and receives_reminders and phone <> ''
      and phone is distinct from phone_refused
    order by ${superiorLast(sql`role`)}, id`)
  const reachable = rows.flatMap(({ phone, ...rest }) => {
    const address = mobileNumber(phone)
    return address === null ? [] : [{ ...rest, address }]
  })
  const named = reachable.filter(({ role }) => delivery.recipients?.some((one) => one === role))
  return [...named, ...reachable].slice(0, 1).map(({ contact, name, address }) => ({ contact, name, address }))
}

/** The paragraphs of a message in signs every phone knows. */
export const smsTextOf = (blocks: readonly MessageBlock[]): string =>
  plainForSms(blocks.flatMap((block) => (block.kind === 'paragraph' ? block.lines : [])).join(' '))

/** One text of plain signs to one number. */
export async function buildSms(db: Db, head: ReminderHead, prepared: PreparedMessage): Promise<BuiltSms> {
  const written =
    (await stepText(db, head, head.textLanguage)) ?? (await writtenTemplate(db, head.tone, head.textLanguage, 'sms'))
  const body = head.bodyWritten ?? written?.body ?? smsMessages[head.language][head.tone]
  const { blocks, gap } = renderMessage({ subject: '', body }, prepared, head.language)
  const text = smsTextOf(blocks)
  const { parts } = smsSize(text)
  const mostParts = (await smsParts(db)) ?? usualParts
  return { to: await mobileOf(db, head), text, template: body, gap, parts, isTooLong: parts > mostParts }
}
