import type { Language } from '@quittance/core/money/format-money.ts'
import type { ScoredFile } from './score-files.ts'

interface Line {
  readonly kind: string
  readonly files: number
  readonly read: number
  readonly facts: number
  readonly refused: number
  readonly wrong: number
  readonly besides: number
  readonly ready: number
  readonly toFix: number
}

const titles: Readonly<Record<Language, readonly string[]>> = {
  en: [
    'kind',
    'files',
    'read right',
    'facts compared',
    'refused for the right reason',
    'wrong',
    'other facts that differ',
    'rows ready',
    'rows to fix',
  ],
  fr: [
    'sorte',
    'fichiers',
    'bien lus',
    'faits comparés',
    'refusés pour la bonne raison',
    'faux',
    'autres faits qui diffèrent',
    'lignes prêtes',
    'lignes à corriger',
  ],
}

const all: Readonly<Record<Language, string>> = { en: 'all that is read', fr: 'tout ce qui est lu' }

/** The score by kind as a table of Markdown, the sum below. */
export function scoreTable(scored: readonly ScoredFile[], language: Language): string {
  const kinds = [...new Set(scored.map(({ kind }) => kind))].sort()
  const lines = kinds.map((kind) =>
    lineOf(
      kind,
      scored.filter((one) => one.kind === kind),
    ),
  )
  const counted = lineOf(all[language], scored)
  return [
    `| ${titles[language].join(' | ')} |`,
    `| ${titles[language].map((_, index) => (index === 0 ? '---' : '---:')).join(' | ')} |`,
    ...[...lines, counted].map(row),
  ].join('\n')
}

function lineOf(kind: string, files: readonly ScoredFile[]): Line {
  const count = (verdict: ScoredFile['verdict']): number => files.filter((one) => one.verdict === verdict).length
  const sum = (of: (one: ScoredFile) => number): number => files.reduce((total, one) => total + of(one), 0)
  return {
    kind,
    files: files.length,
    read: count('read'),
    facts: sum(({ facts }) => facts),
    refused: count('refused'),
    wrong: count('wrong'),
    besides: sum(({ differences }) => differences.filter(({ inContract }) => !inContract).length),
    ready: sum(({ ready }) => ready),
    toFix: sum(({ toFix }) => toFix),
  }
}

function row(line: Line): string {
  const { kind, files, read, facts, refused, wrong, besides, ready, toFix } = line
  const numbers = [read, facts, refused, wrong, besides, ready, toFix]
  return `| ${[kind, files, ...numbers].join(' | ')} |`
}

/** Each fact that differs, a line each. */
export const differenceLines = (scored: readonly ScoredFile[]): readonly string[] =>
  scored.flatMap(({ path, differences }) =>
    differences.map(({ fact, expected, found, inContract }) => {
      const what = inContract ? '' : ' (beside the contract)'
      return `${path}: ${fact}${what}: expected ${JSON.stringify(expected)}, found ${JSON.stringify(found)}`
    }),
  )

const [begin, end] = ['<!-- score: begin -->', '<!-- score: end -->']

/** The page with the table between its two marks. Throws where the page has not both. */
export function withTable(page: string, table: string): string {
  const [before, after] = [page.indexOf(begin), page.indexOf(end)]
  if (before === -1 || after < before) throw new Error(`The page needs the marks ${begin} and ${end}.`)
  return `${page.slice(0, before + begin.length)}\n\n${table}\n\n${page.slice(after)}`
}
