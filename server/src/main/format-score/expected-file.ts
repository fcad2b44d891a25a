/** What a set of sample files says one of them holds: names of facts and their values. */
export type ExpectedFacts = Readonly<Record<string, unknown>>

/** How a file of the set is judged: by facts it must yield, by the reason it must be refused for, or not at all yet. */
export type Expected =
  | { readonly as: 'eInvoice' | 'fec' | 'list'; readonly facts: ExpectedFacts }
  | { readonly as: 'refused'; readonly code: string; readonly line: number | null }
  | { readonly as: 'notYet' }

/** Facts that every file read has to agree on; what else the set states is compared beside them. */
export const contractFacts = {
  eInvoice: [
    'number',
    'type_code',
    'issue_date',
    'due_dates',
    'currency',
    'seller',
    'buyer',
    'total_with_vat',
    'prepaid',
    'payable',
    'payee_ibans',
    'payment_reference',
    'document',
  ],
  fec: [
    'encoding',
    'separator',
    'data_lines',
    'sum_debit',
    'sum_credit',
    'customer_411_lines',
    'customers',
    'balance_411',
    'unlettered_lines_411',
    'unlettered_total_411',
    'unlettered_balance_by_auxiliary',
    'lettered_groups_411',
  ],
  list: ['rows', 'customers', 'amount', 'amount_by_currency', 'disputed', 'paid_late', 'sum_days_late'],
} as const

/** Reads one entry of expected.json. Statements of a bank are known by their folder: Quittance does not read them yet. */
export function expectedOf(path: string, facts: ExpectedFacts): Expected {
  if (path.startsWith('bank/')) return { as: 'notYet' }
  if (path.startsWith('receivables/'))
    return path.endsWith('.json')
      ? { as: 'refused', code: 'json', line: null }
      : { as: 'list', facts: inOurWords(facts) }
  const refusal = facts.independent_parser_refused
  if (typeof refusal === 'string') return refusalOf(refusal)
  if ('customer_411_lines' in facts) return { as: 'fec', facts }
  if ('syntax' in facts) return { as: 'eInvoice', facts }
  if (facts.invoice_xml === null) return { as: 'refused', code: 'pdf', line: null }
  throw new Error(`${path}: nothing says what it holds. Tell its kind in expected-file.ts.`)
}

/** One set calls its customers parties. */
const inOurWords = ({ parties, ...facts }: ExpectedFacts): ExpectedFacts =>
  parties === undefined ? facts : { ...facts, customers: parties }

/** « XMLSyntaxError: Input is not proper UTF-8 …, line 18, column 60 »: what another program stumbled on, and where. */
function refusalOf(text: string): Expected {
  const line = Number(/\bline (\d+)/.exec(text)?.[1] ?? 0) || null
  return { as: 'refused', code: /encoding/i.test(text) ? 'wrongEncoding' : 'brokenXml', line }
}
