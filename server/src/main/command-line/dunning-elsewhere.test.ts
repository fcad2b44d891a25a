import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import { remindShape } from './remind-shape.ts'
import { type Case, type CaseBlock, type CaseLine, readCases, readInvoice } from './testing/read-cases.ts'
import { tellReport } from './testing/tell-report.ts'
import { typist } from './testing/type-command.ts'

const type = typist(await testDatabase())
const folder = mkdtempSync(join(tmpdir(), 'quittance elsewhere '))
afterAll(() => rmSync(folder, { recursive: true }))

const blocks = readCases(readFileSync(join(import.meta.dirname, 'testdata/dunning-elsewhere.md'), 'utf8'))

const write = (name: string, lines: readonly string[]): string => {
  const path = join(folder, name)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

const invoiceHeads =
  'invoice_id,customer_id,customer,email,address,postcode,city,payment_method,type,issue_date,due_date,amount,amount_due,currency,dispute,do_not_remind,reminder_level'

/** One organisation, lived case by case: each case is a customer, whose code is its place. */
function firm(block: CaseBlock) {
  const organization = ['--organization', block.title]
  const said = async (...args: string[]): Promise<string> => {
    const { code, said, remarked } = await type('', ...args, ...organization, '--json')
    if (code !== 0) throw new Error(`${args.join(' ')}: ${remarked}${said}`)
    return said
  }
  const codeOf = (one: Case) => `C${block.cases.indexOf(one) + 1}`
  const numberOf = (one: Case, number: string) => `${codeOf(one)}-${number}`
  const now = new Map<string, CaseLine[]>()

  const rows = (one: Case, lines: readonly CaseLine[]): string[] =>
    lines.map((line) => {
      const is = (words: string) => one.about.includes(words)
      const code = codeOf(one)
      const isCredit = line.amount.startsWith('-')
      const cells = [
        numberOf(one, line.number),
        code,
        `Customer ${code}`,
        is('has no e-mail') ? '' : `${code.toLowerCase()}@customer.example`,
        ...(is('has an address') ? ['1 rue du Port', '44000', 'Nantes'] : ['', '', '']),
        is('pays by direct debit') ? 'Prélèvement' : '',
        isCredit ? 'credit note' : 'invoice',
        '2026-01-01',
        ...[line.due, line.amount, line.left, line.currency],
        line.isDisputed ? 'yes' : 'no',
        line.isPaused ? 'yes' : '',
        line.level,
      ]
      return cells.join(',')
    })

  const bring = (name: string, lines: readonly string[]) =>
    said('import', write(`${name}.csv`, [invoiceHeads, ...lines]))
  const bringAgain = async (one: Case, lines: readonly CaseLine[]) => {
    const number = lines[0]?.number ?? ''
    now.set(numberOf(one, number), [...lines])
    await bring('again', rows(one, lines))
  }

  return {
    async found() {
      await type('', 'organizations', 'add', '--name', block.title)
      await said('scenarios', 'import', write('scenario.yaml', block.scenario.trimEnd().split('\n')))
      const known = block.cases.filter(({ about }) => about.some((words) => words.startsWith('is ')))
      if (known.length > 0) {
        const category = ({ about }: Case) => (about.includes('is an individual') ? 'individual' : 'public body')
        const cards = known.map((one) => `${codeOf(one)},Customer ${codeOf(one)},Nantes,${category(one)}`)
        await said('import', write('customers.csv', ['customer_id,name,city,category', ...cards]))
      }
      for (const one of block.cases)
        for (const [number, lines] of Map.groupBy(one.lines, (line) => line.number))
          now.set(numberOf(one, number), lines)
      await bring(
        'invoices',
        block.cases.flatMap((one) => rows(one, one.lines)),
      )
    },

    async live(one: Case, words: string, on: string) {
      const [act = '', number = ''] = words.replace(',', '').split(' ')
      const invoice = number === '' || number === 'until' ? [] : ['--invoice', numberOf(one, number)]
      const until = / until (\S+)/.exec(` ${words}`)?.[1]
      const lines = now.get(numberOf(one, number)) ?? []
      if (act === 'done') return void (await said('remind', '--done', '--on', on, '--customer', codeOf(one)))
      if (act === 'pause')
        return void (await said('pause', codeOf(one), ...invoice, ...(until ? ['--on', on, '--until', until] : [])))
      if (act === 'resume') return void (await said('resume', codeOf(one), ...invoice))
      if (act === 'credits') return bringAgain(one, readInvoice(`${words.slice('credits '.length)} due ${on}`))
      if (act === 'moves')
        return bringAgain(
          one,
          lines.map((line) => ({ ...line, due: words.split(' ')[3] ?? '' })),
        )
      const left = [...words.matchAll(/\d+\.\d\d/g)].map(([sum]) => sum)
      if (act === 'pays')
        return bringAgain(
          one,
          lines.map((line, index) => ({ ...line, left: left[index] ?? '0.00' })),
        )
      throw new Error(`What is « ${words} »?`)
    },

    async decidedOn(day: string) {
      const { customers } = remindShape.parse(JSON.parse(await said('remind', '--dry-run', '--on', day)))
      return (one: Case) => customers.find(({ customer }) => customer.code === codeOf(one))
    },
  }
}

describe.each(blocks)('$title', (block) => {
  const { found, live, decidedOn } = firm(block)
  const days = [...new Set(block.cases.flatMap((one) => one.days.map(({ on }) => on)))].toSorted()
  const told = new Map<Case, string[]>()

  it('is lived day by day from files and commands alone', async () => {
    await found()
    for (const day of days) {
      // As written within a day: what is done before a question is done when it is asked.
      const pending = new Map(block.cases.map((one) => [one, one.days.filter(({ on }) => on === day)]))
      while ([...pending.values()].some((left) => left.length > 0)) {
        for (const [one, left] of pending) {
          while (left[0] && !left[0].words.startsWith('->')) await live(one, left.shift()?.words ?? '', day)
        }
        const of = await decidedOn(day)
        for (const [one, left] of pending) {
          while (left[0]?.words.startsWith('->')) {
            const expected = left.shift()?.words ?? ''
            told.set(one, [...(told.get(one) ?? []), `${day} ${tellReport(of(one), expected)}`])
          }
        }
      }
    }
  })

  it.each(block.cases)('$name', (one) => {
    const expected = one.days.filter(({ words }) => words.startsWith('->')).map(({ on, words }) => `${on} ${words}`)
    expect(told.get(one)).toEqual(expected)
  })
})
