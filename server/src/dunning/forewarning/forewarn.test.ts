import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import PostalMime from 'postal-mime'
import { afterAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from '../../platform/database/sql.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { startTestSmtp } from '../../platform/mail/testing/start-test-smtp.ts'
import { dailyRun } from '../run/daily-run.ts'
import { manyReady, nine, type Ready, readyToLeave, stateOf } from '../sending/testing/ready-to-leave.ts'
import { aCustomer, aFirm, aMailServer, anInvoice, type TestFirm } from '../testing/a-firm.ts'
import { dayToTell, forewarn } from './forewarn.ts'

const database = await testDatabase()
let refusal: string | null = null
const smtp = await startTestSmtp({ refuse: () => refusal })
afterAll(() => smtp.stop())

let seen = 0
const arrived = () => smtp.received.slice(seen)
const firstMail = () => PostalMime.parse(arrived()[0]?.raw ?? '')
beforeEach(() => {
  seen = smtp.received.length
  refusal = null
})

const minute = 60_000
const told = ({ firm }: Pick<Ready, 'firm'>, nowMs = nine) =>
  forewarn({
    inTransaction: firm.inTransaction,
    nowMs: () => nowMs,
    unseal: () => null,
    publicUrl: 'https://relances.vauquelin.example',
  })

const set = ({ firm }: { firm: TestFirm }, rules: { forewarning?: string; forewarned?: string }) =>
  firm.inTransaction((db) =>
    db.run(sql`
      update organization set forewarning = ${rules.forewarning ?? 'morning'}, forewarned = ${rules.forewarned ?? 'collector'}
      where organization_id = current_organization()`),
  )

const addRep = ({ firm, customer }: Ready) =>
  firm.inTransaction((db) =>
    db.run(sql`
      with rep as (
        insert into person (organization_id, name, email, role, language)
        values (current_organization(), 'Karim Haddad', 'karim@vauquelin.example', 'sales', 'en') returning id)
      update customer set sales_rep_id = rep.id from rep where organization_id = current_organization() and customer.id = ${customer}`),
  )

describe('the mail before departure', () => {
  it('tells whoever follows the customers what leaves, with links that only open the program', async () => {
    const ready = await readyToLeave(database, smtp.port)
    expect(await told(ready)).toBe(1)
    const mail = await firstMail()
    expect(arrived()[0]?.to).toEqual(['claire@vauquelin.example'])
    expect(mail.subject).toMatch(/^Aujourd’hui\s: 1 relance, 9\s744,00\s€$/u)
    expect(mail.text).toContain('Menuiseries Castel')
    expect(mail.text).toContain('part à 10:00')
    const page = `https://relances.vauquelin.example/relances?vue=pretes&relance=${ready.reminder}`
    expect(mail.text).toContain(`Lire\u00a0: ${page}`)
    expect(mail.text).toContain(`${page}&geste=mettre-de-cote`)
    expect(mail.html).toContain(`${page.replaceAll('&', '&amp;')}&amp;geste=mettre-de-cote`)
    expect(mail.headers.find(({ key }) => key === 'auto-submitted')?.value).toBe('auto-generated')
    // Nothing of the message itself is touched, and no step is taken.
    expect(await stateOf(ready)).toEqual({ state: 'ready', because: null, climbed: [], contacts: 0 })
  })

  it('says what leaves as an SMS', async () => {
    const ready = await readyToLeave(database, smtp.port)
    await ready.firm.inTransaction((db) =>
      db.run(sql`update reminder set channel = 'sms' where organization_id = current_organization()`),
    )
    await told(ready)
    expect((await firstMail()).text).toMatch(/Menuiseries Castel, 9.744,00.€ \(SMS, J\+7, cordial, part à 10:00\)/)
  })

  it('also says who is late and gets nothing, and why', async () => {
    const ready = await readyToLeave(database, smtp.port)
    await ready.firm.inTransaction(async (db) => {
      const given = { entity: ready.firm.entity, due: '2026-11-09', amount: 50_000 }
      const customer = await aCustomer(db, { name: 'Sans Adresse', email: null })
      await anInvoice(db, { ...given, customer, number: 'F-9' })
    })
    await dailyRun(ready.firm.inTransaction, nine)
    await told(ready)
    expect((await firstMail()).text).toMatch(/rien ne leur est envoyé\s: .+ \(1\)\./u)
  })

  it('comes once a day and person, with two servers and however often they look', async () => {
    const ready = await readyToLeave(database, smtp.port)
    const both = await Promise.all([told(ready), told(ready)])
    expect(both.toSorted()).toEqual([0, 1])
    expect(await told(ready, nine + 30 * minute)).toBe(0)
    expect(arrived()).toHaveLength(1)
  })

  it('says the same, to the byte but for its hour, when the same facts are told again', async () => {
    const ready = (await manyReady(database, smtp.port, ['Zola', 'Abel', 'Castel']))[0]
    if (!ready) throw new Error('nothing is ready')
    await told(ready)
    await ready.firm.inTransaction((db) =>
      db.run(sql`delete from forewarning where organization_id = current_organization()`),
    )
    await told(ready)
    const [one, other] = arrived().map(({ raw }) => raw.toString('latin1'))
    expect(one).toBe(other)
    expect((await firstMail()).text?.match(/- \w+/g)).toEqual(['- Abel', '- Castel', '- Zola'])
  })

  it('goes to the sales rep where the setting says so, in their language, with links to what they may see', async () => {
    const ready = await readyToLeave(database, smtp.port)
    await addRep(ready)
    await set(ready, { forewarned: 'both' })
    expect(await told(ready)).toBe(2)
    const mails = new Map(
      await Promise.all(arrived().map(async ({ to, raw }) => [to[0], await PostalMime.parse(raw)] as const)),
    )
    const toKarim = mails.get('karim@vauquelin.example')
    expect(toKarim?.subject).toMatch(/^Today: 1 reminder/)
    expect(toKarim?.text).toContain(`https://relances.vauquelin.example/clients/${ready.customer}`)
    expect(toKarim?.text).not.toContain('geste=')
    expect(mails.get('claire@vauquelin.example')?.subject).toMatch(/^Aujourd’hui/)
  })

  it('is not sent where nothing leaves, where it is switched off, or while sending is suspended', async () => {
    const firm = await aFirm(database)
    await firm.inTransaction((db) => aMailServer(db, firm.entity, smtp.port))
    expect(await told({ firm })).toBe(0)
    const ready = await readyToLeave(database, smtp.port)
    await set(ready, { forewarning: 'off' })
    expect(await told(ready)).toBe(0)
    await set(ready, {})
    await ready.firm.inTransaction((db) =>
      db.run(sql`update organization set sending_frozen = true where organization_id = current_organization()`),
    )
    expect(await told(ready)).toBe(0)
    expect(arrived()).toHaveLength(0)
  })

  it('is tried again when the server did not take it, three times at most, and never after a doubt', async () => {
    const ready = await readyToLeave(database, smtp.port)
    refusal = '451 4.3.0 try later'
    expect(await told(ready)).toBe(0)
    expect(await told(ready, nine + 5 * minute)).toBe(0)
    refusal = null
    expect(await told(ready, nine + 15 * minute)).toBe(1)
    expect(arrived()).toHaveLength(1)

    const again = await readyToLeave(database, smtp.port)
    refusal = '451 4.3.0 try later'
    for (const quarter of [0, 1, 2]) expect(await told(again, nine + quarter * 15 * minute)).toBe(0)
    refusal = null
    expect(await told(again, nine + 60 * minute)).toBe(0)
    expect(arrived()).toHaveLength(1)
  })

  it('the day before, tells what is planned for the next working day, also what is not prepared yet', async () => {
    const firm = await aFirm(database)
    await set({ firm }, { forewarning: 'dayBefore' })
    await firm.inTransaction(async (db) => {
      await aMailServer(db, firm.entity, smtp.port)
      const customer = await aCustomer(db, { name: 'Hôtel Vauban' })
      // Seven days late on Monday: its first message falls due then.
      await anInvoice(db, { customer, entity: firm.entity, number: 'F-1', due: '2026-11-16', amount: 100_000 })
    })
    const friday = Date.parse('2026-11-20T08:00:00Z')
    await dailyRun(firm.inTransaction, friday)
    expect(await told({ firm }, friday)).toBe(1)
    const mail = await firstMail()
    expect(mail.subject).toMatch(/^Le lundi 23 novembre 2026\s: 1 relance/u)
    expect(mail.text).toContain('Hôtel Vauban')
    expect(mail.text).toMatch(/J\+7, cordial/)
    expect(mail.text).toContain('https://relances.vauquelin.example/clients/')
  })
})

describe('the hour of that mail', () => {
  const hours = {
    timeZone: 'Europe/Paris',
    fromMinute: 480,
    toMinute: 1080,
    departureMinute: 600,
    recallMinutes: 10,
    alsaceMoselle: false,
  }
  const monday = asDate('2026-11-23')

  it('is half past eight on the morning, or an hour before an early departure', () => {
    const rules = { forewarning: 'morning', minute: 510 } as const
    expect(dayToTell(rules, { today: monday, hours }, 509)).toBeNull()
    expect(dayToTell(rules, { today: monday, hours }, 510)).toBe(monday)
    expect(dayToTell(rules, { today: monday, hours: { ...hours, departureMinute: 540 } }, 480)).toBe(monday)
    expect(dayToTell(rules, { today: monday, hours }, 1080)).toBeNull()
  })

  it('is on a working day, for the next one when it is told the day before', () => {
    const rules = { forewarning: 'dayBefore', minute: 960 } as const
    expect(dayToTell(rules, { today: asDate('2026-11-20'), hours }, 960)).toBe(monday)
    expect(dayToTell(rules, { today: asDate('2026-11-22'), hours }, 960)).toBeNull()
    expect(dayToTell({ ...rules, forewarning: 'off' }, { today: monday, hours }, 960)).toBeNull()
  })
})
