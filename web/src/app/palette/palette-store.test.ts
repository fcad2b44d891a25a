import { describe, expect, it } from 'vitest'
import { offerActions, type PaletteItem, palette } from './palette-store.ts'

const actsOf = (group: string) => palette().actions.get(group)?.()

describe('what a page offers in the palette', () => {
  it('runs what the page means now, though the act kept its name', () => {
    const done: string[] = []
    const act = (customer: string): PaletteItem => ({ id: 'pay', label: 'Payer', run: () => done.push(customer) })
    let items = [act('Castel')]
    const leave = offerActions('page', () => items)
    items = [act('Hélianthe')]
    actsOf('page')?.[0]?.run()
    expect(done).toEqual(['Hélianthe'])
    leave()
  })

  it('goes with the page, and leaves what others offer', () => {
    const leave = offerActions('page', () => [])
    const others = offerActions('everywhere', () => [])
    leave()
    expect([...palette().actions.keys()]).toEqual(['everywhere'])
    others()
  })
})
