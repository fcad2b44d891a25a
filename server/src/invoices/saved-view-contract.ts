import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { lineShape } from '../platform/http/entered-shapes.ts'
import { idParams, keyShape } from '../platform/http/shapes.ts'
import { itemColumns, itemFilters, itemOrder } from './list-shapes.ts'

const savedSearch = z.object({
  ...itemFilters,
  ...itemOrder,
  q: lineShape(100).optional(),
  /** A person, or whoever reads. */
  owner: z.union([z.literal('me'), keyShape]).optional(),
  columns: z.array(z.enum(itemColumns)).min(1).max(itemColumns.length),
})
export type SavedSearch = z.output<typeof savedSearch>

const viewName = lineShape(60)

export const savedViewEndpoints = {
  savedViews: endpoint({
    method: 'GET',
    url: '/api/v1/open-items/saved-views',
    summary: 'The lists this person keeps under a name, and those that colleagues share.',
    answer: z.array(
      z
        .object({
          id: keyShape,
          name: z.string(),
          isShared: z.boolean(),
          /** The colleague who shares it; null for one’s own. */
          sharedBy: z.string().nullable(),
          /** May this person rename, change or remove it? */
          mayChange: z.boolean(),
          search: savedSearch,
        })
        .meta({ id: 'SavedView' }),
    ),
  }),
  savedViewCounts: endpoint({
    method: 'GET',
    url: '/api/v1/open-items/saved-views/counts',
    summary: 'How many due lines are in each of them; asked apart, so that no name waits for it.',
    answer: z.array(z.object({ id: keyShape, count: z.int() })),
  }),
  saveView: endpoint({
    method: 'POST',
    url: '/api/v1/open-items/saved-views',
    summary: 'Keep a list under a name.',
    thing: 'ownAccount',
    body: z.object({ name: viewName, isShared: z.boolean().default(false), search: savedSearch }),
    answer: z.object({ id: keyShape }),
  }),
  changeSavedView: endpoint({
    method: 'PATCH',
    url: '/api/v1/open-items/saved-views/:id',
    summary: 'Rename it, share it or keep it for oneself, or let it mean another list.',
    thing: 'ownAccount',
    params: idParams,
    body: z.object({ name: viewName.optional(), isShared: z.boolean().optional(), search: savedSearch.optional() }),
  }),
  removeSavedView: endpoint({
    method: 'DELETE',
    url: '/api/v1/open-items/saved-views/:id',
    summary: 'Remove it; the invoices in it stay as they are.',
    thing: 'ownAccount',
    params: idParams,
  }),
}
