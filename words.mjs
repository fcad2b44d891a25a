/**
 * The capabilities of Quittance, in order. One list behind folders, import rules and the manual:
 * under each roof (core, server, web) a word may import the words above it in this list, never one below.
 */
export const words = [
  'people',
  'customers',
  'invoices',
  'payments',
  'imports',
  'aging',
  'promises',
  'disputes',
  'payers',
  'tasks',
  'dunning',
  'reconciliation',
  'forecast',
  'opportunities',
  'reviews',
  'digests',
  'commissions',
  'portal',
]

/** Folders that stand beside the words under each roof; every word may import them. */
export const beside = {
  core: ['money', 'calendar', 'testing'],
  server: ['platform', 'main'],
  web: ['ui', 'pages', 'app'],
}
