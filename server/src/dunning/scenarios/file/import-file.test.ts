import { describe, expect, it } from 'vitest'
import { sql } from '../../../platform/database/sql.ts'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { AppError } from '../../../platform/http/app-error.ts'
import { loadRunContext } from '../../run/run-context.ts'
import { aFirm, type TestFirm } from '../../testing/a-firm.ts'
import { scenarioRows } from '../queries.ts'
import type { FileProblem } from './explain-issue.ts'
import { exportScenario } from './export-file.ts'
import { importScenario } from './import-file.ts'

const database = await testDatabase()
const now = Date.parse('2026-11-23T08:00:00Z')

const bring = (firm: TestFirm, text: string, dryRun = false) =>
  firm.inTransaction(async (db) => importScenario(db, text, await loadRunContext(db, now), { dryRun }))

async function refusal(firm: TestFirm, text: string): Promise<readonly FileProblem[]> {
  const error: unknown = await bring(firm, text).catch((thrown: unknown) => thrown)
  if (!(error instanceof AppError)) throw error
  return (error.details as { problems: readonly FileProblem[] }).problems
}

const exported = (firm: TestFirm, name: string) =>
  firm.inTransaction(async (db) => {
    const { today } = await loadRunContext(db, now)
    const row = (await scenarioRows(db, today)).find((one) => one.name === name)
    return row ? exportScenario(db, row) : ''
  })

const monthly = `
format: quittance-scenario/1
name: Mensuel
rules: { daysBetweenContacts: 3, approvalAbove: 5000, repeat: { everyDays: 30, atMost: 2 }, everyDay: true }
steps:
  - { key: first, day: 10, channel: email, tone: friendly, hour: 09:30, copies: [salesRep, contact:escalation, x@y.example] }
  - { key: second, day: 31, channel: email, tone: firm, sender: salesRep, release: toApprove, fee: { fixed: 15.50, percent: 2.5 } }
  - { key: look, day: 45, channel: task, tone: firm, label: Regarder le dossier, assignee: claire@vauquelin.example }
cases:
  - name: two mails, then somebody looks
    invoices: [{ number: F-1, due: 2026-01-30, amount: 1200.00 }]
    expect:
      - { day: 9, gets: null }
      - { day: 10, gets: first, once: true }
      - { on: 2026-03-02, gets: second, once: true }
      - { day: 45, gets: look, once: true }
      - { day: 75, gets: look~1, once: true }
      - { day: 105, gets: look~2, once: true }
      - { day: 200, gets: null }
`

describe('a scenario file', () => {
  it('comes in with all its fields, goes out as it came, and changes nothing the second time', async () => {
    const firm = await aFirm(database)
    expect(await bring(firm, monthly)).toMatchObject({ outcome: 'added', version: 1, steps: 3, cases: 1 })
    const text = await exported(firm, 'Mensuel')
    expect(text).toContain('assignee: claire@vauquelin.example')
    expect(text).toContain('percent: 2.5')
    expect(await bring(firm, text)).toMatchObject({ outcome: 'unchanged', version: 1 })
    expect(
      await bring(
        firm,
        monthly.replace('day: 10, channel', 'day: 9, channel').replace('cases:', 'cases: []\nx:').split('\nx:')[0] ??
          '',
      ),
    ).toMatchObject({
      outcome: 'changed',
      version: 2,
    })
  })

  it('goes out and comes back for every scenario of the house', async () => {
    const firm = await aFirm(database)
    for (const name of ['Standard', 'Douce', 'Ferme', 'Secteur public', 'Particuliers']) {
      expect(await bring(firm, await exported(firm, name))).toMatchObject({ outcome: 'unchanged' })
    }
  })

  it('gives its test cases back, until a file brings others', async () => {
    const firm = await aFirm(database)
    await bring(firm, monthly)
    const out = await exported(firm, 'Mensuel')
    expect(out).toContain('name: two mails, then somebody looks')
    expect(await bring(firm, out)).toMatchObject({ outcome: 'unchanged', cases: 1 })
    await bring(firm, `${monthly.slice(0, monthly.indexOf('cases:'))}`)
    expect(await exported(firm, 'Mensuel')).toBe(out)
  })

  it('carries the own words of a step, and says where they cannot be read or leave a hole', async () => {
    const firm = await aFirm(database)
    const worded = (body: string) =>
      monthly.replace(
        'tone: friendly, hour',
        `tone: friendly, texts: [{ language: fr, subject: Un mot, body: "${body}" }], hour`,
      )
    await bring(firm, worded('Bonjour {{ customer.name }}'))
    const out = await exported(firm, 'Mensuel')
    expect(out).toContain('body: Bonjour {{ customer.name }}')
    expect(await bring(firm, out)).toMatchObject({ outcome: 'unchanged' })
    for (const body of ['Bonjour {{ customer.nom }}', 'Avant le {{ deadline.date }}']) {
      expect((await refusal(firm, worded(body)))[0]).toMatchObject({ line: 6, field: 'steps[1].texts[1]' })
    }
  })

  it('leaves nothing when it is only tried', async () => {
    const firm = await aFirm(database)
    expect(await bring(firm, monthly, true)).toMatchObject({ outcome: 'added', id: null })
    expect(await exported(firm, 'Mensuel')).toBe('')
  })

  it('is refused with the case that does not hold, and nothing is kept', async () => {
    const firm = await aFirm(database)
    const [problem] = await refusal(firm, monthly.replace('{ day: 9, gets: null }', '{ day: 9, gets: first }'))
    expect(problem).toMatchObject({ line: 13, field: 'cases[1].expect[1]' })
    expect(problem?.en).toContain('“two mails, then somebody looks” does not hold')
    expect(problem?.fr).toContain('cette étape part le 09/02/2026')
    const kept = await firm.inTransaction((db) =>
      db.rows(sql`select from scenario where organization_id = current_organization() and name = 'Mensuel'`),
    )
    expect(kept).toEqual([])
  })

  it.each([
    [
      'a channel nobody knows',
      ['channel: email, tone: friendly', 'channel: mail, tone: friendly'],
      6,
      'steps[1].channel',
    ],
    ['a field nobody knows', ['tone: friendly, hour', 'tone: friendly, heure: x, hour'], 6, 'steps[1]'],
    ['a field nobody knows at its end', ['cases:', 'essais: []\ncases:'], 9, ''],
    ['an expectation years away', ['day: 200', 'on: 9999-12-31'], 19, 'cases[1].expect[7]'],
    [
      'a formal notice for public bodies',
      [/rules: .*\n(steps:[\s\S]*?)tone: firm/, 'holdsFor: [publicBody]\n$1tone: formalNotice'],
      7,
      'steps[2].tone',
    ],
    ['a value said elsewhere', ['name: Mensuel', 'name: &a Mensuel\nother: *a'], 4, ''],
    ['a day out of order', ['day: 31', 'day: 10'], 7, 'steps[2]'],
    ['somebody who is not of the house', ['claire@', 'nobody@'], 8, 'steps[3].assignee'],
    ['a date that does not exist', ['due: 2026-01-30', 'due: 2026-02-30'], 11, 'cases[1].invoices[1].due'],
    ['a line that is not YAML', ['name: Mensuel', 'name: "Mensuel'], null, ''],
    ['a step in a case that is not in the file', ['gets: look~2', 'gets: look~3'], 18, 'cases[1].expect[6]'],
  ] as const)('says where it has %s, and the next move', async (_, [from, to], line, field) => {
    const [problem] = await refusal(await aFirm(database), monthly.replace(from, to))
    if (line !== null) expect(problem?.line).toBe(line)
    expect(problem?.field).toBe(field)
    expect(problem?.fr).toMatch(/: .+\.$/)
    expect(problem?.en).toMatch(/: .+\.$/)
  })

  it('may hold a text with stars in it', async () => {
    const firm = await aFirm(database)
    const starred = monthly.replace(
      'tone: friendly, hour',
      'tone: friendly, texts: [{ language: fr, subject: Un mot, body: "Un mot *important* pour vous" }], hour',
    )
    await bring(firm, starred)
    expect(await bring(firm, await exported(firm, 'Mensuel'))).toMatchObject({ outcome: 'unchanged' })
  })

  it('says how many of what it wants', async () => {
    const firm = await aFirm(database)
    const sentence = async (from: RegExp | string, to: string) =>
      (await refusal(firm, monthly.replace(from, to)))[0]?.fr
    expect(await sentence('name: Mensuel', 'name: ""')).toBe('donnez au moins 1 signe.')
    expect(await sentence('name: Mensuel', `name: ${'x'.repeat(201)}`)).toBe('donnez au plus 200 signes.')
    expect(await sentence(/steps:[\s\S]*(?=\ncases)/, 'steps: []')).toBe('donnez au moins 1 élément.')
    expect(await sentence('day: 31', 'day: 900')).toBe('donnez au plus 730.')
  })

  it('cannot grow without end by what it repeats', async () => {
    const bomb = `a: &a [1,1,1,1,1,1,1,1,1]\nb: &b [*a,*a,*a,*a,*a,*a,*a,*a]\nc: [*b,*b,*b,*b,*b,*b,*b,*b]`
    expect((await refusal(await aFirm(database), bomb)).length).toBeGreaterThan(0)
  })
})
