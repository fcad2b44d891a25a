/** What a set of sample files says one of them holds: names of facts and their values. */
export type ExpectedFacts = Readonly<Record<string, unknown>>

/** How a file of the set is judged: by facts it must yield, or by the reason it must be refused for. */
export type Expected =
  | { readonly as: 'eInvoice' | 'fec' | 'list' | 'statements'; readonly facts: ExpectedFacts }
  | {
      readonly as: 'refused'
      /** Any of these reasons is right. */
      readonly codes: readonly string[]
      /** undefined: wherever it shows. */
      readonly line?: number | null
      /** What is sure may be read, when what is not is named with its line. */
      readonly orNamed?: boolean
    }

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

/** Reads one entry of expected.json. Statements of a bank are known by their folder. */
export function expectedOf(path: string, facts: ExpectedFacts): Expected {
  if (path.startsWith('bank/')) return statementsExpected(facts)
  if (path.startsWith('receivables/'))
    return path.endsWith('.json')
      ? { as: 'refused', codes: ['json'], line: null }
      : { as: 'list', facts: inOurWords(facts) }
  const refusal = facts.independent_parser_refused
  if (typeof refusal === 'string') return refusalOf(refusal)
  if ('customer_411_lines' in facts) return { as: 'fec', facts }
  if ('syntax' in facts) return { as: 'eInvoice', facts }
  if (facts.invoice_xml === null) return { as: 'refused', codes: ['pdf'], line: null }
  throw new Error(`${path}: nothing says what it holds. Tell its kind in expected-file.ts.`)
}

/** One set calls its customers parties. */
const inOurWords = ({ parties, ...facts }: ExpectedFacts): ExpectedFacts =>
  parties === undefined ? facts : { ...facts, customers: parties }

/** « XMLSyntaxError: Input is not proper UTF-8 …, line 18, column 60 »: what another program stumbled on, and where. */
function refusalOf(text: string): Expected {
  const line = Number(/\bline (\d+)/.exec(text)?.[1] ?? 0) || null
  return { as: 'refused', codes: [/encoding/i.test(text) ? 'wrongEncoding' : 'brokenXml'], line }
}

const noStatement = ['noStatement', 'noHeader', 'noRows', 'oneColumn', 'notText']
const brokenStatement = ['recordOutsideStatement', 'statementNotClosed', 'recordUnreadable', 'unknownRecord']

/** « refuse: not a statement of this format », « refuse, naming the record; … », « refuse (or read what is sure …) », « read … ». */
function statementsExpected(facts: ExpectedFacts): Expected {
  const { expected_reaction: said } = facts
  if (typeof said === 'string' && said.startsWith('refuse')) {
    const codes = /not a statement/.test(said) ? noStatement : brokenStatement
    return { as: 'refused', codes, orNamed: /or read what is sure/.test(said) }
  }
  const told = ['upstream_checks', 'upstream_reaction', 'expected_reaction', 'defects_found']
  const stated = Object.entries(facts).filter(([name]) => !told.includes(name))
  return { as: 'statements', facts: flatten(Object.fromEntries(stated)) }
}

/** Facts within facts as one list: « statements.0.account », and « statements.length ». */
export function flatten(facts: ExpectedFacts, above = ''): ExpectedFacts {
  const flat = Object.entries(facts).flatMap(([name, value]) => {
    const path = `${above}${name}`
    const length = Array.isArray(value) ? [[`${path}.length`, value.length] as const] : []
    if (typeof value !== 'object' || value === null) return [[path, value] as const]
    return [...length, ...Object.entries(flatten(value as ExpectedFacts, `${path}.`))]
  })
  return Object.fromEntries(flat)
}
