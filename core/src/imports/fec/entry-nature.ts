import type { KeptLine } from './kept-lines.ts'

/** What an entry of the ledger did to a customer: sold, moved money, opened the year, moved a balance, gave it up. */
export type EntryNature = 'opening' | 'sale' | 'bank' | 'deposit' | 'writeOff' | 'transfer' | 'other'

/** Tells natures once every line has been seen. */
export interface EntryNatures {
  add(line: KeptLine): void
  of(line: KeptLine): EntryNature
  /** Whether a customer's own account (411, 413, 416) stands in the same entry. */
  hasCustomer(line: KeptLine): boolean
}

const bits = { sale: 1, bank: 2, deposit: 4, writeOff: 8, transfer: 16, owes: 32, gets: 64, other: 128 } as const
type Bit = keyof typeof bits

/** A customer's account, on the side of the debit or of the credit. */
const customerBits = bits.owes | bits.gets

/** The chart of accounts (PCG): 70 and 4457 of a sale, 5 of money, 4191 of deposits, 654… of losses and discounts. */
function bitOf({ ledgerAccount, debit, credit }: KeptLine): Bit {
  if (/^(?:70(?!9)|4457)/.test(ledgerAccount)) return 'sale'
  if (ledgerAccount.startsWith('5')) return 'bank'
  if (ledgerAccount.startsWith('419')) return 'deposit'
  if (/^(?:654|658|665|668|709|714)/.test(ledgerAccount)) return 'writeOff'
  if (/^41[136]/.test(ledgerAccount)) return debit > credit ? 'owes' : 'gets'
  return /^(?:467|472|471)/.test(ledgerAccount) ? 'transfer' : 'other'
}

interface JournalSeen {
  lines: number
  bankLines: number
  /** Entries of a sale, and those of money or of waiting accounts; known once all lines were seen. */
  share: { readonly sales: number; readonly others: boolean } | null
  readonly entries: Map<number | string, number>
  /** By day and reference, as long as all lines bear one number of entry. */
  pieces: Map<string, number> | null
}

/**
 * Reads natures from what stands together: the journal where it does one thing, else the entry. Some software gives all
 * entries of a journal one number: there the day and the reference of the piece tell them apart. Memory: a number an entry.
 */
export function startEntryNatures(): EntryNatures {
  const journals = new Map<string, JournalSeen>()
  const unit = (line: KeptLine): number => {
    const journal = journals.get(line.journal)
    return journal?.pieces?.get(pieceKey(line)) ?? journal?.entries.get(entryKey(line)) ?? 0
  }
  return {
    add(line) {
      const bit = bits[bitOf(line)]
      const journal = journals.get(line.journal) ?? newJournal()
      journals.set(line.journal, journal)
      journal.lines++
      journal.share = null
      if (bit === bits.bank) journal.bankLines++
      see(journal.entries, entryKey(line), bit)
      if (journal.entries.size > 1) journal.pieces = null
      else if (journal.pieces) see(journal.pieces, pieceKey(line), bit)
    },
    of(line) {
      const journal = journals.get(line.journal)
      if (isOpening(line)) return 'opening'
      if (journal && journal.bankLines >= journal.lines * 0.15) return 'bank'
      return natureOf(unit(line), line, journal && isOfSales(journal) ? 'sale' : 'other')
    },
    hasCustomer: (line) => (unit(line) & customerBits) !== 0,
  }
}

const newJournal = (): JournalSeen => ({ lines: 0, bankLines: 0, share: null, entries: new Map(), pieces: new Map() })

/** One that does nothing else: VAT and year-end entries bring 4457 and 70 into any journal. */
function isOfSales(journal: JournalSeen): boolean {
  journal.share ??= shareOf([...journal.entries.values()])
  return !journal.share.others && journal.share.sales >= 0.5
}

const shareOf = (masks: readonly number[]): { readonly sales: number; readonly others: boolean } => ({
  sales: masks.filter((mask) => has(mask, 'sale')).length / Math.max(masks.length, 1),
  others: masks.some((mask) => has(mask, 'bank') || has(mask, 'transfer')),
})

function natureOf(mask: number, line: KeptLine, otherwise: 'sale' | 'other'): EntryNature {
  const sale = has(mask, 'sale')
  const bank = has(mask, 'bank')
  if (sale && bank) return line.debit > line.credit ? 'sale' : 'bank'
  if (bank) return 'bank'
  if (has(mask, 'deposit') && !sale) return 'deposit'
  if (sale) return 'sale'
  if (has(mask, 'writeOff')) return 'writeOff'
  if (mask === customerBits) return 'transfer'
  return has(mask, 'transfer') ? 'transfer' : otherwise
}

const has = (mask: number, bit: Bit): boolean => (mask & bits[bit]) !== 0

function see<Key>(seen: Map<Key, number>, key: Key, bit: number): void {
  seen.set(key, (seen.get(key) ?? 0) | bit)
}

/** Most entries are numbered: a number takes less room than its digits. */
const entryKey = ({ entry }: KeptLine): number | string => (/^[1-9]\d{0,8}$/.test(entry) ? Number(entry) : entry)

const pieceKey = (line: KeptLine): string => `${line.entryDate}\t${line.pieceRef}`

/** Journals of opening balances are named for it; their codes are free, AN, RAN and OUV the usual ones. */
const isOpening = ({ journal, journalName }: KeptLine): boolean =>
  /^(?:r?an|a[- ]?nouveaux?|ouv|bo)$/i.test(journal) || /nouveau|ouverture/i.test(journalName)
