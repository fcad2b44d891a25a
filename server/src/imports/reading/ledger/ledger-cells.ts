import { cutText } from '@quittance/core/imports/cut-text.ts'
import type { LedgerItem } from '@quittance/core/imports/fec/ledger-facts.ts'
import type { Mapping } from '@quittance/core/imports/fields.ts'
import { notesCell, type ReaderNote } from '@quittance/core/imports/reader-notes.ts'
import { decimalText } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'

/** The books of a firm under French law are in euros (C. com. art. L123-22). */
export const ledgerCurrency = asCurrency('EUR')

const columns = [
  ['PieceRef', 'invoiceNumber'],
  ['Kind', 'kind'],
  ['CompteNum / CompAuxNum', 'customerCode'],
  ['CompteLib / CompAuxLib', 'customerName'],
  ['PieceDate', 'issueDate'],
  ['DateEcheance', 'dueDate'],
  ['Debit / Credit', 'totalAmount'],
  ['EcritureLet', 'amountDue'],
  ['EcritureLib', 'subject'],
  ['EcritureNum', 'ledgerKey'],
  ['Nature', 'ledgerNature'],
  ['Notes', 'readerNotes'],
] as const

export const ledgerHeaders: readonly string[] = columns.map(([header]) => header)

export const ledgerMapping: Mapping = columns.map(([, field]) => field)

/** One debt or credit note of a ledger as the cells of a row. */
export function ledgerCells(item: LedgerItem, customer: { readonly code: string; readonly name: string }): string[] {
  const sign = item.kind === 'creditNote' ? -1 : 1
  const amount = (cents: number): string => decimalText(money(sign * cents, ledgerCurrency))
  return [
    item.number,
    kindWords[item.kind],
    customer.code,
    customer.name,
    item.issuedOn ?? '',
    item.dueDate ?? '',
    amount(item.amount),
    amount(item.left),
    cutText(item.label, 500),
    item.key,
    item.enteredOn && item.nature.startsWith('opening') ? `${item.nature} ${item.enteredOn}` : item.nature,
    notesCell(notesOf(item)),
  ]
}

const kindWords = { invoice: 'facture', deposit: 'acompte', creditNote: 'avoir' } as const

function notesOf(item: LedgerItem): ReaderNote[] {
  const notes: ReaderNote[] = []
  if (item.numberFrom === 'label') notes.push({ warn: 'numberFromLabel', field: 'invoiceNumber', value: item.number })
  if (item.nature === 'openingBalance') notes.push({ warn: 'openingBalance', field: 'issueDate', value: item.number })
  else if (item.nature === 'held')
    notes.push({ warn: 'owedOtherwise', field: 'invoiceNumber', value: item.label || item.number })
  else if (item.numberFrom === 'made')
    notes.push({ warn: 'ledgerNumberMade', field: 'invoiceNumber', value: item.number })
  return notes
}
