import { expect, it } from 'vitest'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aCustomer, aFirm, anInvoice } from '../testing/a-firm.ts'
import { changeRules } from './change-rules.ts'
import { countTakes, loadChoices, ruleFrom, ruleRows } from './choices.ts'
import { chooseForCustomer, scenarioOfCustomer } from './followed-scenario.ts'
import { anybody, presetId } from './testing/a-rule.ts'

const database = await testDatabase()
const monday = Date.parse('2026-11-23T08:00:00Z')

it('counts whom each rule takes: the first that fits, after what a person chose, before the organisation', async () => {
  const firm = await aFirm(database)
  await firm.inTransaction(async (db) => {
    const [small, large, chosen] = [
      await aCustomer(db, { name: 'A' }),
      await aCustomer(db, { name: 'B' }),
      await aCustomer(db, { name: 'C' }),
    ]
    for (const [customer, amount] of [
      [small, 10_000],
      [large, 2_000_000],
      [chosen, 2_000_000],
    ] as const) {
      const number = `F-${customer}`
      await anInvoice(db, { customer, entity: firm.entity, number, due: '2026-11-02', amount })
    }
    await chooseForCustomer(db, chosen, await presetId(db, 'gentle'), await loadRunContext(db, monday))
    await changeRules(db, [
      { ...anybody, scenario: await presetId(db, 'firm'), owesFrom: 1_000_000 },
      { ...anybody, scenario: await presetId(db, 'gentle'), owesFrom: 500_000 },
    ])
    expect(await countTakes(db, await loadChoices(db))).toEqual({
      chosen: 1,
      rules: [1, 0],
      defaults: { company: 1, publicBody: 0, individual: 0 },
    })
  })
})

it('tells which scenario a customer would follow by rules that are still being written', async () => {
  const firm = await aFirm(database)
  const followed = await firm.inTransaction(async (db) => {
    const customer = await aCustomer(db)
    const run = await loadRunContext(db, monday)
    const rule = ruleFrom({ ...anybody, id: 0, scenario: await presetId(db, 'firm'), category: 'company' })
    const choices = { ...run.choices, rules: [rule] }
    return scenarioOfCustomer(db, customer, { ...run, choices }, 'fr')
  })
  expect(followed).toMatchObject({
    scenario: { name: 'Ferme' },
    from: 'rule',
    sentence: 'Selon la règle : entreprises.',
  })
})

it('of two who change the rules they both saw, the second is told, and nothing is saved over or twice', async () => {
  const firm = await aFirm(database)
  const strict = await firm.inTransaction((db) => presetId(db, 'firm'))
  const save = (category: 'company' | 'individual', seen?: number[]) =>
    firm.inTransaction((db) => changeRules(db, [{ ...anybody, scenario: strict, category }], seen))
  const both = await Promise.allSettled([save('company', []), save('individual', [])])
  expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  expect(both.find(({ status }) => status === 'rejected')).toMatchObject({
    reason: { code: 'rulesChangedMeanwhile', status: 409 },
  })
  const [rule, ...others] = await firm.inTransaction(ruleRows)
  expect(others).toEqual([])
  // Who knows of them saves; who does not say what they saw does, too.
  const [next] = await save('company', [rule?.id ?? 0])
  await expect(save('individual', [rule?.id ?? 0])).rejects.toMatchObject({ code: 'rulesChangedMeanwhile' })
  expect((await save('individual')).map(({ category, id }) => [category, id !== next?.id])).toEqual([
    ['individual', true],
  ])
})
