import { describe, expect, it } from 'vitest'
import type { Contact } from './api.ts'
import { contactName, dialled, phoneOf, reachOf } from './contact-words.ts'

const aContact = (change: Partial<Contact> = {}): Contact => ({
  id: 1,
  civility: 'Mme',
  firstName: 'Hélène',
  lastName: 'Gauthier',
  jobTitle: null,
  role: 'accountsPayable',
  email: 'h.gauthier@castel.fr',
  phone: null,
  receivesReminders: true,
  emailRefusedOn: null,
  emailRefusal: null,
  ...change,
})

describe('a contact', () => {
  it('is called by its name, else by its address', () => {
    expect(contactName(aContact())).toBe('Mme Hélène Gauthier')
    expect(contactName(aContact({ firstName: null, lastName: null }))).toBe('h.gauthier@castel.fr')
    expect(contactName(aContact({ firstName: null, lastName: null, email: null }))).toBeNull()
  })

  it('who gets the reminders is the one to call', () => {
    const director = aContact({ id: 2, receivesReminders: false, phone: '03 80 00 00 01' })
    expect(phoneOf({ contacts: [director, aContact({ phone: '03 53 01 42 18' })], phone: '01' })).toBe('03 53 01 42 18')
    expect(phoneOf({ contacts: [director, aContact()], phone: '01' })).toBe('03 80 00 00 01')
    expect(phoneOf({ contacts: [aContact()], phone: '03 85 00 00 00' })).toBe('03 85 00 00 00')
  })

  it('is dialled by its digits', () => {
    expect(dialled('+33 (0)3 53.01')).toBe('tel:+3303' + '5301')
    expect(dialled('03 53 01 42 18')).toBe('tel:0353014218')
  })

  it('whose address came back is not reached', () => {
    const refused = aContact({ emailRefusedOn: '2026-11-20' })
    expect(reachOf([aContact()])).toBe('reachable')
    expect(reachOf([refused, aContact({ id: 2 })])).toBe('reachable')
    expect(reachOf([refused])).toBe('refused')
    expect(reachOf([aContact({ receivesReminders: false }), aContact({ email: null })])).toBe('nobody')
  })
})
