import type { Inspection, InspectionWarning } from '../../imports/inspecting/inspection.ts'
import { ReadingError } from '../../imports/reading/reading-error.ts'
import { type NamedFile, readStatementFiles } from './statement-files.ts'

/** Lines told one by one; the rest is counted. */
const mostWarnings = 50

/** Says what the bank statements of a file hold, or why it is refused; facts are named as in docs/formats.md. */
export async function inspectStatements(path: string): Promise<Inspection> {
  try {
    const files = await readStatementFiles(path)
    const [first] = files
    const facts =
      first.name === null
        ? { format: first.file.format, ...factsOf(first) }
        : { format: 'zip', members: Object.fromEntries(files.map((one) => [one.name, factsOf(one)])) }
    return { kind: 'bankStatement', facts, warnings: warningsOf(files) }
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
    return { kind: 'bankStatement', error: error.problem }
  }
}

const factsOf = ({ file }: NamedFile): Record<string, unknown> => ({
  version: file.version,
  ...file.facts,
  statements: file.statements.map(({ facts }) => facts),
})

function warningsOf(files: readonly NamedFile[]): InspectionWarning[] {
  const all = files.flatMap(({ name, file }) =>
    file.warnings.map((warning) => (name === null ? warning : { ...warning, file: name })),
  )
  const rest = all.length - mostWarnings
  return rest > 0 ? [...all.slice(0, mostWarnings), { code: 'moreWarnings', value: String(rest) }] : all
}
