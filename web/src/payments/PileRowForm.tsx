import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Card } from '../ui/Card.tsx'
import { PagerUpDown } from '../ui/PagerUpDown.tsx'
import { StatusPill } from '../ui/Pill.tsx'
import { PaymentFields } from './PaymentFields.tsx'
import type { PileRow } from './pile.ts'
import { pileTones, usePileWords } from './pile-words.ts'
import { useDraftProposal } from './use-draft-proposal.ts'
import type { Pile } from './use-pile.ts'

export interface PileRowFormProps {
  readonly row: PileRow
  /** From 1. */
  readonly position: number
  readonly count: number
  readonly onMove: (to: 'previous' | 'next') => void
  readonly pile: Pile
}

/** The pile on a phone: one payment at a time. */
export function PileRowForm({ row, position, count, onMove, pile }: PileRowFormProps) {
  const { t } = useTranslation('payments')
  const found = useDraftProposal(row.draft)
  const words = usePileWords(row, found)
  const isSaved = row.state.is === 'saved'
  return (
    <Card padded label={t('pile.row', { number: position })}>
      <div className="flex items-center justify-between gap-2 pb-3">
        <StatusPill tone={pileTones[words.state]}>{t(`pile.${words.state}`)}</StatusPill>
        <PagerUpDown position={position} count={count} onMove={onMove} />
      </div>
      {words.message && (
        <p role="alert" className="pb-2 text-small font-medium text-danger">
          {words.message}
        </p>
      )}
      {isSaved ? (
        <p className="text-body">
          {row.draft.customer?.name} · {words.invoices}
        </p>
      ) : (
        <PaymentFields
          draft={row.draft}
          found={found}
          onChange={(draft) => pile.change(row.key, draft)}
          asksCustomer
          autoFocus={false}
        />
      )}
      <div className="pt-3">
        {isSaved ? (
          <Button variant="quiet" onPress={() => void pile.undoRow(row)}>
            {t('pile.undoRow', { number: position })}
          </Button>
        ) : (
          <Button variant="quiet" onPress={() => pile.removeRow(row)}>
            {t('pile.removeRow', { number: position })}
          </Button>
        )}
      </div>
    </Card>
  )
}
