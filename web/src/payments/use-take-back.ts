import { formatMoney } from '@quittance/core/money/format-money.ts'
import { useTranslation } from 'react-i18next'
import { useAct } from '../app/use-act.ts'
import { asMoney, type WireMoney } from '../app/wire.ts'
import { useLanguage } from '../ui/use-language.ts'
import { allocateCredit, allocateCreditNote, takeBackAllocation } from './api.ts'

/** What settled an open item: a payment, a credit note (by its open item), or a gap that was closed. */
export interface Settled {
  readonly id: number
  readonly openItemId: number
  readonly amount: WireMoney
  readonly paymentId: number | null
  readonly creditItemId: number | null
}

/** Takes an allocation back; undoing that allocates the same amount again, unless a gap was closed with it. */
export function useTakeBack() {
  const { t } = useTranslation('payments')
  const language = useLanguage()
  const act = useAct()
  return (part: Settled, beside: { readonly hasDifference: boolean }): void => {
    const { id, openItemId, paymentId, creditItemId } = part
    const lines = [{ openItemId, amount: part.amount.amount }]
    const again =
      creditItemId !== null
        ? () => allocateCreditNote(creditItemId, lines)
        : paymentId !== null && !beside.hasDifference
          ? () => allocateCredit(paymentId, lines)
          : undefined
    void act({
      work: () => takeBackAllocation(id),
      done: () => t('takeBack.done', { amount: formatMoney(asMoney(part.amount), language) }),
      undo: again,
    })
  }
}
