/** From the first byte (993), by STARTTLS always (143), or in clear: the last only to this very machine. */
export type ImapSecurity = 'tls' | 'starttls' | 'none'

export interface ImapSettings {
  readonly host: string
  readonly port: number
  readonly security: ImapSecurity
  readonly user: string
  readonly password: string
  readonly folder: string
  /** Where messages go once taken; null leaves the server as it is. */
  readonly movesTo: string | null
}

export type ImapFailure = 'notConnected' | 'certificate' | 'refused' | 'clearTextPassword' | 'noFolder' | 'broken'

/** What kept a mailbox from being read; `reply` is what the server or the machine said of it. */
export class ImapProblem extends Error {
  readonly failure: ImapFailure
  readonly reply: string

  constructor(failure: ImapFailure, reply: string) {
    super(`${failure}: ${reply}`)
    this.failure = failure
    this.reply = reply
  }
}
