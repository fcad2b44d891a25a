import { describe, expect, it } from 'vitest'
import { aFirm, today } from '../../invoices/testing/a-firm.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { matchLine } from './applying/match-line.ts'
import { catchUpLine, catchUpProposals, catchUpShown } from './propose-lines.ts'
import { showLine } from './showing/show-line.ts'
import { aLine, stateOf } from './testing/a-bank.ts'

const database = await testDatabase()

/** More lines than are looked at before anybody asks whether somebody waits. */
const many = 230

async function aDesk() {
  const firm = await aFirm(database)
  const kept = new Map()
  const proposing = { today, factsChanged: firm.factsChanged, kept }
  return {
    ...firm,
    all: () => firm.work((db) => catchUpProposals(db, proposing)),
    shown: () => firm.work((db) => catchUpShown(db, proposing, 0)),
    line: (id: number) => firm.work((db) => catchUpLine(db, id, proposing)),
    match: (id: number, basis?: string) =>
      firm.work((db) => matchLine(db, id, { kind: 'proposal', rank: 0, basis }, proposing)),
    /** What the page of a line sends back when its best proposal is accepted. */
    seen: async (id: number) =>
      (await firm.work((db) => showLine(db, id, { today, language: 'fr' }))).proposals[0]?.basis ?? '',
    outdated: async () =>
      (
        await firm.work((db) =>
          db.rows<{ id: number }>(sql`
            select id from bank_line
            where organization_id = current_organization() and state in ('unmatched', 'suggested')
              and proposed_from is distinct from (
                select proposed_from from bank_line where organization_id = current_organization() order by proposed_at desc nulls last limit 1)`),
        )
      ).map(({ id }) => id),
  }
}

describe('a list of very many lines', () => {
  it('is brought up to the facts little by little, what just moved first, and a line that is opened at once', async () => {
    const desk = await aDesk()
    const customer = await desk.customer({ name: 'Castel Menuiserie' })
    for (const number of ['F-2026-0901', 'F-2026-0902']) await desk.invoice({ customer, number, amount: 80_000 })
    const old = { amount: 80_000, payer: 'CASTEL MENUISERIE', on: '2026-10-02' }
    const first = await aLine(desk, { ...old, label: 'F-2026-0901' })
    const second = await aLine(desk, { ...old, label: 'F-2026-0902' })
    const oldest = await aLine(desk, { amount: 11, on: '2026-10-01' })
    for (let n = 0; n < many; n += 1) await aLine(desk, { amount: 5_000 + n, label: `DIVERS ${n}` })
    await desk.shown()
    expect(await desk.outdated()).toHaveLength(many + 3 - 200)
    await desk.all()
    expect(await desk.outdated()).toEqual([])

    await desk.match(first)
    await desk.shown()
    const left = await desk.outdated()
    expect(left).not.toContain(second)
    expect(left).toContain(oldest)
    await desk.line(oldest)
    expect(await desk.outdated()).not.toContain(oldest)
    expect((await stateOf(desk, second)).confidence).toBe('almostCertain')
  })

  it('accepts what a person saw while another line moved the books, and nothing else in its place', async () => {
    const desk = await aDesk()
    const customer = await desk.customer({ name: 'Castel Menuiserie' })
    const other = await desk.customer({ name: 'Imprimerie Valmont' })
    await desk.invoice({ customer, number: 'F-2026-0901', amount: 80_000 })
    await desk.invoice({ customer: other, number: 'F-2026-0902', amount: 90_000 })
    const line = await aLine(desk, { amount: 80_000, label: 'F-2026-0901', payer: 'CASTEL MENUISERIE' })
    const elsewhere = await aLine(desk, { amount: 90_000, label: 'F-2026-0902', payer: 'IMPRIMERIE VALMONT' })
    await desk.all()
    const seen = await desk.seen(line)
    const seenElsewhere = await desk.seen(elsewhere)
    expect(seen).not.toBe(seenElsewhere)

    await desk.match(elsewhere, seenElsewhere)
    await desk.line(line) // somebody looks at it: proposed again, from the books of now
    await expect(desk.match(line, seenElsewhere)).rejects.toMatchObject({ code: 'proposalChanged' })
    await desk.match(line, seen)
    expect((await stateOf(desk, line)).state).toBe('matched')
  })

  it('still refuses a proposal that no longer holds', async () => {
    const desk = await aDesk()
    const customer = await desk.customer({ name: 'Castel Menuiserie' })
    await desk.invoice({ customer, number: 'F-2026-0901', amount: 80_000 })
    const given = { amount: 80_000, label: 'F-2026-0901', payer: 'CASTEL MENUISERIE' }
    const [line, twin] = [await aLine(desk, given), await aLine(desk, given)]
    await desk.all()
    await desk.match(line)
    await expect(desk.match(twin)).rejects.toMatchObject({ code: 'proposalChanged' })
  })
})
