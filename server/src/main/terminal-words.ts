/** What the server says in the terminal, in the operator's language. */
const french = {
  ready: 'Quittance est prêt : {address}\nVos données : {place}\nCtrl-C pour arrêter.',
  stopping: 'Arrêt en cours…',
  stopped: 'Quittance est arrêté. Vos données sont intactes.',
  portTaken:
    'Le port {port} est déjà pris, peut-être par un autre Quittance. Arrêtez l’autre programme, ou choisissez un autre port : PORT={next} npm start',
  portForbidden: 'Le port {port} est réservé au système. Choisissez un port au-dessus de 1024 : PORT=4180 npm start',
  hostUnknown: 'L’adresse {host} n’est pas de cette machine. Corrigez HOST, ou laissez-le vide pour 127.0.0.1.',
  badDay: '--on {day} : ce jour n’existe pas. Écrivez-le comme 2026-11-23.',
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
  badDay: '--on {day}: there is no such day. Write it like 2026-11-23.',
  databaseAt: 'database {name} at {host}',
}

/** LC_ALL, then LANG, as every program of the terminal does. */
const asked = process.env.LC_ALL || process.env.LANG || ''
const words = /^fr/i.test(asked) ? french : english

/** The sentence with its `{names}` filled in. */
export const speak = (sentence: keyof typeof french, values: Readonly<Record<string, string>> = {}): string =>
  words[sentence].replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')
