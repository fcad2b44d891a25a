import { dayInZone } from '@quittance/core/calendar/zone-day.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import { demoDay } from '@quittance/core/testing/demo-company/demo-day.ts'
import { demoCompany } from '@quittance/core/testing/demo-company.ts'
import { decideCustomers } from '../../dunning/run/decide-customers.ts'
import { loadRunContext } from '../../dunning/run/run-context.ts'
import { addDefaultScenarios } from '../../dunning/scenarios/use-cases.ts'
import { foundOrganization } from '../../people/found-organization.ts'
import { recordInJournal } from '../../people/journal.ts'
import type { Db } from '../../platform/database/db.ts'
import { readIn } from './company-queries.ts'
import { loadArrangements } from './load-arrangements.ts'
import { loadBank } from './load-bank.ts'
import { loadCompany } from './load-company.ts'
import { loadHistory } from './load-history.ts'

export interface DemoAsked {
  /** The account that will find itself in the example as Claire; null: nobody signs in to it. */
  readonly account: string | null
  readonly language: Language
  readonly nowMs: number
}

/** Founds the example company and fills it as it stands on the demo day, its messages of the day waiting. */
export async function loadDemo(db: Db, { account, language, nowMs }: DemoAsked): Promise<number> {
  const { firm, people } = demoCompany
  const demo = demoDay(dayInZone(nowMs, 'Europe/Paris'))
  const [claire] = people
  if (!claire) throw new Error('The example company has nobody in it.')
  const { name, email, role, phone } = claire
  const founded = await foundOrganization(db, {
    name: firm.name,
    isDemo: true,
    language: 'fr',
    siren: null,
    person: { name, email, role, phone, authUser: account },
    onNewOrganization: addDefaultScenarios,
  })
  await readIn(db, founded.person, language)
  const known = await loadCompany(db, { legalEntity: founded.legalEntity, claire: founded.person, demo, nowMs })
  const run = await loadRunContext(db, nowMs, demo)
  await loadHistory(db, known, run)
  await loadArrangements(db, known)
  await loadBank(db, known)
  await decideCustomers(db, [...known.customers.values()], run)
  await recordInJournal(db, { act: 'demo.started', thing: 'organization', thingId: founded.organization })
  return founded.organization
}
