import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { NodeCompiler, type NodeTypstDocument } from '@myriaddreamin/typst-ts-node-compiler'
import { type CalendarDate, dayNumber } from '@quittance/core/calendar/calendar-date.ts'
import { formatDateInWords } from '@quittance/core/calendar/format-date.ts'
import type { PreparedMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { ReminderFacts, SendingEntity } from '@quittance/core/dunning/write-reminder/reminder-facts.ts'
import { transferCode } from '@quittance/core/dunning/write-reminder/transfer-code.ts'
import { formatMoney, type Language } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { RenderedMessage } from '../templates/render-message.ts'
import { type AddressLines, addressLines, type PostalAddress } from './address-box.ts'
import { transferQr } from './transfer-qr.ts'

/** A message on paper: the same words and facts as the e-mail, with an address. */
export interface Letter {
  readonly facts: ReminderFacts
  readonly prepared: PreparedMessage
  readonly rendered: RenderedMessage
  readonly addressee: PostalAddress
  /** Country of the legal entity, ISO 3166-1 alpha-2: a letter within it names no country. */
  readonly country: string
  readonly customerCode: string
  /** Sent against a receipt: the letter says so. */
  readonly registered: boolean
  /** Draws the window of the envelope, to try a printer with. */
  readonly showsWindow: boolean
}

export type PrintedLetter =
  | { readonly kind: 'printed'; readonly pdf: Buffer; readonly pages: number }
  | Extract<AddressLines, { kind: 'unusable' }>
  /** Signs that the font of letters does not have: a person writes them otherwise. */
  | { readonly kind: 'unprintable'; readonly characters: readonly string[] }

/** PDF/A-3b with its fonts inside, A4, for a DL envelope with a window. The same letter gives the same bytes. */
export const printLetter = (letter: Letter): PrintedLetter => printLetters([letter])

/**
 * Several letters in one PDF, in order, each beginning on a sheet of its own and counting its own pages. One that cannot
 * be printed refuses them all: look at each with `printLetter` first.
 */
export function printLetters(letters: readonly Letter[]): PrintedLetter {
  const contents: unknown[] = []
  for (const letter of letters) {
    const address = addressOf(letter)
    if (address.kind === 'unusable') return address
    contents.push(letterContent(letter, address.lines))
  }
  const compiled = compiler().compile({ mainFilePath: templatePath, inputs: { letters: JSON.stringify(contents) } })
  const document = compiled.result
  if (!document) {
    const why = compiler().fetchDiagnostics(compiled.takeError() ?? fail('Typst gave no letter and no error'))
    return fail(`The letter could not be set: ${JSON.stringify(why)}`)
  }
  return exported(document, letters[0]?.facts.today ?? fail('There is no letter to print'))
}

/** The lines of the window, as they are printed and as a postal service wants them in a list. */
export const addressOf = ({ addressee, country, facts }: Letter): AddressLines =>
  addressLines(addressee, { country, language: facts.language })

/** Midday of the day of the letter is its time, so that the same letter gives the same bytes. */
function exported(document: NodeTypstDocument, today: CalendarDate): PrintedLetter {
  const midday = dayNumber(today) * 86_400 + 43_200
  try {
    const pdf = compiler().pdf(document, { pdfStandard: 'a-3b', creationTimestamp: midday })
    return { kind: 'printed', pdf, pages: document.numOfPages }
  } catch (error) {
    const characters = unprintable(error)
    if (characters.length === 0) throw error
    return { kind: 'unprintable', characters }
  } finally {
    compiler().evictCache(10)
  }
}

/** PDF/A refuses a text without a sign to show for it, and says which. */
const unprintable = (error: unknown): string[] => [
  ...new Set(
    [...String(error).matchAll(/the text `\\?"(.+?)\\?"` could not be displayed/gu)].map((found) => found[1] ?? ''),
  ),
]

const templatePath = fileURLToPath(new URL('./letter.typ', import.meta.url))

let typst: NodeCompiler | undefined

/** Loaded with the first letter: it reads fonts, and most runs print none. */
function compiler(): NodeCompiler {
  typst ??= NodeCompiler.create({ workspace: dirname(templatePath) })
  return typst
}

function fail(message: string): never {
  throw new Error(message)
}

function letterContent(letter: Letter, addressee: readonly string[]) {
  const { facts, prepared, rendered } = letter
  const { legalEntity, language, today } = facts
  const words = language === 'fr' ? french : english
  const date = words.on(formatDateInWords(today, language))
  return {
    language,
    words: { page: words.page, subject: words.subject },
    showsWindow: letter.showsWindow,
    sender: { name: legalEntity.name, lines: senderLines(legalEntity) },
    addressee,
    placeAndDate: legalEntity.city ? `${legalEntity.city}, ${date}` : capitalised(date),
    references: [
      `${words.customer}${letter.customerCode}`,
      `${words.invoices(prepared.variables.invoices.count)}${prepared.variables.invoices.numbers}`,
      ...(letter.registered ? [words.registered] : []),
    ],
    subject: rendered.subject,
    blocks: rendered.blocks,
    table: prepared.table,
    bankDetails: prepared.bankDetails,
    transfer: transferOf(letter),
    footer: footer(legalEntity, language),
  }
}

/** The code to scan and what it says; it stands beside the written account, never in its place. */
function transferOf({ facts, customerCode }: Letter) {
  const code = transferCode({ ...facts, customerCode })
  if (!code) return null
  const words = facts.language === 'fr' ? french : english
  const amount = formatMoney(money(code.amount, asCurrency('EUR')), facts.language)
  return { svg: transferQr(code), title: words.transfer, amount, hint: words.scan }
}

const senderLines = ({ addressLines: lines, phone, email }: SendingEntity): string[] =>
  [...lines, phone, email].filter((line) => line !== null && line !== '') as string[]

/** C. com. R123-238: what a firm must print on its letters, as far as it is known. */
function footer(entity: SendingEntity, language: Language): string {
  const words = language === 'fr' ? french : english
  const form = [entity.legalForm, entity.capital && words.capital(entity.capital)].filter(Boolean).join(' ')
  const parts = [
    entity.name,
    form,
    entity.siren && `SIREN ${inThrees(entity.siren)}`,
    entity.rcs && registered(entity.rcs),
    entity.vatNumber && words.vat(entity.vatNumber),
  ]
  return parts.filter(Boolean).join(' · ')
}

/** « Chalon-sur-Saône » is how the field is often filled in; what is printed names the register (or « RM », « R.C.S. »). */
const registered = (rcs: string): string => (/\bR\.?\s?(C\.?\s?S|M)\b/i.test(rcs) ? rcs : `RCS ${rcs}`)

const inThrees = (siren: string): string =>
  /^\d{9}$/.test(siren) ? siren.replace(/(\d{3})(?=\d)/g, '$1\u00a0') : siren

const capitalised = (text: string): string => text.charAt(0).toLocaleUpperCase('fr') + text.slice(1)

const french = {
  page: 'page',
  subject: 'Objet\u00a0: ',
  customer: 'Client\u00a0: ',
  invoices: (count: number) => (count > 1 ? 'Factures\u00a0: ' : 'Facture\u00a0: '),
  registered: 'Lettre recommandée avec avis de réception',
  transfer: 'Virement SEPA',
  scan: 'à scanner avec l’application de votre banque',
  on: (date: string) => `le ${date}`,
  capital: (capital: string) => `au capital de ${capital}`,
  vat: (number: string) => `TVA ${number}`,
}

const english = {
  page: 'page',
  subject: 'Subject: ',
  customer: 'Customer: ',
  invoices: (count: number) => (count > 1 ? 'Invoices: ' : 'Invoice: '),
  registered: 'Registered letter with acknowledgement of receipt',
  transfer: 'SEPA transfer',
  scan: 'to scan with your banking app',
  on: (date: string) => date,
  capital: (capital: string) => `with a capital of ${capital}`,
  vat: (number: string) => `VAT ${number}`,
}
