import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../ui/Button.tsx'
import { Drawer } from '../ui/Drawer.tsx'
import { showToast } from '../ui/toasts/toast-queue.ts'
import { useToday } from '../ui/today.ts'
import { PaymentEffects } from './PaymentEffects.tsx'
import { PaymentFields } from './PaymentFields.tsx'
import { bodyOf, missingIn, newDraft, type PaymentDraft } from './payment-draft.ts'
import { closePayment, openPayment, type PaymentStart } from './payment-drawer.ts'
import { useDraftProposal } from './use-draft-proposal.ts'
import { useEnterPayment } from './use-enter-payment.ts'

/** « Saisir un règlement », over whatever page is on screen. */
export function PaymentDrawer({ start }: { readonly start: PaymentStart }) {
  const { t } = useTranslation('payments')
  const today = useToday()
  const [draft, setDraft] = useState<PaymentDraft>(
    () =>
      start.draft ??
      newDraft({
        receivedOn: start.receivedOn ?? today,
        customer: start.customer ?? null,
        openItemId: start.openItemId ?? null,
        currency: start.currency ?? null,
        means: start.means ?? 'transfer',
      }),
  )
  const found = useDraftProposal(draft)
  const entering = useEnterPayment()
  const missing = missingIn(draft, found.proposal, today)
  const body = missing || !found.proposal ? undefined : bodyOf(draft, found.proposal, found.currency)

  const save = (then: 'close' | 'another') => {
    if (!body) return
    entering.mutate(
      { ...body, entryKey: draft.entryKey },
      {
        onSuccess: () =>
          then === 'close'
            ? closePayment()
            : openPayment({ receivedOn: draft.receivedOn ?? undefined, means: draft.means }),
      },
    )
  }

  const close = () => {
    closePayment()
    if (draft.amount === null && draft.reference === '') return
    showToast({ message: t('drawer.closed'), undo: () => openPayment({ ...start, draft }) })
  }

  return (
    <Drawer
      isOpen
      onClose={close}
      title={t('drawer.title')}
      footer={
        <div className="grid gap-2">
          {entering.error && (
            <p role="alert" className="text-small font-medium text-danger">
              {entering.error.message}
            </p>
          )}
          <div className="grid grid-cols-[1fr_auto] gap-2">
            <Button
              variant="primary"
              hotkey="ctrl+enter"
              onPress={() => save('close')}
              isPending={entering.isPending}
              disabledReason={missing && t(`need.${missing}`)}
            >
              {t('drawer.save')}
            </Button>
            <Button
              onPress={() => save('another')}
              isPending={entering.isPending}
              disabledReason={missing && t(`need.${missing}`)}
            >
              {t('drawer.saveAndNext')}
            </Button>
          </div>
          <p className="text-center text-small text-ink3">{t('drawer.undoNote')}</p>
        </div>
      }
    >
      {start.customer && <p className="pb-3 font-medium">{start.customer.name}</p>}
      <div className="grid gap-3">
        <PaymentFields
          draft={draft}
          found={found}
          onChange={setDraft}
          asksCustomer={start.customer === undefined}
          autoFocus
        />
        <PaymentEffects body={body} missing={t(`need.${missing ?? 'reading'}`)} />
      </div>
    </Drawer>
  )
}
