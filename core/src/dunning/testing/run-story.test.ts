import { describe, expect, it } from 'vitest'
import { readStories } from '../../testing/story.ts'
import { runStory } from './run-story.ts'

const start = ['steps D+7 email friendly, D+10 email neutral', 'invoice F-101 1200.00 due 2026-03-02']
function failuresOf(...days: string[]): string[] {
  const [story] = readStories(['# T', '```story', ...start, ...days, '```'].join('\n'))
  if (!story) throw new Error('no story')
  return runStory(story)
}

describe('a story that tells something else', () => {
  it('shows the day, what was expected and what came', () => {
    expect(failuresOf('2026-03-09  -> take: D+7 email 1300.00')).toEqual([
      'line 5, 2026-03-09\n' +
        '  expected  take: D+7 email 1300.00\n' +
        '  got       take: D+7 email friendly 1200.00; for F-101; lists F-101 1200.00; climbs F-101 D+7; no credit; nothing to check',
    ])
    expect(failuresOf('2026-03-04  -> hold: too soon')).toHaveLength(1)
  })

  it('fails on a detail that is not so', () => {
    expect(failuresOf('2026-03-09  -> take: D+7 email 1200.00; climbs F-101 D+10')).toHaveLength(1)
    expect(failuresOf('2026-03-09  -> take: D+7 email firm 1200.00')).toHaveLength(1)
  })

  it('fails on a contact it does not tell, on a day it tells or not', () => {
    expect(failuresOf('2026-03-05  -> rest: no step due', '2026-03-10  -> rest: no step due')[0]).toContain(
      'nothing to go out',
    )
    expect(
      failuresOf('2026-03-09  call by hand', '2026-03-12  put aside until 2026-03-13', '2026-03-17 bank line matched'),
    ).toHaveLength(1)
  })

  it('fails on days out of order and on no days at all', () => {
    expect(failuresOf('2026-03-05 -> rest: no step due', '2026-03-04 -> rest: no step due').join()).toContain(
      'not in order',
    )
    expect(failuresOf().join()).toContain('has no day')
  })

  it('stops on words it does not know and on what cannot be', () => {
    expect(() => failuresOf('2026-03-05  abracadabra')).toThrow('no event')
    expect(() => failuresOf('2026-03-05  payment 1200.01 for F-101')).toThrow('overpaid')
    expect(() => failuresOf('2026-03-05  dispute F-999')).toThrow('no F-999')
    expect(() => failuresOf('2026-03-05  call done')).toThrow('no task')
  })

  it('lives when all is told', () => {
    expect(failuresOf('2026-03-09  -> take: D+7 email 1200.00', '2026-03-16  -> take: D+10 email 1200.00')).toEqual([])
  })
})
