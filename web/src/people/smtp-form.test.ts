import { describe, expect, it } from 'vitest'
import { type SmtpForm, smtpAskedBy, smtpFormOf, withSecurity, wrongSmtpFields } from './smtp-form.ts'

const form: SmtpForm = {
  host: 'smtp.atelier.example',
  port: '587',
  security: 'starttls',
  username: 'claire',
  password: '',
  fromName: 'Atelier Vauquelin',
  fromAddress: 'compta@atelier.example',
  replyTo: '',
}

describe('the form of a mail server', () => {
  it('begins with the name of the firm and the address of whoever fills it in', () => {
    const begun = smtpFormOf({ smtp: null, name: 'Atelier Vauquelin', email: null }, 'claire@atelier.example')
    expect(begun).toMatchObject({ fromName: 'Atelier Vauquelin', fromAddress: 'claire@atelier.example', port: '587' })
  })

  it('moves to the usual port of a security, and keeps an unusual one', () => {
    expect(withSecurity(form, 'tls').port).toBe('465')
    expect(withSecurity({ ...form, port: '2525' }, 'tls').port).toBe('2525')
  })

  it.each([
    ['host', ''],
    ['host', 'smtp atelier'],
    ['port', '0'],
    ['port', 'douze'],
    ['port', '70000'],
    ['fromName', ' '],
    ['fromAddress', 'compta@'],
    ['replyTo', 'compta'],
  ] as const)('points at %s when it is « %s »', (field, value) => {
    expect(wrongSmtpFields({ ...form, [field]: value })).toEqual([field])
  })

  it('finds nothing wrong with a good one, and leaves a stored password alone', () => {
    expect(wrongSmtpFields(form)).toEqual([])
    expect(smtpAskedBy(form)).toEqual({
      host: 'smtp.atelier.example',
      port: 587,
      security: 'starttls',
      username: 'claire',
      fromName: 'Atelier Vauquelin',
      fromAddress: 'compta@atelier.example',
      replyTo: null,
    })
    expect(smtpAskedBy({ ...form, password: 'secret' }).password).toBe('secret')
  })
})
