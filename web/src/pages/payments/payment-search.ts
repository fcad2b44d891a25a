/** The views of the list, as the address says them. */
export const viewOf = { tous: 'all', avances: 'unallocated', annules: 'reversed' } as const
export type PaymentViewWord = keyof typeof viewOf

export interface PaymentSearch {
  vue?: PaymentViewWord
  q?: string
  client?: number
  /** Open beside the list. */
  reglement?: number
}

const positive = (value: unknown): number | undefined => {
  const number = typeof value === 'string' && value.trim() !== '' ? Number(value) : value
  return typeof number === 'number' && Number.isSafeInteger(number) && number > 0 ? number : undefined
}

/** What the address says wrongly is left out: an old link still opens the list. */
export function readPaymentSearch(raw: Record<string, unknown>): PaymentSearch {
  const text = typeof raw.q === 'number' ? String(raw.q) : raw.q
  const read = {
    vue: typeof raw.vue === 'string' && Object.hasOwn(viewOf, raw.vue) ? raw.vue : undefined,
    q: typeof text === 'string' && text.trim() !== '' ? text.slice(0, 100) : undefined,
    client: positive(raw.client),
    reglement: positive(raw.reglement),
  }
  return Object.fromEntries(Object.entries(read).filter(([, value]) => value !== undefined))
}
