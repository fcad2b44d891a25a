import { isDaySerial, looksLikeAmount, looksLikeDate } from '../../../imports/column-values.ts'

/** What a column of a bank's list may hold, in the order a person would look for it. */
export const statementColumns = [
  'bookedOn',
  'valueOn',
  'label',
  'details',
  'amount',
  'debit',
  'credit',
  'side',
  'balance',
  'currency',
  'reference',
  'name',
  'iban',
  'account',
] as const

export type StatementColumn = (typeof statementColumns)[number]

export type StatementMapping = readonly (StatementColumn | null)[]

/** A list can be read when its columns say the day, the words, and the amount in one column or two; each but details once. */
export function isEnough(mapping: StatementMapping): boolean {
  const said = mapping.filter((column) => column !== null)
  const isTwice = said.some((column, at) => column !== 'details' && said.indexOf(column) !== at)
  const hasMoney = said.includes('amount') || (said.includes('debit') && said.includes('credit'))
  return !isTwice && hasMoney && said.includes('bookedOn') && said.includes('label')
}

/** Words of headers, French and English, without accents; the first that fits names the column. */
const words: readonly (readonly [StatementColumn, RegExp])[] = [
  ['valueOn', /\bvaleur\b(?!.*(?:eur\b|€))|\bvalue (?:date|day)\b|^valued?$|^date val$/],
  [
    'bookedOn',
    /^dates?$|\bdate\b.*\b(?:ope|oper|operation|compta|comptable|comptabilisation|ecriture|mouvement|transaction|emission)\b|\b(?:booking|posting|posted|transaction|settled|completed|operation) date\b|^date (?:\(utc\)|op)$|^(?:booked|posted) on$|^jour$/,
  ],
  ['side', /^(?:sens|d ?\/ ?c|dc|c ?\/ ?d|cr ?\/ ?dr|dr ?\/ ?cr|debit ?\/ ?credit|credit ?\/ ?debit)$/],
  ['debit', /\bdebits?\b|\bsorties?\b|\bpaid out\b|\bmoney out\b|\bwithdrawals?\b|\bdepenses?\b/],
  ['credit', /\bcredits?\b|\bentrees?\b|\bpaid in\b|\bmoney in\b|\bdeposits?\b|\brecettes?\b/],
  ['balance', /\bsoldes?\b|\bbalance\b/],
  ['currency', /^(?:devise|currency|ccy|monnaie|code devise)$/],
  ['amount', /\bmontants?\b|\bamount\b|^somme$|\bvaleur \(?(?:eur|€)/],
  [
    'iban',
    /\biban\b.*\b(?:contrepartie|tiers|counterparty|emetteur|payer|debtor)\b|\b(?:contrepartie|counterparty|partner|payer) (?:iban|account)\b|^bank account$/,
  ],
  [
    'account',
    /^(?:iban|rib|compte|account|numero de compte|n° de compte|no de compte|account number|sort & account no\.?|compte bancaire|nom du compte|account label|account name|libelle (?:du )?compte|account n(?:o|um)\.?)$/,
  ],
  [
    'name',
    /\b(?:contrepartie|counterparty|tiers|emetteur|donneur d'?ordre|payer|payee|beneficiaire|partner name|nom du tiers)\b|^(?:nom|name)$/,
  ],
  [
    'reference',
    /\breferences?\b|^ref\.?$|\b(?:transaction|operation) (?:id|no|number)\b|^(?:id|n° operation|numero d'?operation)$/,
  ],
  [
    'details',
    /\bcomplement|\bcommentaires?\b|\binformations?\b|\bmessage\b|\bmotif\b|\bmemo\b|\bnotes?\b|\blibelle (?:long|complementaire|detaille)\b|\bdetails? de l'?operation\b/,
  ],
  [
    'label',
    /\blibelles?\b|\blabel\b|\bdescription\b|\bdetails?\b|\bintitule\b|\bnarrative\b|\bnature\b|\bobjet\b|\bwording\b|^operations?$|^transaction$|\bdesignation\b/,
  ],
]

const plain = (header: string): string =>
  header
    .normalize('NFD')
    .replace(/\p{Mn}/gu, '')
    .toLowerCase()
    .replaceAll('’', "'")
    .replace(/[_.:]+/g, ' ')
    .replace(/\b(date|account)(op|val|num|label|balance)\b/g, '$1 $2')
    .replace(/\s+/g, ' ')
    .trim()

/**
 * What each column of a bank's list holds, by its header and its cells; undefined where the list is no statement: it needs
 * a day, words, and amounts with a sign or in two columns.
 */
export function detectStatementColumns(
  headers: readonly string[],
  rows: readonly (readonly string[])[],
): StatementMapping | undefined {
  const taken = new Set<StatementColumn>()
  const mapping = headers.map((header, index) => {
    const cells = rows.map((row) => (row[index] ?? '').trim()).filter(Boolean)
    const found = words.find(([column, pattern]) => pattern.test(plain(header)) && fits(column, cells))?.[0]
    const column = found === 'label' && taken.has('label') ? 'details' : (found ?? null)
    if (column === null || (taken.has(column) && column !== 'details')) return null
    taken.add(column)
    return column
  })
  const hasDay = taken.has('bookedOn') || taken.has('valueOn')
  const hasWords = taken.has('label') || taken.has('details')
  const hasMoney = taken.has('amount') || (taken.has('debit') && taken.has('credit'))
  if (!hasDay || !hasMoney || !(hasWords || (taken.has('reference') && taken.has('name')))) return undefined
  return mapping.map((column) => {
    if (column === 'valueOn' && !taken.has('bookedOn')) return 'bookedOn'
    // With a name and no label, the reference is what the payer wrote.
    return column === 'reference' && !hasWords ? 'details' : column
  })
}

/** A header over cells of another sort is not believed; half of them misspelt still are that sort. */
function fits(column: StatementColumn, cells: readonly string[]): boolean {
  const share = (test: (cell: string) => boolean): boolean =>
    cells.length === 0 || cells.filter(test).length >= cells.length / 2
  if (column === 'bookedOn' || column === 'valueOn') return share((cell) => looksLikeDate(cell) || isDaySerial(cell))
  if (column === 'amount' || column === 'debit' || column === 'credit' || column === 'balance')
    return share(looksLikeAmount)
  if (column === 'side') return share((cell) => sideOf(cell) !== undefined)
  if (column === 'currency') return share((cell) => /^[A-Z]{3}$|^[€£$]$/i.test(cell))
  return true
}

/** -1 for a debit, 1 for a credit. */
export function sideOf(cell: string): 1 | -1 | undefined {
  const written = plain(cell)
  if (/^(?:d|dr|db|debit|-)$/.test(written)) return -1
  return /^(?:c|cr|credit|\+)$/.test(written) ? 1 : undefined
}
