import type { Language } from '@quittance/core/money/format-money.ts'
import type { Clock } from '../clock.ts'
import type { Config } from '../config.ts'
import type { Database } from '../database/connection.ts'
import type { Db } from '../database/db.ts'
import type { Seal } from '../sealing.ts'
import type { Sessions } from '../sessions/sessions.ts'
import type { SignedInCall } from './serve.ts'

/** What the routes of every word get: `wordRoutes(app, context)`. Acts of a lower word come in as functions. */
export interface AppContext {
  readonly database: Database
  readonly sessions: Sessions
  readonly clock: Clock
  readonly config: Config
  readonly seal: Seal
  /** In the transaction that makes an organisation: its default scenarios. */
  onNewOrganization(db: Db, language: Language): Promise<void>
  /** A firm has a mail server now: what lay in the test outbox is proposed again, for real. */
  onMailServerSet(db: Db, legalEntity: number): Promise<void>
  readonly demo: {
    /** Makes the example company for this person's account; answers the organisation. */
    start(call: SignedInCall): Promise<number>
    remove(call: SignedInCall): Promise<void>
  }
}
