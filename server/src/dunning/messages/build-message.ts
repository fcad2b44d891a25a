import { allowedTone } from '@quittance/core/dunning/write-reminder/allowed-tone.ts'
import { explainMissing } from '@quittance/core/dunning/write-reminder/claimed-extras.ts'
import { defaultMessages } from '@quittance/core/dunning/write-reminder/default-messages.ts'
import type { MessageTemplate } from '@quittance/core/dunning/write-reminder/message-template.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import { transferCode } from '@quittance/core/dunning/write-reminder/transfer-code.ts'
import type { Db } from '../../platform/database/db.ts'
import { houseLanguage } from '../house-language.ts'
import type { RunContext } from '../run/run-context.ts'
import { draftOf, type MessageBlock } from '../templates/message-blocks.ts'
import { renderMessage } from '../templates/render-message.ts'
import { addresseesOf } from './addressees.ts'
import { explainFallback, explainGap } from './explain-gap.ts'
import { gatherFacts } from './gather-facts.ts'
import {
  type Attachment,
  daysRemindedOf,
  entityRow,
  type FrozenRecipients,
  type ListedRow,
  listedIn,
  type ReminderHead,
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
  /** What the code beside the bank details says (EPC069-12); null where there is none. */
  readonly transfer: string | null
}

/** Attachments above this are left out, all of them: half of the invoices would be worse than none. */
const attachmentLimit = 5 * 1024 * 1024

/** Writes the message of a reminder from today's facts about what it lists. Nothing is stored. */
export async function buildMessage(
  db: Db,
  asked: ReminderHead,
  run: RunContext,
  { attaches }: { readonly attaches: boolean } = { attaches: true },
): Promise<BuiltMessage> {
  const head = { ...asked, tone: allowedTone(asked.tone, asked.category) }
  const items = await listedIn(db, head.id)
  const entity = await entityRow(db, head.legalEntity)
  const { to, cc, contact, signedBy } = await addresseesOf(db, head, run)
  const listed = items.map((item) => item.item)
  const history = await daysRemindedOf(db, head.id, listed)
  const attachments = attaches ? attachable(items) : []
  const invoicesAttached = attachments.length === new Set(items.map((item) => item.invoice)).size
  const facts = await gatherFacts(db, head, { items, entity, contact, signedBy, history, invoicesAttached }, run)
  const prepared = prepareMessage(facts)
  const language = await houseLanguage(db)
  const template = await templateOf(db, head)
  const code = transferCode({ ...facts, customerCode: head.customerCode })
  const rendered = renderMessage(template, prepared, head.language, code)
  return {
    from: {
      name: entity.fromName ?? entity.name,
      address: entity.fromAddress ?? entity.email ?? 'facturation@quittance.invalid',
    },
    replyTo: entity.replyTo,
    to,
    cc,
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
    transfer: showsCode(rendered.blocks) ? (code?.text ?? null) : null,
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

const showsCode = (blocks: readonly MessageBlock[]): boolean => blocks.some((block) => block.kind === 'bankDetails')

function attachable(items: readonly ListedRow[]): Attachment[] {
  const files = new Map(
    items.flatMap((item) =>
      item.fileName === null ? [] : [[item.invoice, { name: item.fileName, size: item.fileSize ?? 0 }] as const],
    ),
  )
  const size = [...files.values()].reduce((sum, file) => sum + file.size, 0)
  return size > attachmentLimit ? [] : [...files].map(([invoiceId, { name }]) => ({ name, invoiceId }))
}
