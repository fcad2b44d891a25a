import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { callScripts } from '@quittance/core/tasks/call-script.ts'
import PostalMime from 'postal-mime'
import { afterAll, describe, expect, it } from 'vitest'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { startTestSmtp } from '../../platform/mail/testing/start-test-smtp.ts'
import { templateOf } from '../messages/build-message.ts'
import { loadRunContext } from '../run/run-context.ts'
import { changeScenario, listScenarios } from '../scenarios/use-cases.ts'
import { aCustomer, aFirm, aMailServer, anInvoice, type TestFirm } from '../testing/a-firm.ts'
import { addLanguage, languagesInUse, removeLanguage } from './languages.ts'
import { messageTexts, writeMessageText } from './message-texts.ts'
import { type Asked, previewText, sendTest, testMail } from './preview-text.ts'

const database = await testDatabase()
const smtp = await startTestSmtp()
afterAll(() => smtp.stop())
const today = asDate('2026-11-23')
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
    expect(gap).toMatchObject({ gap: expect.stringContaining('Date demandée') })
    expect(gap.html).toContain('Avant le')
    expect(gap.problems).toMatchObject([{ line: 1, sentence: expect.stringContaining('n’a pas toujours de valeur') }])
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

  it('is not saved empty, and says so while it is written', async () => {
    const firm = await aFirm(database)
    for (const [channel, empty] of [
      ['email', { subject: 'Un mot', body: ' \n' }],
      ['email', { subject: ' ', body: 'Bonjour' }],
      ['sms', { subject: '', body: '' }],
    ] as const) {
      const saved = firm.inTransaction((db) =>
        writeMessageText(db, { channel, tone: 'neutral', language: 'fr' }, empty, 'fr'),
      )
      await expect(saved).rejects.toMatchObject({ code: 'templateEmpty' })
      expect((await shown(firm, asked({ ...empty, channel }))).problems[0]?.sentence).toMatch(/vide : écrivez/)
    }
  })

  it('is not saved over a text its author did not see', async () => {
    const firm = await aFirm(database)
    const which = { tone: 'neutral', language: 'fr' } as const
    const save = (body: string, seen?: { subject: string; body: string }) =>
      firm.inTransaction((db) => writeMessageText(db, which, { subject: 'Un mot', body, seen }, 'fr'))
    const [house] = await firm.inTransaction((db) => messageTexts(db))
    const first = await save('Le premier')
    expect(first.body).not.toBe(house?.body)
    await expect(save('Un autre', { subject: 'Un mot', body: 'Ce qui fut' })).rejects.toMatchObject({
      code: 'templateChangedMeanwhile',
      status: 409,
    })
    expect((await save('Le second', first)).body).toBe('Le second')
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

describe('the own words of a step', () => {
  const own = { language: 'fr', subject: 'Un mot de {{ sender.name }}', body: 'Bonjour' }
  const head = {
    tone: 'friendly',
    textLanguage: 'fr',
    language: 'fr',
    subjectWritten: null,
    bodyWritten: null,
    step: 'email-7',
  } as const
  const worded = (db: Db, text: typeof own) =>
    listScenarios(db, today).then(async (all) => {
      const { id, name, steps } = all.find(({ preset }) => preset === 'standard') ?? { id: 0, name: '', steps: [] }
      const changed = steps.map((step) => (step.key === 'email-7' ? { ...step, texts: [text] } : step))
      await changeScenario(db, id, { name, steps: changed }, today)
      return id
    })

  it('are sent in place of the text of its tone, also when it is repeated, and by no other step', async () => {
    const firm = await aFirm(database)
    await firm.inTransaction(async (db) => {
      const scenario = await worded(db, own)
      expect(await templateOf(db, { ...head, scenario })).toMatchObject({ subject: own.subject, body: own.body })
      expect(await templateOf(db, { ...head, scenario, step: 'email-7~1' })).toMatchObject({
        subject: own.subject,
        body: own.body,
      })
      const house = { subject: expect.not.stringContaining('Un mot') }
      expect(await templateOf(db, { ...head, scenario, step: 'email-14', tone: 'neutral' })).toMatchObject(house)
      // What applies to nobody in another tone is not said in it: a formal notice that became a firm reminder.
      expect(await templateOf(db, { ...head, scenario, tone: 'firm' })).toMatchObject(house)
      expect(await templateOf(db, { ...head, scenario, textLanguage: 'en', language: 'en' })).toMatchObject(house)
    })
  })

  it('are refused where they cannot be read, leave a hole or have no subject', async () => {
    const firm = await aFirm(database)
    for (const [text, code] of [
      [{ ...own, body: '{{ customer.nom }}' }, 'templateInvalid'],
      [{ ...own, body: 'Avant le {{ deadline.date }}' }, 'templateHasHole'],
      [{ ...own, subject: ' ' }, 'stepTextEmpty'],
      [{ ...own, body: ' \n' }, 'stepTextEmpty'],
    ] as const) {
      await expect(firm.inTransaction((db) => worded(db, text))).rejects.toMatchObject({ code })
    }
  })
})

it('keeps a text of SMS apart from that of e-mails, and shows it with its parts', async () => {
  const firm = await aFirm(database)
  const text = { subject: '', body: 'Reste {{ total.amountDue }}.' }
  await firm.inTransaction(async (db) => {
    await writeMessageText(db, { tone: 'friendly', language: 'fr', channel: 'sms' }, text, 'fr')
    const texts = await messageTexts(db, 'sms')
    expect(texts.find((one) => one.tone === 'friendly' && one.language === 'fr')).toMatchObject({
      ...text,
      isDefault: false,
    })
    expect((await messageTexts(db)).every((one) => one.isDefault)).toBe(true)
  })
  const preview = await shown(firm, asked({ ...text, channel: 'sms' }))
  expect(preview).toMatchObject({ subject: 'SMS, 1 partie', isExample: true, problems: [], gap: null })
  expect(preview.html).toContain('Reste 10 956,00')
})

it('keeps, of calls alone, what to say of a payment that was not found', async () => {
  const firm = await aFirm(database)
  await firm.inTransaction(async (db) => {
    const tonesOf = async (channel: 'email' | 'sms' | 'call') =>
      new Set((await messageTexts(db, channel)).map(({ tone }) => tone))
    expect((await tonesOf('call')).has('paymentNotFound')).toBe(true)
    for (const channel of ['email', 'sms'] as const) {
      expect((await tonesOf(channel)).has('paymentNotFound')).toBe(false)
      const which = { tone: 'paymentNotFound', language: 'fr', channel } as const
      await expect(writeMessageText(db, which, { subject: 'x', body: 'x' }, 'fr')).rejects.toMatchObject({
        status: 404,
      })
    }
    const which = { tone: 'paymentNotFound', language: 'fr', channel: 'call' } as const
    const told = await writeMessageText(db, which, { subject: '', body: 'Envoyez-moi la preuve.' }, 'fr')
    expect(told).toMatchObject({ body: 'Envoyez-moi la preuve.', isDefault: false })
    expect(await writeMessageText(db, which, { subject: null, body: null }, 'fr')).toMatchObject({
      body: callScripts.fr.paymentNotFound,
      isDefault: true,
    })
  })
  const preview = await shown(
    firm,
    asked({ tone: 'paymentNotFound', channel: 'call', subject: '', body: callScripts.fr.paymentNotFound }),
  )
  expect(preview).toMatchObject({ problems: [], gap: null })
  expect(preview.html).toContain('la preuve du virement')
})

it('refuses to keep a text that would leave a hole', async () => {
  const firm = await aFirm(database)
  const text = { subject: 'x', body: 'Avant le {{ deadline.date }}.' }
  await expect(
    firm.inTransaction((db) => writeMessageText(db, { tone: 'neutral', language: 'fr' }, text, 'fr')),
  ).rejects.toMatchObject({ code: 'templateHasHole' })
})

describe('one more language', () => {
  const german = {
    tone: 'neutral',
    textLanguage: 'de',
    language: 'en',
    subjectWritten: null,
    bodyWritten: null,
    step: null,
    scenario: null,
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
