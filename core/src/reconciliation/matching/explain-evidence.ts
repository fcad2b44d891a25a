import { parseIsoDate } from '../../calendar/calendar-date.ts'
import { formatDate } from '../../calendar/format-date.ts'
import { setSpaces } from '../../imports/set-spaces.ts'
import { formatMoney, type Language } from '../../money/format-money.ts'
import { type Currency, money } from '../../money/money.ts'
import { evidenceSentences, warningSentences } from './evidence-words.ts'
import type { Evidence } from './proposal.ts'

export interface EvidenceSentence {
  readonly speaks: 'for' | 'against'
  readonly text: string
}

/** A stretch of the label that quotes something, in characters: from the first, up to but not with the last. */
export interface QuotedRange {
  readonly from: number
  readonly to: number
}

/** The reasons as a person reads them, the weightiest first; numbers quoted are told in one sentence. */
export function explainEvidence(
  evidence: readonly Evidence[],
  { language, currency }: { readonly language: Language; readonly currency: Currency },
): EvidenceSentence[] {
  return gathered(evidence).flatMap((one) => {
    const text = sentenceOf(one, language, currency)
    return text === undefined ? [] : [{ speaks: one.speaks, text }]
  })
}

/** Where the label names what is paid, in the order of the text; what other fields say has no place there. */
export function quotedRanges(evidence: readonly Evidence[]): QuotedRange[] {
  const ranges = evidence.flatMap(({ values: { field, from, to } }) =>
    field === 'label' && typeof from === 'number' && typeof to === 'number' ? [{ from, to }] : [],
  )
  const inOrder = ranges.toSorted((a, b) => a.from - b.from || b.to - a.to)
  return inOrder.filter((range, at) => !inOrder.slice(0, at).some((before) => before.to >= range.to))
}

const told = new Set([
  'quotedNumber',
  'quotedTail',
  'quotedRange',
  'quotedDay',
  'quotedMonth',
  'quotedMonth',
  'quotedOrder',
  'quotedPaymentReference',
])

/** Several quotes of one kind become one piece of evidence, a credit note deducted one of its own. */
function gathered(evidence: readonly Evidence[]): Evidence[] {
  const done = new Set<string>()
  return evidence.flatMap((one) => {
    if (one.code === 'amountExact' && Number(one.values.credits) > 0)
      return [one, { ...one, code: 'creditDeducted', values: { count: one.values.credits ?? 1 } }]
    if (!told.has(one.code)) return [one]
    if (done.has(one.code)) return []
    done.add(one.code)
    const same = evidence.filter(({ code }) => code === one.code)
    const numbers = [...new Set(same.map(({ values }) => String(values.number ?? '')))]
    const isAll = one.code === 'quotedNumber' && numbers.length === Number(one.values.of)
    const code =
      one.code !== 'quotedNumber' || numbers.length === 1
        ? one.code
        : !isAll
          ? 'quotedSome'
          : numbers.length === 2
            ? 'quotedTwo'
            : one.code
    return [{ ...one, code, values: { ...one.values, count: numbers.length, number: numbers.join(', ') } }]
  })
}

function sentenceOf({ code, values }: Evidence, language: Language, currency: Currency): string | undefined {
  const sentences = code === 'warning' ? warningSentences[String(values.warning)] : evidenceSentences[code]
  const sentence = sentences?.[language]
  if (!sentence) return undefined
  const count = Number(values.count ?? values.ways ?? 1)
  const template = count > 1 ? (sentence.many ?? sentence.one) : sentence.one
  const text = template.replace(/\{(\w+)\}/g, (_, name: string) => {
    if (name === 'count') return String(count)
    const value = values[name] ?? ''
    if (name === 'amount') return formatMoney(money(Number(value), currency), language)
    const day = name === 'on' ? parseIsoDate(String(value)) : undefined
    return day ? formatDate(day, language) : String(value)
  })
  return setSpaces(text, language)
}
