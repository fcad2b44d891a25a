import { describe, expect, it } from 'vitest'
import { fecColumns, isHeaderless, officialOrder } from './fec-columns.ts'
import { type FecLine, type FecReading, type FecRefusedLine, readFecLine } from './fec-line.ts'
import { letteredGroup, startFecTotals } from './fec-totals.ts'

const header =
  'JournalCode JournalLib EcritureNum EcritureDate CompteNum CompteLib CompAuxNum CompAuxLib PieceRef PieceDate EcritureLib Debit Credit EcritureLet DateLet ValidDate Montantdevise Idevise'.split(
    ' ',
  )

const official: FecReading = { columns: officialOrder, decimal: ',' }

/** A line of a customer's account; what matters to a test is said, the rest is plausible. */
const cells = (said: Partial<Record<string, string>> = {}): string[] =>
  header.map((name) => said[name] ?? usual[name] ?? '')

const usual: Readonly<Record<string, string>> = {
  JournalCode: 'VE',
  JournalLib: 'Ventes',
  EcritureNum: '12',
  EcritureDate: '20260115',
  CompteNum: '411000',
  CompteLib: 'Clients',
  CompAuxNum: 'C001',
  CompAuxLib: 'Farine & Cie',
  PieceRef: 'FA-2026-001',
  PieceDate: '20260115',
  EcritureLib: 'Facture FA-2026-001',
  Debit: '1200,00',
  Credit: '0,00',
  ValidDate: '20260131',
}

const read = (line: readonly string[], reading: FecReading = official): FecLine => {
  const result = readFecLine(line, 2, reading)
  if (!result.ok) throw new Error(JSON.stringify(result.refused))
  return result.line
}

const refusal = (line: readonly string[], reading: FecReading = official): FecRefusedLine | undefined => {
  const result = readFecLine(line, 2, reading)
  return result.ok ? undefined : result.refused
}

describe('the header of a FEC', () => {
  it('is known by its names, whatever their case, accents, spaces and order', () => {
    const columns = fecColumns(['Crédit', ' debit ', 'COMPTENUM', 'Ecriture Date', 'ecriture_num', 'Journal Code'])
    expect(columns?.at.get('credit')).toBe(0)
    expect(columns?.at.get('ecrituredate')).toBe(3)
  })

  it('may have Montant and Sens in the place of debit and credit, and columns of its own', () => {
    const named = [
      'JournalCode',
      'EcritureNum',
      'EcritureDate',
      'CompteNum',
      'Montant',
      'Sens',
      'EcheanceDate',
      'Projet',
    ]
    expect(fecColumns(named)?.at.get('dateecheance')).toBe(6)
    expect(fecColumns(named.slice(0, 5))).toBeUndefined()
  })

  it('gives the due dates that some software adds, by any of its names', () => {
    for (const name of ['DateEcheance', 'Échéance', 'Date ech.', 'DateLimitReglmt']) {
      const at = fecColumns([...header, name])?.at
      expect([name, at?.get('dateecheance')]).toEqual([name, header.length])
    }
  })

  it('is not any list with a debit and a credit', () => {
    expect(fecColumns(['Date', 'Libellé', 'Debit', 'Credit'])).toBeUndefined()
  })

  it('keeps the first of two columns of one name, and counts no column behind a last separator', () => {
    const columns = fecColumns([...header, 'Debit', ''])
    expect(columns?.at.get('debit')).toBe(11)
    expect(columns?.width).toBe(19)
  })

  it('may be missing where a line has eighteen cells and days in their places', () => {
    expect(isHeaderless(cells())).toBe(true)
    expect(isHeaderless([...cells({ ValidDate: '' }), ''])).toBe(true)
    expect(isHeaderless(cells({ EcritureDate: 'janvier' }))).toBe(false)
    expect(isHeaderless(cells().slice(1))).toBe(false)
    expect(isHeaderless([...cells(), 'x'])).toBe(false)
  })
})

describe('a line of a FEC', () => {
  it('is read to the cent and to the day', () => {
    expect(read(cells({ EcritureLet: 'AA', DateLet: '20260302' }))).toMatchObject({
      line: 2,
      journal: 'VE',
      entryDate: '2026-01-15',
      ledgerAccount: '411000',
      auxiliary: 'C001',
      auxiliaryName: 'Farine & Cie',
      pieceRef: 'FA-2026-001',
      debit: 120_000,
      credit: 0,
      lettering: 'AA',
      letteringDate: '2026-03-02',
      dueDate: null,
    })
  })

  it.each([
    ['69,6', 6_960],
    ['0000000069,60', 6_960],
    ['15', 1_500],
    ['1234.56', 123_456],
    ['-12,50', -1_250],
    ['12,50-', -1_250],
    ['+7', 700],
    ['1 234,56', 123_456],
    ['1.234,56', 123_456],
    ['-0,00', 0],
    ['', 0],
    ['12,000', 1_200],
  ])('reads the amount « %s »', (text, cents) => {
    expect(read(cells({ Debit: text })).debit).toBe(cents)
  })

  it.each(['abc', '12,345', '+-3', '-3-', '1e5', '12 345 678 901 234 567,00', '9999999999999,99'])(
    'refuses the amount « %s »',
    (text) => {
      expect(refusal(cells({ Credit: text }))).toEqual({ line: 2, problem: 'badAmount', column: 'Credit', value: text })
      expect(refusal(cells({ Debit: text }))?.column).toBe('Debit')
    },
  )

  it('reads « 1.234 » as the file writes its decimals, and refuses it where the file does not tell', () => {
    expect(read(cells({ Debit: '1.234' })).debit).toBe(123_400)
    expect(refusal(cells({ Debit: '1.234' }), { columns: officialOrder, decimal: 'auto' })?.problem).toBe('badAmount')
  })

  it.each([
    ['2026-01-15', '2026-01-15'],
    ['15/01/2026', '2026-01-15'],
    ['00000000', null],
    ['', null],
    ['{current_date}', null],
  ])('reads the day of lettering « %s »', (text, day) => {
    expect(read(cells({ DateLet: text })).letteringDate).toBe(day)
  })

  it('is refused where the day of the entry is no day, and where it names no account', () => {
    expect(refusal(cells({ EcritureDate: '20260231' }))?.problem).toBe('badEntryDate')
    expect(refusal(cells({ CompteNum: ' ' }))?.problem).toBe('noLedgerAccount')
    for (const blank of ['', '00000000']) expect(read(cells({ EcritureDate: blank })).entryDate).toBeNull()
  })

  it('loses the padding of old software', () => {
    expect(read(cells({ JournalCode: 'VE  ', CompAuxNum: '\u00a0C001\0\0' }))).toMatchObject({
      journal: 'VE',
      auxiliary: 'C001',
    })
  })

  it('is put together again where the separator stands in its label', () => {
    const cut = [...cells().slice(0, 10), 'Facture', 'chantier', 'nord', ...cells().slice(11)]
    const result = readFecLine(cut, 2, official)
    expect(result).toMatchObject({ ok: true, repaired: true, line: { label: 'Facture chantier nord', debit: 120_000 } })
  })

  it('is refused where there are too many cells or too few for its amounts', () => {
    expect(refusal([...cells().slice(0, 3), 'x', 'y', ...cells().slice(3), 'z'])?.problem).toBe('tooManyCells')
    expect(refusal(cells().slice(0, 12))).toEqual({ line: 2, problem: 'missingCells', value: '12' })
  })

  it('may end early, or with an empty cell', () => {
    expect(read(cells().slice(0, 13)).debit).toBe(120_000)
    expect(read([...cells(), '']).debit).toBe(120_000)
  })

  it.each([
    ['D', 120_000, 0],
    ['c', 0, 120_000],
    [' +1 ', 120_000, 0],
    ['- 1', 0, 120_000],
  ])('takes its side from Sens « %s »', (side, debit, credit) => {
    expect(read(sided('1200,00', side), montantSens)).toMatchObject({ debit, credit })
  })

  it('is refused where Sens or Montant says nothing', () => {
    expect(refusal(sided('1200,00', 'X'), montantSens)?.column).toBe('Sens')
    expect(refusal(sided('beaucoup', 'D'), montantSens)?.column).toBe('Montant')
  })
})

const sidedHeader = header.map((name) => (name === 'Debit' ? 'Montant' : name === 'Credit' ? 'Sens' : name))
const montantSens: FecReading = { columns: fecColumns(sidedHeader) ?? officialOrder, decimal: ',' }
const sided = (amount: string, side: string): string[] => cells({ Debit: amount, Credit: side })

describe('the totals of a FEC', () => {
  const lines = [
    cells({ JournalCode: 'AN', EcritureNum: '1', PieceRef: 'FA-2025-090', Debit: '600,00' }),
    cells({ EcritureLet: 'AA' }),
    cells({ JournalCode: 'BQ', Debit: '0,00', Credit: '1200,00', EcritureLet: 'AA' }),
    cells({ CompAuxNum: 'C002', Debit: '2400,00', EcritureLet: 'AA' }),
    cells({ JournalCode: 'BQ', CompAuxNum: 'C002', Debit: '0,00', Credit: '1000,00', EcritureLet: 'AA' }),
    cells({ CompAuxNum: 'C002', Debit: '0,00', Credit: '300,00' }),
    cells({ CompteNum: '411DUPONT', CompAuxNum: '', Debit: '10,00' }),
    cells({ CompteNum: '411DUPONT', CompAuxNum: '', Debit: '0,00', Credit: '10,00' }),
    cells({ CompteNum: '512000', CompAuxNum: '', Debit: '2200,00' }),
  ]
  const sums = startFecTotals()
  for (const line of lines) sums.add(read(line))
  const totals = sums.totals()

  it('count every line, and the customers among them', () => {
    expect(totals).toMatchObject({ lines: 9, debit: 641_000, credit: 251_000, customerLines: 8, customers: 3 })
  })

  it('scope letters by customer, and say which groups leave something open', () => {
    expect(totals).toMatchObject({ letteredGroups: 2, letteredGroupsNotZero: 1 })
    expect(letteredGroup(read(lines[1] ?? []))).not.toBe(letteredGroup(read(lines[3] ?? [])))
  })

  it('give each customer the balance of what bears no letter, without those who come to nothing', () => {
    expect([...totals.unletteredByCustomer]).toEqual([
      ['C001', 60_000],
      ['C002', -30_000],
    ])
    expect(totals).toMatchObject({ unletteredLines: 4, unletteredBalance: 30_000, customerBalance: 170_000 })
  })

  it('count the entries that do not balance', () => {
    expect(totals.entriesOutOfBalance).toBe(3)
  })
})
