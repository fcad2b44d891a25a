import type { PaymentInstruction } from '../../invoices/payment-instruction.ts'
import { nameKey } from '../customer-name.ts'
import { cutText } from '../cut-text.ts'
import type { EInvoice } from './e-invoice.ts'

/** UNTDID 1001, the types of invoices and credit notes that were sold to a factor. */
const factoredTypes = ['393', '396', '472', '473', '501', '502', '503']

const longest = 1000

export function instructionOf(invoice: EInvoice): PaymentInstruction {
  const { payee, seller, typeCode } = invoice
  const isOther = payee !== null && nameKey(payee) !== nameKey(seller.name ?? '')
  return {
    reference: short(invoice.paymentReference),
    iban: short(invoice.payeeIbans[0] ?? null),
    payee: isOther ? short(payee) : null,
    isFactored: isOther || (typeCode !== null && factoredTypes.includes(typeCode)),
    contract: short(invoice.contract),
    preceding: short(invoice.precedingInvoices[0] ?? null),
    isCorrection: invoice.kind === 'correctedInvoice',
    lateInterest: noteOf(invoice, 'PMD'),
    indemnity: noteOf(invoice, 'PMT'),
    discount: noteOf(invoice, 'AAB'),
  }
}

const short = (text: string | null): string | null => (text === null || text === '' ? null : cutText(text, longest))

const noteOf = ({ notes }: EInvoice, subject: string): string | null =>
  short(notes.find((note) => note.subject === subject)?.text ?? null)

/** The text of the inner cell `paymentInstruction`; empty where nothing is said. */
export function instructionCell(instruction: PaymentInstruction): string {
  const said = Object.values(instruction).some((value) => value !== null && value !== false)
  return said ? JSON.stringify(instruction) : ''
}

export const instructionFrom = (cell: string): PaymentInstruction | undefined =>
  cell === '' ? undefined : (JSON.parse(cell) as PaymentInstruction)
