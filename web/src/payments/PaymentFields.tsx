import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { formatDate } from '@quittance/core/calendar/format-date.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { useTranslation } from 'react-i18next'
import { paths } from '../app/paths.ts'
import { textLinkClass } from '../ui/ButtonLink.tsx'
import { Note } from '../ui/Card.tsx'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { SegmentedControl } from '../ui/form/SegmentedControl.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { useToday } from '../ui/today.ts'
import { useLanguage } from '../ui/use-language.ts'
import { AllocationEditor } from './AllocationEditor.tsx'
import { CustomerField } from './CustomerField.tsx'
import { MeansField } from './MeansField.tsx'
import { type PaymentDraft, retyped } from './payment-draft.ts'
import type { DraftProposal } from './use-draft-proposal.ts'

export interface PaymentFieldsProps {
  readonly draft: PaymentDraft
  readonly found: DraftProposal
  readonly onChange: (draft: PaymentDraft) => void
  /** Off when the page already says whose payment it is. */
  readonly asksCustomer: boolean
  /** The cursor goes to the first field at once. */
  readonly autoFocus: boolean
}

/** One payment, field by field, with its allocation below: the drawer, and the pile on a phone. */
export function PaymentFields({ draft, found, onChange, asksCustomer, autoFocus }: PaymentFieldsProps) {
  const { t } = useTranslation('payments')
  const today = useToday()
  const isFuture = draft.receivedOn !== null && draft.receivedOn > today
  const currency = asCurrency(found.currency)
  const isKnown = !asksCustomer || draft.customer !== null
  return (
    <div className="grid grid-cols-1 gap-3">
      {asksCustomer && (
        <CustomerField
          label={t('drawer.customer')}
          value={draft.customer}
          autoFocus={autoFocus && !isKnown}
          onChange={(customer) => onChange(retyped(draft, { customer, currency: null, openItemId: null }))}
        />
      )}
      <div className="grid grid-cols-2 gap-3">
        <AmountInput
          label={t('drawer.amount')}
          value={draft.amount === null ? null : money(draft.amount, currency)}
          currency={currency}
          onChange={(amount) => onChange(retyped(draft, { amount: amount?.amount ?? null }))}
          size="large"
          autoFocus={autoFocus && isKnown}
        />
        <DateInput
          label={t('drawer.receivedOn')}
          value={draft.receivedOn}
          onChange={(receivedOn) => onChange(retyped(draft, { receivedOn }))}
          toward="past"
          size="large"
          error={isFuture ? t('need.future') : undefined}
        />
      </div>
      {found.currencies.length > 1 && (
        <SegmentedControl
          label={t('drawer.currency')}
          value={found.currency}
          onChange={(chosen) => onChange(retyped(draft, { currency: chosen, openItemId: null }))}
          options={found.currencies.map((value) => ({ value, label: value }))}
        />
      )}
      <LooksLike found={found} />
      <MeansField value={draft.means} onChange={(means) => onChange({ ...draft, means })} />
      <TextInput
        label={t('drawer.reference')}
        isOptional
        value={draft.reference}
        onChange={(reference) => onChange({ ...draft, reference })}
      />
      <AllocationEditor draft={draft} found={found} onChange={onChange} />
    </div>
  )
}

/** The same amount from the same customer within three days: perhaps the same payment. */
export function LooksLike({ found }: { readonly found: DraftProposal }) {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  const like = found.proposal?.looksLike
  if (!like) return null
  return (
    <Note look="warn">
      <p role="alert" className="text-small">
        {t('drawer.looksLike', { date: formatDate(asDate(like.receivedOn), language) })}{' '}
        <a
          href={`${paths.payments}?reglement=${like.paymentId}`}
          target="_blank"
          rel="noreferrer"
          className={textLinkClass}
        >
          {t('drawer.looksLikeSee')}
        </a>
      </p>
    </Note>
  )
}
