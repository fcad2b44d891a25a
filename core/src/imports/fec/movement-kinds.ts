import type { FecMovement } from './rebuild-receivables.ts'

/** Money a customer gave, or a credit that stands for it; any other movement is a debt, a credit note or something held. */
export const isPayment = ({ kind, amount }: Pick<FecMovement, 'amount' | 'kind'>): boolean =>
  amount < 0 && (kind === 'payment' || kind === 'deposit' || kind === 'openingCredit' || kind === 'transfer')
