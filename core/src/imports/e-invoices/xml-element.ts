/** An element of an XML file, by its local name: invoices of one meaning come under several prefixes and namespaces. */
export interface XmlElement {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: readonly XmlElement[]
  /** Its own text, trimmed, without that of its children. */
  readonly text: string
  /** Where its start tag ends in the file, from 1. */
  readonly line?: number
}

/**
 * Every element reached by a path of local names, in the order of the file. A step may name several (`A|B`): the two
 * syntaxes of a family call one thing by two names.
 */
export function allAt(from: XmlElement | undefined, path: string): readonly XmlElement[] {
  const steps = path.split('/').map((step) => step.split('|'))
  const start = from ? [from] : []
  return steps.reduce<readonly XmlElement[]>(
    (reached, names) => reached.flatMap(({ children }) => children.filter(({ name }) => names.includes(name))),
    start,
  )
}

export const oneAt = (from: XmlElement | undefined, path: string): XmlElement | undefined => allAt(from, path)[0]

/** The text of the first element that has one, or null. */
export const textAt = (from: XmlElement | undefined, ...paths: readonly string[]): string | null =>
  paths.flatMap((path) => textsAt(from, path))[0] ?? null

/** The texts of all elements of a path that have one. */
export const textsAt = (from: XmlElement | undefined, path: string): readonly string[] =>
  allAt(from, path).flatMap(({ text }) => (text === '' ? [] : [text]))
