import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import { asCurrency, money } from '../../money/money.ts'
import { explainMissing, type MissingFact } from './claimed-extras.ts'
import { defaultMessages } from './default-messages.ts'
import { exampleFacts } from './example-facts.ts'
import { blockMarks, onlyConditions, variableNames } from './message-variables.ts'
import { prepareMessage } from './prepare-message.ts'
import type { ReminderFacts, ReminderItem } from './reminder-facts.ts'

const EUR = asCurrency('EUR')
const USD = asCurrency('USD')
const spaced = (text: string | null) => text?.replaceAll('\u00a0', ' ')

const [first, second] = exampleFacts('fr').items as [ReminderItem, ReminderItem]
const facts = (over: Partial<ReminderFacts> = {}): ReminderFacts => ({ ...exampleFacts('fr'), ...over })
const oneInvoice = (over: Partial<ReminderItem> = {}) => facts({ items: [{ ...second, ...over }] })
const variablesOf = (given: ReminderFacts) => prepareMessage(given).variables

describe('what a message says', () => {
  it('names one invoice in full', () => {
    const { invoice, invoices, total } = variablesOf(oneInvoice())
    expect(invoice.number).toBe('F-2026-0929')
    expect(invoice.dueDate).toBe('9 novembre 2026')
    expect(spaced(invoice.amountDue)).toBe('3 612,00 €')
    expect(spaced(invoice.daysLate)).toBe('14 jours')
    expect(invoices).toMatchObject({ count: 1, numbers: 'F-2026-0929', label: 'la facture F-2026-0929' })
    expect(total.amountDue).toBe(invoice.amountDue)
  })

  it('names the promise that was not kept, and says nothing of one where there is none', () => {
    expect(variablesOf(facts()).promise).toEqual({ date: null, amount: null })
    const brokenPromise = { on: asDate('2026-10-30'), amount: money(1_245_000, EUR) }
    const { date, amount } = variablesOf(facts({ brokenPromise })).promise
    expect(date).toBe('30 octobre 2026')
    expect(spaced(amount)?.replaceAll('\u202f', ' ')).toBe('12 450,00 €')
  })

  it('speaks of several invoices together', () => {
    const { invoices, total } = variablesOf(facts())
    expect(invoices).toMatchObject({
      count: 2,
      countWords: 'deux',
      numbers: 'F-2026-0851 et F-2026-0929',
      label: 'vos 2 factures',
    })
    expect(spaced(total.amountDue)).toBe('10 956,00 €')
    const seven = facts({ items: [1, 2, 3, 4, 5, 6, 7].map((n) => ({ ...first, invoiceNumber: `F-${n}` })) })
    expect(variablesOf(seven).invoices.numbers).toBe('F-1, F-2, F-3 et 4 autres')
  })

  it('takes an invoice in two due lines as one, with the sum of its lines', () => {
    const lines = facts({ items: [first, { ...first, dueDate: asDate('2026-11-05'), amountDue: money(100_000, EUR) }] })
    expect(variablesOf(lines).invoices.count).toBe(1)
    expect(spaced(variablesOf(lines).invoice.amountDue)).toBe('8 344,00 €')
  })

  it('shows credits and takes them off', () => {
    const prepared = prepareMessage(
      facts({
        credits: [
          { kind: 'creditNote', reference: 'A-12', date: asDate('2026-11-01'), amount: money(44_400, EUR) },
          { kind: 'payment', reference: null, date: asDate('2026-11-12'), amount: money(50_000, EUR) },
        ],
      }),
    )
    expect(spaced(prepared.variables.total.amountDue)).toBe('10 012,00 €')
    const rows = prepared.table.parts[0]?.rows.map((row) => [row.label, spaced(row.amount)])
    expect(rows).toEqual([
      ['F-2026-0851', '7 344,00 €'],
      ['F-2026-0929', '3 612,00 €'],
      ['Avoir A-12', '−444,00 €'],
      ['Règlement du 12/11/2026', '−500,00 €'],
    ])
  })

  it('adds the fee of its step under the total, and leaves what the books say as it is', () => {
    const prepared = prepareMessage(facts({ stepFee: { fixed: 1_500, basisPoints: 200 } }))
    expect(prepared.table.parts[0]?.added.map(({ label, amount }) => [label, spaced(amount)])).toEqual([
      ['Frais de rappel', '234,12 €'],
      ['Total, frais compris', '11 190,12 €'],
    ])
    expect(spaced(prepared.variables.stepFee.amount)).toBe('234,12 €')
    expect(spaced(prepared.variables.total.withFee)).toBe('11 190,12 €')
    expect(spaced(prepared.variables.total.amountDue)).toBe('10 956,00 €')
  })

  it('reckons the share of a fee in each currency, and its fixed sum once', () => {
    const items = [first, { ...second, amountDue: money(120_000, USD) }]
    const { parts } = prepareMessage(facts({ items, stepFee: { fixed: 1_500, basisPoints: 100 } })).table
    expect(parts.map((part) => spaced(part.added[0]?.amount ?? null))).toEqual(['88,44 €', '12,00 $US'])
  })

  it('asks no fee of a consumer or a public body, nor before anything is late, nor once nothing is left to pay', () => {
    const stepFee = { fixed: 1_500, basisPoints: 200 }
    const feeOf = (over: Partial<ReminderFacts>) => {
      const { variables, table } = prepareMessage(facts({ stepFee, ...over }))
      expect(table.parts.flatMap((part) => part.added)).toEqual([])
      expect(variables.total.withFee).toBe(variables.total.amountDue)
      return variables.stepFee.amount
    }
    expect(feeOf({ customer: { name: 'Mairie', category: 'publicBody' } })).toBeNull()
    expect(feeOf({ customer: { name: 'Mme Roux', category: 'individual' } })).toBeNull()
    expect(feeOf({ items: [{ ...first, daysLate: 0 }] })).toBeNull()
    const all = { kind: 'payment', reference: null, date: asDate('2026-11-12'), amount: money(1_095_600, EUR) } as const
    expect(feeOf({ credits: [all] })).toBeNull()
  })

  it('keeps two currencies apart, with two totals', () => {
    const prepared = prepareMessage(facts({ items: [first, { ...second, amountDue: money(120_000, USD) }] }))
    expect(prepared.table.parts.map((part) => spaced(part.total.amount))).toEqual(['7 344,00 €', '1 200,00 $US'])
    expect(spaced(prepared.variables.total.amountDue)).toBe('7 344,00 € et 1 200,00 $US')
  })

  it('lists the lines by due date and says which are parts of an invoice', () => {
    const { table } = prepareMessage(facts({ items: [second, { ...first, kind: 'deposit' }] }))
    expect(table.parts[0]?.rows.map((row) => row.label)).toEqual(['F-2026-0851 (acompte)', 'F-2026-0929'])
  })

  it('shows no column of days when nothing is late yet', () => {
    const prepared = prepareMessage(oneInvoice({ daysLate: -5, dueDate: asDate('2026-11-28') }))
    expect(prepared.table.showsLate).toBe(false)
    expect(prepared.variables.law.reference).toBeNull()
    expect(prepared.missing).toEqual([])
  })

  it.each([
    [{ civility: 'Mme', firstName: 'Inès', lastName: 'Morel' }, 'Bonjour Mme Morel,', 'Dear Ms Morel,'],
    [{ civility: 'M.', firstName: null, lastName: 'Roy' }, 'Bonjour M. Roy,', 'Dear Mr Roy,'],
    [{ civility: null, firstName: 'Inès', lastName: 'Morel' }, 'Bonjour Inès Morel,', 'Dear Inès Morel,'],
    [{ civility: 'Mme', firstName: 'Inès', lastName: null }, 'Bonjour Inès,', 'Dear Inès,'],
    [{ civility: null, firstName: null, lastName: null }, 'Bonjour,', 'Hello,'],
    [null, 'Bonjour,', 'Hello,'],
  ] as const)('greets %j', (contact, french, english) => {
    expect(variablesOf(facts({ contact })).contact.greeting).toBe(french)
    expect(variablesOf({ ...exampleFacts('en'), contact }).contact.greeting).toBe(english)
  })

  it('recalls the earlier messages by their dates', () => {
    const dates = (...days: string[]) => variablesOf(facts({ history: days.map(asDate) })).history.dates
    expect(dates()).toBeNull()
    expect(dates('2026-10-12')).toBe('12 octobre 2026')
    expect(dates('2026-10-12', '2026-11-01')).toBe('12 octobre et du 1er novembre 2026')
    expect(dates('2025-12-20', '2026-01-05', '2026-01-12')).toBe('20 décembre 2025, du 5 janvier et du 12 janvier 2026')
    expect(variablesOf(exampleFacts('en')).history.dates).toBe('12 October and 19 October 2026')
  })

  it('asks for no date nearer than eight days', () => {
    expect(variablesOf(facts()).deadline).toEqual({ date: '8 décembre 2026', days: 15 })
    const short = prepareMessage(facts({ deadline: asDate('2026-11-30') }))
    expect(short.variables.deadline).toEqual({ date: null, days: null })
    expect(short.missing).toEqual([{ fact: 'deadlineTooShort' }])
    expect(variablesOf(facts({ deadline: asDate('2026-12-01') })).deadline.days).toBe(8)
  })

  it('signs with the signature, else with the name and the firm', () => {
    expect(variablesOf(facts()).sender.signature).toBe('Claire Besson\nAtelier Vauquelin · 03 53 01 40 00')
    const signed = facts({ sender: { name: 'Claire', signature: 'C. Besson\r\nComptabilité' } })
    expect(variablesOf(signed).sender.signature).toBe('C. Besson\nComptabilité')
  })

  it('says where to pay, or that it cannot', () => {
    const { bankDetails } = prepareMessage(facts())
    expect(bankDetails?.lines.map((line) => spaced(line.value))).toEqual([
      'Atelier Vauquelin',
      'FR76 3000 6000 0112 3456 7890 189',
      'AGRIFRPP',
      'F-2026-0851 et F-2026-0929',
    ])
    const without = prepareMessage(facts({ legalEntity: { ...facts().legalEntity, iban: null } }))
    expect(without.bankDetails).toBeNull()
    expect(without.variables.bank.details).toBeNull()
    expect(without.missing).toContainEqual({ fact: 'iban' })
  })

  it('lets no name of a customer pass for a block of the message', () => {
    const name = `Pirate ${blockMarks.table}\u0000${blockMarks.bankDetails}`
    const hostile = facts({ customer: { name, category: 'company' }, items: [{ ...first, invoiceNumber: name }] })
    const { variables } = prepareMessage(hostile)
    expect(variables.customer.name.trim()).toBe('Pirate')
    expect(variables.invoice.number.trim()).toBe('Pirate')
  })
})

describe('what a message claims beside the invoices', () => {
  it('enumerates interest in several currencies, each with its name beside the recovery fee', () => {
    const GBP = asCurrency('GBP')
    const dollars = { ...second, invoiceNumber: 'F-3', amountDue: money(9_000_000, USD) }
    const pounds = { ...second, invoiceNumber: 'F-4', amountDue: money(7_000_000, GBP) }
    for (const [language, said] of [
      ['fr', 'À ce jour : 139,43 €, 332,93 £GB et 428,05 $US de pénalités, 160,00 € d’indemnité.'],
      ['en', 'To date: €139.43, £332.93 and $428.05 of late interest, €160.00 of fixed fees.'],
    ] as const) {
      const { lateInterest, recoveryFee } = variablesOf(facts({ language, items: [first, second, dollars, pounds] }))
      const { body } = defaultMessages[language].firm
      const sentence = /(À ce jour|To date).*?\.(?={%)/.exec(body)?.[0] ?? ''
      const written = sentence
        .replace('{{ lateInterest.amount }}', lateInterest.amount ?? '')
        .replace(/\{% \w+ ?[\w.]* %\}/g, '')
        .replace('{{ recoveryFee.amount }}', recoveryFee.amount ?? '')
      expect(spaced(written)).toBe(said)
    }
  })

  it('is the interest at the rates used, and 40 € an invoice', () => {
    const { lateInterest, recoveryFee, law } = variablesOf(facts())
    // 7 344.00 × 12.40 % × 49 / 365 = 122.25 and 3 612.00 × 12.40 % × 14 / 365 = 17.18
    expect(spaced(lateInterest.amount)).toBe('139,43 €')
    expect(spaced(lateInterest.rate)).toBe('12,40 %')
    expect(spaced(recoveryFee.amount)).toBe('80,00 €')
    expect(law.reference).toContain('L. 441-10')
  })

  it('names every rate when the delay runs over two half-years', () => {
    const old = oneInvoice({ dueDate: asDate('2026-05-31'), daysLate: 176 })
    expect(spaced(variablesOf(old).lateInterest.rate)).toBe('12,15 % puis 12,40 %')
  })

  it('counts the days before a partial payment on what was owed then', () => {
    const paid = [{ on: asDate('2026-11-16'), amount: money(361_200, EUR) }]
    // 7 224.00 for 7 days, then 3 612.00 for 7 days: 17.18 + 8.59 = 25.77
    expect(spaced(variablesOf(oneInvoice({ paid })).lateInterest.amount)).toBe('25,77 €')
  })

  it('is nothing towards a private individual', () => {
    const prepared = prepareMessage(facts({ customer: { name: 'Mme Roy', category: 'individual' } }))
    expect(prepared.variables).toMatchObject({
      law: { reference: null },
      lateInterest: { rate: null, amount: null },
      recoveryFee: { amount: null },
    })
    expect(prepared.missing).toEqual([])
  })

  it('follows the public procurement code towards a public body, whatever the setting', () => {
    const town = facts({ customer: { name: 'Ville de Nantes', category: 'publicBody' }, lateInterest: null })
    const { variables, missing } = prepareMessage(town)
    expect(variables.law.reference).toBe('le code de la commande publique')
    expect(spaced(variables.lateInterest.rate)).toBe('10,40 %')
    expect(missing).toEqual([])
  })

  it('is not reckoned at a rate nobody chose, and says so to the sender', () => {
    const { variables, missing } = prepareMessage(facts({ lateInterest: null }))
    expect(variables.lateInterest).toEqual({ rate: null, amount: null, claimed: true })
    expect(variables.recoveryFee.amount).toBeNull()
    expect(missing).toEqual([{ fact: 'lateInterestRate' }])
  })

  it('is not reckoned at a rate nobody knows', () => {
    const { missing } = prepareMessage(facts({ today: asDate('2027-01-10') }))
    expect(missing).toContainEqual({ fact: 'rateOfHalfYear', halfYear: '2027-H1' })
  })

  it('warns of a contract rate under the legal minimum', () => {
    const { variables, missing } = prepareMessage(facts({ lateInterest: { kind: 'contract', rate: 800 } }))
    expect(spaced(variables.lateInterest.rate)).toBe('8,00 %')
    expect(missing).toEqual([{ fact: 'rateBelowFloor', halfYear: '2026-H2' }])
  })

  it('claims nothing of what a person gave up', () => {
    const given = (waived: ('interest' | 'fee')[]) => variablesOf(facts({ items: [first, { ...second, waived }] }))
    // Without the 17.18 of the second invoice, then without its 40 €.
    expect(spaced(given(['interest']).lateInterest.amount)).toBe('122,25 €')
    expect(spaced(given(['fee']).recoveryFee.amount)).toBe('40,00 €')
    expect(spaced(given(['fee']).lateInterest.amount)).toBe('139,43 €')
    const all = variablesOf(oneInvoice({ waived: ['interest', 'fee'] }))
    expect(all).toMatchObject({
      law: { reference: null },
      lateInterest: { amount: null },
      recoveryFee: { amount: null },
    })
  })

  it('claims the fee alone where the interest was given up', () => {
    const { lateInterest, recoveryFee, law } = variablesOf(oneInvoice({ waived: ['interest'] }))
    expect(lateInterest).toEqual({ rate: null, amount: null, claimed: false })
    expect(recoveryFee.claimed).toBe(true)
    expect(spaced(recoveryFee.amount)).toBe('40,00 €')
    expect(law.reference).toContain('L. 441-10')
  })

  it('tells every gap in a sentence of both languages', () => {
    const gaps: MissingFact[] = [
      { fact: 'lateInterestRate' },
      { fact: 'rateOfHalfYear', halfYear: '2027-H1' },
      { fact: 'rateBelowFloor', halfYear: '2026-H2' },
      { fact: 'iban' },
      { fact: 'deadlineTooShort' },
    ]
    for (const gap of gaps) {
      expect(explainMissing(gap, 'fr')).toMatch(/\.$/)
      expect(explainMissing(gap, 'en')).not.toBe(explainMissing(gap, 'fr'))
    }
  })
})

describe('the list of variables', () => {
  it('is exactly what a template can name', () => {
    const paths = Object.entries(variablesOf(facts())).flatMap(([group, value]) =>
      typeof value === 'object' ? Object.keys(value).map((key) => `${group}.${key}`) : [group],
    )
    expect(variableNames.map((variable) => variable.name).toSorted()).toEqual(paths.toSorted())
  })

  it('knows those that are a yes or a no', () => {
    const groups = Object.entries(variablesOf(facts())).flatMap(([group, value]) =>
      typeof value === 'object' ? Object.entries(value).map(([key, one]) => [`${group}.${key}`, one] as const) : [],
    )
    const flags = groups.filter(([, one]) => typeof one === 'boolean').map(([name]) => name)
    expect(new Set(flags)).toEqual(onlyConditions)
  })
})
