import { formatMoney } from '@quittance/core/money/format-money.ts'
import { asCurrency, money } from '@quittance/core/money/money.ts'
import { useTranslation } from 'react-i18next'
import { useToday } from '../ui/today.ts'
import { useLanguage } from '../ui/use-language.ts'
import { allocated, lineOf, missingIn } from './payment-draft.ts'
import type { PileRow } from './pile.ts'
import type { DraftProposal } from './use-draft-proposal.ts'

/** What a row says of itself: which invoices it pays, what is left of it, and where it stands. */
export function usePileWords(row: PileRow, found: DraftProposal) {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  const today = useToday()
  const { draft, state } = row
  const { items, currency, proposal } = found
  const hasAmount = draft.customer !== null && (draft.amount ?? 0) > 0
  const { rest, isAllPaid } = allocated(draft, items)
  const missing = missingIn(draft, proposal, today)
  const saved = state.is === 'saved' ? state.payment : undefined

  const paid = items
    .filter((item) => lineOf(draft, item) > 0)
    .map((item) =>
      t(lineOf(draft, item) === item.amountDue.amount ? 'pile.settled' : 'pile.partly', {
        number: item.invoiceNumber,
      }),
    )
  const isCredit = rest > 0 && (isAllPaid || draft.keepsRest)
  return {
    invoices: saved
      ? saved.allocations.map(({ invoiceNumber }) => invoiceNumber).join(', ')
      : hasAmount && found.shown
        ? [...paid, ...(isCredit ? [t('pile.advance')] : [])].join(', ')
        : '',
    gap: saved
      ? saved.unallocated.amount === 0
        ? ''
        : formatMoney(money(saved.unallocated.amount, asCurrency(saved.unallocated.currency)), language)
      : hasAmount && found.shown && rest !== 0
        ? formatMoney(money(rest, asCurrency(currency)), language)
        : '',
    missing,
    state: state.is === 'draft' ? (missing ? ('draft' as const) : ('ready' as const)) : state.is,
    message: state.is === 'failed' ? state.message : undefined,
  }
}

/** The family of colour of each state of a row. */
export const pileTones = {
  draft: 'neutral',
  ready: 'accent',
  saving: 'accent',
  saved: 'paid',
  failed: 'danger',
} as const
