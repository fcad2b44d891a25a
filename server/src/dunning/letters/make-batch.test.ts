import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { afterAll, describe, expect, it } from 'vitest'
import { historyOf } from '../../customers/history.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { folderService } from '../channels/folder-service.ts'
import type { PostalService } from '../channels/postal-service.ts'
import { decideAgain } from '../run/daily-run.ts'
import { loadRunContext } from '../run/run-context.ts'
import { addScenario, writeVersion } from '../scenarios/queries.ts'
import { completeStep } from '../scenarios/step-rows.ts'
import { aCustomer, aFirm, anInvoice, type TestFirm } from '../testing/a-firm.ts'
import { batches, batchFiles, lettersToPrint } from './batch-queries.ts'
import { letterOfTask, writeLetterOf } from './letter-of-task.ts'
import { handBatch, makeBatch, undoBatch } from './make-batch.ts'
import { keepProof, postedLetterOf, postingOf, proofOf, recordPosting, removePosting } from './postings.ts'

const database = await testDatabase()
const nine = Date.parse('2026-11-23T08:00:00Z')
const today = asDate('2026-11-23')
const folder = mkdtempSync(join(tmpdir(), 'letters-'))
afterAll(() => rmSync(folder, { recursive: true }))

/** A firm whose customers are each due the letter of the sixtieth day; some have no street to write to. */
async function lettersDue(names: readonly string[], withoutStreet: readonly string[] = []) {
  const firm = await aFirm(database)
  const customers = await firm.inTransaction(async (db) => {
    const made: number[] = []
    for (const [index, name] of [...names, ...withoutStreet].entries()) {
      const customer = await aCustomer(db, { name, hasAddress: names.includes(name) })
      const late = { customer, entity: firm.entity, due: '2026-09-10', amount: 120_000 }
      const item = await anInvoice(db, { ...late, number: `F-2026-07${index}` })
      await db.run(sql`
        with made as (
          insert into task (organization_id, kind, customer_id, legal_entity_id, open_item_id, step_key, delay_days, due_on)
          values (current_organization(), 'letter', ${customer}, ${firm.entity}, ${item}, 'letter-60', 60, '2026-11-20') returning id)
        insert into task_item (organization_id, task_id, open_item_id, step_key, delay_days)
        select current_organization(), id, ${item}, 'letter-60', 60 from made`)
      made.push(customer)
    }
    return made
  })
  const tasks = await firm.inTransaction((db) => lettersToPrint(db))
  return { firm, customers, tasks: tasks.map((one) => one.task) }
}

const print = (firm: TestFirm, tasks: readonly number[]) =>
  firm.inTransaction(async (db) => makeBatch(db, tasks, await loadRunContext(db, nine)))

const listOf = (firm: TestFirm, batch: number) =>
  firm.inTransaction(async (db) => (await batchFiles(db, batch))?.addresses.toString('utf8') ?? '')

describe('letters printed together', () => {
  it('are one file in order, with one line of addresses for each', async () => {
    const { firm, tasks } = await lettersDue(['Brasserie Castel', 'Farine Morel'])
    expect(tasks).toHaveLength(2)
    const { batch, leftOut } = await print(firm, tasks)
    expect(leftOut).toEqual([])
    const [row] = await firm.inTransaction((db) => batches(db, batch))
    expect(row).toMatchObject({ letters: 2, pages: 2, service: null, madeOn: '2026-11-23' })
    const [head, first, second] = (await listOf(firm, batch ?? 0)).split('\r\n')
    expect(head).toBe(
      '\ufeffletter;reference;registered;first_page;pages;line_1;line_2;line_3;line_4;line_5;line_6;country',
    )
    expect(first).toBe('1;Brasserie Castel;yes;1;1;BRASSERIE CASTEL;1 RUE DES LILAS;71100 CHALON;;;;FR')
    expect(second).toMatch(/^2;Farine Morel;yes;2;1;/)
  })

  it('say beforehand what is owed, and afterwards under which number each was posted', async () => {
    const { firm, tasks } = await lettersDue(['Brasserie Castel'])
    const [task = 0] = tasks
    const waiting = await firm.inTransaction((db) => lettersToPrint(db))
    expect(waiting).toMatchObject([{ task, invoices: 1, amounts: [{ amount: 120_000, currency: 'EUR' }] }])
    const { batch } = await print(firm, tasks)
    const told = () => firm.inTransaction(async (db) => (await batches(db, batch))[0]?.customers)
    expect(await told()).toMatchObject([{ task, state: 'toPost', postedOn: null, registeredNumber: null }])
    const posted = { registeredNumber: '1A 234 567 8901 2', postedOn: today }
    await firm.inTransaction((db) => recordPosting(db, task, posted, { today, letter: null }))
    expect(await told()).toMatchObject([{ task, ...posted }])
    await firm.inTransaction((db) =>
      db.run(sql`update task set state = 'dropped', ended_at = now() where id = ${task}`),
    )
    expect(await told()).toMatchObject([{ state: 'dropped' }])
  })

  it('follow the scenario of their own invoice, then that of the customer, whatever is usual', async () => {
    const { firm, customers, tasks } = await lettersDue(['Brasserie Castel'])
    const [task = 0] = tasks
    const letter = () =>
      firm.inTransaction(async (db) => (await writeLetterOf(db, task, await loadRunContext(db, nine)))?.letter)
    const scenarioWith = (tone: 'neutral' | 'firm', fee: number) =>
      firm.inTransaction(async (db) => {
        const letter60 = { key: 'letter-60', delayDays: 60, channel: 'letter', assignee: 'collector' } as const
        const step = completeStep({ ...letter60, tone, assigneeId: null, isActive: true, feeFixed: fee })
        const { id } = await addScenario(db, { name: tone, preset: null })
        await writeVersion(db, id, { version: 1, name: tone, effectiveOn: null, rules: {}, steps: [step] })
        return id
      })
    expect(await letter()).toMatchObject({ registered: true, facts: { stepFee: null } })
    const ofCustomer = await scenarioWith('neutral', 1_500)
    await firm.inTransaction(async (db) => {
      await db.run(sql`update customer set scenario_id = ${ofCustomer} where id = ${customers[0] ?? 0}`)
      await decideAgain(db, customers, nine)
    })
    expect(await letter()).toMatchObject({ registered: false, facts: { stepFee: { fixed: 1_500 } } })
    const ofInvoice = await scenarioWith('firm', 2_500)
    await firm.inTransaction((db) =>
      db.run(sql`
        insert into invoice_scenario (organization_id, invoice_id, scenario_id)
        select current_organization(), invoice_id, ${ofInvoice} from open_item where customer_id = ${customers[0] ?? 0}`),
    )
    expect(await letter()).toMatchObject({ registered: false, facts: { stepFee: { fixed: 2_500 } } })
  })

  it('are in no second batch, also when two people print at once; undone, they can be printed again', async () => {
    const { firm, tasks } = await lettersDue(['Brasserie Castel', 'Farine Morel'])
    const both = await Promise.all([print(firm, tasks), print(firm, tasks)])
    const made = both.map((one) => one.batch).filter((batch) => batch !== null)
    expect(made).toHaveLength(1)
    expect((await print(firm, tasks)).leftOut.map((one) => one.sentence.fr)).toEqual([
      expect.stringContaining('déjà dans un lot'),
      expect.stringContaining('déjà dans un lot'),
    ])
    await firm.inTransaction((db) => undoBatch(db, made[0] ?? 0))
    expect((await print(firm, tasks)).batch).not.toBeNull()
  })

  it('leave out the one that has no address, say why, and print the others', async () => {
    const { firm, tasks } = await lettersDue(['Brasserie Castel'], ['Sans Rue'])
    const { batch, leftOut } = await print(firm, tasks)
    expect(await firm.inTransaction((db) => batches(db, batch))).toMatchObject([{ letters: 1 }])
    expect(leftOut).toMatchObject([
      { customerName: 'Sans Rue', sentence: { fr: expect.stringContaining('n’a pas de rue') } },
    ])
  })

  it('are shown afterwards as they were printed, whatever changes', async () => {
    const { firm, customers, tasks } = await lettersDue(['Brasserie Castel'])
    await print(firm, tasks)
    const letter = () =>
      firm.inTransaction(async (db) => letterOfTask(db, tasks[0] ?? 0, await loadRunContext(db, nine)))
    const before = await letter()
    await firm.inTransaction((db) =>
      db.run(sql`update customer set name = 'Autre nom' where id = ${customers[0] ?? 0}`),
    )
    expect((await letter())?.pdf.equals(before?.pdf ?? Buffer.alloc(0))).toBe(true)
  })
})

describe('a batch given to the post', () => {
  const given = (firm: TestFirm, batch: number, service: PostalService) =>
    handBatch(firm.inTransaction, { batch, key: `${firm.organization}-${batch}`, service, nowMs: nine })

  it('lies in its folder once, whole, however often it is given', async () => {
    const { firm, tasks } = await lettersDue(['Brasserie Castel'])
    const { batch } = await print(firm, tasks)
    const service = folderService(join(folder, 'once'))
    await given(firm, batch ?? 0, service)
    await given(firm, batch ?? 0, service)
    expect(readdirSync(join(folder, 'once'))).toEqual([`${firm.organization}-${batch}`])
    const place = join(folder, 'once', `${firm.organization}-${batch}`)
    const files = await firm.inTransaction((db) => batchFiles(db, batch ?? 0))
    expect(readFileSync(join(place, 'letters.pdf')).equals(files?.pdf ?? Buffer.alloc(0))).toBe(true)
    expect(readdirSync(place).toSorted()).toEqual(['addresses.csv', 'batch.json', 'letters.pdf'])
    expect(await firm.inTransaction((db) => batches(db, batch))).toMatchObject([{ service: 'folder', place }])
    await expect(firm.inTransaction((db) => undoBatch(db, batch ?? 0))).rejects.toMatchObject({ code: 'alreadyGiven' })
  })

  it('is noted when the program stopped between putting it there and noting it', async () => {
    const { firm, tasks } = await lettersDue(['Brasserie Castel'])
    const { batch } = await print(firm, tasks)
    const real = folderService(join(folder, 'stopped'))
    const stopping: PostalService = {
      name: 'folder',
      deposit: async (files) => {
        await real.deposit(files)
        throw new Error('stopped')
      },
    }
    await expect(given(firm, batch ?? 0, stopping)).rejects.toThrow('stopped')
    expect(await firm.inTransaction((db) => batches(db, batch))).toMatchObject([{ service: null }])
    await given(firm, batch ?? 0, real)
    expect(readdirSync(join(folder, 'stopped'))).toHaveLength(1)
    expect(await firm.inTransaction((db) => batches(db, batch))).toMatchObject([{ service: 'folder' }])
  })

  it('overwrites nothing that lies under its name', async () => {
    const service = folderService(join(folder, 'taken'))
    const batch = { key: '1-1', pdf: Buffer.from('a'), addresses: Buffer.from('b'), letters: 1, pages: 1 }
    await service.deposit(batch)
    await expect(service.deposit({ ...batch, pdf: Buffer.from('c') })).rejects.toThrow('holds another batch')
    expect(readFileSync(join(folder, 'taken/1-1/letters.pdf'), 'utf8')).toBe('a')
    expect(existsSync(join(folder, 'taken/1-1/batch.json'))).toBe(true)
  })
})

describe('what the post gave back', () => {
  it('is kept with the letter and its proof, and shown in the history', async () => {
    const { firm, customers, tasks } = await lettersDue(['Brasserie Castel'])
    const [task = 0, customer = 0] = [tasks[0], customers[0]]
    await print(firm, tasks)
    const proof = { name: 'depot.pdf', mediaType: 'application/pdf', content: Buffer.from('%PDF-1.7 depot') }
    await firm.inTransaction(async (db) => {
      await expect(keepProof(db, task, proof)).rejects.toMatchObject({ code: 'notPosted' })
      const letter = await letterOfTask(db, task, await loadRunContext(db, nine))
      await recordPosting(db, task, { registeredNumber: '1A 234 567 8901 1', postedOn: today }, { today, letter })
      await recordPosting(db, task, { registeredNumber: '1A 234 567 8901 2', postedOn: today }, { today, letter: null })
      await keepProof(db, task, proof)
    })
    await firm.inTransaction(async (db) => {
      expect(await postingOf(db, task)).toMatchObject({ registeredNumber: '1A 234 567 8901 2', proofName: 'depot.pdf' })
      expect((await postedLetterOf(db, task))?.pdf.subarray(0, 5).toString()).toBe('%PDF-')
      expect((await proofOf(db, task))?.content.toString()).toBe('%PDF-1.7 depot')
      const history = await historyOf(db, { customer, invoice: null }, { today, language: 'fr' })
      expect(history.map((entry) => entry.title)).toContain('Lettre recommandée n° 1A 234 567 8901 2 déposée')
      await removePosting(db, task)
      expect(await postingOf(db, task)).toBeNull()
    })
  })

  it('cannot be of a day to come', async () => {
    const { firm, tasks } = await lettersDue(['Brasserie Castel'])
    const tomorrow = { registeredNumber: null, postedOn: asDate('2026-11-24') }
    await expect(
      firm.inTransaction((db) => recordPosting(db, tasks[0] ?? 0, tomorrow, { today, letter: null })),
    ).rejects.toMatchObject({ code: 'dateInTheFuture' })
  })
})
