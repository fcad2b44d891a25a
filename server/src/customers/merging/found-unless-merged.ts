import type { Db } from '../../platform/database/db.ts'
import { type AppError, notFound } from '../../platform/http/app-error.ts'
import { customerName } from '../queries.ts'
import { keptInstead } from './aliases.ts'
import { mergedInto } from './refusals.ts'

/** `row`; without one, whoever acts on a customer merged away is told into whom, and everybody else gets the 404. */
export async function foundUnlessMerged<T>(db: Db, customer: number, row: T | null): Promise<T> {
  if (row !== null) return row
  throw await unlessMerged(db, customer, notFound())
}

/** `otherwise`, or what tells into whom this customer was merged. */
export async function unlessMerged(db: Db, customer: number, otherwise: AppError): Promise<AppError> {
  const kept = await keptInstead(db, customer)
  const instead = kept === null ? null : await customerName(db, kept)
  return instead ? mergedInto(instead.name) : otherwise
}
