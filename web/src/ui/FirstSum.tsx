import { formatMoney } from '@quittance/core/money/format-money.ts'
import type { Money as Amount } from '@quittance/core/money/money.ts'
import { Money, type MoneyProps } from './Money.tsx'
import { useLanguage } from './use-language.ts'

export interface FirstSumProps {
  /** One a currency, never added up. */
  readonly of: readonly Amount[]
  readonly none: Amount
  readonly look?: NonNullable<MoneyProps['look']>
}

/** A total in a narrow cell: whole amounts only. Of several currencies the first, and « + 2 » for the others. */
export function FirstSum({ of, none, look = 'plain' }: FirstSumProps) {
  const language = useLanguage()
  const [first = none, ...others] = of
  if (others.length === 0) return <Money of={first} look={look} />
  const all = of.map((sum) => formatMoney(sum, language)).join(' + ')
  return (
    <span title={all}>
      <span aria-hidden="true">
        <Money of={first} look={look} /> <span className="text-small text-ink3">+ {others.length}</span>
      </span>
      <span className="sr-only">{all}</span>
    </span>
  )
}
