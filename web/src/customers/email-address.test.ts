import { describe, expect, it } from 'vitest'
import { looksLikeAddress } from './email-address.ts'

describe('an e-mail address', () => {
  it.each(['compta@castel.fr', ' h.gauthier+factures@sub.castel.co.uk '])('%s can be one', (text) =>
    expect(looksLikeAddress(text)).toBe(true),
  )
  it.each(['compta', 'compta@castel', 'compta@castel.', '@castel.fr', 'a b@castel.fr', 'a@b@c.fr', ''])(
    '%s cannot',
    (text) => expect(looksLikeAddress(text)).toBe(false),
  )
})
