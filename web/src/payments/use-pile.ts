import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { showToast } from '../ui/toasts/toast-queue.ts'
import { useToday } from '../ui/today.ts'
import { enterPayment, payerQuery, proposalQuery, reversePayment } from './api.ts'
import { bodyOf, missingIn, newEntryKey, type PaymentDraft } from './payment-draft.ts'
import { isBlank, newPile, type PileRow, withNewRow, withoutRow, withRow } from './pile.ts'
import { askedBy } from './use-draft-proposal.ts'

/** The rows of a pile, what is typed in them and their way to the server, one payment at a time. */
export function usePile() {
  const { t } = useTranslation('payments')
  const today = useToday()
  const { baseCurrency } = useSession().organization
  const client = useQueryClient()
  const [rows, setRows] = useState<readonly PileRow[]>(() => newPile(today))
  const [isSaving, setSaving] = useState(false)
  const become = (key: number, state: PileRow['state']) => setRows((before) => withRow(before, key, { state }))
  const waiting = rows.filter((row) => !isBlank(row) && (row.state.is === 'draft' || row.state.is === 'failed'))

  /** The reason a row cannot go, or the payment it became. */
  const saveOne = async ({ draft }: PileRow): Promise<PileRow['state']> => {
    try {
      const payer = draft.customer && (await client.ensureQueryData(payerQuery(draft.customer.id)))
      const currency = draft.currency ?? payer?.currency ?? baseCurrency
      const asked = askedBy(draft, currency, today)
      const proposal = asked && (await client.fetchQuery(proposalQuery(asked)))
      const missing = missingIn(draft, proposal, today)
      const body = proposal && !missing ? bodyOf(draft, proposal, currency) : undefined
      if (!body) return { is: 'failed', message: t(`need.${missing ?? 'reading'}`) }
      return { is: 'saved', payment: await enterPayment({ ...body, entryKey: draft.entryKey }) }
    } catch (problem) {
      return { is: 'failed', message: problem instanceof Error ? problem.message : String(problem) }
    }
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
      const state = await saveOne(row)
      become(row.key, state)
      states.push(state)
      // What this payment took is no longer proposed to the next.
      await client.invalidateQueries({ queryKey: ['payments', 'proposal'] })
    }
    setSaving(false)
    tell(states)
    await client.invalidateQueries()
  }

  const tell = (states: readonly PileRow['state'][]) => {
    const saved = states.flatMap((state) => (state.is === 'saved' ? [state.payment.id] : []))
    const failed = states.length - saved.length
    if (failed > 0) showToast({ message: t('pile.someFailed', { count: failed }), tone: 'danger' })
    if (saved.length === 0) return
    showToast({
      message: t('pile.allSaved', { count: saved.length }),
      undo: async () => {
        for (const id of saved) await reversePayment(id, { reason: 'undone' })
        setRows((before) => before.filter((row) => !(row.state.is === 'saved' && saved.includes(row.state.payment.id))))
        await client.invalidateQueries()
      },
    })
  }

  return {
    rows,
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
    /** The payment is undone; what was typed can be corrected and entered anew. */
    undoRow: async (row: PileRow) => {
      if (row.state.is !== 'saved') return
      const { id } = row.state.payment
      try {
        await reversePayment(id, { reason: 'undone' })
        setRows((before) =>
          withRow(before, row.key, { draft: { ...row.draft, entryKey: newEntryKey() }, state: { is: 'draft' } }),
        )
        showToast({ message: t('drawer.undone') })
      } catch (problem) {
        showToast({ message: problem instanceof Error ? problem.message : String(problem), tone: 'danger' })
      }
      await client.invalidateQueries()
    },
    saveAll,
  }
}

export type Pile = ReturnType<typeof usePile>
