import { describe, expect, it } from 'vitest'
import { today } from '../../invoices/testing/a-firm.ts'
import { enterPayment } from '../../payments/enter-payment.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { aDesk, type Desk } from '../testing/a-desk.ts'
import { fec, type Said } from '../testing/a-ledger.ts'

const database = await testDatabase()

const sale = (entry: string, piece: string, said: Partial<Said> = {}): Said => ({
  journal: 'VE',
  entry,
  day: '20260115',
  aux: 'C001',
  piece,
  amount: 10_000,
  ...said,
})
const bank = (entry: string, said: Partial<Said> = {}): Said => ({
  journal: 'BQ',
  entry,
  day: '20260220',
  aux: 'C001',
  label: 'VIR CLIENT',
  amount: -10_000,
  ...said,
})

/** « FA-1 0 », « paid 2026-02-20 0 »: what is left of each. */
const left = async (desk: Desk): Promise<string[]> => {
  const rows = await desk.rows<{ line: string }>(sql`
    select concat_ws(' ', i.number, o.amount_due) as line, 1 as part from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    where o.organization_id = current_organization()
    union all
    select concat_ws(' ', 'paid', received_on, unallocated), 2 from payment
    where organization_id = current_organization()
    order by part, line`)
  return rows.map(({ line }) => line)
}

/** Brings a second file in, and proves that undoing it leaves what was there. */
async function bringAndBack(desk: Desk, file: string): Promise<string[]> {
  const before = await left(desk)
  const { id } = await desk.bring(file)
  const after = await left(desk)
  await desk.undo(id)
  expect(await left(desk)).toEqual(before)
  await desk.bring(file)
  expect(await left(desk)).toEqual(after)
  await desk.bring(file)
  expect(await left(desk)).toEqual(after)
  return after
}

describe('a newer export of the same year', () => {
  it('whose entries were numbered anew when they were validated doubles neither invoice nor payment', async () => {
    const desk = await aDesk(database)
    await desk.bring(fec(sale('P1', 'FA-1', { letters: 'A' }), sale('P2', 'FA-2'), bank('P3', { letters: 'A' })))
    const file = fec(
      sale('41', 'FA-1', { letters: 'A' }),
      sale('42', 'FA-2', { day: '20260117' }),
      bank('43', { letters: 'A' }),
      bank('44', { day: '20260221' }),
    )
    expect(await bringAndBack(desk, file)).toEqual([
      'FA-1 0',
      'FA-2 10000',
      'paid 2026-02-20 0',
      'paid 2026-02-21 10000',
    ])
  })

  it('knows what has no number of its own again too, and gives its number to no other entry', async () => {
    const desk = await aDesk(database)
    const loss = (entry: string, amount: number, day: string): Said => ({
      ...sale(entry, 'FA-1', { journal: 'OD', against: '654000' }),
      day,
      amount: -amount,
      label: `Perte ${amount}`,
    })
    const opening = (entry: string): Said => ({ journal: 'AN', entry, day: '20260101', aux: 'C001', amount: 700 })
    await desk.bring(fec(opening('1'), sale('1', 'FA-1'), loss('2', 300, '20260301'), loss('3', 200, '20260301')))
    const file = fec(
      opening('8'),
      sale('1', 'FA-1'),
      loss('2', 100, '20260301'),
      loss('3', 300, '20260301'),
      loss('4', 200, '20260301'),
    )
    expect(await bringAndBack(desk, file)).toEqual([
      'AN-1-20260101 700',
      'FA-1 10000',
      'OD-2-20260301 -300',
      'OD-2-20260301 (OD-2) -100',
      'OD-3-20260301 -200',
    ])
  })

  it('keeps invoices of two years apart whose numbers begin again', async () => {
    const desk = await aDesk(database)
    await desk.bring(fec(sale('1', 'FA-1', { day: '20250115' })))
    await desk.bring(fec(sale('1', 'FA-1')))
    expect(await left(desk)).toEqual(['FA-1 (VE-1) 10000', 'FA-1 10000'])
  })

  it('keeps payments alike that both stand in it', async () => {
    const desk = await aDesk(database)
    await desk.bring(fec(bank('1')))
    await desk.bring(fec(bank('1'), bank('2')))
    expect(await left(desk)).toEqual(['paid 2026-02-20 10000', 'paid 2026-02-20 10000'])
  })

  it('whose opening is that of a year not closed yet follows it, up and down, until the year before itself is in', async () => {
    const opening = (entry: string, amount: number): Said => ({
      ...sale(entry, 'FA-9', { journal: 'AN', day: '20260101' }),
      amount,
    })
    const desk = await aDesk(database)
    await desk.bring(fec(opening('1', 10_000)))
    expect(await bringAndBack(desk, fec(opening('1', 10_000), opening('2', 5_000)))).toEqual(['FA-9 15000'])
    expect(await bringAndBack(desk, fec(opening('1', 8_000)))).toEqual(['FA-9 8000'])
    await desk.bring(fec(sale('7', 'FA-9', { day: '20251220', amount: 8_000 })))
    await desk.bring(fec(opening('1', 9_000)))
    expect(await left(desk)).toEqual(['FA-9 8000'])
  })

  it('that changed nothing is undone with the one it repeats, and the next year tells its opening again', async () => {
    const desk = await aDesk(database)
    const file = fec(sale('1', 'FA-1'))
    const { id } = await desk.bring(file)
    const again = await desk.bring(file)
    await desk.undo(id)
    expect(await left(desk)).toEqual([])
    expect(await desk.shown(again.id)).toMatchObject({ state: 'undone', undoUntil: null })
    await desk.bring(file)
    expect(await left(desk)).toEqual(['FA-1 10000'])
  })

  it('that changed nothing is undone with the one it repeats also where no invoice stands in it', async () => {
    const desk = await aDesk(database)
    const file = fec(bank('1'))
    const { id } = await desk.bring(file)
    const again = await desk.bring(file)
    await desk.undo(id)
    expect(await left(desk)).toEqual([])
    expect(await desk.shown(again.id)).toMatchObject({ state: 'undone' })
  })

  it('that added something is to be undone before the one it goes on from', async () => {
    const desk = await aDesk(database)
    const { id } = await desk.bring(fec(sale('1', 'FA-1')))
    const newer = await desk.bring(fec(sale('1', 'FA-1'), sale('2', 'FA-2')))
    await expect(desk.undo(id)).rejects.toMatchObject({ code: 'builtOn', details: { obstacles: { imports: 1 } } })
    await desk.undo(newer.id)
    await desk.undo(id)
    expect(await left(desk)).toEqual([])
  })

  it('whose letters were corrected settles what they say now', async () => {
    const desk = await aDesk(database)
    await desk.bring(fec(sale('1', 'FA-1', { letters: 'A' }), sale('2', 'FA-2'), bank('3', { letters: 'A' })))
    const file = fec(sale('1', 'FA-1'), sale('2', 'FA-2', { letters: 'A' }), bank('3', { letters: 'A' }))
    expect(await bringAndBack(desk, file)).toEqual(['FA-1 10000', 'FA-2 0', 'paid 2026-02-20 0'])
  })

  it('in which a credit note is lettered anew settles what it says now, and a payment what the note left', async () => {
    const desk = await aDesk(database)
    const note = (letters: string): Said => sale('3', 'AV-1', { amount: -10_000, letters })
    await desk.bring(fec(sale('1', 'FA-1', { letters: 'A' }), sale('2', 'FA-2'), note('A')))
    expect(await left(desk)).toEqual(['AV-1 0', 'FA-1 0', 'FA-2 10000'])
    const file = fec(
      sale('1', 'FA-1', { letters: 'B' }),
      sale('2', 'FA-2', { letters: 'A' }),
      note('A'),
      bank('4', { letters: 'B' }),
    )
    expect(await bringAndBack(desk, file)).toEqual(['AV-1 0', 'FA-1 0', 'FA-2 0', 'paid 2026-02-20 0'])
  })

  it('in which a payment bounced leaves its invoice owed again', async () => {
    const desk = await aDesk(database)
    await desk.bring(fec(sale('1', 'FA-1', { letters: 'A' }), bank('3', { letters: 'A' })))
    const bounced = bank('4', { amount: 10_000, letters: 'B', day: '20260225', label: 'IMPAYE' })
    const file = fec(sale('1', 'FA-1'), bank('3', { letters: 'B' }), bounced)
    expect(await bringAndBack(desk, file)).toEqual(['BQ-4-20260225 0', 'FA-1 10000', 'paid 2026-02-20 0'])
  })

  it('takes nothing back where it has no letters, nor of what a person allocated', async () => {
    const desk = await aDesk(database)
    await desk.bring(fec(sale('1', 'FA-1', { letters: 'A' }), sale('2', 'FA-2'), bank('3', { letters: 'A' })))
    await desk.bring(fec(sale('1', 'FA-1'), sale('2', 'FA-2'), bank('3')))
    expect(await left(desk)).toEqual(['FA-1 0', 'FA-2 10000', 'paid 2026-02-20 0'])
    const byHand = await aDesk(database)
    await byHand.bring(fec(sale('1', 'FA-1'), sale('2', 'FA-2')))
    await payByHand(byHand, 'FA-1', '2026-02-20')
    await byHand.bring(fec(sale('1', 'FA-1'), sale('2', 'FA-2', { letters: 'A' }), bank('3', { letters: 'A' })))
    expect(await left(byHand)).toEqual(['FA-1 0', 'FA-2 10000', 'paid 2026-02-20 0'])
  })

  it('that books two payments by hand as one, a day earlier, enters neither again', async () => {
    const desk = await aDesk(database)
    await desk.bring(fec(sale('1', 'FA-1'), sale('2', 'FA-2')))
    await payByHand(desk, 'FA-1', '2026-02-21')
    await payByHand(desk, 'FA-2', '2026-02-21')
    const letters = 'A'
    const file = fec(
      sale('1', 'FA-1', { letters }),
      sale('2', 'FA-2', { letters }),
      bank('3', { letters, amount: -20_000 }),
    )
    expect(await bringAndBack(desk, file)).toEqual(['FA-1 0', 'FA-2 0', 'paid 2026-02-21 0', 'paid 2026-02-21 0'])
  })

  it('takes a payment by hand of the week after for no other one', async () => {
    const desk = await aDesk(database)
    await desk.bring(fec(sale('1', 'FA-1'), sale('2', 'FA-2')))
    await payByHand(desk, 'FA-2', '2026-02-27')
    await desk.bring(fec(sale('1', 'FA-1', { letters: 'A' }), sale('2', 'FA-2'), bank('3', { letters: 'A' })))
    expect(await left(desk)).toEqual(['FA-1 0', 'FA-2 0', 'paid 2026-02-20 0', 'paid 2026-02-27 0'])
  })
})

async function payByHand(desk: Desk, number: string, receivedOn: string): Promise<void> {
  const [item] = await desk.rows<{ id: number; customer: number }>(sql`
    select o.id, o.customer_id as customer from open_item o
    join invoice i on i.organization_id = o.organization_id and i.id = o.invoice_id
    where o.organization_id = current_organization() and i.number = ${number}`)
  if (!item) throw new Error(`There is no ${number}`)
  const amount = 10_000
  await desk.firm.work((db) =>
    enterPayment(db, {
      input: {
        customerId: item.customer,
        receivedOn,
        amount: { amount, currency: 'EUR' },
        means: 'transfer',
        reference: null,
        allocations: [{ openItemId: item.id, amount }],
        differences: [],
        entryKey: `by hand ${number}`,
      },
      today,
      factsChanged: desk.firm.factsChanged,
    }),
  )
}
