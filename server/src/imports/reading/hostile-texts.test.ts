import { Readable } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { dryRun } from './testing/dry-run.ts'

const titles = 'Facture;Client;Échéance;Montant TTC\n'
const read = (text: string) => dryRun(Readable.from([Buffer.from(text)]))

describe('a text that no program would write', () => {
  it('loses the NULs of its titles and of the lines left out, and is never cut at one', async () => {
    const { table } = await read(
      `Balance\0 âgée;;;\nFac\0ture;Client;Échéance;Montant TTC\n${'F-1;Brun;31/12/2026;10,00\n'.repeat(60)}`,
    )
    expect(table.headers).toEqual(['Facture', 'Client', 'Échéance', 'Montant TTC'])
    expect(table.skipped[0]?.text).toBe('Balance âgée')
    await expect(read('Facture\0Client\0Montant TTC\n'.repeat(3))).rejects.toMatchObject({ name: 'ReadingError' })
  })

  it('has a title that names its customer behind a great many spaces', async () => {
    const titled = Array.from({ length: 4 }, (_, i) => `DUPONT${' '.repeat(150_000)}${i}x;;\nF-${i};31/12/2026;10,00\n`)
    const { invoices } = await read(`Facture;Échéance;Montant TTC\n${titled.join('')}`)
    expect(invoices.map(({ customer }) => customer.name)).toEqual(['DUPONT 0x', 'DUPONT 1x', 'DUPONT 2x', 'DUPONT 3x'])
  })

  it('is an XML that lost its beginning, not a table of as many lines as it has tags', async () => {
    const tags = '<cbc:Amount currencyID="EUR">12,5</cbc:Amount>\n'.repeat(100)
    await expect(read(`x${tags}`)).rejects.toMatchObject({ problem: { code: 'brokenXml', line: 1 } })
    await expect(read(`nvoice>\n${tags}`)).rejects.toMatchObject({ problem: { code: 'brokenXml', line: 2 } })
    const { invoices } = await read(`${titles}F-1;<b>Brun</b>;31/12/2026;10,00\nF-2;<i>Roux</i>;31/12/2026;10,00\n`)
    expect(invoices).toHaveLength(2)
  })

  it('tells what is too long without half a sign at its end', async () => {
    const { refusals } = await read(`${titles}F-1;x${'👍'.repeat(300)};31/12/2026;10,00\n`)
    expect(refusals).toMatchObject([{ code: 'textTooLong', value: `x${'👍'.repeat(29)}` }])
  })

  it('is refused where its separators are all it has, in less than its rows would take', async () => {
    await expect(read(titles + ';'.repeat(900_000))).rejects.toMatchObject({
      problem: { code: 'cellTooLarge', line: 2 },
    })
    await expect(read(';'.repeat(400_000))).rejects.toMatchObject({ name: 'ReadingError' })
  })
})
