import type { SendOutcome } from '../../platform/mail/smtp-outcome.ts'

/** What an answer says of the mail server rather than of one message. */
export interface Trouble {
  /** Certain: nothing else would get through now. Else it takes a second one in a row to believe it. */
  readonly isCertain: boolean
  /** How long the server is left alone. A wrong password tried message after message closes the account. */
  readonly restMinutes: number
}

const shortRest = 15
const longRest = 60

/** Null when the answer concerns this message only. */
export function troubleIn(outcome: SendOutcome): Trouble | null {
  if (outcome.kind === 'notConnected') {
    return { isCertain: true, restMinutes: outcome.transient ? shortRest : longRest }
  }
  if (outcome.kind === 'temporary') {
    if (outcome.code === 421) return { isCertain: true, restMinutes: shortRest }
    return outcome.detail === 'connectionLost' ? { isCertain: false, restMinutes: shortRest } : null
  }
  // It hangs, or dies each time it has taken one: two in doubt are enough for a person to look at.
  if (outcome.kind === 'uncertain') return { isCertain: false, restMinutes: shortRest }
  // Our standing, not this customer's address: more of the same makes it worse.
  if (outcome.kind === 'permanent' && outcome.scope === 'policy') return { isCertain: false, restMinutes: longRest }
  return null
}
