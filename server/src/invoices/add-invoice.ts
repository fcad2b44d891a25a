import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { parsePaymentTerm } from '@quittance/core/invoices/parse-payment-term.ts'
import { openItemsFor } from '@quittance/core/invoices/payment-terms.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import type { FactsChanged } from '../customers/facts-changed.ts'
import { unlessMerged } from '../customers/merging/found-unless-merged.ts'
import { customerName } from '../customers/queries.ts'
import { recordInJournal } from '../people/journal.ts'
import type { Db } from '../platform/database/db.ts'
import { AppError } from '../platform/http/app-error.ts'
import { insertInvoice, insertOpenItems, type NewInvoice, termsInForce } from './queries.ts'

export interface InvoiceInput {
  readonly legalEntityId?: number | undefined
  readonly customerId: number
  readonly number: string
  readonly kind: NewInvoice['kind']
  readonly issueDate: string
  readonly total: { readonly amount: number; readonly currency: string }
  readonly subject?: string | null | undefined
  readonly project?: string | null | undefined
  readonly paymentTerms?: string | null | undefined
  readonly dueLines?: readonly Line[] | undefined
}

interface Line {
  readonly dueDate: string
  /** Smallest unit. */
  readonly amount: number
}

/** The new invoice's id. Due lines come from the input, else from the terms of the invoice, the customer or the firm. */
export async function addInvoice(
  db: Db,
  { input, factsChanged }: { input: InvoiceInput; factsChanged: FactsChanged },
): Promise<number> {
  if (!(await customerName(db, input.customerId))) throw await unlessMerged(db, input.customerId, unknownCustomer())
  const terms = await termsInForce(db, input.customerId, input.legalEntityId ?? null)
  if (!terms) throw unknownLegalEntity()
  const written = input.paymentTerms ?? terms.customerTerms ?? terms.legalEntityTerms
  // A credit note typed without its sign is still one.
  const sign = input.kind === 'creditNote' && input.total.amount > 0 ? -1 : 1
  const total = sign * input.total.amount
  if (input.kind !== 'creditNote' && total < 0) throw totalBelowZero()
  const lines: readonly Line[] =
    input.dueLines?.map((line) => ({ ...line, amount: sign * line.amount })) ?? linesByTerms(input, total, written)
  refuseWrongLines(lines, input, total)

  const id = await insertInvoice(db, {
    legalEntity: terms.legalEntity,
    customer: input.customerId,
    number: input.number.trim(),
    kind: input.kind,
    issueDate: input.issueDate as CalendarDate,
    currency: input.total.currency,
    total,
    paymentTerms: input.paymentTerms ?? null,
    subject: input.subject ?? null,
    project: input.project ?? null,
  })
  if (id === null) throw numberTaken(input.number)
  await insertOpenItems(db, id, lines)
  await recordInJournal(db, {
    act: 'created',
    thing: 'invoice',
    thingId: id,
    customerId: input.customerId,
    invoiceId: id,
    details: { number: input.number, total, currency: input.total.currency, lines },
  })
  await factsChanged(db, [input.customerId])
  return id
}

function refuseWrongLines(lines: readonly Line[], { kind, issueDate }: InvoiceInput, total: number): void {
  if (lines.reduce((sum, line) => sum + line.amount, 0) !== total) throw linesDoNotAddUp()
  // A line that goes the other way would be a credit inside an invoice; one of nothing could never be paid.
  if (lines.some((line) => Math.sign(line.amount) !== Math.sign(total))) throw lineOfOtherSign()
  // A deposit is often invoiced once it is paid.
  const mayBeDueBefore = kind === 'deposit' || kind === 'creditNote'
  const early = mayBeDueBefore ? undefined : lines.find((line) => line.dueDate < issueDate)
  if (early) throw dueBeforeIssue(early.dueDate as CalendarDate, issueDate as CalendarDate)
}

function linesByTerms(input: InvoiceInput, total: number, written: string | null): Line[] {
  const issueDate = input.issueDate as CalendarDate
  // A credit note waits for nothing: it can be used from the day it is issued.
  if (input.kind === 'creditNote') return [{ dueDate: issueDate, amount: total }]
  const parsed = written === null ? undefined : parsePaymentTerm(written)
  const lines = parsed?.ok && openItemsFor(money(total, asCurrency(input.total.currency)), parsed.term, issueDate)
  if (!lines) throw termsUnknown(written)
  return lines.map((line) => ({ dueDate: line.dueDate, amount: line.amount.amount }))
}

const termsUnknown = (written: string | null) =>
  new AppError('termsUnknown', 422, {
    fr: written
      ? `La condition de paiement « ${written} » ne donne pas une date sûre : saisissez l’échéance.`
      : 'Ni la facture, ni le client, ni votre société n’ont de condition de paiement : saisissez l’échéance.',
    en: written
      ? `The payment terms "${written}" do not give one sure date: enter the due date.`
      : 'Neither the invoice, nor the customer, nor your firm has payment terms: enter the due date.',
  })

const linesDoNotAddUp = () =>
  new AppError('linesDoNotAddUp', 422, {
    fr: 'La somme des échéances n’est pas le montant de la facture : corrigez une ligne.',
    en: 'The due lines do not add up to the amount of the invoice: correct a line.',
  })

const lineOfOtherSign = () =>
  new AppError('lineOfOtherSign', 422, {
    fr: 'Chaque échéance doit aller dans le sens de la facture et ne pas être nulle : saisissez à part un avoir pour ce qui est à déduire.',
    en: 'Each due line must go the way of the invoice and not be zero: enter a credit note apart for what is to be deducted.',
  })

const dueBeforeIssue = (due: CalendarDate, issued: CalendarDate) =>
  new AppError('dueBeforeIssue', 422, {
    fr: `L’échéance du ${formatDate(due, 'fr')} est avant la date de la facture, le ${formatDate(issued, 'fr')} : corrigez l’une des deux.`,
    en: `The due date ${formatDate(due, 'en')} is before the invoice date ${formatDate(issued, 'en')}: correct one of them.`,
  })

export const unknownCustomer = () =>
  new AppError('unknownCustomer', 422, {
    fr: 'Ce client n’existe pas ou n’est pas dans votre portefeuille : choisissez-en un autre.',
    en: 'This customer does not exist or is not in your portfolio: choose another one.',
  })

export const unknownLegalEntity = () =>
  new AppError('unknownLegalEntity', 422, {
    fr: 'Cette société n’est pas l’une des vôtres : choisissez-en une dans Réglages, Entreprise.',
    en: 'This firm is not one of yours: choose one in Settings, Company.',
  })

const totalBelowZero = () =>
  new AppError('totalBelowZero', 422, {
    fr: 'Un montant négatif est un avoir : choisissez « Avoir », ou enlevez le signe.',
    en: 'A negative amount is a credit note: choose "Credit note", or drop the sign.',
  })

const numberTaken = (number: string) =>
  new AppError('numberTaken', 409, {
    fr: `La facture ${number} existe déjà : ouvrez-la pour la modifier, ou vérifiez le numéro.`,
    en: `Invoice ${number} already exists: open it to change it, or check the number.`,
  })
