import { describe, expect, it } from 'vitest'
import { type AgingBucket, agingBucket } from '../aging/bucket.ts'
import { addDays, asDate, type CalendarDate } from '../calendar/calendar-date.ts'
import { isWorkingDay } from '../calendar/working-days.ts'
import { decideStep } from '../dunning/decide-step.ts'
import type { Decision } from '../dunning/decision.ts'
import { judgePayer, type PayerProfile, payerProfiles, usualPayerRules } from '../payers/payer-profile.ts'
import { demoDay, workedOn } from './demo-company/demo-day.ts'
import type { DemoInvoice } from './demo-company/shapes.ts'
import { amountsLeft, demoRules, demoSituations } from './demo-company/situations.ts'
import { demoCompany } from './demo-company.ts'

const { customers, invoices, bankLines, payments, reminders } = demoCompany
const left = amountsLeft()
const open = invoices.filter((one) => (left.get(one.number) ?? 0) > 0)
const sum = (some: readonly DemoInvoice[]) => some.reduce((total, one) => total + (left.get(one.number) ?? 0), 0)
const customersOf = (some: readonly DemoInvoice[]) => new Set(some.map((one) => one.customer)).size
const inBucket = (bucket: AgingBucket) => open.filter((one) => agingBucket(-one.due) === bucket)
const late = open.filter((one) => one.due < 0)
const monday = asDate('2026-11-23')

describe('the figures of the example company', () => {
  it('486 320,40 € are outstanding on 112 invoices of 46 customers', () => {
    expect([sum(open), open.length, customersOf(open), customers.length]).toEqual([48_632_040, 112, 46, 46])
  })

  it('148 912,60 € are late on 37 invoices of 21 customers', () => {
    expect([sum(late), late.length, customersOf(late)]).toEqual([14_891_260, 37, 21])
  })

  it.each([
    ['notDue', 33_740_780, 75, 38],
    ['d1_30', 7_120_430, 26, 17],
    ['d31_60', 4_231_890, 6, 6],
    ['d61_90', 2_114_940, 3, 3],
    ['d90plus', 1_424_000, 2, 2],
  ] as const)('by age, %s: %i cents on %i invoices of %i customers', (bucket, amount, count, who) => {
    const some = inBucket(bucket)
    expect([sum(some), some.length, customersOf(some)]).toEqual([amount, count, who])
  })

  it('twelve bank lines wait, 64 210,30 €', () => {
    expect([bankLines.length, bankLines.reduce((total, one) => total + one.amount, 0)]).toEqual([12, 6_421_030])
  })

  it('Karim follows 18 customers who owe 168 240,00 € on 41 invoices, 53 528,00 € of it late at six of them', () => {
    const his = new Set(customers.filter((one) => one.salesRep === 'karim').map((one) => one.key))
    const followed = open.filter((one) => his.has(one.customer))
    const behind = late.filter((one) => his.has(one.customer))
    expect([his.size, followed.length, sum(followed)]).toEqual([18, 41, 16_824_000])
    expect([sum(behind), customersOf(behind)]).toEqual([5_352_800, 6])
  })

  it('Menuiseries Castel owes 27 198,00 € on three invoices and paid the last twelve 25 days late', () => {
    const theirs = open.filter((one) => one.customer === 'castel')
    const delays = invoices
      .filter((one) => one.customer === 'castel' && left.get(one.number) === 0)
      .map((one) => (payments.find((payment) => payment.invoice === one.number)?.on ?? 0) - one.due)
    expect([sum(theirs), theirs.length]).toEqual([2_719_800, 3])
    expect(delays).toEqual([12, 15, 9, 21, 18, 24, 22, 31, 27, 38, 41, 47])
  })

  it('those who owe most, late, come in the order of the dashboard', () => {
    const totals = customers.map(({ key }) => [key, sum(late.filter((one) => one.customer === key))] as const)
    const first = totals.sort((a, b) => b[1] - a[1])
    expect(first.slice(0, 6)).toEqual([
      ['nordelec', 2_790_000],
      ['helianthe', 2_138_000],
      ['castel', 2_065_800],
      ['brasserie', 1_095_600],
      ['corbin', 974_400],
      ['sodibio', 696_000],
    ])
  })

  it('shows the rules that differ: a public body is late today, a private individual paid late and owes more', () => {
    const of = (category: string) => customers.filter((one) => one.category === category).map(({ key }) => key)
    expect(late.filter((one) => of('publicBody').includes(one.customer)).map(({ number }) => number)).toEqual([
      'F-2026-0931',
      'F-2026-0939',
    ])
    const paidLate = payments.filter(({ invoice, on }) => {
      const paid = invoices.find((one) => one.number === invoice)
      return paid !== undefined && of('individual').includes(paid.customer) && on > paid.due
    })
    expect(paidLate.length).toBe(4)
    expect(open.filter((one) => of('individual').includes(one.customer)).length).toBe(3)
  })

  it('every number is given once, every customer and invoice named exists, nothing falls due within three days', () => {
    const numbers = new Set(invoices.map((one) => one.number))
    const keys = new Set(customers.map((one) => one.key))
    expect(numbers.size).toBe(invoices.length)
    expect(invoices.filter((one) => !keys.has(one.customer))).toEqual([])
    expect(reminders.flatMap((one) => one.items).filter((item) => !numbers.has(item.invoice))).toEqual([])
    expect(payments.filter((one) => !numbers.has(one.invoice))).toEqual([])
    expect(open.filter((one) => one.due >= -1 && one.due <= 3)).toEqual([])
  })
})

describe('how the customers of the example pay', () => {
  it('there is somebody of each profile, and most pay well', () => {
    const count = (profile: PayerProfile) => customers.filter(({ key }) => profileOn(monday, key) === profile).length
    expect(Object.fromEntries(payerProfiles.map((profile) => [profile, count(profile)]))).toEqual({
      unknown: 3,
      punctual: 16,
      forgetful: 13,
      slow: 9,
      struggling: 1,
      risky: 4,
    })
    expect(profileOn(monday, 'castel')).toBe('risky')
    expect(demoCompany.profiles).toMatchObject([{ customer: 'castel', profile: 'slow' }])
  })
})

/** What payments tell of a customer on the demo day. */
function profileOn(today: CalendarDate, key: string): PayerProfile {
  const theirs = invoices.filter((one) => one.customer === key)
  const paidOn = new Map(payments.map((payment) => [payment.invoice, payment.on]))
  const settled = theirs.filter((one) => left.get(one.number) === 0)
  const unpaid = theirs.filter((one) => (left.get(one.number) ?? 0) > 500).map((one) => one.due)
  return judgePayer(
    {
      paid: settled.map((one) => ({
        dueDate: addDays(today, one.due),
        paidOn: addDays(today, paidOn.get(one.number) ?? 0),
      })),
      oldestUnpaid: unpaid.length === 0 ? null : addDays(today, Math.min(...unpaid)),
      brokenPromises: [],
      hasRunningPlan: demoCompany.plans.some(({ customer }) => customer === key),
      isInsolvent: false,
    },
    usualPayerRules,
    today,
  ).profile
}

describe('the decisions of the demo day', () => {
  const decided = decisionsOn(monday)
  const emails = emailsOf(decided)

  it('11 e-mails go out for 13 invoices, 37 204,00 €', () => {
    expect(emails.map(({ name, items, amount, tone }) => `${name} ${items} ${tone} ${amount}`).sort()).toEqual([
      'Agence Ponthieu 1 firm 110400',
      'Brasserie Saint-Aubin 2 neutral 1095600',
      'Cave Montrésor 1 friendly 48400',
      'Crèche Les Mésanges 1 friendly 63600',
      'Domaine Corbin-Latour 1 neutral 974400',
      'Fromageries Aubrac-Sud 2 neutral 248400',
      'Garage des Remparts 1 friendly 154800',
      'Institut Belleval 1 neutral 132000',
      'Pharmacie Leroux 1 friendly 118800',
      'Sodibio Distribution 1 friendly 696000',
      'Vétérinaires du Parc 1 firm 78000',
    ])
    expect(emails.reduce((total, one) => total + one.amount, 0)).toBe(3_720_400)
  })

  it('those held say why, and two tasks land with a person', () => {
    const held = decided.filter((one) => one.decision.kind === 'hold')
    expect(Object.fromEntries(held.map((one) => [one.name, one.decision.because]))).toEqual({
      'Nordelec Industrie': 'bankPending',
      'Groupe Hélianthe': 'decision',
      'Menuiseries Castel': 'humanToday',
      'Hôtel Le Clos Vauban': 'paused',
      'Transports Delmas-Ruiz': 'dispute',
      'Librairie Les Quais': 'badContact',
      'Farine & Cie': 'promise',
    })
    const tasks = decided.flatMap(({ name, decision }) =>
      decision.kind === 'take' && decision.step.channel !== 'email' ? [`${name}: ${decision.step.key}`] : [],
    )
    expect(tasks).toEqual(['Optique Marchetti: letter-60', 'Clinique des Ormes: call-40'])
  })

  it('nothing is sent to who has a running plan before the next invoice is due for its second message', () => {
    const perreau = decided.find((one) => one.name === 'Garage Perreau')?.decision
    expect(perreau).toMatchObject({ kind: 'rest', next: { on: '2026-11-26', step: { key: 'email-14' } } })
  })

  it('the same eleven go out whatever working day it is', () => {
    for (let day = asDate('2028-01-01'); day < '2028-12-31'; day = addDays(day, 1)) {
      if (!isWorkingDay(day)) continue
      const sent = emailsOf(decisionsOn(day))
      expect([day, sent.length, sent.reduce((total, one) => total + one.amount, 0)]).toEqual([day, 11, 3_720_400])
    }
  })
})

describe('the demo day', () => {
  it('is today when people work, else the last day they did', () => {
    expect(demoDay(monday)).toBe('2026-11-23')
    expect(demoDay(asDate('2026-11-22'))).toBe('2026-11-20')
    expect(demoDay(asDate('2027-03-29'))).toBe('2027-03-26')
  })

  it('what was done on a Sunday was done the next working day, but never within the last five days', () => {
    expect(workedOn(-60, asDate('2026-11-25'))).toBe('2026-09-28')
    expect(workedOn(-5, asDate('2026-11-27'))).toBe('2026-11-20')
    expect(workedOn(-3, monday)).toBe('2026-11-20')
  })
})

interface Named {
  readonly name: string
  readonly decision: Decision
}

function decisionsOn(day: CalendarDate): Named[] {
  return demoSituations(day).map(({ customer, situation }) => ({
    name: customer.name,
    decision: decideStep(situation, demoRules, day),
  }))
}

function emailsOf(decided: readonly Named[]) {
  return decided.flatMap(({ name, decision }) =>
    decision.kind === 'take' && decision.step.channel === 'email' && decision.insteadOfEmail === null
      ? [{ name, items: decision.items.length, tone: decision.step.tone, amount: decision.toPay[0]?.amount ?? 0 }]
      : [],
  )
}
