import { natureOf } from '../reading/file-nature.ts'
import type { Table } from '../reading/table.ts'
import { type CustomersSeen, customersAhead } from './customers-ahead.ts'

type Kind = Table['format']['kind']

interface Prices {
  /** To lay a byte out on disk, and to look whether it fits the encoding. */
  readonly stored: number
  readonly found: number
  /** To recognise the file, whatever its size. */
  readonly recognised: number
  /** To read a byte and keep what it says, and to add all of it up. */
  readonly kept: number
  readonly added: number
}

/** Microseconds of processor, of program and database together, measured by `bench/progress`; only their proportions count. */
const pricesOf: Readonly<Record<Kind, Prices>> = {
  fec: { stored: 0.015, found: 0.003, recognised: 20_000, kept: 0.235, added: 0.008 },
  csv: { stored: 0.015, found: 0.006, recognised: 250_000, kept: 0.6, added: 0.014 },
  xlsx: { stored: 0.015, found: 0, recognised: 500_000, kept: 1.85, added: 0.03 },
  eInvoices: { stored: 0.013, found: 0, recognised: 15_000, kept: 0.043, added: 0.001 },
}

/** To note a customer that nobody knew, besides its row. */
const newCustomer = 22

/** How much of a check is done, 0 to 1: its bytes are laid out, it is recognised, its rows are kept, then added up. */
export interface CheckShare {
  /** `part` of the bytes, 0 to 1. */
  stored(part: number): number
  /** `seen`: the new customers that came up so far. */
  rows(part: number, seen: CustomersSeen): number
}

export function checkShare(size: number, kind: Kind): CheckShare {
  const { stored, found, recognised, kept, added } = pricesOf[kind]
  const all = recognised + size * (stored + found + kept + added)
  return {
    stored: (part) => (size * stored * part) / all,
    rows(part, seen) {
      const done = recognised + size * (stored + found + kept * Math.min(1, part)) + seen.count * newCustomer
      return done / (all + (seen.count + customersAhead(seen, part)) * newCustomer)
    },
  }
}

/** What a file will turn out to be, as far as its first bytes tell. */
export function kindLikely(head: Buffer): Kind {
  const nature = natureOf(head)
  if (nature === 'workbook') return 'xlsx'
  if (nature !== 'text') return 'eInvoices'
  return /ecriturenum/i.test(head.toString('latin1', 0, 2000)) ? 'fec' : 'csv'
}
