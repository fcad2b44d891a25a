import type { FastifyInstance } from 'fastify'
import { AppError } from '../../platform/http/app-error.ts'
import { checkItem } from '../../platform/http/check-request.ts'
import { type KeyBearer, serve } from '../../platform/http/serve.ts'
import type { ImportsContext } from '../import-work.ts'
import { pushEndpoints, pushedItemShape } from './contract.ts'
import type { Came } from './keep-rows.ts'
import { type Pushing, pushInvoices } from './push-invoices.ts'
import type { Item } from './read-items.ts'
import { type Result, resultOf, shapeless } from './report.ts'

/** What a program pushes with its key. */
export function pushRoutes(app: FastifyInstance, context: ImportsContext): void {
  serve(app, pushEndpoints.pushInvoice, async ({ params, body, language, ...call }) => {
    const item = { externalId: params.id, invoice: body }
    const { file, came } = await pushInvoices(pushingOf(context, call), [item])
    const [result] = came.map((one) => resultOf(one, language))
    if (!result) throw new Error('One invoice was pushed, and nothing became of it.')
    if (result.result === 'refused') throw refused(came, { ...result, importId: file })
    return { ...result, importId: file }
  })

  serve(app, pushEndpoints.pushInvoices, async ({ body, language, ...call }) => {
    const checked = body.invoices.map((given) => ({ given, read: checkItem(pushedItemShape, given) }))
    const items = checked.flatMap(({ read }): Item[] => (read.ok ? [itemOf(read.value)] : []))
    refuseTooManyLines(items)
    const pushed = items.length > 0 ? await pushInvoices(pushingOf(context, call), items) : null
    const came = (pushed?.came ?? []).values()
    const results = checked.map(({ given, read }) => {
      const one = read.ok ? came.next().value : undefined
      return one ? resultOf(one, language) : shapeless(given, read.ok ? [] : read.faults, language)
    })
    return { importId: pushed?.file ?? null, ...countsOf(results), results }
  })
}

/** Due lines of one request at most: what one transaction writes in a few seconds. */
const mostLines = 5000

function refuseTooManyLines(items: readonly Item[]): void {
  const lines = items.reduce((sum, { invoice }) => sum + (invoice.dueLines?.length ?? 1), 0)
  if (lines <= mostLines) return
  throw new AppError('tooManyLines', 413, {
    fr: `Ces factures ont ${lines} échéances en tout ; un envoi en prend ${mostLines}. Envoyez-les en plusieurs fois.`,
    en: `These invoices have ${lines} due lines in all; one request takes ${mostLines}. Send them in several.`,
  })
}

function refused(came: readonly Came[], details: Result & { readonly importId: number }): AppError {
  const first = (language: 'en' | 'fr'): string =>
    came.flatMap((one) => resultOf(one, language).refusals)[0]?.sentence ?? ''
  return new AppError('refused', 422, { fr: first('fr'), en: first('en') }, { ...details })
}

interface KeyCall {
  readonly key: KeyBearer | null
  readonly organization: number
  readonly transaction: Pushing['transaction']
}

function pushingOf(work: ImportsContext, { key, organization, transaction }: KeyCall): Pushing {
  if (!key) throw new Error('The contract lets only keys in here.')
  return { work, key, organization, transaction }
}

const itemOf = ({ externalId, ...invoice }: Item['invoice'] & Pick<Item, 'externalId'>): Item => ({
  externalId,
  invoice,
})

const countsOf = (results: readonly Result[]) => {
  const count = (wanted: Result['result']) => results.filter(({ result }) => result === wanted).length
  return {
    created: count('created'),
    changed: count('changed'),
    unchanged: count('unchanged'),
    refused: count('refused'),
  }
}
