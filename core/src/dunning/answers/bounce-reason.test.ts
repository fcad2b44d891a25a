import { describe, expect, it } from 'vitest'
import { addressFate, isWornOut } from './address-fate.ts'
import { type BounceReason, bounceReason, isHardReason } from './bounce-reason.ts'
import { findCodes } from './find-codes.ts'

const told = (text: string) => bounceReason({ ...findCodes(text), text })

describe('why a message did not arrive', () => {
  it.each<[string, BounceReason]>([
    ['550 5.1.1 <a@b.fr>: Recipient address rejected: User unknown', 'unknownUser'],
    ['550 5.5.0 Adresse destinataire invalide. Invalid recipient.', 'unknownUser'],
    ['550-5.1.1 The email account that you tried to reach does not exist.', 'unknownUser'],
    ['Host or domain name not found. Name service error', 'unknownHost'],
    ['556 5.1.10 Recipient address has null MX', 'refusesMail'],
    ['521 5.3.2 This host accepts no mail', 'refusesMail'],
    ['551 5.1.6 User has moved to c@d.fr', 'moved'],
    ['552 5.2.2 Mailbox full', 'mailboxFull'],
    ['550 5.1.1 boîte aux lettres pleine', 'mailboxFull'],
    ['452 4.2.2 The email account is over quota', 'mailboxFull'],
    ['550 5.2.1 The account is disabled', 'disabled'],
    ['552 5.3.4 Message size exceeds fixed limit', 'tooLarge'],
    ['421 4.4.1 Connection timed out', 'expired'],
    ['554 5.7.1 Service unavailable; Client host blocked using zen.spamhaus.org', 'policy'],
    ['550 5.7.26 Unauthenticated email is not accepted due to DMARC policy', 'policy'],
    ['550 5.7.1 User sender@us.fr rejected', 'policy'],
    ['quelque chose d’autre', 'unclear'],
  ])('%s: %s', (text, reason) => {
    expect(told(text)).toBe(reason)
  })

  it('is a filter’s doing when a known recipient is refused after the message itself', () => {
    expect(told('550 User unknown (in reply to end of DATA command)')).toBe('filtered')
  })

  it('is told by the status where the words say nothing', () => {
    expect(bounceReason({ status: '5.1.2', replyCode: '', text: '' })).toBe('unknownHost')
    expect(bounceReason({ status: '4.4.7', replyCode: '', text: '' })).toBe('expired')
    expect(bounceReason({ status: '5.7.509', replyCode: '', text: '' })).toBe('policy')
    expect(bounceReason({ status: '', replyCode: '552', text: '' })).toBe('mailboxFull')
    expect(bounceReason({ status: '2.0.0', replyCode: '', text: '' })).toBe('unclear')
  })
})

describe('what that means for the address', () => {
  const fate = (reason: BounceReason, status: string | null = '5.0.0') =>
    addressFate({ reason, status, isHard: isHardReason(reason) })

  it('nobody is there, or nobody any more: dead', () => {
    expect(
      ['unknownUser', 'unknownHost', 'moved', 'refusesMail', 'disabled'].map((one) => fate(one as BounceReason)),
    ).toEqual(['dead', 'dead', 'dead', 'dead', 'dead'])
  })
  it('full or silent: wait', () =>
    expect([fate('mailboxFull'), fate('expired'), fate('unclear')]).toEqual(['wait', 'wait', 'wait']))
  it('closed only for now: wait', () => expect(fate('disabled', '4.2.1')).toBe('wait'))
  it('refused for what we are or send: ours', () =>
    expect([fate('policy'), fate('tooLarge'), fate('content')]).toEqual(['ours', 'ours', 'ours']))
  it('is worn out at the limit, not before', () => expect([isWornOut(2, 3), isWornOut(3, 3)]).toEqual([false, true]))
})

describe('the codes in a server’s words', () => {
  it('are found together or alone', () => {
    expect(findCodes('550 5.1.1 no')).toEqual({ replyCode: '550', status: '5.1.1' })
    expect(findCodes('said: 550-5.7.1 blocked')).toEqual({ replyCode: '550', status: '5.7.1' })
    expect(findCodes('(#5.4.4)')).toEqual({ replyCode: '', status: '5.4.4' })
    expect(findCodes('SMTP error: 452 try later')).toEqual({ replyCode: '452', status: '' })
  })
  it('are no address of the Internet, no year and no sum', () => {
    expect(findCodes('from 192.0.2.5.1 in 2015, 1550 bytes')).toEqual({ replyCode: '', status: '' })
  })
})
