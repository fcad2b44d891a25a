import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { parsePaymentTerm } from '../../core/src/invoices/parse-payment-term.ts'
import { words } from '../../words.mjs'
import { projectFiles, root, textOf } from './source-files.ts'

const languages = { en: 'docs', fr: 'docs/fr' } as const
type Language = keyof typeof languages

/** What it says in bold is no screen's. */
const withoutScreens = 'command-line.md'

const pagesOf = (folder: string): string[] =>
  readdirSync(join(root, folder)).filter((name) => name.endsWith('.md') && existsSync(join(root, folder, name)))

const pages = Object.values(languages).flatMap((folder) => pagesOf(folder).map((name) => `${folder}/${name}`))

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '').replace(/`[^`\n]*`/g, '')

/** Where the links and pictures of a page point, without what is elsewhere or within the page. */
const linksOf = (file: string): string[] =>
  [...withoutCode(textOf(file)).matchAll(/\]\(([^)\s]+)\)/g)].flatMap(([, target = '']) =>
    /^(?:[a-z]+:|#)/.test(target) ? [] : [join(dirname(file), target.replace(/#.*/, ''))],
  )

const sectionsOf = (file: string): number => [...withoutCode(textOf(file)).matchAll(/^## /gm)].length

describe('the manual', () => {
  it('has a page in both languages for each word that has code', () => {
    const withCode = words.filter((word) =>
      ['core', 'server'].some((roof) => existsSync(join(root, roof, 'src', word))),
    )
    expect(withCode).not.toEqual([])
    const wanted = withCode.flatMap((word) => Object.values(languages).map((folder) => `${folder}/${word}.md`))
    expect(wanted.filter((page) => !pages.includes(page))).toEqual([])
  })

  it('has the same pages in both languages, with as many sections', () => {
    expect(pagesOf(languages.fr)).toEqual(pagesOf(languages.en))
    const count = (folder: string) => pagesOf(languages.en).map((name) => [name, sectionsOf(`${folder}/${name}`)])
    expect(count(languages.fr)).toEqual(count(languages.en))
  })

  it('lists every page in its index', () => {
    for (const folder of Object.values(languages)) {
      const listed = linksOf(`${folder}/README.md`)
      const others = pagesOf(folder).filter((name) => name !== 'README.md')
      expect(others.filter((name) => !listed.includes(`${folder}/${name}`))).toEqual([])
    }
  })

  it('tells every story of the rule', () => {
    const stories = projectFiles().filter((file) => /^core\/src\/dunning\/stories\/.*\.md$/.test(file))
    expect(stories).not.toEqual([])
    for (const folder of Object.values(languages)) {
      const told = linksOf(`${folder}/dunning.md`)
      expect(stories.filter((story) => !told.includes(story))).toEqual([])
    }
  })

  it('gives payment terms that are read', () => {
    for (const folder of Object.values(languages)) {
      const [, , terms = ''] =
        /(\n\| (?:you write|vous écrivez) .*\n.*\n)((?:\|.*\n)+)/.exec(textOf(`${folder}/invoices.md`)) ?? []
      const written = [...terms.matchAll(/`([^`]+)`/g)].map(([, term = '']) => term)
      expect(written.length).toBeGreaterThan(12)
      expect(written.filter((term) => !parsePaymentTerm(term).ok)).toEqual([])
    }
  })

  it.each(Object.keys(languages) as Language[])('says in bold only what the screens say, in %s', (language) => {
    const said = textsOfScreens(language)
    const unknown = pages
      .filter((page) => dirname(page) === languages[language] && basename(page) !== withoutScreens)
      .flatMap((page) =>
        [...withoutCode(textOf(page)).matchAll(/\*\*([^*]+)\*\*/g)]
          .map(([, label = '']) => label.replace(/\s+/g, ' '))
          .filter((label) => !said.has(label))
          .map((label) => `${page}: ${label}`),
      )
    expect(unknown).toEqual([])
  })
})

/** Every text of the screens; what they fill in is written … */
function textsOfScreens(language: Language): ReadonlySet<string> {
  const folder = `web/src/app/i18n/${language}`
  const texts = readdirSync(join(root, folder)).flatMap((file) => leaves(JSON.parse(textOf(`${folder}/${file}`))))
  return new Set(texts.map((text) => text.replace(/\{\{\w+\}\}/g, '…').replace(/\s+/g, ' ')))
}

const leaves = (value: unknown): string[] =>
  typeof value === 'string' ? [value] : Object.values(value as Record<string, unknown>).flatMap(leaves)

describe('a link in any page of the project', () => {
  it('leads to something that is there', () => {
    const texts = projectFiles().filter((file) => file.endsWith('.md') && existsSync(join(root, file)))
    const dead = texts.flatMap((file) =>
      linksOf(file)
        .filter((target) => !existsSync(join(root, target)))
        .map((target) => `${file}: ${target}`),
    )
    expect(dead).toEqual([])
  })
})
