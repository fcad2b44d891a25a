import { expect, it } from 'vitest'
import { isTest, linesOf, projectFiles, sourceFiles, textOf } from './source-files.ts'

const sources = sourceFiles().filter((file) => /^(core|server|web)\//.test(file) && !isTest(file))

it('no source file has more than 400 lines', () => {
  expect(sourceFiles().filter((file) => linesOf(file) > 400 && !isTest(file))).toEqual([])
})

it('nine source files in ten have at most 220 lines, half of them at most 90', () => {
  const sizes = sources.map(linesOf).toSorted((a, b) => a - b)
  expect(sizes[Math.floor(sizes.length * 0.9)]).toBeLessThanOrEqual(220)
  expect(sizes[Math.floor(sizes.length / 2)]).toBeLessThanOrEqual(90)
})

it('core has at least as many lines of test and story as of source', () => {
  const core = projectFiles().filter((file) => file.startsWith('core/src/'))
  const lines = (files: readonly string[]) => files.reduce((sum, file) => sum + linesOf(file), 0)
  const tests = core.filter((file) => file.endsWith('.test.ts') || file.endsWith('.md') || file.includes('/testing/'))
  const code = core.filter((file) => file.endsWith('.ts') && !tests.includes(file))
  expect(lines(tests)).toBeGreaterThanOrEqual(lines(code))
})

it('no file only passes on what another exports', () => {
  const barrels = sources.filter((file) => {
    const code = textOf(file)
      .split('\n')
      .filter((line) => line.trim() !== '' && !line.trim().startsWith('//'))
    return code.length > 0 && code.every((line) => /^export (\*|\{[^}]*\}) from/.test(line))
  })
  expect(barrels).toEqual([])
})
