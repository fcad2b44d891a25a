import type { CalendarDate } from '../../calendar/calendar-date.ts'
import type { BankLine, BookedCustomer, LearntLine } from './books.ts'
import { labelWords } from './line-words.ts'
import { legalForms, nameTokens } from './name-tokens.ts'
import { numberKey, withoutZeros } from './number-shape.ts'
import { plainCapitals } from './read-text.ts'

/** What a person's verdict teaches; each may be shown, and taken back. */
export type LearntRule =
  | { readonly kind: 'iban'; readonly iban: string; readonly customer: number }
  | { readonly kind: 'wording'; readonly wording: string; readonly customer: number }
  | { readonly kind: 'notACustomer'; readonly iban: string | null; readonly wording: string | null }

type Worded = Pick<BankLine, 'kind' | 'label' | 'payerName'>

/** Words that say who pays, the same for every payment of one payer: no numbers, no months, no words of banks. */
export function wordingOf({ kind, label, payerName }: Worded): string | null {
  if (kind === 'chequeDeposit') return null
  const words = payerName ? nameTokens(payerName) : firstName(label)
  const telling = words.filter((word) => !legalForms.has(word))
  const wording = telling.join(' ')
  return wording.length >= 3 ? wording : null
}

/** The first words of a label that are no bank's: a name, in most. */
export function firstName(label: string): string[] {
  const words: string[] = []
  const all = plainCapitals(label).match(/[A-Z0-9]+/g) ?? []
  for (const [at, word] of all.entries()) {
    // « F-2026-0842 »: a letter or two before figures begin a number.
    const isNumber = /\d/.test(word) || (word.length <= 2 && /^\d/.test(all[at + 1] ?? ''))
    const isName = !labelWords.has(word) && !isNumber
    if (isName) words.push(word)
    else if (words.some((one) => one.length > 2)) break
    if (words.length >= 5) break
  }
  return nameTokens(words.join(' '))
}

/** Who a payment for several customers comes from: the parent they share, else the first of them. */
export function payerOf(customers: readonly number[], parentOf: (customer: number) => number | null): number | null {
  const [first] = customers
  if (first === undefined || customers.length === 1) return first ?? null
  const parent = customers.find((one) => customers.every((other) => other === one || parentOf(other) === one))
  if (parent !== undefined) return parent
  const shared = parentOf(first)
  return shared !== null && customers.every((one) => parentOf(one) === shared) ? shared : first
}

/** The rules that a verdict on one line teaches; none for a line that names neither account nor payer. */
export function rulesOf({ line, customers }: LearntLine, parentOf: (customer: number) => number | null): LearntRule[] {
  const iban = line.payerIban === null ? null : plainIban(line.payerIban)
  const wording = wordingOf(line)
  const customer = payerOf(customers, parentOf)
  if (customer === null) return iban === null && wording === null ? [] : [{ kind: 'notACustomer', iban, wording }]
  return [
    ...(iban === null ? [] : [{ kind: 'iban', iban, customer } as const]),
    ...(wording === null ? [] : [{ kind: 'wording', wording, customer } as const]),
  ]
}

export const plainIban = (iban: string): string => iban.replace(/[^A-Za-z0-9]/g, '').toUpperCase()

/** How often a payer did what, of the lines confirmed. */
export interface Habits {
  lines: number
  /** Lines in which a number of what was paid stands. */
  quoted: number
  /** Lines that paid more than one item. */
  several: number
  discount: number
  credits: number
  fees: number
}

export interface Memory {
  readonly learn: (learnt: LearntLine) => void
  readonly habitsOf: (customer: number) => Habits
  /** The last day on which this payer's money came to this amount, in all; null when it never did. */
  readonly paidOn: (customer: number, amount: number) => CalendarDate | null
  readonly ofIban: (iban: string) => Recalled
  readonly ofWording: (wording: string) => Recalled
  /** Names that payments came under, for the index of names. */
  readonly onName: (listener: (name: string, customer: number) => void) => void
}

export interface Recalled {
  readonly customers: ReadonlyMap<number, number>
  readonly notACustomer: number
  readonly lines: number
}

const nothing: Recalled = { customers: new Map(), notACustomer: 0, lines: 0 }
const noHabits: Habits = { lines: 0, quoted: 0, several: 0, discount: 0, credits: 0, fees: 0 }

interface Tally {
  readonly customers: Map<number, number>
  notACustomer: number
  lines: number
}

/** What confirmed lines taught, in whatever order they come. */
export function openMemory(customers: ReadonlyMap<number, BookedCustomer>): Memory {
  const ibans = new Map<string, Tally>()
  const wordings = new Map<string, Tally>()
  const habits = new Map<number, Habits>()
  const paid = new Map<string, CalendarDate>()
  const listeners: ((name: string, customer: number) => void)[] = []
  const parentOf = (customer: number): number | null => customers.get(customer)?.parent ?? null

  const tally = (map: Map<string, Tally>, key: string): Tally => {
    const known = map.get(key) ?? { customers: new Map(), notACustomer: 0, lines: 0 }
    map.set(key, known)
    known.lines++
    return known
  }

  const learn = (learnt: LearntLine): void => {
    for (const rule of rulesOf(learnt, parentOf)) {
      const tallies = [
        ...('iban' in rule && rule.iban !== null ? [tally(ibans, rule.iban)] : []),
        ...('wording' in rule && rule.wording !== null ? [tally(wordings, rule.wording)] : []),
      ]
      for (const one of tallies)
        if (rule.kind === 'notACustomer') one.notACustomer++
        else
          for (const customer of new Set([rule.customer, ...learnt.customers]))
            one.customers.set(customer, (one.customers.get(customer) ?? 0) + 1)
      if (rule.kind === 'wording') {
        const name = learnt.line.payerName ?? rule.wording
        for (const listener of listeners) listener(name, rule.customer)
      }
    }
    const payer = payerOf(learnt.customers, parentOf)
    if (payer !== null && learnt.allocations.length > 0) addHabits(payer, learnt)
  }

  const addHabits = (payer: number, { line, allocations, difference }: LearntLine): void => {
    const known = habits.get(payer) ?? { ...noHabits }
    habits.set(payer, known)
    known.lines++
    const sum = `${payer} ${line.amount}`
    const before = paid.get(sum)
    if (before === undefined || before < line.bookedOn) paid.set(sum, line.bookedOn)
    const text = numberKey(`${line.label} ${line.remittance} ${line.endToEndId ?? ''}`)
    if (allocations.some(({ invoiceNumber }) => isNamed(text, invoiceNumber))) known.quoted++
    if (allocations.filter(({ amount }) => amount > 0).length > 1) known.several++
    if (difference?.reason === 'discount') known.discount++
    if (difference?.reason === 'bankFee') known.fees++
    if (allocations.some(({ amount }) => amount < 0)) known.credits++
  }

  return {
    learn,
    habitsOf: (customer) => habits.get(customer) ?? noHabits,
    paidOn: (customer, amount) => paid.get(`${customer} ${amount}`) ?? null,
    ofIban: (iban) => ibans.get(iban) ?? nothing,
    ofWording: (wording) => wordings.get(wording) ?? nothing,
    onName: (listener) => listeners.push(listener),
  }
}

/** Some of its digits, whole or the last ones. */
function isNamed(text: string, invoiceNumber: string): boolean {
  const key = numberKey(invoiceNumber)
  const digits = key.replace(/\D/g, '')
  return [key, digits, withoutZeros(digits.slice(-4))].some((part) => part.length >= 3 && text.includes(part))
}
