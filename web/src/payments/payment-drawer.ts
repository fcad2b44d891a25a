import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { useSyncExternalStore } from 'react'
import type { Means } from './api.ts'
import type { PaymentDraft } from './payment-draft.ts'

/** What is known when the drawer opens: who pays, and the due line the payment is for. */
export interface PaymentStart {
  readonly customer?: { readonly id: number; readonly name: string } | undefined
  readonly openItemId?: number | undefined
  /** ISO 4217; of the due line, else the customer's own. */
  readonly currency?: string | undefined
  /** Of the payment entered just before: a pile often shares them. */
  readonly receivedOn?: CalendarDate | undefined
  readonly means?: Means | undefined
  /** A form that was closed, taken up again. */
  readonly draft?: PaymentDraft | undefined
}

interface Opened extends PaymentStart {
  /** Another number for each opening: the form starts anew. */
  readonly opening: number
}

let opened: Opened | null = null
let openings = 0
const watchers = new Set<() => void>()

function become(next: Opened | null): void {
  opened = next
  for (const watcher of watchers) watcher()
}

/** Opens « Saisir un règlement » over the page on screen. */
export function openPayment(start: PaymentStart = {}): void {
  openings += 1
  become({ ...start, opening: openings })
}

export const closePayment = (): void => become(null)

/** What the drawer was opened with; null while it is closed. */
export const useOpenedPayment = (): Opened | null =>
  useSyncExternalStore(
    (watcher) => {
      watchers.add(watcher)
      return () => watchers.delete(watcher)
    },
    () => opened,
  )
