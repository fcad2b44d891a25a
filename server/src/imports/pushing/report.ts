import { kindWritten } from '@quittance/core/imports/cell-words.ts'
import { refusalAdvice, warningSentence } from '@quittance/core/imports/messages.ts'
import { pushedPlace } from '@quittance/core/imports/pushed-invoice.ts'
import type { Refusal } from '@quittance/core/imports/refusals.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { z } from 'zod'
import { begun, type Fault } from '../../platform/http/check-request.ts'
import type { resultShape } from './contract.ts'
import type { Came } from './keep-rows.ts'

export type Result = z.input<typeof resultShape>

/** What became of one item, in the words of who sent it. */
export function resultOf({ read, outcome }: Came, language: Language): Result {
  const { externalId, invoice } = read.item
  const said = { externalId, number: invoice.number.trim() || null }
  if (outcome?.kind === 'planned') {
    const warnings = outcome.warnings
      .filter(({ code }) => code !== 'instalment')
      .map((warning) => ({ code: warning.code, sentence: warningSentence(warning, language) }))
    return { ...said, result: results[outcome.plan.kind], refusals: [], warnings }
  }
  const refusals = outcome ? (outcome.refused[0]?.refusals ?? []) : read.refusals
  return { ...said, result: 'refused', refusals: refusals.map((one) => shown(one, read, language)), warnings: [] }
}

const results = { new: 'created', changed: 'changed', unchanged: 'unchanged' } as const

function shown(refusal: Refusal, { item, sources }: Came['read'], language: Language): Result['refusals'][number] {
  const { code, field, value, fix } = refusal
  const row = Math.max(
    0,
    sources.findIndex(({ line }) => line === refusal.line),
  )
  const place = (of: Refusal['field']): string => pushedPlace(of, item.invoice, row)
  return {
    field: code === 'dueLinesDisagree' ? 'total' : place(field),
    code,
    value: value || null,
    sentence: refusalAdvice(refusal, language),
    suggestion: fix ? { field: place(fix.field), value: kindOrSame(fix) } : null,
  }
}

/** A file says « avoir », a program creditNote. */
const kindOrSame = ({ field, value }: NonNullable<Refusal['fix']>): string =>
  field === 'kind' ? (kindWritten(value) ?? value) : value

/** An item whose shape is not that of the contract: nothing of it could be read. */
export const shapeless = (given: unknown, faults: readonly Fault[], language: Language): Result => ({
  externalId: textOf(given, 'externalId'),
  number: textOf(given, 'number'),
  result: 'refused',
  refusals: faults.map(({ field, message }) => ({
    field,
    code: 'invalidRequest',
    value: null,
    sentence: `${begun(message[language])}.`,
    suggestion: null,
  })),
  warnings: [],
})

function textOf(given: unknown, name: 'externalId' | 'number'): string | null {
  const value = typeof given === 'object' && given !== null ? (given as Record<string, unknown>)[name] : null
  return typeof value === 'string' && value.length <= 200 && value.isWellFormed() ? value : null
}
