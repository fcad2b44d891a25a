import { describe, expect, it } from 'vitest'
import { places, stock } from './places.ts'

/** Works that end when told. */
function watched() {
  const began: string[] = []
  const ends = new Map<string, { end: () => void; fail: (error: Error) => void }>()
  const work = (name: string) => () =>
    new Promise<string>((resolve, reject) => {
      began.push(name)
      ends.set(name, { end: () => resolve(name), fail: reject })
    })
  return { began, work, of: (name: string) => ends.get(name) ?? expect.fail(`${name} has not begun`) }
}

const turn = () => new Promise(setImmediate)

describe('places', () => {
  it('are so many, and go to those who wait in the order they came', async () => {
    const at = places(2)
    const { began, work, of } = watched()
    const all = ['a', 'b', 'c', 'd'].map((name) => at(work(name)))
    await turn()
    expect(began).toEqual(['a', 'b'])
    of('b').end()
    await turn()
    expect(began).toEqual(['a', 'b', 'c'])
    for (const name of ['a', 'c']) of(name).end()
    await turn()
    of('d').end()
    expect(await Promise.all(all)).toEqual(['a', 'b', 'c', 'd'])
  })

  it('are free again after what failed', async () => {
    const at = places(1)
    const { began, work, of } = watched()
    const failed = at(work('a'))
    const next = at(work('b'))
    await turn()
    of('a').fail(new Error('broken'))
    await expect(failed).rejects.toThrow('broken')
    await turn()
    expect(began).toEqual(['a', 'b'])
    of('b').end()
    await next
  })
})

it('a stock is taken until it is empty, and what is given back is there again', () => {
  const one = stock(2)
  expect([one.take(), one.take(), one.take(), one.take()]).toEqual([true, true, false, false])
  one.give()
  expect([one.take(), one.take()]).toEqual([true, false])
})
