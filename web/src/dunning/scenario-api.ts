import type { CustomerCategory } from '@quittance/core/customers/category.ts'
import { queryOptions } from '@tanstack/react-query'
import { accepted, answered, api } from '../app/api.ts'
import type { components } from '../app/generated/api.d.ts'

export type Scenario = components['schemas']['Scenario']
export type OneScenario = components['schemas']['OneScenario']
export type ScenarioVersion = components['schemas']['ScenarioVersion']
export type ScenarioRules = Scenario['rules']
export type ScenarioStep = components['schemas']['ScenarioStep']

/** Public bodies get no formal notice; the server refuses it, too. */
export const mayHoldFor = ({ steps }: Pick<Scenario, 'steps'>, category: CustomerCategory): boolean =>
  category !== 'publicBody' || !steps.some(({ isActive, tone }) => isActive && tone === 'formalNotice')

export const scenariosQuery = queryOptions({
  queryKey: ['scenarios', 'list'],
  queryFn: async ({ signal }) => answered(await api.GET('/api/v1/scenarios', { signal })),
})

export const scenarioQuery = (id: number) =>
  queryOptions({
    queryKey: ['scenarios', 'one', id],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/scenarios/{id}', { params: { path: { id } }, signal })),
    placeholderData: () => undefined,
  })

export interface ScenarioChange {
  readonly name: string
  readonly steps: readonly ScenarioStep[]
  readonly rules: ScenarioRules
  /** Left out: today. */
  readonly effectiveOn?: string | undefined
  /** The latest version its author saw: a later one is not saved over. */
  readonly seenVersion?: number | undefined
}

export const saveScenario = async (
  id: number,
  { name, steps, rules, effectiveOn, seenVersion }: ScenarioChange,
): Promise<OneScenario> =>
  answered(
    await api.PUT('/api/v1/scenarios/{id}', {
      params: { path: { id } },
      body: {
        name,
        steps: [...steps],
        rules,
        ...(effectiveOn !== undefined && { effectiveOn }),
        ...(seenVersion !== undefined && { seenVersion }),
      },
    }),
  )

/** The latest version that counts: the one that waits for its day, else the one in force. */
export const latestVersion = ({ version, planned }: Pick<OneScenario, 'version' | 'planned'>): number =>
  planned?.version ?? version

/** Back to what was in force, and to what waited for its day, before a version was saved. */
export async function takeBackSaved(before: OneScenario, wasForLater: boolean): Promise<void> {
  const { id, planned } = before
  if (!wasForLater) await saveScenario(id, before)
  if (planned?.effectiveOn) await saveScenario(id, { ...planned, effectiveOn: planned.effectiveOn })
  else if (wasForLater) await dropPlannedVersion(id)
}

export const addScenario = async (name: string, preset: NonNullable<Scenario['preset']>): Promise<OneScenario> =>
  answered(await api.POST('/api/v1/scenarios', { body: { name, preset } }))

/** Which scenario a customer or an invoice follows, and where it comes from. */
export const followedQuery = (of: 'customer' | 'invoice', id: number) =>
  queryOptions({
    queryKey: ['scenarios', 'followed', of, id],
    queryFn: async ({ signal }) => {
      const asked = { params: { path: { id } }, signal }
      return of === 'customer'
        ? answered(await api.GET('/api/v1/customers/{id}/scenario', asked))
        : answered(await api.GET('/api/v1/invoices/{id}/scenario', asked))
    },
  })

export const versionsQuery = (id: number) =>
  queryOptions({
    queryKey: ['scenarios', 'versions', id],
    queryFn: async ({ signal }) =>
      answered(await api.GET('/api/v1/scenarios/{id}/versions', { params: { path: { id } }, signal })),
  })

export const dropPlannedVersion = async (id: number): Promise<void> =>
  accepted(await api.DELETE('/api/v1/scenarios/{id}/planned-version', { params: { path: { id } } }))

/** Throws what is wrong in the file, with its lines. */
export const importScenario = async (text: string, dryRun = false) =>
  answered(await api.POST('/api/v1/scenarios/import', { body: { text, dryRun } }))

/** The scenario that a file would change, as it is now; null when it would change none. */
export async function scenarioBehind(text: string): Promise<OneScenario | null> {
  const { id, outcome } = await importScenario(text, true)
  if (id === null || outcome !== 'changed') return null
  return answered(await api.GET('/api/v1/scenarios/{id}', { params: { path: { id } } }))
}

export const chooseDefault = async (id: number, category: CustomerCategory): Promise<void> =>
  accepted(await api.PUT('/api/v1/scenarios/{id}/default', { params: { path: { id } }, body: { category } }))
