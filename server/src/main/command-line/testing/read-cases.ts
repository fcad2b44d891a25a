/** One due line of an invoice as a case writes it; amounts are decimal texts. */
export interface CaseLine {
  readonly number: string
  readonly amount: string
  readonly due: string
  readonly left: string
  readonly currency: string
  readonly level: string
  readonly isDisputed: boolean
  readonly isPaused: boolean
}

/** What happens on a day, or what is expected of it: the words after the day. */
export interface CaseDay {
  readonly on: string
  readonly words: string
}

export interface Case {
  readonly name: string
  /** « has an address », « is an individual »… */
  readonly about: readonly string[]
  readonly lines: readonly CaseLine[]
  readonly days: readonly CaseDay[]
}

/** A scenario, as its file says it, with the cases that begin in an empty organisation. */
export interface CaseBlock {
  readonly title: string
  readonly scenario: string
  readonly cases: readonly Case[]
}

/** The blocks of a page of cases: a title, a scenario in YAML, its cases. */
export function readCases(page: string): readonly CaseBlock[] {
  return page.split(/^## /m).flatMap((part): CaseBlock[] => {
    const [, scenario] = /```yaml\n([\s\S]*?)```/.exec(part) ?? []
    const [, text] = /```cases\n([\s\S]*?)```/.exec(part) ?? []
    const title = part.slice(0, part.indexOf('\n')).trim()
    return scenario && text ? [{ title, scenario, cases: text.trim().split(/\n\n+/).map(readCase) }] : []
  })
}

function readCase(text: string): Case {
  const [name = '', ...rest] = text.split('\n')
  const lines = rest.map((line) => line.trim())
  const isInvoice = (line: string) => /^[FA]\d+ -?\d/.test(line)
  const isDay = (line: string) => /^\d{4}-/.test(line)
  return {
    name,
    about: lines.filter((line) => !isInvoice(line) && !isDay(line)),
    lines: lines.filter(isInvoice).flatMap(readInvoice),
    days: lines.filter(isDay).map((line) => ({ on: line.slice(0, 10), words: line.slice(10).trim() })),
  }
}

/** « F1 300.00 due 2026-01-18 then 700.00 due 2026-02-28 »: an invoice with its due lines. */
export function readInvoice(text: string): CaseLine[] {
  const [number = '', ...words] = text.split(' ')
  return words
    .join(' ')
    .split(' then ')
    .map((part): CaseLine => {
      const [, amount = '', due = ''] = /^(-?\d+\.\d\d) due (\S+)/.exec(part) ?? []
      const said = (word: string, otherwise: string) => new RegExp(` ${word} (\\S+)`).exec(part)?.[1] ?? otherwise
      const currency = / ([A-Z]{3})\b/.exec(text)?.[1] ?? 'EUR'
      const left = said('left', amount)
      return {
        number,
        amount,
        due,
        left,
        currency,
        level: said('level', '0'),
        isDisputed: part.endsWith(' disputed'),
        isPaused: part.endsWith(' not to remind'),
      }
    })
}
