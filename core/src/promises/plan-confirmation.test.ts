import { describe, expect, it } from 'vitest'
import { asDate } from '../calendar/calendar-date.ts'
import { asCurrency, money } from '../money/money.ts'
import { type ConfirmationFacts, confirmPlan } from './plan-confirmation.ts'

const euros = (amount: number) => money(amount, asCurrency('EUR'))
const facts: ConfirmationFacts = {
  language: 'fr',
  addressee: 'Madame Gauthier',
  agreedOn: asDate('2026-11-23'),
  invoices: [{ number: 'F-2026-0764', dueDate: asDate('2026-09-10'), amountDue: euros(100_000) }],
  instalments: [
    { dueOn: asDate('2026-12-10'), amount: euros(33_334) },
    { dueOn: asDate('2027-01-10'), amount: euros(66_666) },
  ],
  accounts: [{ firm: 'Atelier Vauquelin', iban: 'FR76 3000 6000 0112 3456 7890 189' }],
  signature: 'Claire Besson\nAtelier Vauquelin',
}

describe('the confirmation of a payment plan', () => {
  it('says each date and amount, the invoices with their own due dates, and what a missed date means', () => {
    const { subject, body } = confirmPlan(facts)
    expect(subject).toMatch(/^Votre échéancier de 1.000,00.€$/)
    expect(body).toMatch(/^Madame Gauthier,\n\n/)
    expect(body).toMatch(/- 10\/12\/2026.: 333,34.€\n- 10\/01\/2027.: 666,66.€/)
    expect(body).toMatch(/F-2026-0764, échéance du 10\/09\/2026.: 1.000,00.€/)
    expect(body).toContain('(IBAN)\u00a0: FR76 3000')
    expect(body).toContain('prendrait fin')
    expect(body).toMatch(/Claire Besson\nAtelier Vauquelin$/)
  })

  it('writes in English to whom reads English', () => {
    const { subject, body } = confirmPlan({ ...facts, language: 'en', addressee: null })
    expect(subject).toBe('Your payment plan of €1,000.00')
    expect(body).toMatch(/^Dear Sir or Madam,/)
    expect(body).toContain('due on 10 Sep 2026')
  })

  it('leaves out bank details that nobody gave', () => {
    expect(confirmPlan({ ...facts, accounts: [] }).body).not.toContain('IBAN')
  })

  it('names each firm with its account where several invoiced: what one is owed is not paid to another', () => {
    const accounts = [...facts.accounts, { firm: 'Vauquelin Pose', iban: 'FR14 2004 1010' }]
    expect(confirmPlan({ ...facts, accounts }).body).toContain(
      '(IBAN)\u00a0:\n- Atelier Vauquelin\u00a0: FR76 3000 6000 0112 3456 7890 189\n- Vauquelin Pose\u00a0: FR14 2004 1010',
    )
    expect(confirmPlan({ ...facts, accounts, language: 'en' }).body).toContain('- Vauquelin Pose: FR14 2004 1010')
  })
})
