import { channels } from '@quittance/core/dunning/scenario.ts'
import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { enteredDay } from '../../platform/http/entered-shapes.ts'
import { dateShape, idParams, keyShape, sumsShape } from '../../platform/http/shapes.ts'
import { enteredSteps, rulesShape } from './shapes.ts'

const customerShape = z.object({ id: keyShape, name: z.string() })

/** In place of what is in force; left out: as it is in force. */
const draft = { steps: enteredSteps.optional(), rules: rulesShape.optional() }

/** The days whose customers are told by name, at most 200; a single day when the last is left out. */
const within = { on: enteredDay.optional(), until: enteredDay.optional() }

/** Contacts by what a person reads together; `texts` are SMS. */
const counts = { emails: z.int(), texts: z.int(), calls: z.int(), letters: z.int(), decisions: z.int() }
const countsShape = z.object(counts).meta({ id: 'ContactCounts' })

const heldShape = z.array(z.object({ because: z.string(), label: z.string(), customers: z.int() }))

/** In customers, by the first contact whose day differs, else (`otherwise`) by one of the same day in another tone, way or to others. */
const differenceShape = z
  .object({ sooner: z.int(), later: z.int(), added: z.int(), dropped: z.int(), otherwise: z.int() })
  .nullable()

const named = {
  /** Who gets what on the days asked for, and whom something begins to hold back. */
  told: z.array(
    z
      .object({
        customer: customerShape,
        on: dateShape,
        /** Null: held back. */
        channel: z.enum(channels).nullable(),
        step: z.string().nullable(),
        total: sumsShape,
        held: z.object({ because: z.string(), label: z.string() }).nullable(),
        /** It happened, whatever the scenario would have done. */
        isReal: z.boolean(),
      })
      .meta({ id: 'ToldContact' }),
  ),
  /** Customers with the first contact that differs, at most 200. */
  changed: z.array(
    z
      .object({
        customer: customerShape,
        how: z.enum(['sooner', 'later', 'added', 'dropped', 'otherwise']),
        was: dateShape.nullable(),
        is: dateShape.nullable(),
      })
      .meta({ id: 'ChangedContact' }),
  ),
}

/** What a scenario would do, and would have done. */
export const simulationEndpoints = {
  simulateScenario: endpoint({
    method: 'POST',
    onlyAsks: true,
    url: '/api/v1/scenarios/:id/simulation',
    summary: 'What would leave over the next days with these steps, if nobody paid.',
    params: idParams,
    body: z.object({ ...draft, ...within, days: z.int().min(1).max(30).default(30), customerId: keyShape.optional() }),
    answer: z.object({
      /** How many owe something and follow it. */
      customers: z.int(),
      days: z.array(z.object({ on: dateShape, ...counts, total: sumsShape })),
      held: heldShape,
      /** Customers whose contacts are not those of the version in force; null without steps or rules of one's own. */
      difference: differenceShape,
      /** The cases its file brought, and those that no longer hold, each in a sentence. */
      cases: z.object({ count: z.int(), failed: z.array(z.string()) }),
      ...named,
    }),
  }),
  replayScenario: endpoint({
    method: 'POST',
    onlyAsks: true,
    url: '/api/v1/scenarios/:id/replay',
    summary:
      'What would have left over the last twelve months with these steps, with the books as they stood each day.',
    params: idParams,
    body: z.object({ ...draft, ...within }),
    answer: z.object({
      /** How many follow it today and owed something on a day of these months. */
      customers: z.int(),
      from: dateShape,
      /** Not included. */
      until: dateShape,
      /** The days on which something would have left, or did. */
      days: z.array(z.object({ on: dateShape, ...counts, total: sumsShape, real: countsShape })),
      /** Customers held back at least once, by reason. */
      held: heldShape,
      /** What the version in force would have sent; null without steps or rules of one's own. */
      inForce: countsShape.nullable(),
      /** Customers whose contacts are not those of the version in force, by the first that differs. */
      difference: differenceShape,
      ...named,
    }),
  }),
}
