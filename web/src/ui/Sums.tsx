import type { Money as Amount } from '@quittance/core/money/money.ts'
import { Fragment } from 'react'
import { Money, type MoneyProps } from './Money.tsx'

export interface SumsProps {
  /** One a currency; what none of them says is shown as `none`. */
  readonly of: readonly Amount[]
  readonly none: Amount
  readonly look?: NonNullable<MoneyProps['look']>
}

/** A total over several currencies, never added up: « 148 912,60 € + 2 300,00 $US ». */
export function Sums({ of, none, look = 'plain' }: SumsProps) {
  return (of.length > 0 ? of : [none]).map((sum, index) => (
    <Fragment key={sum.currency}>
      {index > 0 && ' + '}
      <Money of={sum} look={look} />
    </Fragment>
  ))
}
