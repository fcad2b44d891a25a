import type { XmlElement } from '../../../imports/e-invoices/xml-element.ts'

/** XML as an object: a text, children by name, several of one name as an array, attributes behind an `@`. */
export type Written = string | { readonly [name: string]: Written | readonly Written[] | undefined }

/** Makes the tree of a document; its lines count from `firstLine`, one an element. */
export function treeOf(name: string, written: Written, firstLine = 1): XmlElement {
  let line = firstLine - 1
  const element = (own: string, content: Written): XmlElement => {
    line++
    const at = line
    if (typeof content === 'string') return { name: own, attributes: {}, children: [], text: content, line: at }
    const parts = Object.entries(content).filter(([, value]) => value !== undefined)
    const attributes = parts.flatMap(([key, value]) => (key.startsWith('@') ? [[key.slice(1), String(value)]] : []))
    const children = parts
      .filter(([key]) => !key.startsWith('@') && key !== '#')
      .flatMap(([key, value]) => (Array.isArray(value) ? value : [value]).map((one) => element(key, one as Written)))
    return {
      name: own,
      attributes: Object.fromEntries(attributes),
      children,
      text: String(content['#'] ?? ''),
      line: at,
    }
  }
  return element(name, written)
}

export const amount = (value: string, currency = 'EUR'): Written => ({ '@Ccy': currency, '#': value })

export const balance = (type: string, value: string, on: string, direction = 'CRDT'): Written => ({
  Tp: { CdOrPrtry: { Cd: type } },
  Amt: amount(value),
  CdtDbtInd: direction,
  Dt: { Dt: on },
})

/** A booked credit of the 23rd of March 2026, but for what is said. */
export const entry = (value: string, more: Record<string, Written | readonly Written[] | undefined> = {}): Written => ({
  Amt: amount(value),
  CdtDbtInd: 'CRDT',
  Sts: 'BOOK',
  BookgDt: { Dt: '2026-03-23' },
  ValDt: { Dt: '2026-03-24' },
  ...more,
})

/** A whole document of one statement. */
export const statementTree = (
  content: Record<string, Written | readonly Written[]>,
  version = 'camt.053.001.02',
): XmlElement =>
  treeOf('Document', {
    '@xmlns': `urn:iso:std:iso:20022:tech:xsd:${version}`,
    BkToCstmrStmt: {
      Stmt: { Id: 'S1', Acct: { Id: { IBAN: 'FR7630006000011234567890189' }, Ccy: 'EUR' }, ...content },
    },
  })
