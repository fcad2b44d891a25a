import { operationWords } from './operation-words.ts'
import { decimal, type StatementDay } from './statement-day.ts'
import type { BankYear, Operation, YearLine } from './year.ts'

const codes: Readonly<Record<Operation, readonly [family: string, subfamily: string]>> = {
  transfer: ['RCDT', 'ESCT'],
  instant: ['RRCT', 'ESCT'],
  foreign: ['RCDT', 'XBCT'],
  cheque: ['RCHQ', 'CCHQ'],
  card: ['MCRD', 'POSP'],
  bill: ['DRFT', 'STAM'],
  internal: ['RCDT', 'BOOK'],
  debit: ['ICDT', 'ESCT'],
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const element = (name: string, content: string): string => (content === '' ? '' : `<${name}>${content}</${name}>`)
const text = (name: string, content: string): string => element(name, escaped(content))
const side = (cents: number): string => (cents < 0 ? 'DBIT' : 'CRDT')
const amount = (cents: number): string => `<Amt Ccy="EUR">${decimal(Math.abs(cents))}</Amt>`

/** The day as a CAMT.053 of version 2 or 8, as the seed wants it; the bank's reference of each entry is the line's id. */
export function camt053Of({ seed, firmIban, firmName }: BankYear, statement: StatementDay): string {
  const version = seed % 2 === 0 ? '02' : '08'
  const { day, opening, closing, lines } = statement
  const head = `<GrpHdr><MsgId>STMT-${day}</MsgId><CreDtTm>${day}T22:00:00</CreDtTm></GrpHdr>`
  const account = `<Acct><Id><IBAN>${firmIban}</IBAN></Id><Ccy>EUR</Ccy>${text('Nm', firmName)}</Acct>`
  const entries = lines.map((line) => entryOf(line, version)).join('\n')
  const balances = `${balance('OPBD', opening, day)}${balance('CLBD', closing, day)}`
  const body = `<Stmt><Id>${day}</Id><CreDtTm>${day}T22:00:00</CreDtTm>${account}${balances}\n${entries}\n</Stmt>`
  return (
    '<?xml version="1.0" encoding="UTF-8"?>\n' +
    `<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt>${head}${body}</BkToCstmrStmt></Document>\n`
  )
}

const balance = (code: string, cents: number, day: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp>${amount(cents)}<CdtDbtInd>${side(cents)}</CdtDbtInd><Dt><Dt>${day}</Dt></Dt></Bal>`

function entryOf(line: YearLine, version: string): string {
  const [family, subfamily] = codes[line.operation]
  const status = version === '02' ? '<Sts>BOOK</Sts>' : '<Sts><Cd>BOOK</Cd></Sts>'
  const dates = `<BookgDt><Dt>${line.day}</Dt></BookgDt><ValDt><Dt>${line.day}</Dt></ValDt>`
  const code = `<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${family}</Cd><SubFmlyCd>${subfamily}</SubFmlyCd></Fmly></Domn></BkTxCd>`
  const details = `<NtryDtls><TxDtls>${detailsOf(line, version)}</TxDtls></NtryDtls>`
  const words = text('AddtlNtryInf', operationWords[line.operation])
  return `<Ntry>${amount(line.amount)}<CdtDbtInd>${side(line.amount)}</CdtDbtInd>${status}${dates}<AcctSvcrRef>${line.id}</AcctSvcrRef>${code}${details}${words}</Ntry>`
}

function detailsOf(line: YearLine, version: string): string {
  const who = line.amount < 0 ? 'Cdtr' : 'Dbtr'
  const name = text('Nm', line.payerName)
  const party = element(who, version === '02' || name === '' ? name : element('Pty', name))
  const account = line.payerIban === '' ? '' : element(`${who}Acct`, `<Id><IBAN>${line.payerIban}</IBAN></Id>`)
  const listed = line.documents.map(
    (number) =>
      `<Strd><RfrdDocInf><Tp><CdOrPrtry><Cd>CINV</Cd></CdOrPrtry></Tp>${text('Nb', number)}</RfrdDocInf></Strd>`,
  )
  const own = version === '02' ? '' : `${amount(line.amount)}<CdtDbtInd>${side(line.amount)}</CdtDbtInd>`
  return [
    element('Refs', text('EndToEndId', line.endToEndId)),
    own,
    element('RltdPties', `${party}${account}`),
    element('RmtInf', listed.length > 0 ? listed.join('') : text('Ustrd', line.remittance)),
  ].join('')
}
