import { formatMoney } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { IconCheck } from '@tabler/icons-react'
import { useTranslation } from 'react-i18next'
import { SectionTitle } from '../ui/Card.tsx'
import { Checkbox } from '../ui/form/Checkbox.tsx'
import { Glyph } from '../ui/Glyph.tsx'
import { Money } from '../ui/Money.tsx'
import { SkeletonLines } from '../ui/states.tsx'
import { TextButton } from '../ui/TextButton.tsx'
import { useLanguage } from '../ui/use-language.ts'
import { AllocationLine } from './AllocationLine.tsx'
import { allocated, oldestFirst, type PaymentDraft } from './payment-draft.ts'
import type { DraftProposal } from './use-draft-proposal.ts'

export interface AllocationEditorProps {
  readonly draft: PaymentDraft
  readonly found: DraftProposal
  readonly onChange: (draft: PaymentDraft) => void
  /** The title and its button are left out where the place has its own. */
  readonly isBare?: boolean
}

/** What goes to which invoice, to the cent, until nothing is left to allocate. */
export function AllocationEditor({ draft, found, onChange, isBare = false }: AllocationEditorProps) {
  const { t } = useTranslation('payments')
  const { items, currency, shown } = found
  const isExact = draft.lines === null && shown?.isExact === true && (draft.amount ?? 0) > 0

  if (draft.customer === null) return <p className="text-small text-ink3">{t('allocation.chooseCustomer')}</p>
  if (found.isLoading) return <SkeletonLines lines={3} />
  return (
    <section aria-label={t('allocation.title')}>
      {!isBare && (
        <SectionTitle
          level={3}
          className="pb-1.5"
          end={<OrderButton draft={draft} found={found} onChange={onChange} />}
        >
          {t('allocation.title')}
        </SectionTitle>
      )}
      <div className="divide-y divide-line rounded-block border border-line2">
        {items.map((item) => (
          <AllocationLine
            key={item.openItemId}
            item={item}
            items={items}
            draft={draft}
            differenceLimit={shown?.differenceLimit ?? 0}
            onChange={onChange}
          />
        ))}
        {shown && items.length === 0 && (
          <p className="px-3 py-2.5 text-small text-ink2">{t('allocation.nothingDue')}</p>
        )}
        <Rest draft={draft} items={items} currency={currency} onChange={onChange} />
      </div>
      {isExact && <p className="pt-1.5 text-small text-paid">{t('allocation.isExact')}</p>}
    </section>
  )
}

function OrderButton({ draft, found, onChange }: Omit<AllocationEditorProps, 'isBare'>) {
  const { t } = useTranslation('payments')
  const { items, currency, shown } = found
  if (items.length < 2) return null
  if (draft.lines !== null && shown?.isExact) {
    return (
      <TextButton onPress={() => onChange({ ...draft, lines: null, keepsRest: false, closings: new Map() })}>
        {t('allocation.exact')}
      </TextButton>
    )
  }
  return (
    <TextButton onPress={() => onChange(oldestFirst(draft, items, currency))}>{t('allocation.oldestFirst')}</TextButton>
  )
}

interface RestProps {
  readonly draft: PaymentDraft
  readonly items: DraftProposal['items']
  readonly currency: string
  readonly onChange: (draft: PaymentDraft) => void
}

/** « Reste à répartir » : 0,00, or kept as the customer's credit; below zero it says so and nothing is saved. */
function Rest({ draft, items, currency, onChange }: RestProps) {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  const { rest, isAllPaid } = allocated(draft, items)
  const amount = money(Math.abs(rest), asCurrency(currency))
  const words = { amount: formatMoney(amount, language) }
  const isCredit = rest > 0 && (isAllPaid || draft.keepsRest)
  return (
    <div className="grid gap-1.5 rounded-b-block bg-sunken px-3 py-2 text-body text-ink2">
      <div className="flex items-center justify-between">
        {rest < 0 ? t('allocation.over') : t('allocation.rest')}
        <span
          role="status"
          className={`flex items-center gap-1.5 font-semibold ${rest === 0 || isCredit ? 'text-paid' : rest < 0 ? 'text-danger' : 'text-ink'}`}
        >
          {rest === 0 && <Glyph icon={IconCheck} />}
          <Money of={isCredit ? money(0, amount.currency) : amount} />
        </span>
      </div>
      {rest > 0 && isAllPaid && <p className="text-small">{t('allocation.kept', words)}</p>}
      {rest > 0 && !isAllPaid && (
        <Checkbox isSelected={draft.keepsRest} onChange={(keepsRest) => onChange({ ...draft, keepsRest })}>
          {t('allocation.keep', words)}
        </Checkbox>
      )}
    </div>
  )
}
