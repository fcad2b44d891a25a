import { asCurrency, money } from '@quittance/core/money/money.ts'
import { IconArrowBackUp, IconChevronDown, IconChevronUp, IconTrash } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { DateText } from '../ui/DateText.tsx'
import { AmountInput } from '../ui/form/AmountInput.tsx'
import { DateInput } from '../ui/form/DateInput.tsx'
import { Select } from '../ui/form/Select.tsx'
import { TextInput } from '../ui/form/TextInput.tsx'
import { IconButton } from '../ui/IconButton.tsx'
import { Money } from '../ui/Money.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { AllocationEditor } from './AllocationEditor.tsx'
import { CustomerField } from './CustomerField.tsx'
import { allMeans } from './MeansField.tsx'
import { LooksLike } from './PaymentFields.tsx'
import { retyped } from './payment-draft.ts'
import type { PileRow } from './pile.ts'
import { pileTones, usePileWords } from './pile-words.ts'
import { useDraftProposal } from './use-draft-proposal.ts'
import type { Pile } from './use-pile.ts'

export interface PileTableRowProps {
  readonly row: PileRow
  /** From 1. */
  readonly number: number
  readonly pile: Pile
  /** Where the cursor stands when the row appears. */
  readonly focus: 'amount' | 'customer'
}

/** One payment of the pile: five cells to type, three that answer; below, its allocation when asked for. */
export function PileTableRow({ row, number, pile, focus }: PileTableRowProps) {
  const { t } = useTranslation('payments')
  const { draft, state } = row
  const found = useDraftProposal(draft)
  const words = usePileWords(row, found)
  const [isOpen, setOpen] = useState(false)
  const isRead = state.is === 'saved' || state.is === 'saving'
  const change = (next: typeof draft) => pile.change(row.key, next)
  const looksLike = state.is !== 'saved' && found.proposal?.looksLike
  const isLast = pile.rows.at(-1)?.key === row.key
  const onKeyDown = (event: KeyboardEvent<HTMLTableRowElement>) => {
    const isField = event.target instanceof HTMLInputElement && event.target.getAttribute('aria-expanded') !== 'true'
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey || !isField || event.defaultPrevented) return
    event.preventDefault()
    if (isLast) pile.addRow()
  }

  return (
    <>
      <tr aria-label={t('pile.row', { number })} onKeyDown={onKeyDown}>
        {isRead ? (
          <EnteredCells row={row} currency={found.currency} />
        ) : (
          <TypedCells draft={draft} currency={found.currency} focus={focus} onChange={change} />
        )}
        <Cell>
          <span className="block truncate text-ink2" title={words.invoices}>
            {words.invoices}
          </span>
        </Cell>
        <Cell align="end">
          <span className="figures">{words.gap}</span>
        </Cell>
        <Cell>
          <span className="flex items-center justify-between gap-1">
            <StatusPill tone={pileTones[words.state]}>{t(`pile.${words.state}`)}</StatusPill>
            <span className="flex">
              {!isRead && draft.customer && (
                <IconButton
                  icon={isOpen ? IconChevronUp : IconChevronDown}
                  label={isOpen ? t('pile.hideDetail') : t('pile.detail')}
                  size="small"
                  onPress={() => setOpen(!isOpen)}
                />
              )}
              {state.is === 'saved' && (
                <IconButton
                  icon={IconArrowBackUp}
                  label={t('pile.undoRow', { number })}
                  size="small"
                  onPress={() => void pile.undoRow(row)}
                />
              )}
              {!isRead && (
                <IconButton
                  icon={IconTrash}
                  label={t('pile.removeRow', { number })}
                  size="small"
                  onPress={() => pile.removeRow(row)}
                />
              )}
            </span>
          </span>
        </Cell>
      </tr>
      {(words.message || looksLike || (isOpen && !isRead)) && (
        <tr>
          <td colSpan={8} className="border-b border-line bg-sunken px-4 py-2.5">
            <div className="grid max-w-xl gap-2">
              {words.message && (
                <p role="alert" className="text-small font-medium text-danger">
                  {words.message}
                </p>
              )}
              {looksLike && <LooksLike found={found} />}
              {isOpen && !isRead && <AllocationEditor draft={draft} found={found} onChange={change} />}
            </div>
          </td>
        </tr>
      )}
    </>
  )
}

interface TypedCellsProps {
  readonly draft: PileRow['draft']
  readonly currency: string
  readonly focus: 'amount' | 'customer'
  readonly onChange: (draft: PileRow['draft']) => void
}

function TypedCells({ draft, currency, focus, onChange }: TypedCellsProps) {
  const { t } = useTranslation('payments')
  const { baseCurrency } = useSession().organization
  return (
    <>
      <Cell>
        <DateInput
          label={t('pile.date')}
          labelHidden
          size="small"
          toward="past"
          value={draft.receivedOn}
          onChange={(receivedOn) => onChange(retyped(draft, { receivedOn }))}
        />
      </Cell>
      <Cell>
        <CustomerField
          label={t('pile.customer')}
          labelHidden
          size="small"
          autoFocus={focus === 'customer'}
          value={draft.customer}
          onChange={(customer) => onChange(retyped(draft, { customer, currency: null }))}
        />
      </Cell>
      <Cell>
        <AmountInput
          label={t('pile.amount')}
          labelHidden
          size="small"
          autoFocus={focus === 'amount'}
          showsCurrency={currency !== baseCurrency}
          currency={asCurrency(currency)}
          value={draft.amount === null ? null : money(draft.amount, asCurrency(currency))}
          onChange={(amount) => onChange(retyped(draft, { amount: amount?.amount ?? null }))}
        />
      </Cell>
      <Cell>
        <Select
          label={t('pile.means')}
          labelHidden
          size="small"
          value={draft.means}
          onChange={(means) => onChange({ ...draft, means })}
          options={allMeans.map((means) => ({ value: means, label: t(`means.${means}`) }))}
        />
      </Cell>
      <Cell>
        <TextInput
          label={t('pile.reference')}
          labelHidden
          size="small"
          value={draft.reference}
          onChange={(reference) => onChange({ ...draft, reference })}
        />
      </Cell>
    </>
  )
}

/** A row already entered is read, not typed. */
function EnteredCells({ row, currency }: { readonly row: PileRow; readonly currency: string }) {
  const { t } = useTranslation('payments')
  const { draft } = row
  return (
    <>
      <Cell>{draft.receivedOn && <DateText date={draft.receivedOn} />}</Cell>
      <Cell>{draft.customer?.name}</Cell>
      <Cell align="end">
        <Money of={money(draft.amount ?? 0, asCurrency(currency))} look="strong" />
      </Cell>
      <Cell>{t(`means.${draft.means}`)}</Cell>
      <Cell>{draft.reference}</Cell>
    </>
  )
}

function Cell({ children, align }: { readonly children: ReactNode; readonly align?: 'end' }) {
  return (
    <td className={`h-11 border-b border-line px-2 first:pl-4 ${align === 'end' ? 'text-right' : ''}`}>{children}</td>
  )
}
