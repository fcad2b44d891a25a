import { formatMoney } from '@quittance/core/money/format-money.ts'
import { type Money, money } from '@quittance/core/money/money.ts'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { Money as MoneyText } from '../ui/Money.tsx'
import { useLanguage } from '../ui/use-language.ts'

export interface SlipTotalProps {
  readonly total: Money
  readonly slip: Money | null
  readonly onChange: (slip: Money | null) => void
}

/** The running total of the pile beside that of the deposit slip: equal, or by how much not. */
export function SlipTotal({ total, slip, onChange }: SlipTotalProps) {
  const { t } = useTranslation('payments')
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-2 rounded-card border border-line bg-surface px-4 py-3">
      <AmountInput
        label={t('pile.slip')}
        isOptional
        value={slip}
        currency={total.currency}
        onChange={onChange}
        className="w-48 max-md:w-full"
      />
      <div>
        <div className="text-table text-ink2">{t('pile.total')}</div>
        <div className="text-figure-m">
          <MoneyText of={total} />
        </div>
      </div>
      {slip && <SlipGap gap={slip.amount - total.amount} currency={total} />}
    </div>
  )
}

function SlipGap({ gap, currency }: { readonly gap: number; readonly currency: Money }) {
  const { t } = useTranslation('payments')
  const amount = formatMoney(money(Math.abs(gap), currency.currency), useLanguage())
  return (
    <div>
      <div className="text-table text-ink2">{t('pile.slipNote')}</div>
      <p
        role="status"
        className={`flex h-7 items-center gap-1.5 font-semibold ${gap === 0 ? 'text-paid' : 'text-ink'}`}
      >
        {gap === 0 && <Glyph icon={IconCheck} />}
        {gap === 0 ? t('pile.slipReached') : t(gap > 0 ? 'pile.slipLeft' : 'pile.slipOver', { amount })}
      </p>
    </div>
  )
}
