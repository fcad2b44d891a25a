import { describe, expect, it } from 'vitest'
import { amountsOfAPerson, typedAmounts } from './typed-amounts.ts'

describe('amounts stated in a text', () => {
  it('are found whatever the currency sign, its side and the spaces', () => {
    expect(typedAmounts('Vous nous devez 3 612,00 €, soit EUR 3612 ou 3\u202f612\u00a0euros.')).toEqual([
      '3 612,00 €',
      'EUR 3612',
      '3\u202f612\u00a0euros',
    ])
    expect(typedAmounts('You owe £1,200.50 and $40')).toEqual(['£1,200.50', '$40'])
  })

  it('are found without a currency when they have cents', () => {
    expect(typedAmounts('Il reste 1 234,56 à payer')).toEqual(['1 234,56'])
    expect(typedAmounts('There is 1,234.56 left')).toEqual(['1,234.56'])
  })

  it('are not dates, hours, numbers of invoices, phones, percentages or days', () => {
    const text =
      'La facture F-2026-0851 du 22/11/2026 (22.11.26), échue depuis 49 jours, pénalités 12,15 % : appelez le 03 53 01 40 00 à 17 h 30, article L. 441-10.'
    expect(typedAmounts(text)).toEqual([])
  })

  it('are not the variables, whose figures are written at departure', () => {
    expect(typedAmounts('Il reste {{ total.amountDue }} ({{ invoice.amountDue | default: "0,00 €" }}).')).toEqual([])
  })

  it('does not take the first letters of a word for a currency', () => {
    expect(typedAmounts('Nous avons 40 européens et 3 dollarsigns')).toEqual([])
  })
})

describe('amounts of a person', () => {
  const house = 'Une indemnité de 40 € par facture. Total : {{ total.amountDue }}'

  it('are those that the text of the house does not state', () => {
    expect(amountsOfAPerson('Une indemnité de 40\u00a0€ par facture. Total : 3 612,00 €', house)).toEqual([
      '3 612,00 €',
    ])
  })

  it('are none when only words were changed', () => {
    expect(amountsOfAPerson('Comme convenu ce matin au téléphone. Total : {{ total.amountDue }}', house)).toEqual([])
  })
})
