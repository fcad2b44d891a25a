import type { DisputeReason } from '@quittance/core/disputes/dispute-reason.ts'
import type { Money } from '@quittance/core/money/money.ts'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useSession } from '../app/session.ts'
import { type DueLine, TickedItems } from '../promises/TickedItems.tsx'
import { Button } from '../ui/Button.tsx'
import { Dialog } from '../ui/Drawer.tsx'
import { useToday } from '../ui/today.ts'
import { categoriesQuery, type NewDispute } from './api.ts'
import { DisputeFields } from './DisputeFields.tsx'
import { isTooMuch, leftOf, missingInDispute, newDispute, nobody, partOf, withLine } from './dispute-draft.ts'

export interface ReportedDispute extends Omit<NewDispute, 'customerId' | 'parts'> {
  /** The part contested of its only due line; null: all of it. */
  readonly part: Money | null
}

export interface DisputeDialogProps {
  readonly isOpen: boolean
  /** What it may be about; with something left to pay. */
  readonly items: readonly DueLine[]
  /** Those ticked at first; all of them when left out. */
  readonly ticked?: readonly number[] | undefined
  /** They were chosen before: all of them, nothing to tick. */
  readonly isFixed?: boolean
  readonly onClose: () => void
  /** Answers whether it was reported: the dialog, with all that was typed, stays open where it was not. */
  readonly onDispute: (dispute: ReportedDispute) => Promise<boolean>
}

/** What the customer contests, in their words: reminders of it wait until it is resolved. */
export function DisputeDialog({ isOpen, onClose, ...form }: DisputeDialogProps) {
  const { t } = useTranslation('disputes')
  return (
    <Dialog isOpen={isOpen} onClose={onClose} title={t('title')} width="medium">
      <DisputeForm {...form} onDone={onClose} />
    </Dialog>
  )
}

type DisputeFormProps = Omit<DisputeDialogProps, 'isOpen' | 'onClose'> & { readonly onDone: () => void }

function DisputeForm({ items, ticked, isFixed = false, onDispute, onDone }: DisputeFormProps) {
  const { t } = useTranslation('disputes')
  const me = useSession().person.id
  const categories = useQuery(categoriesQuery).data ?? []
  const [draft, setDraft] = useState(() => newDispute(ticked ?? items.map(({ id }) => id), me))
  const [isSaving, setSaving] = useState(false)
  const missing = missingInDispute(draft, items, useToday())
  const left = leftOf(draft, items)
  const isPart = draft.isPart && left !== null
  const report = async () => {
    const { reason, note, owner, deadline, chosen } = draft
    if (reason === null || missing) return
    const category = categories.find(({ id }) => `category-${id}` === reason)
    setSaving(true)
    const isDone = await onDispute({
      items: [...chosen],
      reason: category ? 'other' : (reason as DisputeReason),
      categoryId: category?.id ?? null,
      note: note.trim() === '' ? null : note.trim(),
      ownerId: owner === nobody ? null : Number(owner),
      deadline,
      part: partOf(draft, items),
    })
    setSaving(false)
    if (isDone) onDone()
  }
  return (
    <div className="grid grid-cols-1 gap-3">
      <p className="text-body text-ink2">
        {isPart ? t('explainPart') : t('explain', { count: Math.max(1, draft.chosen.size) })}
      </p>
      {items.length > 1 && !isFixed && (
        <TickedItems
          title={t('items')}
          items={items}
          isChosen={(id) => draft.chosen.has(id)}
          onTick={({ id }, isChosen) => setDraft(withLine(draft, id, isChosen))}
        />
      )}
      <DisputeFields draft={draft} onChange={setDraft} left={left} isTooMuch={isTooMuch(draft, items)} />
      <div className="flex justify-end">
        <Button
          variant="primary"
          hotkey="ctrl+enter"
          isPending={isSaving}
          disabledReason={missing ? t(missing) : undefined}
          onPress={() => void report()}
        >
          {t('save')}
        </Button>
      </div>
    </div>
  )
}
