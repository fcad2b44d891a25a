import { mkdirSync, readdirSync, readFileSync, rmSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '../../../platform/database/sql.ts'
import { testDatabase } from '../../../platform/database/testing/test-database.ts'
import { camtText } from '../../../reconciliation/testing/camt-text.ts'
import { sales } from '../../testing/a-desk.ts'
import { aWatch, type Watch } from '../testing/a-watch.ts'
import { lookAtDue } from './look-at-due.ts'

const database = await testDatabase()
let watch: Watch
beforeEach(async () => {
  watch = await aWatch(database)
})
afterEach(() => watch.end())

const castel = 'F-1;Castel;15/09/2026;15/10/2026;1000,00;400,00;;;;'
const brun = 'F-2;Brun;15/09/2026;15/10/2026;500,00;500,00;;;;'
const wrong = 'F-3;Neuf;15/09/2026;31/02/2026;500,00;500,00;;;;'

let minute = 0
/** Writes a file of the folder, later than the one before. */
const put = (name: string, content: string): string => {
  const path = join(watch.folder, name)
  writeFileSync(path, content)
  const at = 1_790_000_000 + 60 * minute++
  utimesSync(path, at, at)
  return path
}

/** A first file a person has let in, so that the next ones may go in by themselves. */
async function known(given: Parameters<Watch['add']>[1] = {}): Promise<number> {
  const source = await watch.add({ importsByItself: true }, given)
  put('novembre.csv', sales(castel))
  await watch.look(source)
  await watch.look(source)
  const [file] = await watch.desk.rows<{ id: number }>(firstFile)
  await watch.desk.apply(file?.id ?? 0)
  return source
}

describe('a watched folder', () => {
  it('has a file read once it is whole, and keeps it for a person', async () => {
    const source = await watch.add({})
    put('ventes.csv', sales(castel))
    expect(await watch.look(source)).toBe(0)
    put('ventes.csv', sales(castel, brun))
    expect(await watch.look(source)).toBe(0)
    expect(await watch.look(source)).toBe(1)
    expect(await watch.look(source)).toBe(0)
    expect(await watch.files()).toEqual(['ventes.csv checked notByItself'])
    expect(await watch.invoices()).toEqual([])
    expect(watch.asked).toEqual(['Sage: ventes.csv'])
    expect(readdirSync(watch.folder)).toEqual(['ventes.csv'])
  })

  it('has a bank statement brought to the bank at once, and one that is broken told', async () => {
    const source = await watch.add({ movesToDone: true })
    const entries = [{ amount: '80.00', name: 'CASTEL', text: 'F-1', reference: 'A1' }]
    put('releve.xml', camtText({ on: '2026-11-20', opening: '0.00', closing: '80.00', entries }))
    await watch.look(source)
    expect(await watch.look(source)).toBe(1)
    expect(await watch.desk.rows(sql`select amount, label from bank_line`)).toEqual([
      { amount: 8_000, label: expect.stringContaining('CASTEL') },
    ])
    expect([await watch.files(), readdirSync(watch.folder)]).toEqual([[], ['done']])
    put('casse.xml', camtText({ on: '2026-11-23', opening: '0.00', closing: '0.00', entries }).slice(0, 900))
    await watch.look(source)
    expect(await watch.look(source)).toBe(0)
    expect((await watch.source(source)).trouble?.sentence.fr).toMatch(/^« casse\.xml » : /)
  })

  it('is looked at again a minute later while a file settles', async () => {
    const source = await watch.add({ everyMinutes: 60 })
    put('ventes.csv', sales(castel))
    await watch.look(source)
    const { looksAt, lastLookedAt } = await watch.source(source)
    expect(Date.parse(looksAt ?? '') - Date.parse(lastLookedAt ?? '')).toBe(60_000)
    await watch.look(source)
    await watch.look(source)
    const later = await watch.source(source)
    expect(Date.parse(later.looksAt ?? '') - Date.parse(later.lastLookedAt ?? '')).toBe(3_600_000)
  })

  it('lets the next files in by themselves once the first was let in by a person', async () => {
    const source = await known()
    expect(watch.asked).toEqual(['Sage: novembre.csv'])
    put('décembre.csv', sales(castel, brun))
    await watch.look(source)
    await watch.look(source)
    expect(await watch.files()).toEqual(['novembre.csv imported', 'décembre.csv imported'])
    expect(await watch.invoices()).toEqual(['F-1', 'F-2'])
    expect(watch.asked).toHaveLength(1)
  })

  it('keeps for a person a file with rows to fix, or with other columns', async () => {
    const source = await known()
    put('a.csv', sales(castel, wrong))
    put('b.csv', 'Facture;Client;Date;Échéance;Total TTC\nF-9;Castel;15/09/2026;15/10/2026;1000,00\n')
    put('c.csv', 'Bonjour,\nceci est une lettre')
    await watch.look(source)
    await watch.look(source)
    expect(await watch.files()).toEqual([
      'novembre.csv imported',
      'a.csv checked toFix',
      'b.csv checked newColumns',
      'c.csv failed unreadable',
    ])
    expect(await watch.invoices()).toEqual(['F-1'])
    expect(watch.asked).toHaveLength(4)
  })

  it('lets lists of two layouts in by turns once each was let in, and neither misses what the other holds', async () => {
    const source = await known({ holds: 'allOpen' })
    const others = (...numbers: string[]): string =>
      `Facture;Client;Date;Échéance;Total TTC\n${numbers.map((number) => `${number};Brun;15/09/2026;15/10/2026;9,00\n`).join('')}`
    put('notes.csv', others('N-1', 'N-2'))
    await watch.look(source)
    await watch.look(source)
    expect(await watch.files()).toEqual(['novembre.csv imported', 'notes.csv checked newColumns'])
    const [file] = await watch.desk.rows<{ id: number }>(latestFile)
    await watch.desk.apply(file?.id ?? 0)
    put('décembre.csv', sales(castel, brun))
    put('notes 2.csv', others('N-1', 'N-3'))
    for (let looks = 0; looks < 4; looks++) await watch.look(source)
    expect((await watch.files()).slice(2)).toEqual(['décembre.csv imported', 'notes 2.csv imported'])
    expect(await watch.desk.rows(missing)).toEqual([{ number: 'N-2' }])
  })

  it('keeps for a person a file said to be whole that has lost many invoices', async () => {
    const many = Array.from({ length: 10 }, (_, index) => castel.replace('F-1', `F-1${index}`))
    const source = await known({ holds: 'allOpen' })
    put('a.csv', sales(castel, ...many))
    put('b.csv', sales(castel, brun))
    for (let looks = 0; looks < 4; looks++) await watch.look(source)
    expect((await watch.files()).slice(1)).toEqual(['a.csv imported', 'b.csv checked manyVanished'])
    expect(await watch.desk.rows(missing)).toEqual([])
  })

  it('lets in a file with as many rows to fix as said', async () => {
    const source = await known()
    await watch.desk.rows(allowOneRow)
    put('a.csv', sales(castel, brun, wrong))
    await watch.look(source)
    await watch.look(source)
    expect(await watch.invoices()).toEqual(['F-1', 'F-2'])
  })

  it('takes the same bytes once, under whatever name', async () => {
    const source = await known()
    put('copie.csv', sales(castel))
    await watch.look(source)
    expect(await watch.look(source)).toBe(0)
    expect(await watch.files()).toEqual(['novembre.csv imported'])
  })

  it('takes a file once when it is looked at twice at once', async () => {
    const source = await watch.add({})
    put('ventes.csv', sales(castel))
    await watch.look(source)
    const taken = await Promise.all([watch.look(source), watch.look(source, 0)])
    expect(taken.toSorted()).toEqual([0, 1])
    expect(await watch.files()).toHaveLength(1)
  })

  it('takes only what its pattern names, and never what is being written', async () => {
    const source = await watch.add({ pattern: '*.csv' })
    put('ventes.csv.part', sales(castel))
    put('ventes.xlsx', 'x')
    put('ventes.csv', sales(castel))
    put('ventes.csv.done', '')
    expect(await watch.look(source)).toBe(1)
    expect(await watch.files()).toEqual(['ventes.csv checked notByItself'])
  })

  it('moves what it took into done when it was told to, over no other file', async () => {
    const source = await watch.add({ movesToDone: true })
    for (const content of [sales(castel), sales(brun)]) {
      put('ventes.csv', content)
      await watch.look(source)
      await watch.look(source)
    }
    expect(readdirSync(watch.folder)).toEqual(['done'])
    expect(readdirSync(join(watch.folder, 'done')).sort()).toEqual(['2-ventes.csv', 'ventes.csv'])
    expect(readFileSync(join(watch.folder, 'done', 'ventes.csv'), 'utf8')).toBe(sales(castel))
  })

  it('moves nothing while sending is suspended: after a restore the original may read the folder too', async () => {
    const source = await watch.add({ movesToDone: true })
    await watch.desk.rows(suspended)
    put('ventes.csv', sales(castel))
    await watch.look(source)
    expect(await watch.look(source)).toBe(1)
    expect(readdirSync(watch.folder)).toEqual(['ventes.csv'])
  })

  it('keeps its turn: not before its time, nor outside its hours, nor when it is switched off', async () => {
    const { organization } = watch.desk.firm
    const due = () => lookAtDue(watch.work, organization)
    const source = await watch.add({ hours: { from: 0, to: 8 * 60 } })
    put('ventes.csv', sales(castel))
    await due()
    expect((await watch.source(source)).lastLookedAt).toBeNull()
    await watch.desk.rows(anyHour)
    await due()
    const { lastLookedAt } = await watch.source(source)
    expect(lastLookedAt).not.toBeNull()
    await due()
    expect((await watch.source(source)).lastLookedAt).toBe(lastLookedAt)
    await watch.desk.rows(switchedOff)
    await due()
    expect((await watch.source(source)).lastLookedAt).toBe(lastLookedAt)
  })
})

describe('a folder that may not be read', () => {
  const troubleOf = async (folder: string) => {
    const source = await watch.add({ folder })
    await watch.look(source)
    return (await watch.source(source)).trouble
  }

  it('is one outside those allowed, whether it exists or not', async () => {
    for (const folder of [
      '/etc',
      '/nowhere/at/all',
      `${watch.folder}/../../..`,
      'sage',
      `${watch.folder}-2/../../../x`,
    ]) {
      expect(await troubleOf(folder), folder).toMatchObject({ code: 'folderNotAllowed' })
    }
    expect((await troubleOf('/etc'))?.sentence.fr).toContain('QUITTANCE_WATCH_FOLDERS')
  })

  it('is one of another organisation, though not its own inbox', async () => {
    const { dataFolder } = watch.work.config
    const { organization } = watch.desk.firm
    mkdirSync(join(dataFolder, 'inbox', '999999'), { recursive: true })
    expect(await troubleOf(join(dataFolder, 'inbox', '999999'))).toMatchObject({ code: 'folderNotAllowed' })
    expect(await troubleOf(join(dataFolder, 'inbox'))).toMatchObject({ code: 'folderNotAllowed' })
    expect(await troubleOf(join(dataFolder, 'inbox', String(organization)))).toBeNull()
  })

  it('is a link out of those allowed, and so is a file of one', async () => {
    symlinkSync('/etc', join(watch.folder, 'ailleurs'))
    expect(await troubleOf(join(watch.folder, 'ailleurs'))).toMatchObject({ code: 'folderNotAllowed' })
    symlinkSync('/etc/passwd', join(watch.folder, 'ventes.csv'))
    symlinkSync(put('vraies.csv', sales(castel)), join(watch.folder, 'lien.csv'))
    const source = await watch.add({})
    await watch.look(source)
    await watch.look(source)
    expect((await watch.files()).sort()).toEqual(['lien.csv checked notByItself'])
    expect((await watch.source(source)).trouble).toMatchObject({ code: 'leadsOut' })
  })

  it('is one that is not there; once it is, the trouble is over', async () => {
    const source = await watch.add({ folder: join(watch.folder, 'plus tard') })
    await watch.look(source)
    expect((await watch.source(source)).trouble).toMatchObject({ code: 'noFolder' })
    mkdirSync(join(watch.folder, 'plus tard'))
    await watch.look(source)
    expect((await watch.source(source)).trouble).toBeNull()
  })

  it('is one shared by several organisations, unless it was said for this one', async () => {
    const shared = { ...watch, work: { ...watch.work, isAlone: async () => false } }
    const source = await watch.add({})
    await lookAtDue(shared.work, watch.desk.firm.organization)
    expect((await watch.source(source)).trouble).toMatchObject({ code: 'folderNotAllowed' })
    rmSync(watch.folder, { recursive: true })
  })
})

const firstFile = sql`select id from source_file where organization_id = current_organization() order by id limit 1`
const latestFile = sql`
  select id from source_file where organization_id = current_organization() order by id desc limit 1`
const missing = sql`
  select number from invoice where organization_id = current_organization() and missing_since is not null order by 1`
const allowOneRow = sql`
  update source set settings = settings || '{"mostToFix": 1}' where organization_id = current_organization() returning id`
const anyHour = sql`
  update source set settings = settings || '{"hours": null}' where organization_id = current_organization() returning id`
const suspended = sql`
  update organization set sending_frozen = true where organization_id = current_organization() returning name`
const switchedOff = sql`
  update source set is_active = false, looks_at = null where organization_id = current_organization() returning id`
