import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatMoney } from '@quittance/core/money/format-money.ts'
import { IconArrowBackUp } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { asMoney } from '../app/wire.ts'
import { TextLink } from '../ui/ButtonLink.tsx'
import { Card, SectionTitle } from '../ui/Card.tsx'
import { DateText } from '../ui/DateText.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Money } from '../ui/Money.tsx'
import { useLanguage } from '../ui/use-language.ts'
import type { Invoice } from './api.ts'

export type PaidPart = Invoice['allocations'][number]

export interface PaidPartsProps {
  readonly invoice: Invoice
  /** Absent when one may not. */
  readonly onTakeBack?: ((part: PaidPart, beside: { readonly hasDifference: boolean }) => void) | undefined
}

/**
 * What has paid the invoice so far: payments, credit notes, gaps that were closed; of a credit note, the invoices it
 * was deducted from. Nothing when nothing has. Each can be taken back.
 */
export function PaidParts({ invoice, onTakeBack }: PaidPartsProps) {
  const { t } = useTranslation('invoices')
  const language = useLanguage()
  const isCredit = invoice.kind === 'creditNote'
  const inForce = invoice.allocations.filter(({ isReversed }) => !isReversed)
  const wordsOf = ({ source, label }: PaidPart): string => {
    if (source === 'creditNote') return t(isCredit ? 'source.deductedFrom' : 'source.creditNote', { number: label })
    if (source === 'payment') return label || t('source.payment')
    return isReason(label) ? t(`source.${label}`) : t('source.difference')
  }
  const hasDifference = (item: number) =>
    inForce.some(({ source, openItemId }) => source === 'difference' && openItemId === item)
  const title = t(isCredit ? 'page.alreadyUsed' : 'page.alreadyPaid')

  if (inForce.length === 0) return null
  return (
    <Card padded label={title}>
      <SectionTitle>{title}</SectionTitle>
      <ul className="grid grid-cols-[minmax(0,1fr)] gap-1.5 pt-1.5 text-small">
        {inForce.map((part) => {
          const words = wordsOf(part)
          const amount = formatMoney(asMoney(part.amount), language)
          return (
            <li key={part.id} className="flex items-center justify-between gap-3">
              <span className="min-w-0 flex-1 truncate text-ink2">
                <DateText date={asDate(part.on)} style="short" /> ·{' '}
                {part.invoice ? (
                  <TextLink link={{ to: paths.invoice, params: { id: String(part.invoice.id) } }}>{words}</TextLink>
                ) : (
                  words
                )}
              </span>
              <Money of={asMoney(part.amount)} look="strong" />
              {onTakeBack && (
                <IconButton
                  size="small"
                  icon={IconArrowBackUp}
                  label={t('page.takeBack', { what: words, amount })}
                  onPress={() => onTakeBack(part, { hasDifference: hasDifference(part.openItemId) })}
                />
              )}
            </li>
          )
        })}
      </ul>
    </Card>
  )
}

const reasons = ['bankFee', 'discount', 'rounding'] as const
const isReason = (label: string): label is (typeof reasons)[number] => (reasons as readonly string[]).includes(label)
