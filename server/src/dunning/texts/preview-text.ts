import { randomUUID } from 'node:crypto'
import { smsSize } from '@quittance/core/dunning/sms/sms-parts.ts'
import { exampleFacts } from '@quittance/core/dunning/write-reminder/example-facts.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { ReminderFacts } from '@quittance/core/dunning/write-reminder/reminder-facts.ts'
import { transferCode } from '@quittance/core/dunning/write-reminder/transfer-code.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { compose } from '../../platform/mail/compose.ts'
import { explainOutcome } from '../../platform/mail/explain-outcome.ts'
import { sendOverSmtp } from '../../platform/mail/send-over-smtp.ts'
import { asToSay, saidLines } from '../calls/call-script.ts'
import { scriptHtml } from '../calls/script-html.ts'
import { smsTextOf } from '../channels/sms/build-sms.ts'
import { smsHtml, smsTitle } from '../channels/sms/sms-html.ts'
import { pictureName, withPictureInside } from '../letters/transfer-picture.ts'
import { explainGap } from '../messages/explain-gap.ts'
import { gatherFacts, type MessageAbout } from '../messages/gather-facts.ts'
import { pictures } from '../messages/outgoing-mail.ts'
import { daysRemindedOf, entityRow, listedOfCustomer, reachableContacts, writtenIn } from '../messages/queries.ts'
import type { RunContext } from '../run/run-context.ts'
import { type Sender, senderOf } from '../sending/sender-settings.ts'
import { renderMessage } from '../templates/render-message.ts'
import { messageLanguages } from './languages.ts'
import { faultsIn, refuseUnreadable, type Text, type TextChannel, type TextTone, toneOf } from './message-texts.ts'

/** A text to look at: of which tone, in which language, on whom. */
export interface Asked extends Text {
  /** Left out: an e-mail. */
  readonly channel?: TextChannel
  readonly tone: TextTone
  readonly language: string
  /** Null: the example of the house. */
  readonly customer: number | null
  /** As a letter says it; left out: as an e-mail. */
  readonly onPaper?: boolean
}

/** A text as it would reach this customer today, with what is wrong in it line by line, and what it leaves out. */
export async function previewText(db: Db, asked: Asked, run: RunContext, spoken: Language) {
  const { unread, unfit } = faultsIn(asked, { tone: asked.tone, channel: asked.channel ?? 'email' }, spoken)
  const { facts, isExample, customerCode } = await factsFor(db, asked, run)
  const about = { isExample, customerName: facts.customer.name }
  if (unread.length > 0) return { subject: asked.subject, html: '', problems: unread, gap: null, ...about }
  if (asked.channel === 'sms') return { ...smsOf(asked, facts, spoken), problems: unfit, ...about }
  if (asked.channel === 'call') return { ...callOf(asked, asToSay(facts, run), spoken), problems: unfit, ...about }
  const code = transferCode({ ...facts, customerCode })
  const said = asked.onPaper ? { ...facts, onPaper: true, invoicesAttached: false } : facts
  const { subject, html: bare, gap } = renderMessage(asked, prepareMessage(said), said.language, code)
  const html = withPictureInside(bare, code?.text ?? null)
  return { subject, html, problems: unfit, gap: gap && explainGap(gap, spoken), ...about }
}

/** An SMS as it would arrive: plain signs, and how many parts it takes. */
function smsOf({ body }: Text, facts: ReminderFacts, spoken: Language) {
  const { blocks, gap } = renderMessage({ subject: '', body }, prepareMessage(facts), facts.language)
  const text = smsTextOf(blocks)
  return {
    subject: smsTitle(smsSize(text).parts, spoken),
    html: smsHtml(text, facts.language),
    gap: gap && explainGap(gap, spoken),
  }
}

/** A call as it is said, line by line. */
function callOf({ body }: Text, facts: ReminderFacts, spoken: Language) {
  const { lines, gap } = saidLines(body, facts, facts.language)
  return {
    subject: '',
    html: scriptHtml(lines, facts.language),
    gap: gap && explainGap(gap, spoken),
  }
}

const customerHead = (db: Db, customer: number) =>
  db.maybe<
    Omit<MessageAbout, 'tone' | 'step' | 'scenario' | 'delayDays' | 'legalEntity'> & {
      legalEntity: number | null
      code: string
    }
  >(sql`
    select c.id as customer, c.name as "customerName", c.code, c.category, ${writtenIn} as language, c.collector_id as collector, c.sales_rep_id as "salesRep",
      (select i.legal_entity_id from open_item i where i.organization_id = c.organization_id and i.customer_id = c.id and i.amount_due > 0
        order by i.due_date, i.id limit 1) as "legalEntity"
    from customer c where c.organization_id = current_organization() and c.id = ${customer}`)

/** The facts of this customer today, in the language of the text; those of the example where nothing is left to pay. */
export async function factsFor(
  db: Db,
  asked: Asked,
  run: RunContext,
): Promise<{ facts: ReminderFacts; isExample: boolean; customerCode: string }> {
  const language = await writtenLanguage(db, asked.language)
  const example = { facts: exampleFacts(language), isExample: true, customerCode: 'C-0142' }
  if (asked.customer === null) return example
  const head = found(await customerHead(db, asked.customer))
  // Whoever owes nothing is shown the example as one of its kind: no law of firms to a private individual.
  const asOne = { ...example.facts, customer: { ...example.facts.customer, category: head.category } }
  const ofItsKind = { ...example, facts: asOne }
  if (head.legalEntity === null) return ofItsKind
  const items = await listedOfCustomer(db, head.customer, {
    legalEntity: head.legalEntity,
    today: run.today,
    late: asked.tone !== 'courtesy',
  })
  if (items.length === 0) return ofItsKind
  const about = {
    ...head,
    legalEntity: head.legalEntity,
    language,
    tone: toneOf(asked.tone),
    step: null,
    scenario: null,
    delayDays: null,
  }
  const entity = await entityRow(db, head.legalEntity)
  const [contact = null] = await reachableContacts(db, head.customer)
  const listed = items.map((item) => item.item)
  const history = await daysRemindedOf(db, 0, listed)
  const invoicesAttached = items.every((item) => item.fileName !== null)
  const facts = await gatherFacts(db, about, { items, entity, contact, history, invoicesAttached }, run)
  return { facts, isExample: false, customerCode: head.code }
}

async function writtenLanguage(db: Db, code: string): Promise<Language> {
  if (code === 'fr' || code === 'en') return code
  return (await messageLanguages(db)).find((one) => one.code === code)?.fallback ?? 'en'
}

export interface TestMail {
  readonly sender: Sender
  readonly from: string
  readonly to: string
  readonly raw: Buffer
}

/** The text as a message to the person who asks and to nobody else, ready to leave; nothing has left yet. */
export async function testMail(
  db: Db,
  asked: Asked,
  given: { run: RunContext; nowMs: number; spoken: Language; unseal: (sealed: string) => string | null },
): Promise<TestMail> {
  refuseUnreadable(asked, given.spoken)
  const { facts, customerCode } = await factsFor(db, asked, given.run)
  const me = found(
    await db.maybe<{ name: string; email: string }>(sql`
      select name, email from person where organization_id = current_organization() and id = current_person()`),
  )
  const firm = await db.maybe<{ id: number }>(sql`
    select legal_entity_id as id from smtp_settings where organization_id = current_organization() order by legal_entity_id limit 1`)
  const sender = firm && (await senderOf(db, firm.id, given.unseal))
  if (!firm || !sender) throw noMailServer()
  const entity = await entityRow(db, firm.id)
  const from = entity.fromAddress ?? ''
  const code = transferCode({ ...facts, customerCode })
  const { subject, text, html, gap } = renderMessage(asked, prepareMessage(facts), facts.language, code)
  if (gap) throw new AppError('noValue', 409, { fr: explainGap(gap, 'fr'), en: explainGap(gap, 'en') })
  const raw = await compose({
    from: { name: entity.fromName ?? entity.name, address: from },
    replyTo: null,
    to: [{ name: me.name, address: me.email }],
    cc: [],
    subject: `${given.spoken === 'fr' ? '[Essai]' : '[Test]'} ${subject}`,
    text,
    html,
    messageId: `<test.${randomUUID()}@${from.split('@').at(-1) ?? 'quittance.invalid'}>`,
    inReplyTo: null,
    references: [],
    sentAt: new Date(given.nowMs),
    language: asked.language,
    quittanceId: 'test',
    automatic: true,
    attachments: html.includes(`cid:${pictureName}`) ? pictures(code?.text ?? null) : [],
  })
  return { sender, from, to: me.email, raw }
}

/** Hands the test to the mail server, outside any transaction: a slow server must not hold one open. */
export async function sendTest(
  mail: TestMail,
  language: Language,
): Promise<{ sent: boolean; to: string; sentence: string }> {
  const patience = { connectMs: 10_000, silenceMs: 20_000, dialogueMs: 40_000 }
  const settings = { ...mail.sender.settings, timeouts: patience }
  const outcome = await sendOverSmtp(settings, { from: mail.from, to: [mail.to] }, mail.raw)
  const sent = outcome.kind === 'accepted'
  const done = language === 'fr' ? `Essai envoyé à ${mail.to}.` : `Test sent to ${mail.to}.`
  return { sent, to: mail.to, sentence: sent ? done : explainOutcome(outcome, language) }
}

const noMailServer = (): AppError =>
  new AppError('noMailServer', 409, {
    fr: 'Aucun serveur d’envoi n’est réglé : indiquez-le dans Réglages, E-mail d’envoi.',
    en: 'No mail server is set: enter it in Settings, E-mail.',
  })
