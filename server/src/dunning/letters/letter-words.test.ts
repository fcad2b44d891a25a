import { describe, expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aCustomer, aFirm, anInvoice, type TestFirm } from '../testing/a-firm.ts'
import { writeMessageText } from '../texts/message-texts.ts'
import { writeLetterOf } from './letter-of-task.ts'

const database = await testDatabase()
const nine = Date.parse('2026-11-23T08:00:00Z')

/** A letter to a consumer at the 45th day, which speaks firmly. */
async function aLetterTask(firm: TestFirm): Promise<number> {
  return firm.inTransaction(async (db) => {
    const customer = await aCustomer(db, { name: 'Paul Lavernhe', hasAddress: true })
    await db.run(sql`
      update customer set category = 'individual' where organization_id = current_organization() and id = ${customer}`)
    const item = await anInvoice(db, {
      customer,
      entity: firm.entity,
      number: 'F-7',
      due: '2026-10-01',
      amount: 120_000,
    })
    const { id } = await db.one<{ id: number }>(sql`
      insert into task (organization_id, kind, customer_id, legal_entity_id, open_item_id, step_key, delay_days, due_on)
      values (current_organization(), 'letter', ${customer}, ${firm.entity}, ${item}, 'letter-45', 45, '2026-11-20') returning id`)
    await db.run(sql`
      insert into task_item (organization_id, task_id, open_item_id, step_key, delay_days)
      values (current_organization(), ${id}, ${item}, 'letter-45', 45)`)
    return id
  })
}

async function saidIn(firm: TestFirm, task: number): Promise<string> {
  const written = await firm.inTransaction(async (db) => writeLetterOf(db, task, await loadRunContext(db, nine)))
  const { blocks = [] } = written?.letter.rendered ?? {}
  return blocks.flatMap((block) => (block.kind === 'paragraph' ? block.lines : [])).join('\n')
}

describe('the words of a letter', () => {
  it('of the house say how to answer a letter, and nothing of law to a consumer', async () => {
    const firm = await aFirm(database)
    const said = await saidIn(firm, await aLetterTask(firm))
    expect(said).toContain('par e-mail à compta@vauquelin.example ou par courrier.')
    expect(said).not.toMatch(/message|441-10|40 €|pénalités/)
  })

  it('of the organisation are those of its e-mails, and speak of the letter all the same', async () => {
    const firm = await aFirm(database)
    const task = await aLetterTask(firm)
    const body = 'Dites-le-nous {{ reply.means }}. Si vous avez payé, oubliez ce message.'
    await firm.inTransaction((db) =>
      writeMessageText(db, { tone: 'firm', language: 'fr' }, { subject: 'Rappel', body }, 'fr'),
    )
    expect(await saidIn(firm, task)).toBe(
      'Dites-le-nous par e-mail à compta@vauquelin.example ou par courrier. Si vous avez payé, oubliez ce courrier.',
    )
  })
})
