import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { QueryClient } from '@tanstack/react-query'
import { enterPayment, payerQuery, proposalQuery } from './api.ts'
import { bodyOf, type Missing, missingIn } from './payment-draft.ts'
import type { PileRow } from './pile.ts'
import { askedBy } from './use-draft-proposal.ts'

interface Known {
  readonly baseCurrency: string
  readonly today: CalendarDate
  /** The deposit slip it was handed in with. */
  readonly slip: { readonly number: string; readonly depositedOn: CalendarDate } | null
  /** What is missing, in words. */
  readonly say: (missing: Missing) => string
}

/** Enters the payment of a row: what became of it, or the reason it cannot go. Never throws. */
export async function savePileRow(client: QueryClient, { draft }: PileRow, known: Known): Promise<PileRow['state']> {
  try {
    const payer = draft.customer && (await client.ensureQueryData(payerQuery(draft.customer.id)))
    const currency = draft.currency ?? payer?.currency ?? known.baseCurrency
    const asked = askedBy(draft, currency, known.today)
    const proposal = asked && (await client.fetchQuery(proposalQuery(asked)))
    const missing = missingIn(draft, proposal, known.today)
    const body = proposal && !missing ? bodyOf(draft, proposal, currency) : undefined
    if (!body) return { is: 'failed', message: known.say(missing ?? 'reading') }
    return { is: 'saved', payment: await enterPayment({ ...body, slip: known.slip, entryKey: draft.entryKey }) }
  } catch (problem) {
    return { is: 'failed', message: problem instanceof Error ? problem.message : String(problem) }
  }
}
