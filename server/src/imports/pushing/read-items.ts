import { numberKey } from '@quittance/core/imports/number-register.ts'
import { dueLineFaults, type PushedInvoice, pushedCells } from '@quittance/core/imports/pushed-invoice.ts'
import type { Refusal } from '@quittance/core/imports/refusals.ts'
import type { Reading, SourceRow } from '@quittance/core/imports/row-cells.ts'
import { gatherRows } from '../staging/gather-rows.ts'
import { type InvoiceRows, parseSource } from '../staging/read-rows.ts'
import type { StagedRow } from '../staging/source-rows.ts'
import type { Identified } from './identifiers.ts'

/** One invoice of a push, its shape checked. */
export interface Item {
  readonly externalId: string
  readonly invoice: PushedInvoice
}

/** The item as rows of the day's file; `rows` null and why, or an invoice that may be planned. */
export interface ReadItem {
  readonly item: Item
  readonly sources: readonly SourceRow[]
  readonly invoice: { readonly rows: InvoiceRows; readonly holds: NonNullable<StagedRow['holds']> } | null
  readonly refusals: readonly Refusal[]
}

/** Reads each item as a file is read, on lines of its own; whole or not at all. */
export function readItems(items: readonly Item[], reading: Reading, after: number): ReadItem[] {
  let line = after
  return items.map((item) => {
    const sources = pushedCells(item.invoice).map((cells) => ({ line: ++line, cells }))
    return readItem(item, sources, reading)
  })
}

function readItem(item: Item, sources: readonly SourceRow[], reading: Reading): ReadItem {
  const faults = dueLineFaults(item.invoice, sources[0]?.line ?? 0)
  if (faults.length > 0) return { item, sources, invoice: null, refusals: faults }
  const parsed = sources.map((source) => parseSource(source, reading, new Map()))
  const { invoices, refused } = gatherRows(parsed, { reading, namesakes: null })
  const [invoice] = invoices
  if (refused.length === 0 && invoice) return { item, sources, invoice, refusals: [] }
  return { item, sources, invoice: null, refusals: refused.flatMap(({ why }) => why.refusals) }
}

interface KnownIdentifiers {
  readonly known: readonly Identified[]
  readonly apiKey: number
}

/**
 * An identifier stays that of its invoice, and a program knows an invoice by one identifier: two in one push, or one now
 * and one before, would be two invoices overwriting each other.
 */
export function refuseSwapped(read: readonly ReadItem[], { known, apiKey }: KnownIdentifiers): ReadItem[] {
  const numberOf = new Map(known.map(({ externalId, number }) => [externalId, number]))
  const holderOf = new Map(
    known.filter((one) => one.apiKey === apiKey).map(({ number, externalId }) => [numberKey({ number }), externalId]),
  )
  return read.map((one) => {
    if (!one.invoice) return one
    const { externalId } = one.item
    const { row } = one.invoice.rows[0]
    const key = numberKey(row)
    const number = numberOf.get(externalId)
    const holder = holderOf.get(key)
    numberOf.set(externalId, number ?? row.number)
    holderOf.set(key, holder ?? externalId)
    if (number !== undefined && number !== row.number) return swapped(one, 'identifierTaken', number)
    if (holder !== undefined && holder !== externalId) return swapped(one, 'numberHeld', holder)
    return one
  })
}

function swapped(one: ReadItem, code: 'identifierTaken' | 'numberHeld', other: string): ReadItem {
  const { line = 0 } = one.sources[0] ?? {}
  const value = one.item.invoice.number
  return { ...one, invoice: null, refusals: [{ line, field: 'invoiceNumber', column: 'number', code, value, other }] }
}
