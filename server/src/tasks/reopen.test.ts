import { expect, it } from 'vitest'
import { aFirm, today } from '../invoices/testing/a-firm.ts'
import { testDatabase } from '../platform/database/testing/test-database.ts'
import { closeTask, reopen } from './act-queries.ts'
import { tasksToDo } from './queries.ts'
import { addNeedTasks } from './step-tasks.ts'

const firm = await aFirm(await testDatabase())

it('an address ticked as corrected that asked again is taken back, and asked for once', async () => {
  const customer = await firm.customer()
  const need = { kind: 'correctAddress', customer, legalEntity: firm.legalEntity, assignee: firm.person } as const
  const open = () => firm.work(async (db) => (await tasksToDo(db, today, null)).map(({ id }) => id))
  await firm.work((db) => addNeedTasks(db, [need], today))
  const [ticked = 0] = await open()
  await firm.work((db) =>
    closeTask(db, ticked, { state: 'done', outcome: 'done', made: {}, tries: 0, atMs: Date.parse(today) }),
  )
  await firm.work((db) => addNeedTasks(db, [need], today))
  expect(await open()).toHaveLength(1)
  await firm.work((db) => reopen(db, ticked))
  expect(await open()).toEqual([ticked])
})
