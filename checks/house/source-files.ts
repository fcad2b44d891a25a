import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

/** The project's folder. */
export const root = join(import.meta.dirname, '../..')

/** Files git tracks or would track, as paths from the root; an unpacked copy without git has nothing to check. */
export const projectFiles = (): string[] =>
  execFileSync('git', ['ls-files', '--cached', '--others', '--exclude-standard'], { cwd: root, encoding: 'utf8' })
    .split('\n')
    .filter((file) => file !== '' && !file.includes('node_modules/'))

/** Hand-written sources: not generated, not dumped. */
export const sourceFiles = (): string[] =>
  projectFiles().filter(
    (file) => /\.(ts|tsx|mjs)$/.test(file) && !file.includes('/generated/') && !file.endsWith('.d.ts'),
  )

export const isTest = (file: string): boolean => /\.(test|spec)\.tsx?$/.test(file) || file.includes('/testing/')

export const textOf = (file: string): string => readFileSync(join(root, file), 'utf8')

export const linesOf = (file: string): number => textOf(file).split('\n').length - 1
