import type { BankView } from '../../reconciliation/api.ts'

/** The views by the word of their address. */
export const viewOf = {
  'a-pointer': 'toMatch',
  pointees: 'matched',
  'hors-clients': 'notACustomer',
} as const satisfies Record<string, BankView>
export type BankViewWord = keyof typeof viewOf

export interface BankSearch {
  readonly vue?: BankViewWord
  readonly compte?: number
  readonly ligne?: number
  readonly q?: string
}

const isView = (word: unknown): word is BankViewWord => typeof word === 'string' && Object.hasOwn(viewOf, word)
const isKey = (value: unknown): value is number => typeof value === 'number' && Number.isSafeInteger(value) && value > 0

/** What the address says; words it does not know are left out. */
export const readBankSearch = ({ vue, compte, ligne, q }: Record<string, unknown>): BankSearch => ({
  ...(isView(vue) && { vue }),
  ...(isKey(compte) && { compte }),
  ...(isKey(ligne) && { ligne }),
  ...((typeof q === 'string' || typeof q === 'number') && q !== '' && { q: String(q).slice(0, 100) }),
})
