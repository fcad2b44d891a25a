import { createHash } from 'node:crypto'
import { compare } from '@quittance/core/calendar/calendar-date.ts'
import { asCurrency } from '@quittance/core/money/money.ts'
import type { BankStatement, StatementLine } from '@quittance/core/reconciliation/statements/statement.ts'
import { ibanOf } from '@quittance/core/testing/demo-company/bank.ts'
import type { DemoBankLine } from '@quittance/core/testing/demo-company/shapes.ts'
import { demoCompany } from '@quittance/core/testing/demo-company.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { nameAccount } from '../../reconciliation/accounts/change-account.ts'
import { matchLine } from '../../reconciliation/matching/applying/match-line.ts'
import { waitingLines } from '../../reconciliation/matching/line-queries.ts'
import { catchUpProposals } from '../../reconciliation/matching/propose-lines.ts'
import { keepStatements } from '../../reconciliation/statements/keep-statements.ts'
import { instantAt, type Known, workDay } from './known.ts'

/** When the statement of the day came: 07:42. */
const cameAt = 7 * 60 + 42

/**
 * The firm's account with one statement, brought and matched by the very code that does it for others: what somebody had
 * entered before is matched, twelve lines wait with what they may be.
 */
export async function loadBank(db: Db, known: Known): Promise<void> {
  const { bankAccount, firm } = demoCompany
  await nameAccount(db, { name: bankAccount.name, iban: firm.iban, written: null, currency: 'EUR' })
  const statement = statementOf(known)
  await keepStatements(
    db,
    {
      name: `releve-${known.demo.slice(0, 7)}.xml`,
      sha256: createHash('sha256').update(JSON.stringify(statement)).digest(),
      texts: [
        {
          name: null,
          file: { format: 'camt', version: null, facts: {}, statements: [{ statement, facts: {} }], warnings: [] },
        },
      ],
    },
    { language: 'fr', account: null },
  )
  await db.run(sql`
    update bank_statement set brought_at = ${instantAt(known, known.demo, cameAt)}
    where organization_id = current_organization()`)
  // Decided once all of the example is there.
  const matching = { today: known.demo, factsChanged: async () => undefined }
  await catchUpProposals(db, matching)
  for (const { id, proposals } of await waitingLines(db, {})) {
    if (proposals[0]?.kind === 'alreadyRecorded') await matchLine(db, id, { kind: 'proposal', rank: 0 }, matching)
  }
  await catchUpProposals(db, matching)
}

function statementOf(known: Known): BankStatement {
  const { bankLines, receivedLines, otherBankLines, bankAccount, firm } = demoCompany
  // The newest stands first in lists: those of a day come out in the order of the example.
  const lines = [...receivedLines, ...otherBankLines, ...bankLines.toReversed()]
    .map((line) => lineOf(line, known))
    .toSorted((a, b) => compare(a.bookedOn, b.bookedOn))
    .map((line, place) => ({ ...line, fileLine: place + 1, entry: place, bankReference: `VQ${1000 + place}` }))
  const closing = lines.reduce((sum, { amount }) => sum + amount, bankAccount.opening)
  return {
    statementId: known.demo,
    account: { text: firm.iban, iban: firm.iban, bank: null, branch: null, number: null },
    currency: asCurrency('EUR'),
    opening: { amount: bankAccount.opening, on: lines[0]?.bookedOn ?? known.demo },
    closing: { amount: closing, on: known.demo },
    lines,
  }
}

const lineOf = ({ on, label, amount, name, remittance, payer, kind }: DemoBankLine, known: Known): StatementLine => ({
  fileLine: 0,
  entry: 0,
  bookedOn: workDay(known, on),
  valueOn: workDay(known, on),
  amount,
  kind,
  operation: null,
  label,
  remittance,
  creditorReference: null,
  documents: [],
  endToEndId: null,
  mandate: null,
  otherName: name,
  otherUltimateName: null,
  otherIban: payer === null ? null : ibanOf(payer),
  bankReference: null,
  isBatch: false,
  returned: null,
  original: null,
  charges: null,
})
