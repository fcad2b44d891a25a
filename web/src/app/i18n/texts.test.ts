import { readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

const folder = (language: string) => new URL(`./${language}/`, import.meta.url)
const namespaces = (language: string) =>
  readdirSync(folder(language))
    .filter((file) => file.endsWith('.json'))
    .sort()
const read = (language: string, file: string): unknown =>
  JSON.parse(readFileSync(new URL(file, folder(language)), 'utf8'))

function leaves(texts: unknown, path: string[] = []): [string, string][] {
  if (typeof texts !== 'object' || texts === null) return [[path.join('.'), String(texts)]]
  return Object.entries(texts).flatMap(([key, value]) => leaves(value, [...path, key]))
}

// French has a third plural form (« un million de »), English has not.
const withoutPlural = (key: string) => key.replace(/_(one|many|other)$/, '')
const keysOf = (language: string, file: string) =>
  [...new Set(leaves(read(language, file)).map(([key]) => withoutPlural(key)))].sort()
const variables = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map(([, name]) => name).sort()

describe('the texts on screen', () => {
  it('exist for the same words in French and English', () => {
    expect(namespaces('en')).toEqual(namespaces('fr'))
  })

  it.each(namespaces('fr'))('are complete in both languages: %s', (file) => {
    expect(keysOf('en', file)).toEqual(keysOf('fr', file))
  })

  it.each(namespaces('fr'))('name no text twice: the second would silently take the place of the first: %s', (file) => {
    for (const language of ['fr', 'en']) {
      const written = readFileSync(new URL(file, folder(language)), 'utf8').match(/"[\w-]+": (?=")/g) ?? []
      expect(written).toHaveLength(leaves(read(language, file)).length)
    }
  })

  it.each(namespaces('fr'))('carry the same values in both languages: %s', (file) => {
    const french = new Map(leaves(read('fr', file)).map(([key, text]) => [key, variables(text)]))
    for (const [key, text] of leaves(read('en', file))) {
      expect({ key, variables: variables(text) }).toEqual({ key, variables: french.get(key) })
    }
  })

  it.each(namespaces('fr'))('have every plural form of their language: %s', (file) => {
    for (const [language, forms] of [
      ['fr', ['one', 'many', 'other']],
      ['en', ['one', 'other']],
    ] as const) {
      const keys = new Set(leaves(read(language, file)).map(([key]) => key))
      const plurals = [...keys].filter((key) => withoutPlural(key) !== key).map(withoutPlural)
      for (const key of plurals) for (const form of forms) expect([...keys]).toContain(`${key}_${form}`)
    }
  })

  it.each(namespaces('fr'))('keep the typography of the house in French: %s', (file) => {
    for (const [key, text] of leaves(read('fr', file))) {
      expect(text, `${key}: a no-break space goes before : ; ? » and after «`).not.toMatch(/ [:;?»]|« /)
      expect(text, `${key}: the apostrophe is ’`).not.toContain("'")
      expect(text, `${key}: no exclamation mark`).not.toContain('!')
    }
  })
})
