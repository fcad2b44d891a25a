import type { BankLine, Books } from '../books.ts'
import { candidatePayers, type Payer, type PayerSources } from '../candidate-payers.ts'
import { findQuotes, type QuotesFound } from '../find-quotes.ts'
import type { Case } from '../hypotheses/hypothesis.ts'
import { casesOf } from '../hypotheses/open-case.ts'
import { openItemBook } from '../item-book.ts'
import { openMemory, plainIban } from '../learn.ts'
import { openNameIndex } from '../name-index.ts'
import { type ReadLine, readLine } from '../read-line.ts'
import { someBooks } from './some-books.ts'

/** What the matcher knows on the way, laid open: books indexed, the line read, payers and their cases. */
export interface LaidOpen {
  readonly sources: PayerSources
  readonly read: ReadLine
  readonly found: QuotesFound
  readonly payers: readonly Payer[]
  /** The payer's own case; of him and his children with `withChildren`. Throws for one who is no candidate. */
  readonly caseOf: (customer: number, withChildren?: boolean) => Case
}

/** Indexes the books as they come, among the strangers of `someBooks`. */
export function sourcesOf(more: Partial<Books>): PayerSources {
  const books = someBooks(more)
  const book = openItemBook(books)
  const names = openNameIndex()
  const memory = openMemory(book.customers)
  memory.onName((name, customer) => names.add({ customer, name, isOther: true }))
  const byIban = new Map<string, number[]>()
  const byCode = new Map<string, number>()
  const bySiren = new Map<string, number[]>()
  for (const { id, name, otherNames, ibans, code, siren } of books.customers) {
    names.add({ customer: id, name, isOther: false })
    for (const other of otherNames) names.add({ customer: id, name: other, isOther: true })
    for (const iban of ibans) byIban.set(plainIban(iban), [...(byIban.get(plainIban(iban)) ?? []), id])
    byCode.set(code.replace('-', ''), id)
    if (siren) bySiren.set(siren, [...(bySiren.get(siren) ?? []), id])
  }
  for (const line of books.learnt) memory.learn(line)
  return { book, names, memory, byIban, byCode, bySiren, promises: books.promises }
}

export function layOpen(books: Partial<Books>, line: BankLine): LaidOpen {
  const sources = sourcesOf(books)
  const read = readLine(line)
  const found = findQuotes(read.fields, sources.book, line.bookedOn)
  const payers = candidatePayers(read, found.quotes, sources)
  return {
    sources,
    read,
    found,
    payers,
    caseOf: (customer, withChildren = false) => {
      const payer = payers.find((one) => one.customer.id === customer)
      if (!payer) throw new Error(`Customer ${customer} is no candidate: name him in the line`)
      const one = casesOf(payer, read, found, sources.book, sources.memory).at(withChildren ? 1 : 0)
      if (!one) throw new Error(`Customer ${customer} has no children: give one a parent`)
      return one
    },
  }
}
