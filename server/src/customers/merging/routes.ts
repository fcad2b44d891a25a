import type { Language } from '@quittance/core/money/format-money.ts'
import type { FastifyInstance } from 'fastify'
import type { Db } from '../../platform/database/db.ts'
import { found } from '../../platform/http/app-error.ts'
import { serve } from '../../platform/http/serve.ts'
import type { FactsContext } from '../facts-changed.ts'
import { customerName, fieldsOf } from '../queries.ts'
import { lockAlias } from './aliases.ts'
import { mergingEndpoints as endpoints } from './contract.ts'
import { doublesIn, sayNotDouble, takeNotDoubleBack } from './doubles.ts'
import type { Followers, MergeContext } from './following.ts'
import { mergeCustomers } from './merge-customers.ts'
import { countsOf, previewMerge } from './preview-merge.ts'
import { withItself } from './refusals.ts'
import { rehearseSeparation, separateCustomers } from './separate-customers.ts'

/** Customers known under two names: merged, separated again, and those that look like one. */
export function mergingRoutes(app: FastifyInstance, { factsChanged, followers }: FactsContext & MergeContext): void {
  serve(app, endpoints.previewMerge, ({ params, body, today, actor, transaction }) =>
    transaction((db) =>
      previewMerge(db, { kept: params.id, other: body.otherId }, { today, language: actor.language, followers }),
    ),
  )
  serve(app, endpoints.mergeCustomers, ({ params, body, today, transaction }) =>
    transaction(async (db) => {
      await mergeCustomers(db, { kept: params.id, other: body.otherId }, { today, followers, factsChanged })
      return { keptId: params.id, mergedId: body.otherId }
    }),
  )
  serve(app, endpoints.previewSeparation, ({ params, actor, transaction }) =>
    transaction((db) => separationInWords(db, params.id, { followers, language: actor.language })),
  )
  serve(app, endpoints.separateCustomers, ({ params, today, transaction }) =>
    transaction(async (db) => {
      const { kept, other } = await separateCustomers(db, params.id, { today, followers, factsChanged })
      return { keptId: kept, separatedId: other }
    }),
  )
  serve(app, endpoints.doubles, ({ transaction }) => transaction(doublesIn))
  serve(app, endpoints.notDoubles, ({ params, transaction }) =>
    transaction(async (db) => sayNotDouble(db, await twoKnown(db, params))),
  )
  serve(app, endpoints.doublesAfterAll, ({ params, transaction }) =>
    transaction(async (db) => takeNotDoubleBack(db, await twoKnown(db, params))),
  )
}

async function twoKnown(db: Db, { id, otherId }: { id: number; otherId: number }) {
  if (id === otherId) throw withItself()
  for (const one of [id, otherId]) found(await customerName(db, one))
  return { first: Math.min(id, otherId), second: Math.max(id, otherId) }
}

async function separationInWords(
  db: Db,
  other: number,
  { followers, language }: { readonly followers: Followers; readonly language: Language },
) {
  const { kept, back, since, stays, standing } = await rehearseSeparation(db, other, followers)
  const { code, name, mergedOn } = found(await lockAlias(db, other))
  const { code: keptCode, name: keptName } = found(await fieldsOf(db, kept))
  return {
    kept: { id: kept, code: keptCode, name: keptName },
    other: { id: other, code, name, mergedOn },
    back: await countsOf((table) => back[table] ?? 0),
    since: await countsOf((table) => since[table] ?? 0),
    stays: await countsOf((table) => stays[table] ?? 0),
    standing: standing.map(({ kind, sentence }) => ({ kind, sentence: sentence[language] })),
  }
}
