/**
 * The fixed table of addresses. French slugs without accents, one set for all languages, because links are read in
 * e-mails and browser history by French staff; views and filters live in the query string, details use opaque ids.
 */
export const paths = {
  tasks: '/a-faire',
  callSheet: '/a-faire/appels',
  invoices: '/factures',
  invoice: '/factures/$id',
  disputes: '/litiges',
  customers: '/clients',
  customer: '/clients/$id',
  payments: '/reglements',
  enterPayments: '/reglements/saisir',
  bank: '/reglements/banque',
  reminders: '/relances',
  answers: '/relances/reponses',
  scenarios: '/relances/scenarios',
  scenario: '/relances/scenarios/$id',
  scenarioRules: '/relances/affectation',
  messageTemplates: '/relances/modeles',
  letters: '/relances/courriers',
  dashboard: '/tableau-de-bord',
  forecast: '/prevision',
  review: '/point/$week',
  portfolio: '/portefeuille',
  portfolios: '/portefeuilles',
  opportunities: '/affaires',
  opportunity: '/affaires/$id',
  settings: '/reglages',
  settingsSection: '/reglages/$section',
  importInvoices: '/reglages/import',
  importedFile: '/reglages/import/$id',
  help: '/aide',
  signIn: '/connexion',
  welcome: '/bienvenue',
  customerSpace: '/e/$token',
} as const

export type PageName = keyof typeof paths
