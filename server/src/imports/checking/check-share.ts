import { natureOf } from '../reading/file-nature.ts'
import type { Table } from '../reading/table.ts'
import { type CustomersSeen, customersAhead } from './customers-ahead.ts'

type Kind = Table['format']['kind']

interface Prices {
  /** To lay a byte out on disk, and to start meanwhile what reads it. */
  readonly stored: number
  readonly started: number
  /** To look at a byte for the encoding, or for what all cells of a workbook stand on. */
  readonly found: number
  /** To recognise the file, whatever its size. */
  readonly recognised: number
  /** To read a byte and keep what it says, how much more of the first 40 MB, and to add all of it up. */
  readonly kept: number
  readonly keptAtFirst: number
  readonly added: number
}

/** Microseconds of processor, of program and database together, measured by `bench/progress`; only their proportions count. */
const pricesOf: Readonly<Record<Kind, Prices>> = {
  fec: { stored: 0.0165, started: 0, found: 0.005, recognised: 30_000, kept: 0.262, keptAtFirst: 0, added: 0.008 },
  csv: { stored: 0.018, started: 0, found: 0.01, recognised: 110_000, kept: 0.58, keptAtFirst: 0, added: 0.014 },
  xlsx: { stored: 0.018, started: 0, found: 0.09, recognised: 130_000, kept: 1.75, keptAtFirst: 0, added: 0.03 },
  eInvoices: {
    stored: 0.013,
    started: 300_000,
    found: 0,
    recognised: 15_000,
    kept: 0.037,
    keptAtFirst: 0.0125,
    added: 0.001,
  },
}

/** The thread that reads PDFs is new, and gets faster with the first thousand of them. */
const firstBytes = 40_000_000

/** To note a customer that nobody knew, besides its row. */
const newCustomer = 22

/** Half of what is read between two looks at the bar. */
const halfStep = 1 / 120

/**
 * How much of a check is done, 0 to 1: its bytes are laid out, it is recognised, its rows are kept, then added up. Told half
 * a step ahead, so that the bar is never a whole one behind.
 */
export interface CheckShare {
  /** `part` of the bytes, 0 to 1. */
  stored(part: number): number
  /** It is known what the file is, but not yet who is in it. */
  readonly recognised: number
  /** `seen`: the new customers that came up so far. */
  rows(part: number, seen: CustomersSeen): number
}

export function checkShare(size: number, kind: Kind): CheckShare {
  const { stored, started, found, recognised, kept, keptAtFirst, added } = pricesOf[kind]
  const keep = (part: number): number => size * part * kept + Math.min(firstBytes, size * part) * keptAtFirst
  const laid = size * stored + started
  const known = recognised + size * found
  const all = laid + known + keep(1) + size * added
  return {
    // What reads it has started halfway.
    stored: (part) => (started * Math.min(1, 2 * part) + (laid - started + known / 4) * part) / all,
    recognised: (laid + (known * 3) / 4) / all,
    rows(part, seen) {
      const addedHalf = part < 1 ? 0 : (size * added) / 2
      const done = laid + known + keep(Math.min(1, part + halfStep)) + addedHalf + seen.count * newCustomer
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

/** A PDF, or a folder whose first file is one. */
export const holdsPdfs = (head: Buffer): boolean =>
  natureOf(head) === 'pdf' || (natureOf(head) === 'zip' && /\.pdf/i.test(head.toString('latin1', 0, 300)))
