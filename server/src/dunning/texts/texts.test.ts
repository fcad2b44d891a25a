import PostalMime from 'postal-mime'
import { afterAll, describe, expect, it } from 'vitest'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { startTestSmtp } from '../../platform/mail/testing/start-test-smtp.ts'
import { templateOf } from '../messages/build-message.ts'
import { loadRunContext } from '../run/run-context.ts'
import { aCustomer, aFirm, aMailServer, anInvoice, type TestFirm } from '../testing/a-firm.ts'
import { addLanguage, languagesInUse, removeLanguage } from './languages.ts'
import { messageTexts, writeMessageText } from './message-texts.ts'
import { type Asked, previewText, sendTest, testMail } from './preview-text.ts'

const database = await testDatabase()
const smtp = await startTestSmtp()
afterAll(() => smtp.stop())
const nine = Date.parse('2026-11-23T08:00:00Z')

const asked = (over: Partial<Asked> = {}): Asked => ({
  tone: 'neutral',
  language: 'fr',
  subject: 'Facture {{ invoice.number }}',
  body: '{{ contact.greeting }}\n\nReste {{ invoice.amountDue }}.',
  customer: null,
  ...over,
})

const shown = (firm: TestFirm, what: Asked) =>
  firm.inTransaction(async (db) => previewText(db, what, await loadRunContext(db, nine), 'fr'))

async function aLateCustomer(firm: TestFirm) {
  return firm.inTransaction(async (db) => {
    const customer = await aCustomer(db)
    await anInvoice(db, { customer, entity: firm.entity, number: 'F-2026-0926', due: '2026-11-09', amount: 974_400 })
    return customer
  })
}

describe('a text while it is written', () => {
  it('is shown on a real customer with what it owes today', async () => {
    const firm = await aFirm(database)
    const customer = await aLateCustomer(firm)
    const preview = await shown(firm, asked({ customer }))
    expect(preview).toMatchObject({
      subject: 'Facture F-2026-0926',
      isExample: false,
      customerName: 'Menuiseries Castel',
    })
    expect(preview.html).toContain('9\u00a0744,00')
    expect(preview.html).toContain('Mme Gauthier')
  })

  it('is shown on the example when that customer owes nothing, and says so', async () => {
    const firm = await aFirm(database)
    const customer = await firm.inTransaction((db) => aCustomer(db))
    expect(await shown(firm, asked({ customer }))).toMatchObject({ isExample: true })
    expect(await shown(firm, asked())).toMatchObject({ isExample: true, customerName: 'Brasserie Saint-Aubin' })
  })

  it('tells of a variable that this customer has no value for, and of one that does not exist', async () => {
    const firm = await aFirm(database)
    const customer = await aLateCustomer(firm)
    const gap = await shown(firm, asked({ customer, body: 'Avant le {{ deadline.date }}.' }))
    expect(gap).toMatchObject({ problems: [], gap: expect.stringContaining('Date demandée') })
    const guarded = '{% if deadline.date %}Avant le {{ deadline.date }}.{% endif %} Merci.'
    expect(await shown(firm, asked({ customer, body: guarded }))).toMatchObject({ gap: null })
    const wrong = await shown(firm, asked({ customer, body: 'Avant le {{ deadline.dat }}.' }))
    expect(wrong.problems[0]?.sentence).toContain('deadline.date')
    await expect(
      firm.inTransaction((db) =>
        writeMessageText(db, { tone: 'firm', language: 'fr' }, { subject: 'x', body: '{{ deadline.dat }}' }, 'fr'),
      ),
    ).rejects.toMatchObject({ code: 'templateInvalid' })
  })

  it('goes as a test to the person who asks, and to nobody else', async () => {
    const firm = await aFirm(database)
    const customer = await aLateCustomer(firm)
    const asClaire = (db: Db) => db.run(sql`select set_config('app.person', ${String(firm.claire)}, true)`)
    const send = async () => {
      const mail = await firm.inTransaction(async (db) => {
        await asClaire(db)
        const run = await loadRunContext(db, nine)
        return testMail(db, asked({ customer }), { run, nowMs: nine, spoken: 'fr', unseal: () => null })
      })
      return sendTest(mail, 'fr')
    }
    await expect(send()).rejects.toMatchObject({ code: 'noMailServer' })
    await firm.inTransaction((db) => aMailServer(db, firm.entity, smtp.port))
    expect(await send()).toEqual({
      sent: true,
      to: 'claire@vauquelin.example',
      sentence: 'Essai envoyé à claire@vauquelin.example.',
    })
    expect(smtp.received.map((mail) => mail.to)).toEqual([['claire@vauquelin.example']])
    const mail = await PostalMime.parse(smtp.received[0]?.raw ?? '')
    expect(mail.subject).toBe('[Essai] Facture F-2026-0926')
    const messages = await firm.inTransaction((db) =>
      db.rows(sql`select id from reminder where organization_id = current_organization()`),
    )
    expect(messages).toEqual([])
  })
})

describe('one more language', () => {
  const german = {
    tone: 'neutral',
    textLanguage: 'de',
    language: 'en',
    subjectWritten: null,
    bodyWritten: null,
  } as const

  it('is written in where there is a text, and falls back where there is none, which is told', async () => {
    const firm = await aFirm(database)
    await firm.inTransaction(async (db) => {
      await addLanguage(db, { code: 'de', fallback: 'en' })
      expect((await messageTexts(db)).filter((text) => text.language === 'de')).toHaveLength(5)
      expect(await templateOf(db, german)).toMatchObject({
        fallsBack: true,
        subject: expect.stringContaining('Invoice'),
      })
      const text = { subject: 'Rechnung {{ invoice.number }}', body: 'Guten Tag' }
      await writeMessageText(db, { tone: 'neutral', language: 'de' }, text, 'fr')
      expect(await templateOf(db, german)).toMatchObject({ fallsBack: false, subject: 'Rechnung {{ invoice.number }}' })
    })
  })

  it('cannot be made up, nor taken away from customers who receive it', async () => {
    const firm = await aFirm(database)
    const refusal = (work: (db: Db) => Promise<unknown>) => expect(firm.inTransaction(work)).rejects
    await refusal((db) => addLanguage(db, { code: 'fr', fallback: 'en' })).toMatchObject({ code: 'languageThere' })
    await refusal((db) => addLanguage(db, { code: 'xx', fallback: 'en' })).toMatchObject({ code: 'unknownLanguage' })
    await firm.inTransaction(async (db) => {
      await addLanguage(db, { code: 'de', fallback: 'en' })
      const customer = await aCustomer(db)
      await db.run(
        sql`update customer set language = 'de' where organization_id = current_organization() and id = ${customer}`,
      )
    })
    await refusal((db) => removeLanguage(db, 'de')).toMatchObject({ code: 'languageSpoken' })
    await firm.inTransaction(async (db) => {
      await db.run(sql`update customer set language = 'fr' where organization_id = current_organization()`)
      await removeLanguage(db, 'de')
      expect(await languagesInUse(db)).toEqual([])
    })
  })
})
