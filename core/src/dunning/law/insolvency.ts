import { addMonths, type CalendarDate } from '../../calendar/calendar-date.ts'

/** Sauvegarde, redressement judiciaire, liquidation judiciaire. */
export const insolvencyKinds = ['safeguard', 'receivership', 'liquidation'] as const
export type InsolvencyKind = (typeof insolvencyKinds)[number]

/**
 * The last day to declare a claim: two months after the publication in the BODACC, four for a creditor who does not live
 * in mainland France (C. com. R622-24). Until the publication is known the judgment stands for it: too early, never late.
 */
export const declareClaimBy = (procedure: {
  readonly judgedOn: CalendarDate
  readonly publishedOn: CalendarDate | null
  readonly isCreditorAway: boolean
}): CalendarDate => addMonths(procedure.publishedOn ?? procedure.judgedOn, procedure.isCreditorAway ? 4 : 2)
