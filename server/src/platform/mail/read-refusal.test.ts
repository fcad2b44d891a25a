import { describe, expect, it } from 'vitest'
import { isDeadAddress, readRefusal } from './read-refusal.ts'

describe('a refusal of a mail server', () => {
  it.each([
    ['550 5.1.1 No such user', 'noSuchMailbox', 'address', false],
    [
      '550-5.1.1 The email account that you tried to reach\n550 5.1.1 does not exist',
      'noSuchMailbox',
      'address',
      false,
    ],
    ['556 5.1.10 Null MX', 'noSuchMailbox', 'address', false],
    ['550 5.1.2 Bad destination system', 'badDomain', 'address', false],
    ['550 5.4.4 Unable to route', 'badDomain', 'address', false],
    ['550 5.2.1 Mailbox disabled', 'mailboxDisabled', 'address', false],
    ['552 5.2.2 Over quota', 'mailboxFull', 'address', true],
    ['452 4.2.2 Mailbox full', 'mailboxFull', 'address', true],
    ['552 5.2.3 Message too long', 'tooLarge', 'content', false],
    ['450 4.7.1 Greylisted, try later', 'slowDown', 'policy', true],
    ['421 4.7.0 Too many connections', 'slowDown', 'policy', true],
    ['550 5.7.1 Relaying denied', 'policy', 'policy', false],
    ['550 5.1.1 Message blocked as spam', 'policy', 'policy', false],
    ['550 Your message looks like SPAM', 'policy', 'policy', false],
    ['530 5.7.0 Authentication required', 'policy', 'policy', false],
    ['451 Temporary local problem', 'slowDown', 'policy', true],
    ['554 Transaction failed', 'unspecified', 'address', false],
  ] as const)('%s', (reply, detail, scope, temporary) => {
    expect(readRefusal(reply, 'recipient')).toMatchObject({ detail, scope, temporary })
  })

  it('keeps the codes and the words', () => {
    expect(readRefusal('550 5.1.1 Inconnu', 'recipient')).toMatchObject({
      code: 550,
      enhanced: '5.1.1',
      reply: '550 5.1.1 Inconnu',
    })
    expect(readRefusal('550 Inconnu', 'recipient')?.enhanced).toBeNull()
  })

  it('is not read in an answer that is none', () => {
    expect(readRefusal('250 Ok', 'message')).toBeNull()
    expect(readRefusal('354 Go on', 'data')).toBeNull()
    expect(readRefusal('55', 'message')).toBeNull()
  })

  it('condemns an address only when it speaks of the address', () => {
    const dead = (reply: string) => isDeadAddress(readRefusal(reply, 'recipient') ?? { code: 0, detail: 'unspecified' })
    expect(['550 5.1.1 No', '550 5.1.2 No', '550 5.2.1 No', '554 No'].map(dead)).toEqual([true, true, true, true])
    expect(['450 4.7.1 Later', '552 5.2.2 Full', '550 5.7.1 Spam', '451 Later'].map(dead)).not.toContain(true)
  })

  it('of our sender is our standing, not the customer’s address', () => {
    expect(readRefusal('550 5.1.1 Sender unknown', 'sender')?.scope).toBe('policy')
    expect(readRefusal('550 Sender refused', 'sender')?.scope).toBe('policy')
  })

  it('after the final dot without a code speaks of the content', () => {
    expect(readRefusal('554 Refused', 'message')).toMatchObject({ scope: 'content', detail: 'content' })
    expect(readRefusal('552 Too much', 'message')).toMatchObject({ scope: 'content', detail: 'tooLarge' })
  })
})
