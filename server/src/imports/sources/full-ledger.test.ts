import { expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { applyFile } from '../applying/apply-file.ts'
import { startImport } from '../applying/start-import.ts'
import { aDesk, type Desk } from '../testing/a-desk.ts'
import { wouldVanish } from './would-vanish.ts'

const database = await testDatabase()

const titles =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise'

/** A sale of 1 200 € to a customer, on a day. */
const sale = (piece: string, customer: string, day: string): string[] =>
  [
    ['411000', 'Clients', customer, `Client ${customer}`, '1200,00', '0,00'],
    ['706000', 'Ventes', '', '', '0,00', '1200,00'],
  ].map(([account, label, aux, name, debit, credit]) =>
    ['VE', 'Ventes', piece, day, account, label, aux, name, piece, day, piece, debit, credit, '', '', day, '', ''].join(
      '\t',
    ),
  )

const ledger = (...entries: readonly string[][]): string =>
  `${[titles.replaceAll(' ', '\t'), ...entries.flat()].join('\r\n')}\r\n`

const missing = async (desk: Desk): Promise<string[]> =>
  (
    await desk.rows<{ number: string }>(sql`
      select number from invoice
      where organization_id = current_organization() and missing_since is not null order by number`)
  ).map(({ number }) => number)

const bring = async (desk: Desk, content: string): Promise<void> => {
  await desk.apply(await desk.drop(content, '123456789FEC20261231.txt'))
}

const january = sale('FA-1', 'C001', '20260115')
const march = sale('FA-2', 'C001', '20260316')
const april = sale('FA-3', 'C002', '20260420')

it('a ledger that no longer has an invoice of its days says that it vanished; the same again, or a longer one, nothing', async () => {
  const desk = await aDesk(database)
  await bring(desk, ledger(january, march))
  await bring(desk, ledger(january, march))
  await bring(desk, ledger(january, march, april))
  expect(await missing(desk)).toEqual([])
  await bring(desk, ledger(january, april))
  expect(await missing(desk)).toEqual(['FA-2'])
  expect(await desk.rows(sql`select name from source where organization_id = current_organization()`)).toEqual([
    { name: 'Journal comptable' },
  ])
})

it('says nothing of invoices of other days, nor of customers it does not name', async () => {
  const desk = await aDesk(database)
  await bring(desk, ledger(january, march, april))
  await bring(desk, ledger(january))
  expect(await missing(desk)).toEqual([])
  await bring(desk, ledger(january, sale('FA-4', 'C001', '20260630')))
  expect(await missing(desk)).toEqual(['FA-2'])
})

it('tells before it goes in what would vanish, and marks nothing where somebody says that it holds some only', async () => {
  const desk = await aDesk(database)
  await bring(desk, ledger(january, march, april))
  const newer = await desk.drop(ledger(january, sale('FA-4', 'C001', '20260630')), '123456789FEC20261231.txt')
  expect(await desk.firm.work((db) => wouldVanish(db, newer))).toEqual({
    count: 1,
    of: 2,
    numbers: ['FA-2'],
    hasUnread: false,
  })
  await desk.firm.work((db) => startImport(db, newer, { rememberMapping: false, chasedUpTo: null, holds: 'some' }))
  await applyFile(desk.work, desk.firm.organization, newer)
  expect(await missing(desk)).toEqual([])
})
