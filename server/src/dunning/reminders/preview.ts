import { readableNumber } from '@quittance/core/dunning/sms/phone-number.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { found } from '../../platform/http/app-error.ts'
import { withPictureInside } from '../letters/transfer-picture.ts'
import { buildMessage } from '../messages/build-message.ts'
import { frozenMessage } from '../messages/outgoing-mail.ts'
import { type Attachment, type ReminderHead, reminderHead } from '../messages/queries.ts'
import type { RunContext } from '../run/run-context.ts'
import { draftToEdit } from './edit-reminder.ts'
import { currentDecisionOf } from './list-queries.ts'
import { noticeOf, toldOf } from './told-of.ts'
import { copySentence, endedSentence, sayer, stepLabel, troubleSentence } from './words.ts'

const named = ({ name, address }: { name: string | null; address: string }): string =>
  name ? `${name} <${address}>` : address

const called = ({ name, address }: { name: string | null; address: string }): string =>
  name ? `${name}, ${readableNumber(address)}` : readableNumber(address)

/** The exact message: what left, word for word, or what would leave now. */
export async function previewReminder(db: Db, id: number, run: RunContext, language: Language) {
  const head = found(await reminderHead(db, id))
  const built = await buildMessage(db, head, run)
  const shown = frozenMessage(head) ?? built
  const told = await toldOf(db, id)
  const carrying = built.items.find((item) => item.item === head.carrying)
  return {
    id: head.id,
    customer: { id: head.customer, name: head.customerName },
    state: head.state,
    channel: head.channel,
    tone: head.tone,
    from: named(shown.from),
    replyTo: shown.replyTo,
    to: shown.to.map(head.channel === 'sms' ? called : named),
    cc: shown.cc.map(named),
    subject: shown.subject,
    text: shown.text,
    html: withPictureInside(shown.html, shown.transfer ?? null),
    attachments: await withSizes(db, shown.attachments),
    why: await whyOf(db, head, language),
    stepLabel: stepLabel(head.delayDays, language),
    stepInvoice: carrying?.invoiceNumber ?? null,
    missing: [...built.missing],
    edited: told.edited,
    notice: noticeOf(told, head.state, language),
    ...draftToEdit(head, built),
    serverReply: head.serverReply,
  }
}

/** How large each file is, in bytes. */
async function withSizes(db: Db, attachments: readonly Attachment[]) {
  const ids = attachments.map(({ invoiceId }) => invoiceId)
  const rows = await db.rows<{ invoice: number; size: number }>(sql`
    select invoice_id as invoice, length(content) as size from invoice_file
    where organization_id = current_organization() and invoice_id = any(${ids})`)
  const sizes = new Map(rows.map(({ invoice, size }) => [invoice, size]))
  return attachments.map(({ name, invoiceId }) => ({ name, invoiceId, size: sizes.get(invoiceId) ?? null }))
}

async function whyOf(db: Db, head: ReminderHead, language: Language): Promise<string> {
  const trouble = troubleSentence(head, language)
  if (trouble !== null) return trouble
  if (head.state === 'cancelled' || head.state === 'held') return endedSentence(head.endedBecause, language)
  if (head.about === 'copy') return copySentence[language]
  if (head.about === 'manual') {
    return language === 'fr' ? 'Demandée à la main, en dehors du scénario.' : 'Asked for by hand, outside the scenario.'
  }
  const decision = await currentDecisionOf(db, head.customer, head.legalEntity)
  if (!decision) return ''
  return (await sayer(db, [decision.decision], language)).decision(decision.decision, head.customerName)
}
