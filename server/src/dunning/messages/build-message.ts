import type { Tone } from '@quittance/core/dunning/scenario.ts'
import { explainMissing } from '@quittance/core/dunning/write-reminder/claimed-extras.ts'
import { defaultMessages } from '@quittance/core/dunning/write-reminder/default-messages.ts'
import type { MessageTemplate } from '@quittance/core/dunning/write-reminder/message-template.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { Db } from '../../platform/database/db.ts'
import { houseLanguage } from '../house-language.ts'
import type { RunContext } from '../run/run-context.ts'
import { draftOf } from '../templates/message-blocks.ts'
import { renderMessage } from '../templates/render-message.ts'
import { explainFallback, explainGap } from './explain-gap.ts'
import { gatherFacts } from './gather-facts.ts'
import {
  type Attachment,
  type ContactRow,
  daysRemindedOf,
  entityRow,
  type FrozenRecipients,
  type ListedRow,
  listedIn,
  type ReminderHead,
  reachableContacts,
  threadOf,
  writtenTemplate,
} from './queries.ts'

/** A message as it would leave now. */
export interface BuiltMessage extends FrozenRecipients {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** The body as a person may rewrite it. */
  readonly draft: string
  readonly language: 'fr' | 'en'
  readonly items: readonly ListedRow[]
  readonly attachments: readonly Attachment[]
  readonly missing: readonly string[]
  /** The variable without a value that keeps it here. */
  readonly gap: string | null
  readonly earlier: readonly string[]
}

/** Attachments above this are left out, all of them: half of the invoices would be worse than none. */
const attachmentLimit = 5 * 1024 * 1024

/** Writes the message of a reminder from today's facts about what it lists. Nothing is stored. */
export async function buildMessage(
  db: Db,
  head: ReminderHead,
  run: RunContext,
  { attaches }: { readonly attaches: boolean } = { attaches: true },
): Promise<BuiltMessage> {
  const items = await listedIn(db, head.id)
  const entity = await entityRow(db, head.legalEntity)
  const { to, cc } = chooseRecipients(await reachableContacts(db, head.customer), head.tone)
  const listed = items.map((item) => item.item)
  const history = await daysRemindedOf(db, head.id, listed)
  const attachments = attaches ? attachable(items) : []
  const invoicesAttached = attachments.length === new Set(items.map((item) => item.invoice)).size
  const facts = await gatherFacts(db, head, { items, entity, contact: to[0] ?? null, history, invoicesAttached }, run)
  const prepared = prepareMessage(facts)
  const language = await houseLanguage(db)
  const template = await templateOf(db, head)
  const rendered = renderMessage(template, prepared, head.language)
  return {
    from: {
      name: entity.fromName ?? entity.name,
      address: entity.fromAddress ?? entity.email ?? 'facturation@quittance.invalid',
    },
    replyTo: entity.replyTo,
    to: to.map(recipient),
    cc: cc.map(recipient),
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html,
    draft: head.bodyWritten ?? draftOf(rendered.blocks),
    language: head.language,
    items,
    attachments,
    missing: [
      ...(rendered.gap ? [explainGap(rendered.gap, language)] : []),
      ...(template.fallsBack ? [explainFallback(head, language)] : []),
      ...prepared.missing.map((missing) => explainMissing(missing, language)),
    ],
    gap: rendered.gap,
    earlier: await threadOf(db, head),
  }
}

/**
 * The text of the organisation for this tone in the customer's own language, else in the one it falls back to, else that
 * of the house; what a person wrote for this message first.
 */
export async function templateOf(
  db: Db,
  head: Pick<ReminderHead, 'tone' | 'language' | 'textLanguage' | 'subjectWritten' | 'bodyWritten'>,
): Promise<MessageTemplate & { readonly fallsBack: boolean }> {
  const own = await writtenTemplate(db, head.tone, head.textLanguage)
  const fallsBack = own === null && head.textLanguage !== head.language && head.bodyWritten === null
  const template =
    own ??
    (head.textLanguage === head.language ? null : await writtenTemplate(db, head.tone, head.language)) ??
    defaultMessages[head.language][head.tone]
  return { subject: head.subjectWritten ?? template.subject, body: head.bodyWritten ?? template.body, fallsBack }
}

/**
 * Those who pay first, else where invoices go, else anybody reachable; from the firm tone on, those named for
 * escalation are in copy.
 */
export function chooseRecipients(contacts: readonly ContactRow[], tone: Tone): { to: ContactRow[]; cc: ContactRow[] } {
  const role = contacts.find((contact) => contact.role !== 'escalation')?.role ?? contacts[0]?.role
  const to = contacts.filter((contact) => contact.role === role)
  const escalates = tone === 'firm' || tone === 'formalNotice'
  return {
    to,
    cc: escalates ? contacts.filter((contact) => contact.role === 'escalation' && !to.includes(contact)) : [],
  }
}

const recipient = (contact: ContactRow) => ({
  contact: contact.id,
  name: [contact.firstName, contact.lastName].filter(Boolean).join(' ') || null,
  address: contact.email,
})

function attachable(items: readonly ListedRow[]): Attachment[] {
  const files = new Map(
    items.flatMap((item) =>
      item.fileName === null ? [] : [[item.invoice, { name: item.fileName, size: item.fileSize ?? 0 }] as const],
    ),
  )
  const size = [...files.values()].reduce((sum, file) => sum + file.size, 0)
  return size > attachmentLimit ? [] : [...files].map(([invoiceId, { name }]) => ({ name, invoiceId }))
}
