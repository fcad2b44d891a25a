import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { aFirm } from '../testing/a-firm.ts'
import { changeAnswerRules } from './answer-rules.ts'
import { forgetSources } from './forget-sources.ts'

const database = await testDatabase()

it('removes messages as they came after the months that the organisation said, once, and keeps what was written', async () => {
  const { inTransaction, entity } = await aFirm(database)
  await inTransaction(async (db) => {
    for (const [uid, day] of ['2026-05-22', '2026-05-23', '2026-11-20'].entries()) {
      await db.run(sql`
        with made as (
          insert into answer (organization_id, legal_entity_id, uid_validity, uid, content_sha256, class, from_name, from_address,
            subject, received_at, received_on, body, size)
          values (current_organization(), ${entity}, 1, ${uid + 1}, sha256(${day}::bytea), 'reply', '', 'x@castel.example', 'Re', ${day}, ${day}, 'Le virement part lundi.', 100)
          returning id)
        insert into answer_source (organization_id, answer_id, content) select current_organization(), id, ''::bytea from made`)
    }
  })
  const today = asDate('2026-11-23')
  const kept = () =>
    inTransaction((db) =>
      db.rows<{ on: string; body: string; has: boolean }>(sql`
        select a.received_on as on, a.body, s.answer_id is not null as has from answer a
        left join answer_source s on s.organization_id = a.organization_id and s.answer_id = a.id
        where a.organization_id = current_organization() order by 1`),
    )
  expect(await inTransaction((db) => forgetSources(db, today))).toBe(0)
  const rules = { answersPause: true, softBouncesLimit: 3, sourcesKeptMonths: 6 }
  await inTransaction((db) => changeAnswerRules(db, rules, Date.parse('2026-11-23T08:00:00Z')))
  expect(await inTransaction((db) => forgetSources(db, today))).toBe(1)
  expect(await inTransaction((db) => forgetSources(db, today))).toBe(0)
  expect((await kept()).map(({ on, has }) => [on, has])).toEqual([
    ['2026-05-22', false],
    ['2026-05-23', true],
    ['2026-11-20', true],
  ])
  expect((await kept())[0]?.body).toBe('Le virement part lundi.')
})
