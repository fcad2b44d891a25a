import { describe, expect, it } from 'vitest'
import { readSlashFields } from './slash-fields.ts'

const iban = 'NL91ABNA0417164300'

describe('information behind words between slashes', () => {
  it('gives who, for what and under which references', () => {
    const text = `/TRTP/SEPA OVERBOEKING/IBAN/${iban}/BIC/ABNANL2A/NAME/JANSEN BV/MARF/MDT-7/REMI/Factuur 12/EREF/F-12`
    expect(readSlashFields(text)).toMatchObject({
      label: 'SEPA OVERBOEKING JANSEN BV Factuur 12',
      otherName: 'JANSEN BV',
      otherIban: iban,
      mandate: 'MDT-7',
      endToEndId: 'F-12',
      remittance: 'Factuur 12',
      creditorReference: null,
      returnReason: null,
      isBatch: false,
    })
  })

  it('keeps slashes that begin no field of it', () => {
    expect(readSlashFields('/NAME/JANSEN/REMI/Factuur 12/2026 A/B')?.remittance).toBe('Factuur 12/2026 A/B')
  })

  it('takes the first of two fields of one name that says something', () => {
    expect(readSlashFields('/NAME//NAME/JANSEN/NAME/PIETERS/REMI/X')?.otherName).toBe('JANSEN')
  })

  it('reads the other side of Dutch banks, its account, its bank and its name', () => {
    expect(readSlashFields(`/EREF/F-12//CNTP/${iban}/INGBNL2A/J. Jansen///REMI/USTD//Factuur 9/`)).toMatchObject({
      otherName: 'J. Jansen',
      otherIban: iban,
      remittance: 'Factuur 9',
      endToEndId: 'F-12',
    })
  })

  it('takes who gave the order, or for whom, where there is no name', () => {
    expect(readSlashFields('/ORDP/JANSEN/REMI/X')?.otherName).toBe('JANSEN')
    expect(readSlashFields('/BENM/PIETERS/REMI/X')?.otherName).toBe('PIETERS')
    expect(readSlashFields('/NAME/JANSEN/ULTD/MOEDER BV/REMI/X')?.otherUltimateName).toBe('MOEDER BV')
  })

  it('reads a structured reference, and then no remittance text', () => {
    expect(readSlashFields('/REMI/STRD/CUR/9001123412341234/')).toMatchObject({
      creditorReference: '9001123412341234',
      remittance: '',
    })
    expect(readSlashFields('/REMI/USTD//RF18539007547034')).toMatchObject({ remittance: 'RF18539007547034' })
  })

  it('says why a payment came back', () => {
    expect(readSlashFields('/RTRN/MS03/NAME/JANSEN/REMI/X')?.returnReason).toBe('MS03')
    expect(readSlashFields('/RTRN/AC04//EREF/1')?.returnReason).toBe('AC04')
  })

  it('is a batch where more than one payment is counted', () => {
    const isBatch = (text: string) => readSlashFields(text)?.isBatch
    expect(['/PREF/1/NRTX/162', '/PREF/1/NRTX/1', '/PREF/1', '/PREF/1/REMI/TOTAAL 12 VZ'].map(isBatch)).toEqual([
      true,
      false,
      false,
      true,
    ])
  })

  it('has no end-to-end reference where the bank writes that there is none', () => {
    expect(readSlashFields('/EREF/NOTPROVIDED/REMI/X')?.endToEndId).toBeNull()
  })

  it('keeps the words before the first field as those of the bank', () => {
    expect(readSlashFields('VIREMENT RECU /NAME/JANSEN/REMI/X')?.label).toBe('VIREMENT RECU JANSEN X')
  })

  it.each(['', 'VIREMENT DUPONT', 'A/B/C', '/ID/12', '/DE DUPONT /MOTIF X', '/name/jansen/remi/x'])(
    'is not there in "%s"',
    (text) => {
      expect(readSlashFields(text)).toBeUndefined()
    },
  )
})
