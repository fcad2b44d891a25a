import { describe, expect, it } from 'vitest'
import { paths } from '../paths.ts'
import { navFor } from './nav.ts'

const everything = () => true

describe('the navigation', () => {
  it('leaves out the pages that do not exist yet, and the groups they leave empty', () => {
    const nav = navFor('accountant', (path) => path === paths.tasks || path === paths.settings)
    expect(nav.groups.map((group) => group.id)).toEqual(['daily'])
    expect(nav.groups[0]?.entries.map((entry) => entry.name)).toEqual(['tasks'])
    expect(nav.foot.map((entry) => entry.name)).toEqual(['settings'])
  })
  it('shows a sales rep neither bank, nor reminders, nor settings', () => {
    const nav = navFor('sales', everything)
    const names = [...nav.groups.flatMap((group) => group.entries), ...nav.foot].map((entry) => entry.name)
    expect(names).not.toContain('payments')
    expect(names).not.toContain('reminders')
    expect(names).not.toContain('settings')
    expect(names).toContain('portfolio')
    expect(names).toContain('help')
  })
  it('gives each key after G to one page only', () => {
    for (const role of ['admin', 'sales'] as const) {
      const keys = navFor(role, everything).groups.flatMap((group) => group.entries.flatMap((entry) => entry.key ?? []))
      expect(new Set(keys).size).toBe(keys.length)
    }
  })
})
