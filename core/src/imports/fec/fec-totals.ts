import type { FecLine } from './fec-line.ts'

/** What a FEC holds of customers, to set beside the file's own totals. Amounts are signed cents, debit less credit. */
export interface FecTotals {
  readonly lines: number
  readonly debit: number
  readonly credit: number
  readonly entriesOutOfBalance: number
  readonly customerLines: number
  readonly customers: number
  readonly customerBalance: number
  readonly unletteredLines: number
  readonly unletteredBalance: number
  /** Customer key → cents; customers whose unlettered lines come to nothing are left out. */
  readonly unletteredByCustomer: ReadonlyMap<string, number>
  readonly letteredGroups: number
  readonly letteredGroupsNotZero: number
}

/** Accounts of customers begin with 411 (plan comptable général, class 4). */
export const isCustomerLine = (line: Pick<FecLine, 'ledgerAccount'>): boolean => line.ledgerAccount.startsWith('411')

/** The customer of a line of a customer account: the auxiliary, else the account itself (« account 411DUPONT »). */
export const customerKey = (line: Pick<FecLine, 'ledgerAccount' | 'auxiliary'>): string =>
  line.auxiliary === '' ? `account ${line.ledgerAccount}` : line.auxiliary

export interface FecSums {
  add(line: FecLine): void
  totals(): FecTotals
}

/** Adds up lines one by one: memory grows with customers and letters, not with lines. */
export function startFecTotals(): FecSums {
  const counted = { lines: 0, debit: 0, credit: 0, customerLines: 0, unletteredLines: 0 }
  const [entries, balances, unlettered] = [newSums(), newSums(), newSums()]
  // By account and customer, then by letters: each of these texts is kept once.
  const letters = new Map<string, Map<string, number>>()
  return {
    add(line) {
      counted.lines++
      counted.debit += line.debit
      counted.credit += line.credit
      const amount = line.debit - line.credit
      balanceEntry(entries, `${line.journal}\t${line.entry}`, amount)
      if (!isCustomerLine(line)) return
      counted.customerLines++
      addTo(balances, customerKey(line), amount)
      if (line.lettering === '') {
        counted.unletteredLines++
        addTo(unlettered, customerKey(line), amount)
        return
      }
      const account = `${line.ledgerAccount}\t${line.auxiliary}`
      const groups = letters.get(account) ?? newSums()
      letters.set(account, groups)
      addTo(groups, line.lettering, amount)
    },
    totals: () => ({
      ...counted,
      entriesOutOfBalance: entries.size,
      customers: balances.size,
      customerBalance: sum(balances),
      unletteredBalance: sum(unlettered),
      unletteredByCustomer: new Map([...unlettered].filter(([, cents]) => cents !== 0).sort(byKey)),
      letteredGroups: [...letters.values()].reduce((count, groups) => count + groups.size, 0),
      letteredGroupsNotZero: [...letters.values()].reduce((count, groups) => count + notZero(groups), 0),
    }),
  }
}

/** Letters start again on each account, and tell their case apart: the group is account, auxiliary and letters. */
export const letteredGroup = (line: Pick<FecLine, 'ledgerAccount' | 'auxiliary' | 'lettering'>): string =>
  `${line.ledgerAccount}\t${line.auxiliary}\t${line.lettering}`

const newSums = (): Map<string, number> => new Map()

const addTo = (sums: Map<string, number>, key: string, cents: number): void => {
  sums.set(key, (sums.get(key) ?? 0) + cents)
}

/** An entry that balances is forgotten: its lines stand together, and memory does not grow with entries. */
function balanceEntry(entries: Map<string, number>, key: string, cents: number): void {
  const left = (entries.get(key) ?? 0) + cents
  if (left === 0) entries.delete(key)
  else entries.set(key, left)
}

const sum = (sums: ReadonlyMap<string, number>): number => [...sums.values()].reduce((total, cents) => total + cents, 0)

const notZero = (sums: ReadonlyMap<string, number>): number => [...sums.values()].filter((cents) => cents !== 0).length

const byKey = ([a]: readonly [string, number], [b]: readonly [string, number]): number => (a < b ? -1 : a > b ? 1 : 0)
