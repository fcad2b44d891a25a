import { contactRoles } from '@quittance/core/dunning/scenario.ts'
import { type Sql, sql } from '../platform/database/sql.ts'

/** Sorts contacts by what they are for, who pays first; `role` names the column. */
export const whoPaysFirst = (role: Sql): Sql => sql`array_position(${contactRoles}::text[], ${role})`

/** The same for who is written to: a superior only where nobody else can be. */
export const superiorLast = (role: Sql): Sql => sql`(${role} = 'escalation'), ${whoPaysFirst(role)}`
