import { formatMoney } from '@quittance/core/money/format-money.ts'
import type { Money as Amount } from '@quittance/core/money/money.ts'
import { cx } from './class-names.ts'
import { useLanguage } from './use-language.ts'

export interface MoneyProps {
  readonly of: Amount
  /** `strong` in columns that matter, `quiet` for the others. `figure` draws the currency smaller. */
  readonly look?: 'plain' | 'strong' | 'quiet' | 'figure'
  /** A plus before what is positive: changes, receipts. */
  readonly signed?: boolean
}

const looks = { plain: '', strong: 'font-semibold text-ink', quiet: 'text-ink2', figure: '' } as const

/** An amount, typeset: tabular figures, cents always, true minus, currency by the reader's language. */
export function Money({ of, look = 'plain', signed = false }: MoneyProps) {
  const language = useLanguage()
  const text = `${signed && of.amount > 0 ? '+\u00a0' : ''}${formatMoney(of, language)}`
  if (look !== 'figure') return <span className={cx('figures', looks[look])}>{text}</span>
  const [, number = text, unit = ''] = /^(.*\d)(\D*)$/.exec(text) ?? []
  return (
    <span className="figures">
      {number}
      {unit && <span className="text-[0.62em] font-medium tracking-normal text-ink2">{unit}</span>}
    </span>
  )
}
