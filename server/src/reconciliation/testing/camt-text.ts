import { textbookIban } from './some-statements.ts'

export interface CamtGiven {
  readonly on: string
  readonly opening: string
  readonly closing: string
  /** Signed amounts as text: a debit begins with a minus. */
  readonly entries: readonly {
    readonly amount: string
    readonly name: string
    readonly text: string
    readonly reference: string
  }[]
}

const side = (amount: string): string => (amount.startsWith('-') ? 'DBIT' : 'CRDT')

const balance = (code: string, amount: string, on: string): string =>
  `<Bal><Tp><CdOrPrtry><Cd>${code}</Cd></CdOrPrtry></Tp><Amt Ccy="EUR">${amount.replace('-', '')}</Amt><CdtDbtInd>${side(amount)}</CdtDbtInd><Dt><Dt>${on}</Dt></Dt></Bal>`

/** One day of the textbook account as CAMT.053, version 02. */
export const camtText = ({
  on,
  opening,
  closing,
  entries,
}: CamtGiven): string => `<?xml version="1.0" encoding="UTF-8"?>
<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.02"><BkToCstmrStmt>
<GrpHdr><MsgId>M-${on}</MsgId><CreDtTm>${on}T20:00:00</CreDtTm></GrpHdr>
<Stmt><Id>S-${on}</Id><CreDtTm>${on}T20:00:00</CreDtTm><Acct><Id><IBAN>${textbookIban}</IBAN></Id><Ccy>EUR</Ccy></Acct>
${balance('OPBD', opening, on)}${balance('CLBD', closing, on)}
${entries
  .map(
    ({
      amount,
      name,
      text,
      reference,
    }) => `<Ntry><Amt Ccy="EUR">${amount.replace('-', '')}</Amt><CdtDbtInd>${side(amount)}</CdtDbtInd><Sts>BOOK</Sts>
<BookgDt><Dt>${on}</Dt></BookgDt><ValDt><Dt>${on}</Dt></ValDt><AcctSvcrRef>${reference}</AcctSvcrRef>
<BkTxCd><Domn><Cd>PMNT</Cd><Fmly><Cd>${amount.startsWith('-') ? 'ICDT' : 'RCDT'}</Cd><SubFmlyCd>ESCT</SubFmlyCd></Fmly></Domn></BkTxCd>
<NtryDtls><TxDtls><RltdPties><Dbtr><Nm>${name}</Nm></Dbtr></RltdPties><RmtInf><Ustrd>${text}</Ustrd></RmtInf></TxDtls></NtryDtls></Ntry>`,
  )
  .join('\n')}
</Stmt></BkToCstmrStmt></Document>`
