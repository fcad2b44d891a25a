import type { Sentence } from '../platform/http/app-error.ts'
import { languageOf } from './command-line/terminal.ts'

/** What the server says in the terminal, in the operator's language. */
const french = {
  ready: 'Quittance est prêt : {address}\nVos données : {place}\nCtrl-C pour arrêter.',
  stopping: 'Arrêt en cours…',
  stopped: 'Quittance est arrêté. Vos données sont intactes.',
  portTaken:
    'Le port {port} est déjà pris, peut-être par un autre Quittance. Arrêtez l’autre programme, ou choisissez un autre port : PORT={next} npm start',
  portForbidden: 'Le port {port} est réservé au système. Choisissez un port au-dessus de 1024 : PORT=4180 npm start',
  hostUnknown: 'L’adresse {host} n’est pas de cette machine. Corrigez HOST, ou laissez-le vide pour 127.0.0.1.',
  badDay: '{day} : ce jour n’existe pas. Écrivez-le comme 2026-11-23.',
  badOption:
    '{option} : ce choix n’existe pas. Restent --on 2026-11-23 et --at 2026-11-23T09:55:00+01:00, pour essayer un autre jour.',
  databaseAt: 'base {name} sur {host}',
}

const english: typeof french = {
  ready: 'Quittance is ready: {address}\nYour data: {place}\nCtrl-C to stop.',
  stopping: 'Stopping…',
  stopped: 'Quittance has stopped. Your data are safe.',
  portTaken:
    'Port {port} is taken, maybe by another Quittance. Stop the other program, or choose another port: PORT={next} npm start',
  portForbidden: 'Port {port} is reserved for the system. Choose a port above 1024: PORT=4180 npm start',
  hostUnknown: 'The address {host} is not of this machine. Correct HOST, or leave it empty for 127.0.0.1.',
  badDay: '{day}: there is no such day. Write it like 2026-11-23.',
  badOption:
    '{option}: there is no such option. There are --on 2026-11-23 and --at 2026-11-23T09:55:00+01:00, to try another day.',
  databaseAt: 'database {name} at {host}',
}

type Values = Readonly<Record<string, string>>

/** The sentence in both languages, with its `{names}` filled in. */
export function sentenceOf(name: keyof typeof french, values: Values = {}): Sentence {
  const fill = (text: string) => text.replace(/\{(\w+)\}/g, (_, key: string) => values[key] ?? '')
  return { fr: fill(french[name]), en: fill(english[name]) }
}

/** The sentence as the operator reads it. */
export const speak = (name: keyof typeof french, values: Values = {}): string =>
  sentenceOf(name, values)[languageOf(process.env)]
