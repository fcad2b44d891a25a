import { describe, expect, it } from 'vitest'
import { stock } from '../../platform/places.ts'
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
    async end(name: string): Promise<void> {
      const end = ends.get(name) ?? expect.fail(`${name} is not on its way`)
      ends.delete(name)
      end()
      await new Promise(setImmediate)
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
const oneWay = () => ({ keyOf, wayOf: () => 'one', more: stock(8) })

describe('lanes', () => {
  it('open one by one while all goes well, up to as many as may be', async () => {
    const one = watched()
    const done = onLanes(names, { ...oneWay(), most: 3, work: one.work })
    expect(one.began).toEqual(['a1'])
    await one.endAll()
    await done
    expect(one.began).toEqual(names)
    expect(one.busiest()).toBe(3)
  })

  it('stay one when there is but one', async () => {
    const one = watched()
    const done = onLanes(names, { ...oneWay(), most: 1, work: one.work })
    await one.endAll()
    await done
    expect(one.busiest()).toBe(1)
  })

  it('never hold two of the same key, and lose none', async () => {
    const given = ['a1', 'a2', 'a3', 'b1', 'b2']
    const one = watched()
    const done = onLanes(given, { ...oneWay(), most: 4, work: one.work })
    await one.endAll()
    await done
    expect(one.began.toSorted()).toEqual(given)
    expect(one.busiest()).toBe(2)
  })

  it('close all but one in trouble, and begin nothing more once told to stop', async () => {
    const one = watched({ c1: 'alone', d1: 'same', e1: 'stop' })
    const done = onLanes(names, { ...oneWay(), most: 2, work: one.work })
    await one.endAll()
    await done
    expect(one.began).toEqual(['a1', 'b1', 'c1', 'd1', 'e1'])
  })

  it('of a way that hangs hold up no other way, and what shares a key waits for it', async () => {
    const given = ['mail a1', 'mail b1', 'sms c1', 'sms a2', 'sms d1']
    const one = watched()
    const more = stock(8)
    const done = onLanes(given, {
      most: 1,
      keyOf: (name) => name.split(' ')[1]?.charAt(0),
      wayOf: (name) => name.split(' ')[0],
      more,
      work: one.work,
    })
    expect(one.began).toEqual(['mail a1', 'sms c1'])
    await one.end('sms c1')
    await one.end('sms d1')
    // The mail server of the first still hangs: the second message to that customer waits, the others are gone.
    expect(one.began).toEqual(['mail a1', 'sms c1', 'sms d1'])
    await one.end('mail a1')
    await one.endAll()
    await done
    expect(one.began.toSorted()).toEqual(given.toSorted())
  })

  it('beyond the first come out of what all share, and go back', async () => {
    const more = stock(1)
    const one = watched()
    const done = onLanes(names, { ...oneWay(), more, most: 8, work: one.work })
    await one.endAll()
    await done
    expect(one.busiest()).toBe(2)
    expect([more.take(), more.take()]).toEqual([true, false])
  })
})
