import { Liquid, type Template } from 'liquidjs'

/** Tags and filters a message may use: choices, never loops, files or assignments. */
const allowedTags = new Set(['if', 'unless', 'case', 'comment'])
const allowedFilters = new Set(['capitalize', 'upcase', 'downcase', 'default'])

/** Longest template taken, in characters. */
export const longestTemplate = 20_000

/**
 * Reads and renders templates. An unknown variable, tag or filter is an error; an empty value is false in a condition;
 * nothing is read from a file; a template cannot run long or grow large.
 */
const limits = {
  strictVariables: true,
  strictFilters: true,
  ownPropertyOnly: true,
  jsTruthy: true,
  templates: {},
  parseLimit: longestTemplate,
  renderLimit: 1000,
  memoryLimit: 1_000_000,
}

/** Liquid without files, includes or assignments, within bounds of time and size. */
export const templateEngine: Liquid = restricted(new Liquid(limits))

/** Nothing to write: no value, or a yes or no, which only a condition asks for. */
const isEmpty = (value: unknown): boolean =>
  value === null || value === undefined || value === '' || typeof value === 'boolean'

/** The same, but a variable written where it has no value is an error that points at it. */
const gapFinder: Liquid = restricted(
  new Liquid({
    ...limits,
    outputEscape: (value: unknown) => {
      if (isEmpty(value)) throw new Error('no value')
      return String(value)
    },
  }),
)

/** Stands where nothing was written; no value holds it (`withoutMarks`). */
const gapMark = '\uE003'

/** The same, but what has no value leaves its mark. */
const gapMarker: Liquid = restricted(
  new Liquid({ ...limits, outputEscape: (value: unknown) => (isEmpty(value) ? gapMark : String(value)) }),
)

/** A text with its variables put in, and the first variable that it writes although it has no value (`gapIn`). */
export function writtenWithGap(template: string, variables: object): { text: string; gap: string | null } {
  const text = String(gapMarker.renderSync(parsed(gapMarker, template), variables))
  // Hardly ever: a text that has no hole is rendered once.
  return text.includes(gapMark)
    ? { text: text.replaceAll(gapMark, ''), gap: gapIn(template, variables) }
    : { text, gap: null }
}

/**
 * The name of the first variable that a template would write although it has no value: « avant le  » in a mail. A block
 * that has nothing to show (bank details without an IBAN) leaves no hole, and what stands behind a condition is not written.
 */
export function gapIn(template: string, variables: object): string | null {
  const withoutBlocks = template.replace(/\{\{-?\s*(?:bank\.details|invoices\.table)\s*-?\}\}/g, '')
  try {
    gapFinder.renderSync(parsed(gapFinder, withoutBlocks), variables)
    return null
  } catch (error) {
    const written = (error as { token?: { getText(): string } }).token?.getText()
    const name = /^\{\{-?\s*([\w.]+)/.exec(written ?? '')?.[1]
    if (name === undefined) throw error
    return name
  }
}

function restricted(engine: Liquid): Liquid {
  for (const tag of Object.keys(engine.tags)) if (!allowedTags.has(tag)) delete engine.tags[tag]
  for (const filter of Object.keys(engine.filters)) if (!allowedFilters.has(filter)) delete engine.filters[filter]
  return engine
}

/** A text with its variables put in; each text is read once, however many customers get it. */
export const written = (template: string, variables: object): string =>
  String(templateEngine.renderSync(parsed(templateEngine, template), variables))

const mostKept = 500
const kept = new Map<Liquid, Map<string, Template[]>>()

function parsed(engine: Liquid, text: string): Template[] {
  const known = kept.get(engine) ?? new Map<string, Template[]>()
  const found = known.get(text)
  if (found) return found
  const made = engine.parse(text)
  if (known.size >= mostKept) known.clear()
  kept.set(engine, known.set(text, made))
  return made
}
