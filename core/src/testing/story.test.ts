import { describe, expect, it } from 'vitest'
import { readStories } from './story.ts'

const story = (...lines: string[]) => ['# A title', '', 'Prose.', '', '```story', ...lines, '```'].join('\n')

describe('a story', () => {
  it('is read with its title, its start and its days', () => {
    expect(
      readStories(story('steps D+7 email', '2026-03-09  payment 1.00  -> rest: finished', '2026-03-10 -> x')),
    ).toEqual([
      {
        title: 'A title',
        start: ['steps D+7 email'],
        days: [
          { line: 7, on: '2026-03-09', event: 'payment 1.00', expected: 'rest: finished' },
          { line: 8, on: '2026-03-10', event: null, expected: 'x' },
        ],
      },
    ])
  })

  it('is not a block of another kind', () => {
    expect(readStories('# T\n```sh\n2026-03-09 x\n```\n')).toEqual([])
  })

  it('refuses a day that does not exist, a line without a day, and a block without an end', () => {
    expect(() => readStories(story('2026-02-30  x'))).toThrow('line 6: 2026-02-30 does not exist')
    expect(() => readStories(story('2026-02-03  x', 'payment 1.00'))).toThrow('line 7: "payment 1.00" has no day')
    expect(() => readStories('# T\n```story\n2026-02-03 x')).toThrow('does not end')
  })
})
