import { describe, expect, it } from 'vitest'
import { mailboxAskedBy, mailboxFormOf, withMailboxSecurity, wrongMailboxFields } from './mailbox-form.ts'

const form = { ...mailboxFormOf(null), host: ' imap.exemple.fr ', username: 'compta@exemple.fr' }

describe('the form of a mailbox', () => {
  it('is off, encrypted and on the inbox before anything is said', () => {
    expect(mailboxFormOf(null)).toMatchObject({ isOn: false, security: 'tls', port: '993', folder: 'INBOX' })
  })

  it('keeps the stored password when none is typed, and moves nothing when no folder is named', () => {
    expect(mailboxAskedBy(form)).toEqual({
      ...{ isOn: false, host: 'imap.exemple.fr', port: 993, security: 'tls', username: 'compta@exemple.fr' },
      ...{ folder: 'INBOX', movesTo: null },
    })
    expect(mailboxAskedBy({ ...form, password: 'x', movesTo: ' Lu ' })).toMatchObject({ password: 'x', movesTo: 'Lu' })
  })

  it('follows the usual port of the security, and leaves one that was typed', () => {
    expect(withMailboxSecurity(form, 'starttls').port).toBe('143')
    expect(withMailboxSecurity({ ...form, port: '1993' }, 'starttls').port).toBe('1993')
  })

  it('says which fields cannot be right', () => {
    expect(wrongMailboxFields(form)).toEqual([])
    expect(wrongMailboxFields({ ...form, host: 'a b', port: '0', username: ' ', folder: '' })).toEqual([
      'host',
      'port',
      'username',
      'folder',
    ])
  })
})
