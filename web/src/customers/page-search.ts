/** The parts of a customer's page, as the address says them; absent: « En ce moment ». */
export const customerTabs = ['factures', 'reglements', 'echanges', 'contacts', 'droit', 'identite'] as const
export type CustomerTab = (typeof customerTabs)[number]

export interface CustomerSearch {
  onglet?: CustomerTab
  /** The note field is open. */
  noter?: 'oui'
}

const isTab = (value: unknown): value is CustomerTab => (customerTabs as readonly unknown[]).includes(value)

/** What the address says, what it says wrongly left out. */
export const readCustomerSearch = (raw: Record<string, unknown>): CustomerSearch => ({
  ...(isTab(raw.onglet) && { onglet: raw.onglet }),
  ...(raw.noter === 'oui' && { noter: raw.noter }),
})
