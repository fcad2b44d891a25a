import type app from './fr/app.json'
import type ui from './fr/ui.json'

/** One namespace a word, named as the word. A new file `fr/<word>.json` is added here so that its keys are checked. */
declare module 'i18next' {
  interface CustomTypeOptions {
    defaultNS: 'app'
    resources: {
      app: typeof app
      ui: typeof ui
    }
  }
}
