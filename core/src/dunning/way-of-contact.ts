import type { Take } from './decision.ts'
import type { Step } from './scenario.ts'
import type { Situation } from './situation.ts'

/** How a step goes out where its own way is closed. */
export type Way = Pick<Take, 'insteadOfEmail' | 'insteadOfSms'>

/**
 * By which way a step may go out to this customer: an SMS without a number goes as an e-mail, an e-mail without an address
 * as a letter; null when no way is left, so that it never stays silent unnoticed.
 */
export function wayOf({ channel }: Step, situation: Situation): Way | null {
  const noSms = channel === 'sms' && situation.hasUsableMobile !== true
  if (channel !== 'email' && !noSms) return { insteadOfEmail: null }
  const asEmail = noSms ? ({ insteadOfSms: 'email' } as const) : {}
  if (situation.hasUsableEmail) return { insteadOfEmail: null, ...asEmail }
  return situation.hasPostalAddress ? { insteadOfEmail: 'letter', ...asEmail } : null
}
