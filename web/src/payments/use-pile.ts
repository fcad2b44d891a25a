import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { showToast } from '../ui/toasts/toast-queue.ts'
import { useToday } from '../ui/today.ts'
import { reversePayment } from './api.ts'
import type { PaymentDraft } from './payment-draft.ts'
import {
  asCheques,
  isBlank,
  newPile,
  type PileRow,
  type SlipDraft,
  slipSent,
  withNewRow,
  withoutPayments,
  withoutRow,
  withRow,
} from './pile.ts'
import { savePileRow } from './save-pile-row.ts'

/** The rows of a pile, what is typed in them and their way to the server, one payment at a time. */
export function usePile() {
  const { t } = useTranslation('payments')
  const today = useToday()
  const { baseCurrency } = useSession().organization
  const client = useQueryClient()
  const [rows, setRows] = useState<readonly PileRow[]>(() => newPile(today))
  const [slip, setSlip] = useState<SlipDraft>({ number: '', depositedOn: today, total: null })
  const [isSaving, setSaving] = useState(false)
  const become = (key: number, state: PileRow['state']) => setRows((before) => withRow(before, key, { state }))
  const waiting = rows.filter((row) => !isBlank(row) && (row.state.is === 'draft' || row.state.is === 'failed'))

  const undo = async (payments: readonly number[]) => {
    for (const id of payments) await reversePayment(id, { reason: 'undone' })
    setRows((before) => withoutPayments(before, payments))
    await client.invalidateQueries()
  }
  const saveAll = async () => {
    if (isSaving) return
    if (waiting.length === 0) {
      showToast({ message: t('pile.nothingReady') })
      return
    }
    setSaving(true)
    const states: PileRow['state'][] = []
    for (const row of waiting) {
      become(row.key, { is: 'saving' })
      const state = await savePileRow(client, row, {
        baseCurrency,
        today,
        slip: slipSent(slip, row.draft),
        say: (missing) => t(`need.${missing}`),
      })
      become(row.key, state)
      states.push(state)
      // What this payment took is no longer proposed to the next.
      await client.invalidateQueries({ queryKey: ['payments', 'proposal'] })
    }
    setSaving(false)
    const saved = states.flatMap((state) => (state.is === 'saved' ? [state.payment.id] : []))
    const failed = states.length - saved.length
    if (failed > 0) showToast({ message: t('pile.someFailed', { count: failed }), tone: 'danger' })
    if (saved.length > 0) {
      showToast({ message: t('pile.allSaved', { count: saved.length }), undo: () => undo(saved) })
    }
    await client.invalidateQueries()
  }

  return {
    rows,
    slip,
    changeSlip: (changed: SlipDraft) => {
      if (slip.number === '' && changed.number !== '') setRows(asCheques)
      setSlip(changed)
    },
    toSave: waiting.length,
    isSaving,
    change: (key: number, draft: PaymentDraft) =>
      setRows((before) => withRow(before, key, { draft, state: { is: 'draft' } })),
    addRow: () => setRows((before) => withNewRow(before, today)),
    removeRow: (row: PileRow) => {
      setRows((before) => withoutRow(before, row.key, today))
      if (isBlank(row)) return
      showToast({ message: t('pile.removed'), undo: () => setRows((before) => [...before, row]) })
    },
    undoRow: async ({ state }: PileRow) => {
      if (state.is !== 'saved') return
      const refusal = await undo([state.payment.id]).then(
        () => null,
        (problem: unknown) => (problem instanceof Error ? problem.message : String(problem)),
      )
      showToast(refusal === null ? { message: t('drawer.undone') } : { message: refusal, tone: 'danger' })
    },
    saveAll,
  }
}

export type Pile = ReturnType<typeof usePile>
