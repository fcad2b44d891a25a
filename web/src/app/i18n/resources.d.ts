import type answers from './fr/answers.json'
import type app from './fr/app.json'
import type customers from './fr/customers.json'
import type disputes from './fr/disputes.json'
import type dunning from './fr/dunning.json'
import type help from './fr/help.json'
import type imports from './fr/imports.json'
import type invoices from './fr/invoices.json'
import type law from './fr/law.json'
import type payers from './fr/payers.json'
import type payments from './fr/payments.json'
import type people from './fr/people.json'
import type promises from './fr/promises.json'
import type reconciliation from './fr/reconciliation.json'
import type scenarios from './fr/scenarios.json'
import type settings from './fr/settings.json'
import type tasks from './fr/tasks.json'
import type ui from './fr/ui.json'

/** One namespace a word, named as the word. A new file `fr/<word>.json` is added here so that its keys are checked. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: {
      answers: typeof answers
      app: typeof app
      customers: typeof customers
      disputes: typeof disputes
      dunning: typeof dunning
      help: typeof help
      imports: typeof imports
      invoices: typeof invoices
      law: typeof law
      payers: typeof payers
      payments: typeof payments
      people: typeof people
      promises: typeof promises
      reconciliation: typeof reconciliation
      scenarios: typeof scenarios
      settings: typeof settings
      tasks: typeof tasks
      ui: typeof ui
    }
  }
}
