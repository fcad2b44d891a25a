import { readdirSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'
import { beside, words } from '../../words.mjs'
import { isTest, root, sourceFiles, textOf } from './source-files.ts'

type Roof = 'core' | 'server' | 'web'
const roofs: readonly Roof[] = ['core', 'server', 'web']

/** 'server/src/dunning/run/x.ts' → { roof: 'server', folder: 'dunning' }; null outside the roofs. */
function placeOf(path: string): { roof: Roof; folder: string } | null {
  const [roof, src, folder, more] = path.split('/')
  if (src !== 'src' || folder === undefined || more === undefined) return null
  return roofs.includes(roof as Roof) ? { roof: roof as Roof, folder } : null
}

/** What a file imports, as paths from the root. */
function importsOf(file: string): string[] {
  return [...textOf(file).matchAll(/(?:from|import)\s*\(?\s*'([^']+)'/g)].flatMap(([, target = '']) => {
    const workspace = /^@quittance\/(core|server|web)\/(.+)$/.exec(target)
    if (workspace) return [`${workspace[1]}/src/${workspace[2]}`]
    return target.startsWith('.') ? [normalize(join(dirname(file), target))] : []
  })
}

const imports = sourceFiles().flatMap((from) => importsOf(from).map((to) => ({ from, to })))

describe('folders', () => {
  it('under each roof are words of the house, or stand beside them', () => {
    for (const roof of roofs) {
      const known = [...words, ...beside[roof]]
      const folders = readdirSync(join(root, roof, 'src'), { withFileTypes: true }).filter((entry) =>
        entry.isDirectory(),
      )
      expect(
        folders.map((folder) => folder.name).filter((name) => !known.includes(name)),
        roof,
      ).toEqual([])
    }
  })

  it('at the top of the project are at most sixteen entries that a reader sees', () => {
    const top = new Set(
      sourceFilesAndOthers()
        .map((file) => file.split('/')[0])
        .filter((name) => !name?.startsWith('.')),
    )
    expect([...top].length).toBeLessThanOrEqual(16)
  })
})

const sourceFilesAndOthers = (): string[] =>
  readdirSync(root).filter((name) => !['node_modules', 'data', 'test-results'].includes(name))

describe('imports', () => {
  it('a word imports the words above it, never one below; a test may set up what it needs', () => {
    const wrong = imports.filter(({ from, to }) => {
      if (isTest(from)) return false
      const [a, b] = [placeOf(from), placeOf(to)]
      if (!a || !b || a.roof !== b.roof || a.folder === b.folder) return false
      const [mine, theirs] = [words.indexOf(a.folder), words.indexOf(b.folder)]
      return mine >= 0 && theirs > mine
    })
    expect(wrong).toEqual([])
  })

  it('what stands beside the words imports none of them, but for composition and pages', () => {
    const composes = ['main', 'pages', 'app', 'testing']
    const wrong = imports.filter(({ from, to }) => {
      const [a, b] = [placeOf(from), placeOf(to)]
      if (!a || !b || words.includes(a.folder) || composes.includes(a.folder)) return false
      return words.includes(b.folder) && a.roof === b.roof
    })
    expect(wrong).toEqual([])
  })

  it('core imports nothing but core; server and web meet only in the HTTP contract', () => {
    const allowed: Readonly<Record<Roof, readonly Roof[]>> = {
      core: ['core'],
      server: ['server', 'core'],
      web: ['web', 'core'],
    }
    const wrong = imports.filter(({ from, to }) => {
      const [a, b] = [placeOf(from), placeOf(to)]
      return a && b && !isTest(from) && !allowed[a.roof].includes(b.roof)
    })
    expect(wrong).toEqual([])
  })
})
