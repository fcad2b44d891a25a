import { type Document, LineCounter, parseDocument, visit } from 'yaml'
import { explainIssue, type FileProblem, fieldOf } from './explain-issue.ts'
import { fileShape, type ScenarioFile } from './file-shape.ts'

/** Characters of the largest file that is read. */
const longestFile = 300_000

export type ReadFile =
  | { readonly file: ScenarioFile; readonly lineOf: (path: readonly (string | number)[]) => number }
  | { readonly problems: readonly FileProblem[] }

/** Reads the text of a scenario: what does not read, or is not as the shape says, is told with its line. */
export function readScenarioFile(text: string): ReadFile {
  if (text.length > longestFile) return { problems: [tooLong] }
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, uniqueKeys: true, prettyErrors: false })
  if (document.errors.length > 0) {
    return { problems: document.errors.map((error) => unreadable(lines.linePos(error.pos[0]).line, error.code)) }
  }
  const lineOf = (path: readonly (string | number)[]): number => {
    for (let length = path.length; length >= 0; length -= 1) {
      const node: unknown = length === 0 ? document.contents : document.getIn(path.slice(0, length), true)
      const range = (node as { range?: readonly number[] | null } | null)?.range
      if (range?.[0] !== undefined) return lines.linePos(range[0]).line
    }
    return 1
  }
  const alias = firstAlias(document)
  if (alias !== null) return { problems: [aliased(lines.linePos(alias).line)] }
  const read = fileShape.safeParse(document.toJS(), { reportInput: true })
  if (read.success) return { file: read.data, lineOf }
  return {
    problems: read.error.issues.map((issue) => {
      const path = issue.path.map((part) => (typeof part === 'symbol' ? part.toString() : part))
      // An unknown name stands inside what it was written in: its own line is told.
      const at = issue.code === 'unrecognized_keys' ? [...path, issue.keys[0] ?? ''] : path
      return { line: lineOf(at), field: fieldOf(path), ...explainIssue(issue) }
    }),
  }
}

/** Where « *name » stands first, a value said elsewhere: a scenario says each thing in its place, and cannot grow without end. */
function firstAlias(document: Document.Parsed): number | null {
  let at: number | null = null
  visit(document, {
    Alias: (_, alias) => {
      at = alias.range?.[0] ?? 0
      return visit.BREAK
    },
  })
  return at
}

const aliased = (line: number): FileProblem => ({
  line,
  field: '',
  fr: 'une valeur renvoie à une autre par « * » : écrivez-la en toutes lettres.',
  en: 'a value refers to another by “*”: write it in full.',
})

const tooLong: FileProblem = {
  line: 1,
  field: '',
  fr: `le fichier dépasse ${longestFile} signes : donnez-en un par scénario.`,
  en: `the file is longer than ${longestFile} characters: give one for each scenario.`,
}

const unreadable = (line: number, code: string): FileProblem => ({
  line,
  field: '',
  ...(code === 'DUPLICATE_KEY'
    ? { fr: 'ce champ est écrit deux fois : retirez-en un.', en: 'this field is written twice: remove one.' }
    : {
        fr: 'cette ligne ne se lit pas comme du YAML : vérifiez les espaces au début, les deux-points et les guillemets.',
        en: 'this line does not read as YAML: check the spaces at its beginning, the colons and the quotes.',
      }),
})
