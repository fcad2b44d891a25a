import { describe, expect, it } from 'vitest'
import { parsePaymentTerm } from './parse-payment-term.ts'
import type { PaymentTerm, SingleTerm } from './payment-terms.ts'

const net = (days: number): SingleTerm => ({ kind: 'net', days })
const ambiguous = (days: number): SingleTerm => ({ kind: 'ambiguous', days })
const b = (days: number): SingleTerm => ({ kind: 'eomThen', days })
const a = (days: number): SingleTerm => ({ kind: 'eomAfter', days })
const months = (count: number): SingleTerm => ({ kind: 'months', months: count })
const eomMonths = (count: number): SingleTerm => ({ kind: 'eomMonths', months: count })
const decade = (days: number): SingleTerm => ({ kind: 'decadeEndThen', days })
const on = (day: number, after: SingleTerm): SingleTerm => ({ kind: 'dayOfMonth', day, after })
const inParts = (...parts: [weight: number, term: SingleTerm][]): PaymentTerm => ({
  kind: 'instalments',
  parts: parts.map(([weight, term]) => ({ weight, term })),
})

const read = (text: string) => {
  const parsed = parsePaymentTerm(text)
  return parsed.ok ? parsed.term : parsed.reason
}

describe('reading a payment term', () => {
  it.each<[PaymentTerm, string[]]>([
    [
      net(0),
      [
        'comptant',
        'Au comptant',
        'à réception',
        'À réception de facture',
        'à réception de la facture',
        'Paiement à réception',
        'paiement immédiat',
        'due on receipt',
        'Payable upon receipt of invoice',
        'Cash',
        'immediate payment',
        'net 0',
        '0 jours',
      ],
    ],
    [
      net(30),
      [
        '30 jours',
        '30j',
        '30 J',
        '30 jrs',
        '30 jours nets',
        '30 jours net',
        '30 JOURS DATE DE FACTURE',
        'à 30 jours',
        'Paiement sous 30 jours',
        'Virement à 30 jours',
        '30 jours à compter de la date de facture',
        "30 jours à compter de la date d'émission de la facture",
        '30 jours calendaires après la date de facturation',
        'Date de facture + 30 jours',
        'net 30',
        'Net 30 days',
        'NET30',
        'N30',
        '30 days',
        '30 days net',
        '30d',
        'Payable within 30 days',
        '30 days from invoice date',
        'within 30 days of the invoice date',
        'Payment terms: 30 days',
        '30',
      ],
    ],
    [net(60), ['60 jours date de facture', '60 jours nets date de facture']],
    [
      ambiguous(45),
      [
        '45FDM',
        '45 FDM',
        '45 j FDM',
        '45 jours fin de mois',
        '45 jours, fin de mois',
        '45j. fin de mois',
        '45 jours FIN DU MOIS',
        '45 jours date de facture fin de mois',
        '45 days EOM',
        '45 EOM',
        '45 days end of month',
        'net 45 EOM',
        'FDM 45',
        'fin de mois 45 jours',
      ],
    ],
    [on(15, ambiguous(45)), ['45 jours fin de mois le 15', '45 jours FDM le 15', '45FDM15', '45 days EOM on the 15th']],
    [
      b(30),
      [
        'fin de mois + 30',
        'fin de mois + 30 jours',
        'FDM+30j',
        'fin de mois puis 30 jours',
        '30 jours à compter de la fin du mois',
        '30 jours après fin de mois',
        'EOM + 30 days',
        '30 days after end of month',
        '30 days from the end of the month',
        'end of month plus 30 days',
      ],
    ],
    [a(45), ['45 jours puis fin de mois', '45 jours + fin de mois', '45 days then end of month']],
    [b(0), ['fin de mois', 'Fin du mois', 'EOM', 'end of month', '0 jours fin de mois']],
    [
      on(10, b(0)),
      ['fin de mois le 10', 'le 10 du mois suivant', '10 du mois suivant', 'the 10th of the following month'],
    ],
    [on(10, ambiguous(30)), ['30 jours fin de mois le 10 du mois suivant', '30 jours fin de mois, le 10', '30FDM10']],
    [on(10, a(30)), ['30 jours puis fin de mois le 10']],
    [on(10, net(30)), ['30 jours le 10']],
    [on(10, net(0)), ['le 10']],
    [months(2), ['2 mois', 'à 2 mois', '2 months']],
    [eomMonths(1), ['1 mois fin de mois', '1 month EOM', 'fin de mois suivant', 'end of next month']],
    [decade(30), ['30 jours fin de décade', '30 jours après la fin de décade', '30 days after the 10-day period']],
    [
      inParts([3000, net(0)], [7000, net(30)]),
      [
        '30 % à la commande, solde à 30 jours',
        '30% commande / solde 30 jours',
        '30 % à la commande et 70 % à 30 jours',
        'Acompte de 30 % à la commande, le solde à 30 jours date de facture',
        "30 % d'acompte, 70 % à 30 jours",
        "30% d'acompte à la commande puis 70 % à 30 jours",
        '30% on order, balance net 30',
        'Deposit of 30% on order, the balance within 30 days',
      ],
    ],
    [inParts([5000, net(0)], [5000, ambiguous(45)]), ['50 % à la commande ; 50 % à 45 jours fin de mois']],
    [
      inParts([3333, net(0)], [3333, net(30)], [3334, net(60)]),
      ['33,33 % comptant, 33,33 % à 30 jours, solde à 60 jours'],
    ],
  ])('finds %j', (term, texts) => {
    expect(Object.fromEntries(texts.map((text) => [text, read(text)]))).toEqual(
      Object.fromEntries(texts.map((text) => [text, term])),
    )
  })

  it('says when the days are not counted from the invoice', () => {
    expect(parsePaymentTerm('30 jours réception')).toEqual({ ok: true, term: net(30), countedFrom: 'receipt' })
    expect(parsePaymentTerm('30 days after receipt of goods')).toMatchObject({ countedFrom: 'receipt' })
    expect(parsePaymentTerm('45 jours après livraison')).toEqual({ ok: true, term: net(45), countedFrom: 'delivery' })
    expect(parsePaymentTerm('à la livraison')).toEqual({ ok: true, term: net(0), countedFrom: 'delivery' })
    expect(parsePaymentTerm('30 days after end of delivery month')).toEqual({
      ok: true,
      term: b(30),
      countedFrom: 'delivery',
    })
    expect(parsePaymentTerm('à réception')).toEqual({ ok: true, term: net(0) })
  })

  it.each([
    'selon accord',
    '30 jours sauf août',
    '30 jours ou 45 jours',
    '2/10 net 30',
    '2 % 10 jours, net 30',
    '30 % à la commande',
    '30 % à la commande, 60 % à 30 jours',
    '30 % à la commande, solde',
    '60 % à la commande, 60 % à 30 jours',
    'net 3000',
    '30 semaines',
    'fin de mois le 32',
    'jours',
    'le',
    '-30 jours ouvrés',
    'x'.repeat(10_000),
  ])('does not pretend to understand %j', (text) => {
    expect(read(text)).toBe('unknown')
  })

  it('tells an empty cell', () => {
    expect(read(' ')).toBe('empty')
  })
})
