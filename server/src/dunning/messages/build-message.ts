import { allowedTone } from '@quittance/core/dunning/write-reminder/allowed-tone.ts'
import { explainMissing } from '@quittance/core/dunning/write-reminder/claimed-extras.ts'
import { defaultMessages } from '@quittance/core/dunning/write-reminder/default-messages.ts'
import type { MessageTemplate } from '@quittance/core/dunning/write-reminder/message-template.ts'
import { type PreparedMessage, prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import { transferCode } from '@quittance/core/dunning/write-reminder/transfer-code.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../../platform/database/db.ts'
import { type BuiltSms, buildSms } from '../channels/sms/build-sms.ts'
import { smsHtml, smsTitle } from '../channels/sms/sms-html.ts'
import { houseLanguage } from '../house-language.ts'
import type { RunContext } from '../run/run-context.ts'
import type { MessageBlock } from '../templates/message-blocks.ts'
import { renderMessage } from '../templates/render-message.ts'
import { addresseesOf } from './addressees.ts'
import { explainFallback, explainGap, explainTooLong } from './explain-gap.ts'
import { gatherFacts } from './gather-facts.ts'
import {
  type Attachment,
  daysRemindedOf,
  entityRow,
  type FrozenRecipients,
  type ListedRow,
  listedIn,
  type ReminderHead,
  stepText,
  threadOf,
  writtenTemplate,
} from './queries.ts'

/** A message as it would leave now. */
export interface BuiltMessage extends FrozenRecipients {
  readonly subject: string
  readonly text: string
  readonly html: string
  /** What its words were made of: for a draft that a person rewrites. */
  readonly source: { readonly template: MessageTemplate; readonly prepared: PreparedMessage }
  readonly language: Language
  readonly items: readonly ListedRow[]
  readonly attachments: readonly Attachment[]
  readonly missing: readonly string[]
  /** The variable without a value that keeps it here. */
  readonly gap: string | null
  /** Why it must not leave as it is, in the words of the house; null: it may. */
  readonly keptBack: string | null
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
  const from = {
    name: entity.fromName ?? entity.name,
    address: entity.fromAddress ?? entity.email ?? 'facturation@quittance.invalid',
  }
  if (head.channel === 'sms') {
    const sms = await buildSms(db, head, prepared)
    return asMessage(sms, { from, items, head, language, prepared })
  }
  const template = await templateOf(db, head)
  const code = transferCode({ ...facts, customerCode: head.customerCode })
  const rendered = renderMessage(template, prepared, head.language, code)
  return {
    from,
    replyTo: entity.replyTo,
    to,
    cc,
    subject: rendered.subject,
    text: rendered.text,
    html: rendered.html,
    source: { template, prepared },
    language: head.language,
    items,
    attachments,
    missing: [
      ...(rendered.gap ? [explainGap(rendered.gap, language)] : []),
      ...(template.fallsBack ? [explainFallback(head, language)] : []),
      ...prepared.missing.map((missing) => explainMissing(missing, language)),
    ],
    gap: rendered.gap,
    keptBack: rendered.gap && explainGap(rendered.gap, language),
    transfer: showsCode(rendered.blocks) ? (code?.text ?? null) : null,
    earlier: await threadOf(db, head),
  }
}

/** An SMS in the form of a message: shown, frozen and concluded like one. */
function asMessage(
  sms: BuiltSms,
  about: Pick<BuiltMessage, 'from' | 'items'> & {
    head: ReminderHead
    language: Language
    prepared: PreparedMessage
  },
): BuiltMessage {
  const { from, items, head, language, prepared } = about
  const gap = sms.gap ? explainGap(sms.gap, language) : null
  return {
    from,
    replyTo: null,
    to: sms.to,
    cc: [],
    subject: smsTitle(sms.parts, language),
    text: sms.text,
    html: smsHtml(sms.text, head.language),
    source: { template: { subject: '', body: sms.template }, prepared },
    language: head.language,
    items,
    attachments: [],
    missing: [...(gap ? [gap] : []), ...(sms.isTooLong ? [explainTooLong(sms.parts, language)] : [])],
    gap: sms.gap,
    keptBack: gap ?? (sms.isTooLong ? explainTooLong(sms.parts, language) : null),
    transfer: null,
    earlier: [],
  }
}

/** In one language: the step's own text, else that of the organisation for the tone. */
async function textIn(db: Db, head: TextHead, language: string): Promise<MessageTemplate | null> {
  const own =
    head.step === null || head.scenario === null ? null : await stepText(db, { ...head, channel: 'email' }, language)
  return own ?? writtenTemplate(db, head.tone, language)
}

type TextHead = Pick<ReminderHead, 'tone' | 'language' | 'textLanguage' | 'subjectWritten' | 'bodyWritten'> & {
  readonly step: string | null
  readonly scenario: number | null
}

/**
 * The step's own text, or that of the organisation for this tone, in the customer's own language, else in the one it falls back to, else that
 * of the house; what a person wrote for this message first.
 */
export async function templateOf(db: Db, head: TextHead): Promise<MessageTemplate & { readonly fallsBack: boolean }> {
  const own = await textIn(db, head, head.textLanguage)
  const fallsBack = own === null && head.textLanguage !== head.language && head.bodyWritten === null
  const template =
    own ??
    (head.textLanguage === head.language ? null : await textIn(db, head, head.language)) ??
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
