import { describe, expect, it } from 'vitest'
import { readStories } from '../../testing/story.ts'
import { runStory } from './run-story.ts'

const start = [
  'customer C-1 Nordelec Industrie SAS',
  'invoice F-2026-0101 of C-1 1200.00 issued 2026-09-01 due 2026-10-01',
]

function failuresOf(...days: string[]): string[] {
  const [story] = readStories(['# T', '```story', ...start, ...days, '```'].join('\n'))
  if (!story) throw new Error('no story')
  return runStory(story)
}

const paid = '2026-10-05  1200.00 "VIR SEPA NORDELEC INDUSTRIE F-2026-0101"'

describe('a story of the bank that tells something else', () => {
  it('shows the line, what was expected, what came and why', () => {
    const [failure = ''] = failuresOf(`${paid} -> auto: C-1 pays F-2026-0101 1199.00`)
    expect(failure).toContain('line 5, 2026-10-05')
    expect(failure).toContain('expected  auto: C-1 pays F-2026-0101 1199.00')
    expect(failure).toContain('got       auto: C-1 pays F-2026-0101 1200.00')
    expect(failure).toContain('Number F-2026-0101 is in the label')
  })

  it('fails on a decision, a reason, a mark or a customer held that is not so', () => {
    const wrong = ['suggest', 'none', 'waits', 'because The sum fits', 'marks 101', 'holds nobody', 'also nobody']
    for (const expected of wrong) expect(failuresOf(`${paid} -> ${expected}`)).toHaveLength(1)
    expect(failuresOf(`${paid} -> never C-1 pays F-2026-0101 1200.00`)).toHaveLength(1)
  })

  it('fails on days out of order and on no days at all', () => {
    expect(failuresOf(paid, '2026-10-04  confirm').join()).toContain('not in order')
    expect(failuresOf().join()).toContain('has no day')
  })

  it('stops on words it does not know and on what cannot be', () => {
    expect(() => failuresOf('2026-10-05  abracadabra')).toThrow('no event')
    expect(() => failuresOf('2026-10-05  -> auto')).toThrow('no line of the bank')
    expect(() => failuresOf(`${paid} -> perhaps`)).toThrow('expects nothing')
    expect(() => failuresOf(`${paid} blue`)).toThrow('nothing that a line of the bank says')
    expect(() => failuresOf('2026-10-05  confirm')).toThrow('only a credit')
    expect(() => failuresOf(paid, '2026-10-05  take back')).toThrow('taken back')
    expect(() => failuresOf(paid, '2026-10-05  correct C-1 pays F-2026-0101 1200.01')).toThrow('more than is left')
    expect(() => failuresOf(paid, '2026-10-05  correct C-1 pays F-999 1.00')).toThrow('no F-999')
    expect(() => failuresOf('2026-10-05  invoice F-2026-0102 of C-9 1.00 issued 2026-10-01 due 2026-10-02')).toThrow(
      'C-9',
    )
    expect(() => failuresOf('2026-10-05  promise of C-1 12 for 2026-10-09')).toThrow('not an amount')
  })

  it('lives when all is told', () => {
    expect(failuresOf(`${paid} -> auto: C-1 pays F-2026-0101 1200.00`, '2026-10-05 -> marks F-2026-0101')).toEqual([])
  })
})
