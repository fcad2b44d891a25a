import { allowedTone } from '@quittance/core/dunning/write-reminder/allowed-tone.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError, type Sentence } from '../../platform/http/app-error.ts'
import { templateOf } from '../messages/build-message.ts'
import { explainGap } from '../messages/explain-gap.ts'
import { gatherFacts, type MessageAbout, stepOf } from '../messages/gather-facts.ts'
import {
  daysRemindedOf,
  entityRow,
  listedInTask,
  reachableContacts,
  scenarioFollowed,
  writtenIn,
} from '../messages/queries.ts'
import type { RunContext } from '../run/run-context.ts'
import { renderMessage } from '../templates/render-message.ts'
import { explainAddress } from './address-box.ts'
import { printedLetterOf } from './batch-queries.ts'
import { type Letter, type PrintedLetter, printLetter } from './print-letter.ts'

interface LetterTask extends Omit<MessageAbout, 'tone' | 'step' | 'delayDays'> {
  readonly textLanguage: string
  /** A collective procedure, or in the hands of somebody else: nothing is written to this customer. */
  readonly isStopped: boolean
  readonly step: string
  readonly delayDays: number
  readonly code: string
  readonly line1: string | null
  readonly line2: string | null
  readonly postcode: string | null
  readonly city: string | null
  readonly country: string
}

const letterTask = (db: Db, task: number) =>
  db.maybe<LetterTask>(sql`
    select c.id as customer, c.name as "customerName", c.code, c.category, ${writtenIn} as language, c.language as "textLanguage",
      c.insolvency_on is not null or c.handed_over_on is not null as "isStopped", c.collector_id as collector, c.sales_rep_id as "salesRep",
      t.legal_entity_id as "legalEntity", t.step_key as step, t.delay_days as "delayDays",
      ${scenarioFollowed(sql`t.legal_entity_id`, sql`t.open_item_id`)} as scenario,
      c.address_line1 as line1, c.address_line2 as line2, c.postcode, c.city, c.country
    from task t
    join customer c on c.organization_id = t.organization_id and c.id = t.customer_id
    where t.organization_id = current_organization() and t.id = ${task} and t.kind = 'letter' and t.step_key is not null`)

/** The letter of a task before it is printed. */
export interface TaskLetter {
  readonly task: number
  readonly customer: number
  readonly customerName: string
  /** Of the file. */
  readonly name: string
  readonly letter: Letter
}

/** The letter of a letter task, written from today's facts; null when the task has no letter, AppError when nothing is left to pay. */
export async function writeLetterOf(db: Db, task: number, run: RunContext): Promise<TaskLetter | null> {
  const found = await letterTask(db, task)
  if (!found) return null
  const step = stepOf(found, run)
  // A step that the scenario has lost since speaks firmly: a formal notice is only what is written there.
  const tone = allowedTone(step?.tone ?? 'firm', found.category)
  if (found.isStopped) throw stopped()
  const head: MessageAbout = { ...found, tone }
  const items = await listedInTask(db, task)
  if (items.length === 0) throw nothingLeft()
  const entity = await entityRow(db, found.legalEntity)
  const [contact = null] = await reachableContacts(db, found.customer)
  const listed = items.map((item) => item.item)
  const history = await daysRemindedOf(db, 0, listed)
  const facts = await gatherFacts(
    db,
    head,
    { items, entity, contact, history, invoicesAttached: false, onPaper: true },
    run,
  )
  const prepared = prepareMessage(facts)
  const template = await templateOf(db, { ...found, tone, subjectWritten: null, bodyWritten: null })
  const rendered = renderMessage(template, prepared, found.language)
  if (rendered.gap) throw noValue(rendered.gap)
  const channel: string | undefined = step?.channel
  return {
    task,
    customer: found.customer,
    customerName: found.customerName,
    name: `${found.code}-${found.step}.pdf`,
    letter: {
      facts,
      prepared,
      rendered,
      addressee: {
        name: found.customerName,
        attention: null,
        line1: found.line1 ?? '',
        line2: found.line2,
        postcode: found.postcode ?? '',
        city: found.city ?? '',
        country: found.country,
      },
      country: entity.country,
      customerCode: found.code,
      registered: channel === 'registeredLetter' || tone === 'formalNotice',
      showsWindow: false,
    },
  }
}

/** The letter of a task as it is printed: the very sheets of its batch once it is in one, else of today's facts. */
export async function letterOfTask(
  db: Db,
  task: number,
  run: RunContext,
): Promise<{ name: string; pdf: Buffer } | null> {
  const kept = await printedLetterOf(db, task)
  if (kept) return kept
  const written = await writeLetterOf(db, task, run)
  if (!written) return null
  const printed = printLetter(written.letter)
  if (printed.kind === 'printed') return { name: written.name, pdf: printed.pdf }
  const sentence = explainUnprinted(printed)
  throw new AppError(printed.kind === 'unusable' ? 'addressUnusable' : 'unprintable', 409, sentence)
}

/** Why a letter does not come out of the printer, and what to correct. */
export const explainUnprinted = (printed: Exclude<PrintedLetter, { kind: 'printed' }>): Sentence =>
  printed.kind === 'unusable'
    ? { fr: explainAddress(printed.because, 'fr'), en: explainAddress(printed.because, 'en') }
    : {
        fr: `Le courrier ne sait pas écrire ces signes : ${printed.characters.join(' ')}. Corrigez le nom ou l’adresse du client.`,
        en: `The letter cannot write these signs: ${printed.characters.join(' ')}. Correct the customer’s name or address.`,
      }

const nothingLeft = (): AppError =>
  new AppError('nothingLeft', 409, {
    fr: 'Ces factures sont payées : ce courrier n’a plus d’objet.',
    en: 'These invoices are paid: this letter has no object any more.',
  })

const noValue = (name: string): AppError =>
  new AppError('noValue', 409, { fr: explainGap(name, 'fr'), en: explainGap(name, 'en') })

const stopped = (): AppError =>
  new AppError('customerStopped', 409, {
    fr: 'Ce client est en procédure collective ou confié : aucun courrier ne lui est adressé d’ici.',
    en: 'This customer is in insolvency proceedings or was handed over: no letter is sent from here.',
  })
