import { civilOf } from '@quittance/core/calendar/calendar-date.ts'
import { changed, mistyped, tailOf } from './change-number.ts'
import type { Dice } from './dice.ts'
import type { Payment } from './make-payments.ts'
import type { Habit, TextStyle } from './payer-habits.ts'
import { noiseOf, nothingSaid, ownNumber } from './payer-words.ts'
import type { Telling, TextClass, YearInvoice } from './year.ts'

/** What the payer writes, and which invoices it truly tells. */
export interface Remittance {
  readonly text: string
  readonly endToEndId: string
  readonly documents: readonly string[]
  readonly told: readonly Telling[]
  readonly textClass: TextClass
}

export interface Knows {
  readonly invoices: ReadonlyMap<string, YearInvoice>
  readonly ofCustomer: ReadonlyMap<string, readonly YearInvoice[]>
  readonly ofOrder: ReadonlyMap<string, readonly YearInvoice[]>
  /** What this payer paid the last time. */
  readonly lastPaid: YearInvoice | null
  readonly firmName: string
}

interface Token {
  readonly text: string
  /** Invoices it tells apart from all others. */
  readonly tells: readonly string[]
}

interface Words {
  readonly textClass: TextClass
  readonly opening: string
  readonly tokens: readonly Token[]
}

export function writeRemittance(dice: Dice, payment: Payment, knows: Knows): Remittance {
  const { habit } = payment.payer
  const words = wordsOf(dice, payment, knows)
  const numberOfOurs = (): string => dice.of([...knows.invoices.keys()])
  const noise = dice.inThousand(habit.noise) ? noiseOf(dice, payment.payer.customer, numberOfOurs) : ''
  const numbers = words.tokens.map(({ text }) => text).join(habit.between)
  const quoted = `${words.opening} ${numbers}`.trim()
  const whole = (dice.inThousand(300) ? `${noise} ${quoted}` : `${quoted} ${noise}`).trim()
  const written = (habit.writesLow ? whole.toLowerCase() : whole).replaceAll('°', dice.inThousand(500) ? ' ' : '')
  const text = written.slice(0, habit.textLimit).trim()
  const told = words.tokens
    .filter((token) => text.toUpperCase().includes(token.text))
    .flatMap((token) => token.tells.map((invoice) => ({ invoice, by: token.text })))
  const endToEndId = endToEndOf(dice, payment, words.textClass)
  const inReference = payment.paid
    .filter(({ invoice }) => invoice.id === endToEndId)
    .map(({ invoice: { id } }) => ({ invoice: id, by: id }))
  const listed = habit.structured && words.textClass === 'exact'
  return {
    text,
    endToEndId,
    documents: listed ? words.tokens.map((token) => token.text) : [],
    told: [...told, ...inReference],
    textClass: words.textClass,
  }
}

function endToEndOf(dice: Dice, { payer: { habit }, paid }: Payment, textClass: TextClass): string {
  if (habit.endToEnd === 'own') return dice.of([`${dice.digits(8)}`, `VIR-${dice.digits(6)}`, `ZV${dice.digits(10)}`])
  if (habit.endToEnd === 'number' && paid.length === 1 && textClass !== 'mistyped') return paid[0]?.invoice.id ?? ''
  return 'NOTPROVIDED'
}

function wordsOf(dice: Dice, payment: Payment, knows: Knows): Words {
  const { habit } = payment.payer
  const style = dice.inThousand(130)
    ? dice.of<TextStyle>(['exact', 'exact', 'tail', 'nothing', 'date', 'changed'])
    : habit.style
  const byNumber = style === 'exact' || style === 'changed' || style === 'tail'
  const [only] = payment.paid
  if (byNumber && knows.lastPaid !== null && dice.inThousand(16)) {
    return { textClass: 'already paid', opening: habit.opening, tokens: [{ text: knows.lastPaid.id, tells: [] }] }
  }
  if (byNumber && style !== 'tail' && only !== undefined && payment.paid.length === 1 && dice.inThousand(22)) {
    const wrong = mistyped(dice, only.invoice.id, (number) => knows.invoices.get(number)?.amount)
    return { textClass: 'mistyped', opening: habit.opening, tokens: [{ text: wrong, tells: [] }] }
  }
  if (byNumber) return numbersOf(dice, payment, knows, style)
  return otherWords(dice, payment, knows, style)
}

const inOrder = (invoices: readonly YearInvoice[]): YearInvoice[] =>
  invoices.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))

function numbersOf(dice: Dice, payment: Payment, knows: Knows, style: 'exact' | 'changed' | 'tail'): Words {
  const { habit } = payment.payer
  const paid = inOrder(payment.paid.map(({ invoice }) => invoice))
  const forgets = paid.length > 1 && dice.inThousand(70)
  const adds = payment.leftOut.length > 0 && dice.inThousand(250)
  const forgotten = forgets ? paid[dice.below(paid.length)] : undefined
  const quoted = inOrder([...paid.filter((invoice) => invoice !== forgotten), ...(adds ? payment.leftOut : [])])
  const textClass: TextClass = forgets ? 'one forgotten' : adds ? 'one left out' : style
  const positive = quoted.filter(({ type }) => type === 'invoice')
  if (positive.length === quoted.length && quoted.length > 1 && habit.writesRanges && dice.inThousand(700)) {
    return { textClass: 'range', opening: habit.opening, tokens: rangeOf(dice, quoted, { style, habit, knows }) }
  }
  const tokens = quoted.map(({ id }) => ({ text: numberAs(id, style, habit), tells: [id] }))
  return { textClass, opening: habit.opening, tokens }
}

const numberAs = (id: string, style: 'exact' | 'changed' | 'tail', habit: Habit): string =>
  style === 'exact' ? id : style === 'tail' ? tailOf(id) : changed(id, habit.change)

interface Written {
  readonly style: 'exact' | 'changed' | 'tail'
  readonly habit: Habit
  readonly knows: Knows
}

/** No twin of it stands between the two ends. */
const isAloneWithin = (invoice: YearInvoice, from: string, to: string, { ofCustomer }: Knows): boolean =>
  (ofCustomer.get(invoice.customer) ?? []).filter(
    ({ id, amount }) => amount === invoice.amount && id >= from && id <= to,
  ).length === 1

/** 'F0031 A F0034', or the first whole and two or three digits of the others. */
function rangeOf(dice: Dice, quoted: readonly YearInvoice[], { style, habit, knows }: Written): Token[] {
  const [first, ...others] = quoted
  const last = others.at(-1)
  if (first === undefined || last === undefined) return []
  if (quoted.length >= 3 && dice.inThousand(500)) {
    const joint = dice.of([' A ', ' AU ', '-', ' A N ', ' TO ', ' BIS ', ' JUSQU A '])
    const text = `${numberAs(first.id, style, habit)}${joint}${numberAs(last.id, style, habit)}`
    const tells = quoted.filter((one) => isAloneWithin(one, first.id, last.id, knows)).map(({ id }) => id)
    return [{ text, tells }]
  }
  const start = { text: numberAs(first.id, style, habit), tells: [first.id] }
  const short = (id: string): string => {
    const apart = [...id].findIndex((sign, at) => sign !== first.id[at])
    return id.length === first.id.length ? id.slice(Math.min(apart, id.length - 2)) : tailOf(id)
  }
  return [start, ...others.map(({ id }) => ({ text: short(id), tells: [id] }))]
}

function otherWords(dice: Dice, payment: Payment, knows: Knows, style: TextStyle): Words {
  const { payer } = payment
  const invoices = inOrder(payment.paid.map(({ invoice }) => invoice))
  const saysNothing = { textClass: 'nothing', opening: nothingSaid(dice, payer, knows.firmName), tokens: [] } as const
  if (style === 'date') return datesOf(dice, invoices, knows)
  if (style === 'own number') return { textClass: 'own number', opening: ownNumber(dice, payer), tokens: [] }
  if (style === 'account code') {
    const code = dice.inThousand(700) ? payer.customer.accountCode : payer.customer.id
    return {
      textClass: 'account code',
      opening: `${dice.of(['CPT', 'CLIENT', 'CODE CLIENT', ''])} ${code}`.trim(),
      tokens: [],
    }
  }
  const orders = [...new Set(invoices.map(({ poNumber }) => poNumber).filter((order) => order !== ''))]
  if (style !== 'order number' || orders.length === 0) return saysNothing
  const tokens = orders.map((order) => ({ text: order, tells: [...onlyOneOf(order, knows)] }))
  return {
    textClass: 'order number',
    opening: dice.of(['CDE', 'COMMANDE', 'BC', 'PO', '', 'N/CDE', 'VOTRE REF']),
    tokens,
  }
}

const onlyOneOf = (order: string, { ofOrder }: Knows): string[] => {
  const under = ofOrder.get(order) ?? []
  return under.length === 1 ? under.map(({ id }) => id) : []
}

const months = [
  'JANVIER',
  'FEVRIER',
  'MARS',
  'AVRIL',
  'MAI',
  'JUIN',
  'JUILLET',
  'AOUT',
  'SEPTEMBRE',
  'OCTOBRE',
  'NOVEMBRE',
  'DECEMBRE',
]
const two = (value: number): string => String(value % 100).padStart(2, '0')

function datesOf(dice: Dice, paid: readonly YearInvoice[], knows: Knows): Words {
  const invoices = paid.filter(({ type }) => type === 'invoice')
  const byMonth = dice.inThousand(500)
  const form = dice.below(4)
  const written = invoices.map((invoice) => {
    const { year, month, day } = civilOf(dice.inThousand(900) ? invoice.issueDate : invoice.dueDate)
    const name = months[month - 1] ?? ''
    const asMonth = [name, `${name} ${year}`, `${two(month)}/${year}`, `${name.slice(0, 4)} ${two(year)}`][form] ?? name
    const asDay = [
      `${two(day)}/${two(month)}/${two(year)}`,
      `${two(day)}/${two(month)}/${year}`,
      `${two(day)}${two(month)}${two(year)}`,
      `${two(day)}.${two(month)}`,
    ][form]
    return { invoice, text: byMonth ? asMonth : (asDay ?? ''), key: byMonth ? 7 : 10 }
  })
  const tokens = [...Map.groupBy(written, ({ text }) => text)].map(([text, same]) => ({
    text,
    tells: same.filter(({ invoice, key }) => isAlone(invoice, key, knows)).map(({ invoice }) => invoice.id),
  }))
  const opening = byMonth
    ? dice.of(['REGLT', 'FACTURES', 'FACT', 'ECHEANCE', 'PRESTATIONS', 'LOYER'])
    : dice.of(['FACT DU', 'FACTURE DU', 'VOTRE FACTURE DU', 'FAC'])
  return { textClass: 'date', opening, tokens }
}

/** No other invoice of that customer bears the same day (or month) and amount. */
const isAlone = (invoice: YearInvoice, key: number, { ofCustomer }: Knows): boolean =>
  (ofCustomer.get(invoice.customer) ?? []).filter(
    ({ amount, issueDate }) => amount === invoice.amount && issueDate.slice(0, key) === invoice.issueDate.slice(0, key),
  ).length === 1
