import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FactsContext } from '../customers/facts-changed.ts'
import type { Db } from '../platform/database/db.ts'

/** Acts of the dunning word that ending a task asks for; tasks stand above it and only know these shapes. */
export interface TaskContext extends FactsContext {
  /** Milliseconds since 1970, by the clock of the installation: when a task was ended. */
  nowMs(): number
  /** The rungs of the task's items are climbed: done, or set aside by a person. */
  climbWithTask(db: Db, task: number, how: 'done' | 'setAside', on: CalendarDate): Promise<void>
  /** Undo of the above. */
  climbDown(db: Db, task: number): Promise<void>
  /** The letter of a letter task as a PDF; null for a task that has none. */
  letterOf(db: Db, task: number): Promise<{ readonly name: string; readonly pdf: Buffer } | null>
  /** Why the step of this customer is due, in one sentence. */
  whyOf(db: Db, customer: number, language: 'fr' | 'en'): Promise<string | null>
}
