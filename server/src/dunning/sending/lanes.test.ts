import { describe, expect, it } from 'vitest'
import { onLanes, type Pace } from './lanes.ts'

/** Works that end when told, in the order in which they began. */
function watched(paces: Readonly<Record<string, Pace>> = {}) {
  const began: string[] = []
  const ends = new Map<string, () => void>()
  let most = 0
  return {
    began,
    busiest: () => most,
    work: (name: string): Promise<Pace> => {
      began.push(name)
      return new Promise((resolve) => {
        ends.set(name, () => resolve(paces[name] ?? 'faster'))
        most = Math.max(most, ends.size)
      })
    },
    /** Ends what is on its way, until nothing more begins. */
    async endAll(): Promise<void> {
      while (ends.size > 0) {
        const [[name, end] = ['', () => undefined]] = ends
        ends.delete(name)
        end()
        await new Promise(setImmediate)
      }
    },
  }
}

const names = ['a1', 'b1', 'c1', 'd1', 'e1', 'f1']
const keyOf = (name: string): string => name.charAt(0)

describe('lanes', () => {
  it('open one by one while all goes well, up to as many as may be', async () => {
    const one = watched()
    const done = onLanes(names, { most: 3, keyOf, work: one.work })
    expect(one.began).toEqual(['a1'])
    await one.endAll()
    await done
    expect(one.began).toEqual(names)
    expect(one.busiest()).toBe(3)
  })

  it('stay one when there is but one', async () => {
    const one = watched()
    const done = onLanes(names, { most: 1, keyOf, work: one.work })
    await one.endAll()
    await done
    expect(one.busiest()).toBe(1)
  })

  it('never hold two of the same key, and lose none', async () => {
    const given = ['a1', 'a2', 'a3', 'b1', 'b2']
    const one = watched()
    const done = onLanes(given, { most: 4, keyOf, work: one.work })
    await one.endAll()
    await done
    expect(one.began.toSorted()).toEqual(given)
    expect(one.busiest()).toBe(2)
  })

  it('close all but one in trouble, and begin nothing more once told to stop', async () => {
    const one = watched({ c1: 'alone', d1: 'same', e1: 'stop' })
    const done = onLanes(names, { most: 2, keyOf, work: one.work })
    await one.endAll()
    await done
    expect(one.began).toEqual(['a1', 'b1', 'c1', 'd1', 'e1'])
  })
})
