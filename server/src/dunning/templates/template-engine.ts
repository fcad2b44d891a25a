import { Liquid } from 'liquidjs'

/** Tags and filters a message may use: choices, never loops, files or assignments. */
const allowedTags = new Set(['if', 'unless', 'case', 'comment'])
const allowedFilters = new Set(['capitalize', 'upcase', 'downcase', 'default'])

/** Longest template taken, in characters. */
export const longestTemplate = 20_000

/**
 * Reads and renders templates. An unknown variable, tag or filter is an error; an empty value is false in a condition;
 * nothing is read from a file; a template cannot run long or grow large.
 */
export const templateEngine: Liquid = restricted(
  new Liquid({
    strictVariables: true,
    strictFilters: true,
    ownPropertyOnly: true,
    jsTruthy: true,
    templates: {},
    parseLimit: longestTemplate,
    renderLimit: 1000,
    memoryLimit: 1_000_000,
  }),
)

function restricted(engine: Liquid): Liquid {
  for (const tag of Object.keys(engine.tags)) if (!allowedTags.has(tag)) delete engine.tags[tag]
  for (const filter of Object.keys(engine.filters)) if (!allowedFilters.has(filter)) delete engine.filters[filter]
  return engine
}
