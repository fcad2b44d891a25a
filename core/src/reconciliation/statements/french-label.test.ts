import { describe, expect, it } from 'vitest'
import { readFrenchLabel } from './french-label.ts'
import { kindOfLabel } from './label-kind.ts'

describe('the label of a French bank', () => {
  it.each([
    ['VIR SEPA RECU /DE DUPONT SARL /MOTIF FACTURE 2026-031 /REF X1', 'DUPONT SARL', 'FACTURE 2026-031'],
    ['VIR RECU 123 DE: DUPONT SARL MOTIF: FACTURE 2026-031 REF: ABC', 'DUPONT SARL', 'FACTURE 2026-031'],
    ['VIREMENT EN VOTRE FAVEUR DUPONT SARL FACTURE 2026-031', 'DUPONT SARL', 'FACTURE 2026-031'],
    ['VIR SEPA DUPONT SARL | facture 12', 'DUPONT SARL', 'facture 12'],
    ['VIR INST MARTIN & FILS', 'MARTIN & FILS', ''],
    ['VIR FACT 12', null, ''],
    ['REMISE DE CHEQUES 12', null, ''],
    ['CARTE 23/03 BOULANGERIE', null, ''],
  ])('%s', (label, name, remittance) => {
    const read = readFrenchLabel(label)
    expect(read.name).toBe(name)
    if (name !== null) expect(read.remittance).toBe(remittance)
  })

  it.each([
    ['VIR SEPA RECU', 'transfer'],
    ['PRÉLÈVEMENT EDF', 'directDebit'],
    ['REMISE CHEQUES 0001', 'chequeDeposit'],
    ['REMISE CARTE 1234', 'card'],
    ['CHEQUE IMPAYE 12', 'returned'],
    ['REJET PRLV DUPONT', 'returned'],
    ['COMMISSION DE MOUVEMENT', 'fee'],
    ['ENCAISSEMENT LCR', 'billOfExchange'],
    ['DUPONT SARL', 'other'],
  ])('%s is of the kind %s', (label, kind) => {
    expect(kindOfLabel(label)).toBe(kind)
  })
})
