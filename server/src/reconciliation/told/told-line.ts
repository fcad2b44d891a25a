import { parseIsoDate } from '@quittance/core/calendar/calendar-date.ts'
import type { DifferenceReason } from '@quittance/core/payments/difference.ts'
import { AppError } from '../../platform/http/app-error.ts'

/** What a person says a line of the bank paid, as a file tells it. Amounts are cents. */
export interface ToldLine {
  /** The bank's own reference of the line. */
  readonly lineId: string
  readonly on: string | null
  readonly amount: number | null
  readonly payerName: string | null
  readonly payerIban: string | null
  readonly remittance: string
  readonly endToEndId: string | null
  /** Codes of customers. */
  readonly customers: readonly string[]
  readonly allocations: readonly { readonly invoice: string; readonly amount: number }[]
  readonly writeoff: ToldWriteoff | null
}

export interface ToldWriteoff {
  readonly reason: DifferenceReason
  /** Cents; negative when more came than was due. */
  readonly amount: number
  /** The file's own word for the reason. */
  readonly said: string
}

/** Reads a JSON array of lines, or one object that holds it; says which line cannot be read, and why. */
export function readTold(text: string): ToldLine[] {
  const parsed = parseJson(text)
  const list = Array.isArray(parsed) ? parsed : Object.values(fieldsOf(parsed)).find(Array.isArray)
  if (!list) throw unreadable(0, 'a list of lines', 'une liste de lignes')
  return list.map((one: unknown, at) => toldLine(fieldsOf(one), at + 1))
}

type Fields = Readonly<Record<string, unknown>>

const fieldsOf = (value: unknown): Fields => (value !== null && typeof value === 'object' ? (value as Fields) : {})

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    if (error instanceof SyntaxError) throw unreadable(0, 'JSON', 'du JSON')
    throw error
  }
}

function toldLine(fields: Fields, at: number): ToldLine {
  const lineId = textOf(fields.line_id)
  if (lineId === null) throw unreadable(at, 'a line_id', 'un line_id')
  const { customers, customer_id: customer, allocations } = fields
  const listed = Array.isArray(allocations) ? allocations : []
  const on = textOf(fields.date)
  if (on !== null && !parseIsoDate(on.slice(0, 10))) throw unreadable(at, 'a date', 'une date')
  return {
    lineId,
    on: on?.slice(0, 10) ?? null,
    amount: fields.amount === undefined ? null : centsOf(fields.amount, at),
    payerName: textOf(fields.payer_name),
    payerIban: textOf(fields.payer_iban)?.replace(/\s/g, '').toUpperCase() ?? null,
    remittance: textOf(fields.remittance) ?? '',
    endToEndId: textOf(fields.end_to_end_id),
    customers: (Array.isArray(customers) ? customers : [customer]).flatMap((one: unknown) => textOf(one) ?? []),
    allocations: listed.map((one: unknown) => {
      const { invoice_id: id, amount } = fieldsOf(one)
      const invoice = textOf(id)
      if (invoice === null) throw unreadable(at, 'an invoice_id', 'un invoice_id')
      return { invoice, amount: centsOf(amount, at) }
    }),
    writeoff: writeoffOf(fields.writeoff, at),
  }
}

const textOf = (value: unknown): string | null => {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : ''
  return text === '' ? null : text
}

/** A number, or decimal text with a point or a comma: two decimals at most, what comes after them may only be zeros. */
function centsOf(value: unknown, at: number): number {
  const text = textOf(value)?.replace(',', '.').replace(/\s/g, '') ?? ''
  const found = /^([+-]?)(\d{1,13})(?:\.(\d*))?$/.exec(text)
  const [, sign, whole, part = ''] = found ?? []
  const isExact = /^0*$/.test(part.slice(2)) || (typeof value === 'number' && part.length > 6)
  if (!found || !isExact) throw unreadable(at, 'an amount', 'un montant')
  const cents = Number(whole) * 100 + Math.round(Number(`0.${part || '0'}`) * 100)
  return sign === '-' ? -cents : cents
}

function writeoffOf(value: unknown, at: number): ToldWriteoff | null {
  if (value === null || value === undefined || value === '' || value === 0) return null
  const fields = fieldsOf(value)
  const isObject = Object.keys(fields).length > 0
  const amount = centsOf(isObject ? fields.amount : value, at)
  const said = isObject ? (textOf(fields.reason ?? fields.type ?? fields.kind) ?? '') : ''
  return amount === 0 ? null : { reason: reasonOf(said, amount), amount, said }
}

/** A few cents that nobody explains are a rounding; more is what a bank took. */
function reasonOf(said: string, amount: number): DifferenceReason {
  if (/disc|escompte|skonto/i.test(said)) return 'discount'
  if (/fee|frais|charge|commission/i.test(said)) return 'bankFee'
  if (/round|arrondi/i.test(said)) return 'rounding'
  return Math.abs(amount) <= 100 ? 'rounding' : 'bankFee'
}

const unreadable = (at: number, en: string, fr: string) =>
  new AppError('toldUnreadable', 422, {
    fr: `${at === 0 ? 'Le fichier' : `La ligne n° ${at} du fichier`} n’a pas ${fr} lisible : corrigez-le, rien n’a été enregistré.`,
    en: `${at === 0 ? 'The file' : `Line no. ${at} of the file`} has no readable ${en.replace(/^an? /, '')}: correct it, nothing was saved.`,
  })
