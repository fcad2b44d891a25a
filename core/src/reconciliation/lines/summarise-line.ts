import { addDays, type CalendarDate } from '../../calendar/calendar-date.ts'
import { formatDate } from '../../calendar/format-date.ts'
import { setSpaces } from '../../imports/set-spaces.ts'
import { formatMoney, type Language } from '../../money/format-money.ts'
import { type Currency, money } from '../../money/money.ts'
import { nameTokens } from '../matching/name-tokens.ts'
import type { Confidence } from '../matching/proposal.ts'

/** What a list says of a line in two short lines of text. Amounts are whole numbers of the smallest unit of `currency`. */
export interface SummarisedLine {
  readonly label: string
  /** Who pays, as the bank writes it. */
  readonly otherName: string | null
  readonly amount: number
  readonly currency: Currency
  readonly confidence: Confidence
  /** What it is taken for: the first proposal, or what it was settled as; null when there is neither. */
  readonly taken: Taken | null
  readonly isSettled: boolean
  /** Nobody's for want of a better: nothing on it says that it concerns no customer. */
  readonly isUnfound: boolean
}

export interface Taken {
  readonly kind: 'paysItems' | 'alreadyRecorded' | 'customerCredit' | 'notACustomer' | 'returned'
  readonly customer: string | null
  /** Negative for a credit note. */
  readonly items: readonly TakenItem[]
  /** How many payments it stands for, or takes back. */
  readonly payments: number
  /** What is left of it for the customer. */
  readonly credit: number
}

export interface TakenItem {
  readonly invoiceNumber: string
  readonly amount: number
  /** What would still be left to pay. */
  readonly left: number
  readonly dueDate: CalendarDate
  /** For which day it was promised, if it was. */
  readonly promisedFor: CalendarDate | null
}

interface Asking {
  readonly today: CalendarDate
  readonly language: Language
}

/** Paid that many days before it is due, an invoice is paid early. */
const earlyDays = 10

/** The name to recognise a line by, and what it is taken for: « Kerval Logistique », « F-2026-0948, promis pour le 27/11 ». */
export function summariseLine(line: SummarisedLine, asking: Asking): { title: string; subtitle: string } {
  const { taken } = line
  const written = line.otherName ?? line.label
  const customer = taken?.customer ?? null
  const isRecognised = customer !== null && (line.isSettled || isAnswerable(line, customer, written))
  const subtitle =
    !isRecognised && customer !== null && taken?.kind !== 'returned' ? `${customer} ?` : subtitleOf(line, asking)
  return { title: isRecognised ? customer : written.slice(0, 80), subtitle: setSpaces(subtitle, asking.language) }
}

/** Who is probable by amount alone is asked, not told: the bank's own words stay in front. */
function isAnswerable({ confidence }: SummarisedLine, customer: string, written: string): boolean {
  if (confidence === 'almostCertain') return true
  return confidence === 'probable' && sharesAWord(customer, written)
}

function sharesAWord(customer: string, written: string): boolean {
  const words = new Set(nameTokens(written))
  return nameTokens(customer).some((word) => word.length > 3 && words.has(word))
}

function subtitleOf(line: SummarisedLine, asking: Asking): string {
  const { taken, confidence } = line
  const isFrench = asking.language === 'fr'
  const isOpen = taken?.kind === 'notACustomer' && line.isUnfound && !line.isSettled
  if (!taken || isOpen) {
    if (line.otherName === null || (!taken && confidence === 'toSearch'))
      return isFrench ? 'Aucune piste' : 'Nothing found'
    return isFrench ? 'Aucune facture ouverte à ce nom' : 'No open invoice under this name'
  }
  const { kind, payments } = taken
  if (kind === 'notACustomer') return isFrench ? 'Ne concerne pas un client' : 'Concerns no customer'
  if (kind === 'customerCredit') return isFrench ? 'À garder comme avance' : 'To keep as credit'
  if (kind === 'returned') return isFrench ? 'Un règlement revenu' : 'A payment that came back'
  if (kind === 'alreadyRecorded') {
    if (payments > 1) return isFrench ? `${payments} règlements déjà saisis` : `${payments} payments already entered`
    return isFrench ? 'Règlement déjà saisi' : 'Payment already entered'
  }
  return ofItems(line, taken, asking)
}

function ofItems(line: SummarisedLine, { items, credit }: Taken, { today, language }: Asking): string {
  const isFrench = language === 'fr'
  const paid = items.filter(({ amount }) => amount > 0)
  const [first] = paid
  const inMoney = (amount: number): string => formatMoney(money(amount, line.currency), language)
  const named =
    paid.length === 1 && first ? first.invoiceNumber : `${paid.length} ${isFrench ? 'factures' : 'invoices'}`
  const left = paid.reduce((sum, one) => sum + one.left, 0)
  if (items.length > paid.length) {
    const doubt = line.isSettled || line.confidence === 'almostCertain' ? '' : ' ?'
    return `${named}, ${isFrench ? 'moins un avoir' : 'less a credit note'}${doubt}`
  }
  if (credit > 0) return `${named}, ${isFrench ? `et ${inMoney(credit)} d’avance` : `and ${inMoney(credit)} of credit`}`
  if (left > 0) return `${named}, ${isFrench ? `il manque ${inMoney(left)}` : `${inMoney(left)} missing`}`
  if (!first || paid.length > 1) return `${named}, ${isFrench ? 'au centime' : 'to the cent'}`
  if (first.promisedFor) {
    // Without its year: a promise is of these weeks.
    const on = formatDate(first.promisedFor, language).replace(/[/ ]\d{4}$/, '')
    return isFrench ? `${named}, promis pour le ${on}` : `${named}, promised for ${on}`
  }
  if (!line.isSettled && first.dueDate > addDays(today, earlyDays))
    return `${named}, ${isFrench ? 'en avance' : 'early'}`
  return named
}
