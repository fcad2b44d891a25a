import { formatMoney } from '@quittance/core/money/format-money.ts'
import { type Money, money } from '@quittance/core/money/money.ts'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { Money as MoneyText } from '../ui/Money.tsx'
import { useLanguage } from '../ui/use-language.ts'
import type { SlipDraft } from './pile.ts'

export interface SlipTotalProps {
  readonly total: Money
  readonly slip: SlipDraft
  readonly onChange: (slip: SlipDraft) => void
}

/** The deposit slip of the pile, and the running total beside its own: equal, or by how much not. */
export function SlipTotal({ total, slip, onChange }: SlipTotalProps) {
  const { t } = useTranslation('payments')
  return (
    <div className="flex flex-wrap items-end gap-x-6 gap-y-2 rounded-card border border-line bg-surface px-4 py-3">
      <TextInput
        label={t('pile.slipNumber')}
        isOptional
        value={slip.number}
        onChange={(number) => onChange({ ...slip, number: number.slice(0, 40) })}
        className="w-60 max-md:w-full"
      />
      <DateInput
        label={t('pile.slipDay')}
        toward="past"
        value={slip.depositedOn}
        onChange={(depositedOn) => onChange({ ...slip, depositedOn })}
        className="w-40 max-md:w-full"
      />
      <AmountInput
        label={t('pile.slip')}
        isOptional
        value={slip.total}
        currency={total.currency}
        onChange={(whole) => onChange({ ...slip, total: whole })}
        className="w-48 max-md:w-full"
      />
      <div>
        <div className="text-table text-ink2">{t('pile.total')}</div>
        <div className="text-figure-m">
          <MoneyText of={total} />
        </div>
      </div>
      {slip.total && <SlipGap gap={slip.total.amount - total.amount} currency={total} />}
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
