import { describe, expect, it } from 'vitest'
import { fieldsNamed } from './header-dictionary.ts'
import { headerTokens, plainHeader } from './header-words.ts'

const best = (header: string): string | undefined => fieldsNamed(header)[0]?.field

describe('words of a header', () => {
  it('are the same for every spelling of one name', () => {
    const spellings = [
      'N° Facture',
      'n°facture',
      'Numéro de facture',
      'NUM_FACT',
      'invoiceNumber',
      'Invoice No',
      'Inv. #',
    ]
    for (const spelling of spellings)
      expect([...headerTokens(spelling)].sort(), spelling).toEqual(['invoice', 'number'])
  })

  it('survive accents lost by an old export', () => {
    expect(headerTokens('Pi?ce')).toEqual(['document'])
    expect(headerTokens('Intitul\ufffd')).toEqual(['subject'])
    expect(headerTokens('R?f?rence')).toEqual(['ref'])
  })

  it('cut camel case and capitals', () => {
    expect(plainHeader('customerID')).toBe('customer id')
    expect(plainHeader('SettledDate')).toBe('settled date')
    expect(plainHeader('Code_Tiers')).toBe('code tiers')
  })

  it('tell « dû » at the end from « du » inside', () => {
    expect(best('Montant dû')).toBe('amountDue')
    expect(best('Date du document')).toBe('issueDate')
  })
})

describe('the dictionary of headers', () => {
  it.each([
    ['N° pièce', 'invoiceNumber'],
    ['Facture', 'invoiceNumber'],
    ['Tiers', 'customerName'],
    ['Raison sociale', 'customerName'],
    ['Code client', 'customerCode'],
    ['Cpte client', 'customerCode'],
    ['Date fact.', 'issueDate'],
    ['Émise le', 'issueDate'],
    ['Ech.', 'dueDate'],
    ["Date d'échéance", 'dueDate'],
    ['Due Date', 'dueDate'],
    ['Mt TTC', 'totalAmount'],
    ['Total TTC (€)', 'totalAmount'],
    ['Solde', 'amountDue'],
    ['Reste à payer', 'amountDue'],
    ['Reste dû TTC', 'amountDue'],
    ['Amount due', 'amountDue'],
    ['Déjà réglé', 'paidAmount'],
    ['Amount Paid', 'paidAmount'],
    ['Payée le', 'settledDate'],
    ['Date de règlement', 'settledDate'],
    ['Devise', 'currency'],
    ['Type de pièce', 'kind'],
    ['Statut', 'status'],
    ['Mail compta', 'invoicingEmail'],
    ['E-mail de facturation', 'invoicingEmail'],
    ['Tél.', 'phone'],
    ['Représentant', 'salesRep'],
    ['Affaire', 'project'],
    ['Libellé', 'subject'],
    ['N° de commande', 'orderReference'],
    ['Your reference', 'orderReference'],
    ['Conditions de règlement', 'paymentTerms'],
    ['Mode de règlement', 'paymentMeans'],
    ['SIRET', 'siren'],
    ['N° TVA intracommunautaire', 'vatNumber'],
    ['CP', 'postcode'],
    ['Code postal', 'postcode'],
    ['Ville', 'city'],
    ['Pays', 'country'],
    ['Débit', 'debit'],
    ['Litige', 'disputed'],
    ['Ne pas relancer', 'paused'],
    ['Blocage relance', 'paused'],
    ['Exclure des relances', 'paused'],
    ['dunning_blocked', 'paused'],
    ['No follow-up', 'paused'],
    ['Dernière relance', 'reminderLevel'],
    ['Party', 'customerName'],
    ['Voucher No', 'invoiceNumber'],
    ['Amount residual', 'amountDue'],
  ])('reads « %s » as %s', (header, field) => {
    expect(best(header)).toBe(field)
  })

  it.each(['Montant HT', 'Total HT', 'Base HT', 'Montant TVA', 'TVA', 'Taux TVA', 'Net amount excl. VAT'])(
    'never takes « %s » for an amount to be paid',
    (header) => {
      const found = fieldsNamed(header).map(({ field }) => field)
      expect(found).not.toContain('totalAmount')
      expect(found).not.toContain('amountDue')
    },
  )

  it.each([
    'DaysLate',
    'Jours de retard',
    'Number_of_Days_until_Payment',
    'Payment_date_predict',
    'Jours avant relance',
  ])('leaves « %s » alone', (header) => {
    expect(fieldsNamed(header)).toEqual([])
  })
})
