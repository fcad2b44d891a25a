import { formatMoney } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { Link, type LinkProps } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { WireSums } from '../app/WireSums.tsx'
import { asMoney } from '../app/wire.ts'
import { Change, Figure, FigureStrip } from '../ui/Figure.tsx'
import { Money } from '../ui/Money.tsx'
import { ProgressBar } from '../ui/Progress.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useLanguage } from '../ui/use-language.ts'
import type { Customer } from './api.ts'
import { shareOfLimit } from './credit-limit.ts'
import { changeOfHabit } from './payment-habit.ts'

export interface CustomerFiguresProps {
  readonly customer: Customer
  readonly onSetLimit: () => void
}

/** What is owed, what is late, how they pay, how much they may owe. */
export function CustomerFigures({ customer, onSetLimit }: CustomerFiguresProps) {
  const { t } = useTranslation('customers')
  const listOf = (vue: 'en-retard' | 'a-encaisser'): LinkProps & { className: string } => ({
    to: paths.invoices,
    search: { vue, client: customer.id },
    className: 'rounded-check hover:underline underline-offset-4',
  })
  return (
    <FigureStrip>
      <Figure
        size="m"
        label={t('figure.outstanding')}
        value={
          <Link {...listOf('a-encaisser')}>
            <WireSums of={customer.outstanding} />
          </Link>
        }
        caption={<OutstandingCaption customer={customer} />}
      />
      <Figure
        size="m"
        tone={customer.lateItems > 0 ? 'late' : 'plain'}
        label={t('figure.late')}
        value={
          <Link {...listOf('en-retard')}>
            <WireSums of={customer.late} />
          </Link>
        }
        caption={t('figure.lines', { count: customer.lateItems })}
      />
      <HabitFigure customer={customer} />
      <LimitFigure customer={customer} onSetLimit={onSetLimit} />
    </FigureStrip>
  )
}

/** How many due lines; or the money already here that nobody has allocated yet, for it matters more. */
function OutstandingCaption({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const language = useLanguage()
  const credit = customer.unallocatedCredit.filter(({ amount }) => amount > 0)
  const lines = t('figure.lines', { count: customer.outstandingItems })
  if (credit.length === 0) return lines
  const amount = credit.map((sum) => formatMoney(asMoney(sum), language)).join(' + ')
  return <span className="truncate font-medium text-paid">{t('figure.credit', { amount })}</span>
}

function HabitFigure({ customer }: { readonly customer: Customer }) {
  const { t } = useTranslation('customers')
  const { averageDelay: days, habit } = customer
  if (days === null) {
    return <Figure size="m" label={t('figure.habit')} value="—" caption={t('figure.tooFew')} />
  }
  const change = changeOfHabit(habit)
  const value =
    days === 0 ? (
      t('figure.onTime')
    ) : (
      <>
        {t('figure.days', { count: Math.abs(days) })}{' '}
        <span className="text-[0.66em] font-medium text-ink2">{t(days > 0 ? 'figure.ofDelay' : 'figure.early')}</span>
      </>
    )
  return (
    <Figure
      size="m"
      label={t('figure.habit')}
      value={value}
      caption={
        change === null || change === 0 ? (
          t('figure.steady')
        ) : (
          <>
            <Change direction={change > 0 ? 'up' : 'down'} isGood={change < 0}>
              {t('figure.days', { count: Math.abs(change) })}
            </Change>
            <span className="truncate">{t('figure.lately')}</span>
          </>
        )
      }
    />
  )
}

function LimitFigure({ customer, onSetLimit }: CustomerFiguresProps) {
  const { t } = useTranslation('customers')
  const { creditLimit, currency } = customer
  if (creditLimit === null) {
    return (
      <Figure
        size="m"
        label={t('figure.creditLimit')}
        value={<span className="text-ink3">{t('figure.noLimit')}</span>}
        caption={<TextButton onPress={onSetLimit}>{t('figure.setLimit')}</TextButton>}
      />
    )
  }
  const used = shareOfLimit(customer)
  const words = Number.isFinite(used) ? t('figure.used', { percent: Math.round(used * 100) }) : t('figure.passed')
  return (
    <Figure
      size="m"
      label={t('figure.creditLimit')}
      value={<Money of={money(creditLimit, asCurrency(currency))} />}
      caption={
        <>
          <ProgressBar
            value={used}
            label={words}
            tone={used > 1 ? 'a3' : used > 0.8 ? 'a2' : 'accent'}
            className="flex-1"
          />
          <span className="figures whitespace-nowrap">{words}</span>
        </>
      }
    />
  )
}
