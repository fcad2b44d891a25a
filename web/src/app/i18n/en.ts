import { byNamespace } from './by-namespace.ts'

/** The texts of this language, by namespace. */
export const texts = byNamespace(
  import.meta.glob<Record<string, unknown>>('./en/*.json', { eager: true, import: 'default' }),
)
