import { beforeAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { atOnce, workShare } from './applying/work-share.ts'
import { checkShare, holdsPdfs, kindLikely } from './checking/check-share.ts'
import { ledgerWork } from './reading/ledger/ledger-work.ts'
import { checkAgain } from './source-files.ts'
import { aDesk, sales } from './testing/a-desk.ts'
import { fec } from './testing/a-ledger.ts'

const database = await testDatabase()

interface Told {
  readonly state: string
  readonly share: number
  readonly rows: number
}

/** Writes down each share that is told, as somebody would see who looks all the time. */
beforeAll(async () => {
  await database.owner.query(`
    create table told (id bigint generated always as identity, file bigint, state text, share real, rows integer);
    grant insert on told to quittance_app;
    create function tell() returns trigger language plpgsql as $$ begin
      insert into quittance.told (file, state, share, rows) values (new.id, new.state, new.share, new.rows_read);
      return null;
    end $$;
    create trigger tell after update on source_file for each row execute function tell()`)
})

const toldOf = async (file: number, state: string): Promise<Told[]> =>
  (
    await database.owner.query<Told>(
      `select state, share::float as share, rows from quittance.told where file = $1 order by id`,
      [file],
    )
  ).rows.filter((one) => one.state === state)

/** The largest step from one to the next, and whether it ever went back. */
const stepsOf = (told: readonly Told[]) => {
  const steps = told.slice(1).map(({ share }, index) => share - (told[index]?.share ?? 0))
  return { largest: Math.max(...steps), smallest: Math.min(...steps) }
}

const entries = Array.from({ length: 3000 }, (_, index) => {
  const aux = `C${index % 40}`
  const amount = 10_000 + index
  const letters = index % 5 === 0 ? '' : `L${index}`
  const label = `Société ${aux} facture FA${10_000 + index}`
  return [
    { journal: 'VE', entry: `V${index}`, day: '20260115', aux, piece: `FA${10_000 + index}`, amount, letters, label },
    { journal: 'BQ', entry: `B${index}`, day: '20260220', aux, amount: -amount, letters, label: `VIR ${aux}` },
  ]
}).flat()

const list = sales(
  ...Array.from(
    { length: 4200 },
    (_, index) => `F-${index};Client ${index % 40};15/09/2026;15/10/2026;6540,00;1540,00;;CB;Accueil;706100`,
  ),
)

describe('the share of the work that is done', () => {
  it('moves while a ledger is read, then with its customers, and never back', async () => {
    const desk = await aDesk(database)
    const file = await desk.drop(fec(...entries), 'FEC.txt')
    const checking = await toldOf(file, 'checking')
    expect(checking.filter(({ rows, share }) => rows === 0 && share > 0).length).toBeGreaterThan(3)
    expect(stepsOf(checking).smallest).toBeGreaterThanOrEqual(0)
    expect(stepsOf(checking).largest).toBeLessThan(0.3)
    expect(checking.at(-1)?.share).toBeGreaterThan(0.9)
    expect((await toldOf(file, 'checked')).at(-1)?.share).toBe(1)
    await desk.apply(file)
    const importing = await toldOf(file, 'importing')
    expect(importing[0]?.share).toBe(0)
    expect(stepsOf(importing).smallest).toBeGreaterThanOrEqual(0)
    expect(stepsOf(importing).largest).toBeLessThan(0.25)
    expect((await toldOf(file, 'imported')).at(-1)?.share).toBe(1)
  })

  it('leaves room for what is decided once a list is in', async () => {
    const desk = await aDesk(database)
    const file = await desk.drop(list)
    const checking = await toldOf(file, 'checking')
    expect(stepsOf(checking).smallest).toBeGreaterThanOrEqual(0)
    await desk.apply(file)
    const importing = await toldOf(file, 'importing')
    const rowsIn = importing.findLast(({ rows }) => rows > 0 && rows <= 4000)
    expect(rowsIn?.share).toBeGreaterThan(0.7)
    expect(rowsIn?.share).toBeLessThan(0.9)
    expect(importing.at(-1)?.share).toBeGreaterThan(0.97)
    expect(importing.at(-1)?.share).toBeLessThan(1)
    expect((await desk.shown(file)).progress).toEqual({ rows: 4200, total: 4200, share: 1 })
  })

  it('starts again where a file is checked again', async () => {
    const desk = await aDesk(database)
    const file = await desk.drop(list.split('\n').slice(0, 20).join('\n'))
    expect((await desk.shown(file)).progress.share).toBeGreaterThan(0.9)
    await desk.firm.work((db) => checkAgain(db, file, { choices: {}, legalEntity: desk.firm.legalEntity }))
    expect((await desk.shown(file)).progress.share).toBe(0)
  })
})

describe('the parts of an application', () => {
  const summary = { newInvoices: 900, changedInvoices: 0, unchangedInvoices: 100, newCustomers: 40, alreadyLate: 500 }
  const ahead = { held: 10_000, paid: 3000, files: 20, bytes: 1_000_000 }
  const none = { rows: 0, customers: 0, payments: 0 }

  it('follow each other without a gap, up to what is left for the end', () => {
    const share = workShare({ summary, ledger: { payments: 8000 } }, { ...ahead, paid: 0 })
    const allIn = share.ofRows({ ...none, rows: 10_000 }, 1)
    expect(share.ofRows(none)).toBeGreaterThan(0)
    expect(share.ofPayments(0)).toBeGreaterThanOrEqual(allIn)
    expect(share.ofPayments(0)).toBeCloseTo(allIn, 2)
    expect(share.ofFiles(0, 0)).toBeCloseTo(share.ofPayments(8000, 1), 10)
    expect(share.ofSettled(0)).toBeCloseTo(share.ofFiles(1, 20), 10)
    expect(share.ofDecisions(0)).toBeCloseTo(share.ofSettled(1), 10)
    expect(share.ofDecisions(1)).toBeGreaterThan(0.98)
    expect(share.ofDecisions(1)).toBeLessThan(1)
  })

  it('never go back while rows and looks at the tables take turns', () => {
    const share = workShare({ summary, ledger: null }, { ...ahead, files: 0 })
    const count = atOnce(10_000)
    const said: number[] = []
    for (let index = 1; index * count <= 10_000; index++) {
      const done = { rows: index * count, customers: Math.min(40, index), payments: Math.floor(index * count * 0.3) }
      said.push(share.ofRows(done))
      if ([1, 4, 16].includes(index)) said.push(share.ofRows(done, 0.5), share.ofRows(done, 1))
    }
    expect(said).toEqual(said.toSorted((a, b) => a - b))
    expect(said.length).toBeGreaterThan(50)
    const steps = said.slice(1).map((one, index) => one - (said[index] ?? 0))
    expect(Math.max(...steps)).toBeLessThan(0.03)
  })

  it('are told half a transaction ahead, and no further than the last', () => {
    const share = workShare({ summary, ledger: { payments: 8000 } }, { ...ahead, paid: 0, files: 0 })
    const each = (from: number, to: number): number => (share.ofPayments(to) - share.ofPayments(from)) / (to - from)
    const later = share.ofPayments(5000)
    const before = share.ofPayments(5000 - atOnce(8000))
    expect(later - before).toBeCloseTo(atOnce(8000) * each(4000, 5000), 4)
    const last = share.ofPayments(8000) - share.ofPayments(8000 - atOnce(8000))
    expect(last).toBeLessThan((later - before) * 0.75)
  })

  it('count rows that bring a customer or a payment for more than the others', () => {
    const share = workShare({ summary, ledger: null }, { ...ahead, files: 0 })
    const plain = share.ofRows({ ...none, rows: 1000 })
    expect(share.ofRows({ rows: 1000, customers: 40, payments: 0 })).toBeGreaterThan(plain)
    expect(share.ofRows({ rows: 1000, customers: 40, payments: 900 })).toBeGreaterThan(plain * 1.3)
    const all = share.ofRows({ rows: 10_000, customers: 40, payments: 3000 })
    expect(all).toBeLessThanOrEqual(share.ofFiles(0, 0))
  })

  it('take more for each row where a list has many customers, and for its last rows than for its first', () => {
    const shareWith = (newCustomers: number) =>
      workShare(
        { summary: { ...summary, newCustomers, alreadyLate: 0 }, ledger: null },
        { ...ahead, paid: 0, files: 0 },
      )
    const rowsOf = (share: ReturnType<typeof shareWith>, from: number, to: number): number =>
      share.ofRows({ ...none, rows: to }) - share.ofRows({ ...none, rows: from })
    const share = shareWith(200)
    expect(rowsOf(share, 6000, 7000)).toBeGreaterThan(rowsOf(share, 5000, 6000))
    const settled = (one: typeof share): number => one.ofSettled(1) - one.ofSettled(0)
    expect(settled(shareWith(5000))).toBeLessThan(settled(share))
  })

  it('take less for each due line of a customer who has many', () => {
    const few = workShare({ summary: { ...summary, newCustomers: 500 }, ledger: null }, ahead)
    const crowd = workShare({ summary: { ...summary, newCustomers: 2 }, ledger: null }, ahead)
    const decisions = (share: typeof few): number => share.ofDecisions(1) - share.ofDecisions(0)
    expect(decisions(crowd)).toBeLessThan(decisions(few))
  })

  it('are nothing but rows where all is known already', () => {
    const known = { ...summary, newInvoices: 0, newCustomers: 0 }
    const share = workShare({ summary: known, ledger: null }, { held: 100_000, paid: 0, files: 0, bytes: 0 })
    expect(share.ofRows({ ...none, rows: 100_000 }, 1)).toBeGreaterThan(0.99)
    expect(share.ofDecisions(1)).toBeLessThan(1)
  })
})

describe('the parts of a check', () => {
  it.each(['fec', 'csv', 'xlsx', 'eInvoices'] as const)('of %s follow each other, up to what is added up', (kind) => {
    const share = checkShare(10_000_000, kind)
    expect(share.stored(0)).toBe(0)
    const nobody = { count: 0, atHalf: 0 }
    expect(share.recognised).toBeGreaterThan(share.stored(1))
    expect(share.rows(0, nobody)).toBeGreaterThan(share.recognised)
    expect(share.rows(1, nobody)).toBeGreaterThan(0.9)
    expect(share.rows(1, nobody)).toBeLessThan(1)
  })

  it('take more for the first thousand PDFs than for the others', () => {
    const share = checkShare(84_000_000, 'eInvoices')
    const nobody = { count: 0, atHalf: 0 }
    const quarter = (from: number): number => share.rows(from + 0.25, nobody) - share.rows(from, nobody)
    expect(quarter(0.1)).toBeGreaterThan(quarter(0.6) * 1.2)
  })

  it('are told by the first bytes before the file is recognised', () => {
    expect(kindLikely(Buffer.from('JournalCode\tJournalLib\tEcritureNum\r\n'))).toBe('fec')
    expect(kindLikely(Buffer.from('Facture;Client;Montant\n'))).toBe('csv')
    expect(kindLikely(Buffer.from('%PDF-1.7 '))).toBe('eInvoices')
  })

  it('start what reads PDFs only for those', () => {
    const zipOf = (name: string): Buffer =>
      Buffer.concat([Buffer.from([0x50, 0x4b, 3, 4]), Buffer.alloc(26), Buffer.from(name)])
    expect(holdsPdfs(Buffer.from('%PDF-1.7 '))).toBe(true)
    expect(holdsPdfs(zipOf('facture-12.PDF'))).toBe(true)
    expect(holdsPdfs(zipOf('facture-12.xml'))).toBe(false)
    expect(holdsPdfs(Buffer.from('Facture;Fichier\nF-1;facture-12.pdf\n'))).toBe(false)
  })
})

describe('the work on a ledger', () => {
  it('is a tenth done when a tenth of its bytes is read and its lines are like those to come', () => {
    let lines = 0
    const whole = (at: number): number => {
      const { read, size } = work.progress()
      return (read / size) * (10_000 + 1000 * 1440) - at * 10_000
    }
    const work = ledgerWork(10_000, () => lines)
    for (let tenth = 1; tenth <= 10; tenth++) {
      lines = tenth * 100
      work.readBytes(1000)
      expect(whole(tenth / 10)).toBeCloseTo(0, 5)
    }
    work.seeLines(1000)
    const rows = Array.from({ length: 1000 }, (_, line) => ({ line, cells: [] }))
    for (const _ of work.giveRows(1000, rows, 1000)) expect(work.progress().rows).toBeCloseTo(1000, 6)
    expect(work.progress().read).toBe(work.progress().size)
  })
})
