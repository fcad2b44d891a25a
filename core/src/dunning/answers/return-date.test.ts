import { describe, expect, it } from 'vitest'
import { asDate } from '../../calendar/calendar-date.ts'
import { returnDate } from './return-date.ts'

const on = (text: string, received = '2026-11-23') => returnDate(text, asDate(received))

describe('the day of a return', () => {
  it.each([
    ['Je suis absente jusqu’au 04/12/2026 inclus.', '2026-12-04'],
    ['Je serai de retour le lundi 7 décembre.', '2026-12-07'],
    ['Absent du 23 novembre au 1er décembre 2026', '2026-12-01'],
    ['Nos bureaux sont fermés du 24/12 au 02/01.', '2027-01-02'],
    ['I am out of the office until December 4th.', '2026-12-04'],
    ['I will be back on Monday, 7 December 2026.', '2026-12-07'],
    ['Away until May 5', '2027-05-05'],
    ['Ich bin bis zum 4. Dezember nicht im Büro.', '2026-12-04'],
    ['Ab dem 07.12.2026 bin ich wieder erreichbar.', '2026-12-07'],
    ['Fuera de la oficina hasta el 4 de diciembre', '2026-12-04'],
    ['Back on 2026-12-07', '2026-12-07'],
  ])('%s', (text, day) => {
    expect(on(text)).toBe(day)
  })

  it('is the latest one told', () => {
    expect(on('Absent jusqu’au 27/11, puis en formation jusqu’au 04/12.')).toBe('2026-12-04')
  })

  it('is none when none is told, or none that can be', () => {
    expect(on('Je suis absent.')).toBeNull()
    expect(on('Absent jusqu’au 31/11/2026')).toBeNull()
    expect(on('De retour le 02/01/2019')).toBeNull()
    expect(on('Appelez le 01 23 45 67 89, de retour bientôt')).toBeNull()
  })
})
