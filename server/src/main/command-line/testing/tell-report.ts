import { minorUnitDigits } from '@quittance/core/money/currency.ts'
import { asCurrency } from '@quittance/core/money/money.ts'
import type { z } from 'zod'
import type { remindShape } from '../remind-shape.ts'

type Report = z.infer<typeof remindShape>['customers'][number]
type Sums = Report['toPay']

/** What was decided of a customer, in the words a case asks by; of none, that nothing is owed. */
export function tellReport(report: Report | undefined, expected: string): string {
  if (!report) return '-> nothing'
  const { decision, reason, step, toPay, fees, openItems, sentAs } = report
  const asks = (word: string) => new RegExp(` ${word}( |$)`).test(expected)
  const highest = (levels: readonly number[]) => Math.max(0, ...levels)
  return [
    '->',
    decision,
    decision === 'take' ? step?.level : reason,
    ...(decision === 'take' ? [written(toPay)] : []),
    ...(asks('no fee') && fees.length === 0 ? ['no fee'] : []),
    ...(asks('fee') && !asks('no fee') ? ['fee', written(fees)] : []),
    ...(asks('age') ? ['age', highest(openItems.map((one) => one.levelByAge))] : []),
    ...(asks('behind') ? ['behind', highest(openItems.map((one) => one.level))] : []),
    ...(asks('climbs') ? ['climbs', climbsOf(report)] : []),
    ...(asks('by') ? ['by', sentAs] : []),
  ].join(' ')
}

/** « F1=2,F2=1 »: the level each listed line climbs with this contact, in the order of their due dates. */
function climbsOf({ openItems }: Report): string {
  return openItems
    .filter((one) => one.state === 'listed' && one.climbs !== null)
    .map((one) => `${one.invoice.slice(one.invoice.indexOf('-') + 1)}=${one.level + 1}`)
    .join(',')
}

const written = (sums: Sums): string =>
  sums
    .map(({ amount, currency }) => {
      const digits = minorUnitDigits(asCurrency(currency))
      return `${(amount / 10 ** digits).toFixed(digits)}${currency === 'EUR' ? '' : ` ${currency}`}`
    })
    .join(' + ')
