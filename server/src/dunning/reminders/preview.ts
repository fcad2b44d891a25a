import type { Db } from '../../platform/database/db.ts'
import { found } from '../../platform/http/app-error.ts'
import { withPictureInside } from '../letters/transfer-picture.ts'
import { buildMessage } from '../messages/build-message.ts'
import { frozenMessage } from '../messages/outgoing-mail.ts'
import { type ReminderHead, reminderHead } from '../messages/queries.ts'
import type { RunContext } from '../run/run-context.ts'
import { currentDecisionOf } from './list-queries.ts'
import { endedSentence, sayer, stepLabel, troubleSentence } from './words.ts'

const named = ({ name, address }: { name: string | null; address: string }): string =>
  name ? `${name} <${address}>` : address

/** The exact message: what left, word for word, or what would leave now. */
export async function previewReminder(db: Db, id: number, run: RunContext, language: 'fr' | 'en') {
  const head = found(await reminderHead(db, id))
  const built = await buildMessage(db, head, run)
  const shown = frozenMessage(head) ?? built
  const carrying = built.items.find((item) => item.item === head.carrying)
  return {
    id: head.id,
    customer: { id: head.customer, name: head.customerName },
    state: head.state,
    tone: head.tone,
    from: named(shown.from),
    replyTo: shown.replyTo,
    to: shown.to.map(named),
    cc: shown.cc.map(named),
    subject: shown.subject,
    text: shown.text,
    html: withPictureInside(shown.html, shown.transfer ?? null),
    attachments: shown.attachments.map((one) => ({ ...one })),
    why: await whyOf(db, head, language),
    stepLabel: stepLabel(head.delayDays, language),
    stepInvoice: carrying?.invoiceNumber ?? null,
    missing: [...built.missing],
    isEdited: head.bodyWritten !== null || head.subjectWritten !== null,
    draft: built.draft,
    serverReply: head.serverReply,
  }
}

async function whyOf(db: Db, head: ReminderHead, language: 'fr' | 'en'): Promise<string> {
  const trouble = troubleSentence(head, language)
  if (trouble !== null) return trouble
  if (head.state === 'cancelled' || head.state === 'held') return endedSentence(head.endedBecause, language)
  if (head.about === 'manual') {
    return language === 'fr' ? 'Demandée à la main, en dehors du scénario.' : 'Asked for by hand, outside the scenario.'
  }
  const decision = await currentDecisionOf(db, head.customer, head.legalEntity)
  if (!decision) return ''
  return (await sayer(db, [decision.decision], language)).decision(decision.decision, head.customerName)
}
