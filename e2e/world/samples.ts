import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

/** Files of the world, where somebody put them beside the project. */
export const samples = join(import.meta.dirname, '../../../shared/samples')
export const hasSamples = existsSync(join(samples, 'expected.json'))

/** All of them, not the part that a run of every journey has time for. */
export const wantsAll = process.env.QUITTANCE_ALL_SAMPLES === '1'

/** What another program found in an electronic invoice or a ledger; amounts as decimals. */
export interface Facts {
  readonly number?: string
  readonly document?: string
  readonly payable?: string
  readonly independent_parser_refused?: string
  readonly encoding?: string
  readonly data_lines?: number
  readonly sum_debit?: string
  readonly sum_credit?: string
  readonly balance_411?: string
  readonly customers?: number
  readonly lettered_groups_not_zero?: number
  readonly unlettered_balance_by_auxiliary?: Readonly<Record<string, string>>
}

export interface SampleFile {
  readonly name: string
  readonly path: string
  readonly facts: Facts
}

/** The files of a folder with their facts; files nobody stated facts of have none. */
export function samplesIn(folder: string): readonly SampleFile[] {
  if (!hasSamples) return []
  const { files } = JSON.parse(readFileSync(join(samples, 'expected.json'), 'utf8')) as {
    files: Readonly<Record<string, Facts>>
  }
  return readdirSync(join(samples, folder))
    .filter((name) => name !== 'manifest.json')
    .map((name) => ({ name, path: join(samples, folder, name), facts: files[`${folder}/${name}`] ?? {} }))
}

/** As few drops as hold every file with no number twice: two invoices of one number are one invoice. */
export function withoutDoubles(files: readonly SampleFile[]): readonly (readonly SampleFile[])[] {
  const rounds: SampleFile[][] = []
  for (const file of files) {
    const number = file.facts.number?.toLowerCase()
    const round = rounds.find((one) => one.every(({ facts }) => facts.number?.toLowerCase() !== number))
    if (round) round.push(file)
    else rounds.push([file])
  }
  return rounds
}

/** 1234 as a person reads it. */
export const countRead = (count: number): string => String(count).replace(/\B(?=(\d{3})+$)/g, '\\s')

/** « 1234.5 » as a person reads it: 1 234,50, whatever the spaces and the currency. */
export function amountRead(decimal: string): RegExp {
  const [whole = '0', cents = ''] = decimal.replace('-', '').split('.')
  const sign = decimal.startsWith('-') && /[1-9]/.test(decimal) ? '−' : '(?<![\\d−]|\\d[\u00a0\u202f])'
  return new RegExp(`${sign}${countRead(Number(whole))},${cents.padEnd(2, '0').slice(0, 2)}(?!\\d)`)
}
