import type { ContactRole, Copy, Sender } from '@quittance/core/dunning/scenario.ts'

/** Who writes to whom, as the step said when it fell due; what is absent is as the house does it. */
export interface Delivery {
  readonly sender?: Sender
  readonly recipients?: readonly ContactRole[]
  readonly copies?: readonly Copy[]
  /** It may leave at week-ends and on public holidays too. */
  readonly everyDay?: boolean
}
