import { balanceOf, currencyOf } from '../amounts-read.ts'
import { balanceFacts } from '../balance-facts.ts'
import { type ExactAmount, exactText, negateExact, parseExact } from '../exact-amount.ts'
import type { BankStatement } from '../statement.ts'
import type { StatementFile, StatementRead, StatementRefusal, StatementWarning } from '../statement-file.ts'
import { ofxDay, ofxLine } from './ofx-line.ts'
import { type OfxElement, ofxAll, ofxBelow, ofxOne, ofxValue, readOfxTree } from './ofx-tree.ts'

/**
 * Reads OFX 1 (SGML) and 2 (XML): accounts and cards, each a statement. The format has no opening balance, so nothing
 * tells whether lines are missing. A file cut off in its list of movements is refused whole.
 */
export function readOfx(text: string): StatementFile | StatementRefusal {
  const doctype = /<!DOCTYPE\b/i.exec(text)
  if (doctype) return { problem: { code: 'xmlDocumentType', line: lineAt(text, doctype.index) } }
  const tree = readOfxTree(text)
  if (tree === 'tooLarge') return { problem: { code: 'statementTooLarge', value: '50' } }
  const { root, unclosed } = tree
  if (unclosed) return { problem: { code: 'listNotClosed', line: unclosed.line, value: unclosed.name } }
  const found = ofxBelow(root, ['STMTRS', 'CCSTMTRS'])
  if (found.length === 0) return { problem: { code: 'noStatement' } }
  const warnings: StatementWarning[] = []
  const statements = found.map((one) => statementOf(one, (warning) => void warnings.push(warning)))
  return { format: 'ofx', version: versionOf(text), facts: { opening_balance: 'OFX has none' }, statements, warnings }
}

const lineAt = (text: string, index: number): number => text.slice(0, index).split('\n').length

/** « VERSION:102 » above the text, or the attribute of `<?OFX …?>`. */
const versionOf = (text: string): string | null =>
  /(?:(?:^|\s|SGML)VERSION\s*[:=]\s*"?|<\?OFX[^>]*\sVERSION\s*=\s*["'])(\d{3})(?!\d)/.exec(beforeBody(text))?.[1] ??
  null

const beforeBody = (text: string): string => {
  const body = text.search(/<OFX[\s>]/i)
  return text.slice(0, body < 0 ? 4_000 : Math.min(body, 20_000)).replace(/<\?xml[^>]*\?>/i, '')
}

/** Amounts have a point; French banks send a comma. With both marks the last one is the decimal mark. */
export function ofxAmount(written: string | null): ExactAmount | undefined {
  const plain = (written ?? '').replace(/\s/g, '')
  const mark = plain.lastIndexOf(',') > plain.lastIndexOf('.') ? ',' : '.'
  const other = mark === ',' ? '.' : ','
  return parseExact(plain.includes(mark) ? plain.replaceAll(other, '') : plain, mark)
}

function statementOf(element: OfxElement, warn: (warning: StatementWarning) => void): StatementRead {
  const account = ofxOne(element, 'BANKACCTFROM') ?? ofxOne(element, 'CCACCTFROM')
  const lists = ofxAll(element, 'BANKTRANLIST')
  const rows = lists.flatMap((list) => ofxAll(list, 'STMTTRN'))
  const ledger = ofxOne(element, 'LEDGERBAL')
  const balance = ofxAmount(ofxValue(ledger, 'BALAMT'))
  const written = ofxValue(element, 'CURDEF') || symbolOf(rows)
  const currency = currencyOf(written?.toUpperCase() || null, warn, element.line)
  const number = ofxValue(account, 'ACCTID') || null
  if (number === null) warn({ code: 'accountMissing', line: element.line })
  const iban = number && /^[A-Z]{2}\d{2}[A-Z0-9]{11,30}$/.test(number) ? number : null
  const statement: BankStatement = {
    statementId: null,
    account: {
      text: number ?? '',
      iban,
      bank: ofxValue(account, 'BANKID') || null,
      branch: ofxValue(account, 'BRANCHID') || null,
      number,
    },
    currency,
    opening: null,
    closing: balanceOf(balance ?? null, ofxDay(ofxValue(ledger, 'DTASOF') ?? '') ?? null, {
      currency,
      line: ledger?.line ?? element.line,
      warn,
    }),
    lines: rows.flatMap((row, entry) => {
      const amount = ofxAmount(ofxValue(row, 'TRNAMT'))
      return ofxLine(row, { amount, entry, currency, warn }) ?? []
    }),
  }
  return { statement, facts: factsOf(element, { account, list: lists[0], rows, ledger, balance }) }
}

const symbolOf = (rows: readonly OfxElement[]): string | null =>
  rows.map((row) => ofxValue(ofxOne(row, 'CURRENCY'), 'CURSYM')).find((one) => one) ?? null

interface Parts {
  readonly account: OfxElement | undefined
  readonly list: OfxElement | undefined
  readonly rows: readonly OfxElement[]
  readonly ledger: OfxElement | undefined
  readonly balance: ExactAmount | undefined
}

function factsOf(element: OfxElement, { account, list, rows, ledger, balance }: Parts): Record<string, unknown> {
  const amounts = rows.flatMap((row) => ofxAmount(ofxValue(row, 'TRNAMT')) ?? [])
  const { sums } = balanceFacts(null, null, {
    credits: amounts.filter(({ units }) => units > 0n),
    debits: amounts.filter(({ units }) => units < 0n).map(negateExact),
  })
  return {
    type: element.name === 'CCSTMTRS' ? 'card' : 'bank',
    currency: ofxValue(element, 'CURDEF'),
    bank: ofxValue(account, 'BANKID'),
    branch: ofxValue(account, 'BRANCHID'),
    account: ofxValue(account, 'ACCTID'),
    from_date: ofxValue(list, 'DTSTART'),
    to_date: ofxValue(list, 'DTEND'),
    entries: rows.length,
    ...sums,
    ledger_balance: balance ? exactText(balance) : null,
    ledger_date: ofxValue(ledger, 'DTASOF'),
  }
}
