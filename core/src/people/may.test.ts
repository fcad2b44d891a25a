import { describe, expect, it } from 'vitest'
import { may, type Role, seesPortfolioOnly, type Thing, things } from './may.ts'

const roles: Role[] = ['admin', 'director', 'accountant', 'sales', 'project', 'readonly']
const active = (role: Role) => ({ role, isActive: true })
const writersOf = (thing: Thing) => roles.filter((role) => may(active(role), 'write', thing))

describe('rights', () => {
  it('let everybody signed in read every kind of thing but the bank and imports', () => {
    const open = things.filter((thing) => thing !== 'bank' && thing !== 'imports')
    for (const role of roles) for (const thing of open) expect(may(active(role), 'read', thing)).toBe(true)
  })

  it('let a reader change nothing but his own account', () => {
    expect(things.filter((thing) => may(active('readonly'), 'write', thing))).toEqual(['ownAccount'])
  })

  it('keep settings and colleagues to administrators and directors', () => {
    expect(writersOf('settings')).toEqual(['admin', 'director'])
    expect(writersOf('people')).toEqual(['admin', 'director'])
  })

  it('keep the keys of programs to administrators', () => {
    expect(writersOf('apiKeys')).toEqual(['admin'])
  })

  it('let the accountant set up the mail server too', () => {
    expect(writersOf('sender')).toEqual(['admin', 'director', 'accountant'])
  })

  it('leave the work of the day to all who work', () => {
    expect(writersOf('business')).toEqual(['admin', 'director', 'accountant', 'sales', 'project'])
  })

  it('keep the bank from those who see a portfolio', () => {
    for (const role of ['sales', 'project'] as const) {
      expect(may({ role, isActive: true }, 'read', 'bank')).toBe(false)
      expect(may({ role, isActive: true }, 'write', 'bank')).toBe(false)
    }
    expect(may({ role: 'readonly', isActive: true }, 'read', 'bank')).toBe(true)
    expect(may({ role: 'readonly', isActive: true }, 'write', 'bank')).toBe(false)
    expect(writersOf('bank')).toEqual(['admin', 'director', 'accountant'])
  })

  it('keep imports from those who see a portfolio: every customer stands in a file', () => {
    for (const role of ['sales', 'project'] as const) expect(may(active(role), 'read', 'imports')).toBe(false)
    expect(may(active('readonly'), 'read', 'imports')).toBe(true)
    expect(writersOf('imports')).toEqual(['admin', 'director', 'accountant'])
  })

  it('show their portfolio, and no more, to those who sell and to those who run projects', () => {
    expect(roles.filter((role) => seesPortfolioOnly({ role }))).toEqual(['sales', 'project'])
  })

  it('keep the law to those who keep the accounts', () => {
    expect(writersOf('law')).toEqual(['admin', 'director', 'accountant'])
    expect(may(active('sales'), 'read', 'law')).toBe(true)
  })

  it('keep what is written to every customer to those who keep the accounts', () => {
    expect(writersOf('scenarios')).toEqual(['admin', 'director', 'accountant'])
    expect(may(active('sales'), 'read', 'scenarios')).toBe(true)
  })

  it('end with the membership', () => {
    for (const thing of things) {
      expect(may({ role: 'admin', isActive: false }, 'read', thing)).toBe(false)
      expect(may({ role: 'admin', isActive: false }, 'write', thing)).toBe(false)
    }
  })
})
