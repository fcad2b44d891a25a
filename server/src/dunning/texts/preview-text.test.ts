import { expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aCustomer, aFirm } from '../testing/a-firm.ts'
import { messageTexts } from './message-texts.ts'
import { previewText } from './preview-text.ts'

const database = await testDatabase()
const nine = Date.parse('2026-11-23T08:00:00Z')

it('a customer who owes nothing is shown the example as one of its kind', async () => {
  const firm = await aFirm(database)
  const shownTo = (category: 'company' | 'publicBody' | 'individual') =>
    firm.inTransaction(async (db) => {
      const customer = await aCustomer(db, { name: category })
      await db.run(sql`
        update customer set category = ${category} where organization_id = current_organization() and id = ${customer}`)
      const text = (await messageTexts(db)).find((one) => one.tone === 'firm' && one.language === 'fr')
      const asked = {
        tone: 'firm',
        language: 'fr',
        subject: text?.subject ?? '',
        body: text?.body ?? '',
        customer,
      } as const
      const { html, isExample } = await previewText(db, asked, await loadRunContext(db, nine), 'fr')
      expect(isExample).toBe(true)
      return html.replaceAll('\u00a0', ' ')
    })
  expect(await shownTo('company')).toContain('441-10')
  expect(await shownTo('publicBody')).toContain('code de la commande publique')
  expect(await shownTo('individual')).not.toMatch(/441-10|pénalités|40 €/)
})

it('the same text is shown as an e-mail says it, and as a letter does', async () => {
  const firm = await aFirm(database)
  const shown = (onPaper: boolean) =>
    firm.inTransaction(async (db) => {
      const asked = {
        tone: 'neutral',
        language: 'fr',
        subject: 'Un mot',
        body: 'Dites-le-nous {{ reply.means }}.',
        customer: null,
      } as const
      return (await previewText(db, { ...asked, onPaper }, await loadRunContext(db, nine), 'fr')).html
    })
  expect(await shown(false)).toContain('en réponse à ce message.')
  expect(await shown(true)).toContain('ou par courrier.')
})
