import { type CalendarDate, parseIsoDate } from '../../../calendar/calendar-date.ts'
import { oneAt, textAt, type XmlElement } from '../../../imports/e-invoices/xml-element.ts'
import { type ExactAmount, parseExact } from '../exact-amount.ts'

/** An amount as written, and its currency. */
export interface CamtAmount {
  readonly exact: ExactAmount | undefined
  readonly text: string
  readonly currency: string | null
}

/** The first amount of a path that is there. */
export function amountAt(from: XmlElement, ...paths: readonly string[]): CamtAmount | undefined {
  const element = paths.map((path) => oneAt(from, path)).find((one) => one !== undefined)
  if (!element) return undefined
  const currency = element.attributes.Ccy?.trim().toUpperCase() || null
  return { exact: parseExact(element.text, '.'), text: element.text, currency }
}

/** `CRDT` or `DBIT`; null where there is neither. */
export function directionOf(element: XmlElement): 'CRDT' | 'DBIT' | null {
  const written = textAt(element, 'CdtDbtInd')?.toUpperCase()
  return written === 'CRDT' || written === 'DBIT' ? written : null
}

/** A day as written, with or without its time: `Dt/Dt`, `Dt/DtTm`. */
export const dayText = (from: XmlElement | undefined, path: string): string | null =>
  textAt(from, `${path}/Dt`, `${path}/DtTm`) ?? textAt(from, `${path}/Dt/Dt`, `${path}/Dt/DtTm`)

/** The day the bank wrote, in its own time zone; undefined for one that does not exist. */
export const dayOf = (written: string): CalendarDate | undefined =>
  /^\d{4}-\d{2}-\d{2}(?:$|[TZ+-])/.test(written) ? parseIsoDate(written.slice(0, 10)) : undefined

/** An IBAN without its spaces; null for what has not its shape. */
export function ibanOf(written: string | null): string | null {
  const plain = written?.replace(/\s/g, '').toUpperCase() ?? ''
  return /^[A-Z]{2}\d{2}[A-Z0-9]{8,30}$/.test(plain) ? plain : null
}
