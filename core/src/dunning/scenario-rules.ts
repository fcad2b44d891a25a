import type { Scenario } from './scenario.ts'
import type { DunningRules } from './situation.ts'

/** The rules a scenario is decided under: its own where it says one, else those of the organisation. */
export function rulesOf({ rules: own }: Scenario, organization: DunningRules): DunningRules {
  if (own === undefined) return organization
  const { minimumDaysBetweenContacts, tolerance, approvalAbove, everyDay } = own
  return {
    ...organization,
    ...(minimumDaysBetweenContacts !== undefined && { minimumDaysBetweenContacts }),
    ...(tolerance !== undefined && { tolerance }),
    ...(approvalAbove !== undefined && { approvalAbove }),
    ...(everyDay === true && { everyDay }),
  }
}
