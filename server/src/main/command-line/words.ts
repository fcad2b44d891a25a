import type { Language } from '@quittance/core/money/format-money.ts'
import type { ToldProposal } from '../../reconciliation/told/tell-lines.ts'

const reconcileDecisions = {
  en: { auto: 'sure', suggest: 'proposed', none: 'pays no invoice' },
  fr: { auto: 'sûre', suggest: 'proposée', none: 'ne règle pas de facture' },
}

/** What the command line says. Sentences name the next move. */
const english = {
  example: 'example',
  noOrganization:
    'There is no organisation yet. Start the program (npm start) and create yours, or import a file with --organization "Your firm".',
  severalOrganizations: 'There are several organisations: say which one with --organization and its name or number.',
  unknownOrganization: (name: string) => `There is no organisation "${name}". Here are those there are:`,
  wouldFound: (name: string) =>
    `The organisation "${name}" does not exist: an import would create it, with the usual scenarios.`,
  founded: (name: string) => `The organisation "${name}" did not exist: it has been created, with the usual scenarios.`,
  badDay: (day: string) => `--on ${day}: there is no such day. Write it like 2026-11-23.`,
  unknownCommand: (name: string) => `"${name}" is not a command. See: quittance help`,
  unknownOption: (message: string) => `${message}. See: quittance help`,
  emailMissing: 'Say whose: quittance password EMAIL',
  customerMissing: (command: string) => `Say whose: quittance ${command} CUSTOMER (its code, or its name)`,
  unknownCustomer: (asked: string) =>
    `No one customer has the code or the name "${asked}". Give the code of the customer.`,
  unknownInvoice: (number: string) => `This customer has no invoice "${number}". Give its number.`,
  paused: (about: string, until: string) =>
    `${about}: no reminders ${until === 'furtherNotice' ? `until you say: quittance resume` : `before ${until}`}.`,
  resumed: (about: string) => `${about}: no pause any more.`,
  noAccount: (email: string) => `Nobody signs in as ${email}. Those who do:`,
  newPassword: 'New password (it does not show): ',
  newPasswordAgain: 'Once more: ',
  passwordsDiffer: 'The two are not the same. Nothing was changed.',
  passwordLength: 'A password has 10 to 200 characters. Nothing was changed.',
  stopped: 'Stopped. Nothing was changed.',
  passwordChanged: (email: string, sessions: number) =>
    `${email} signs in with the new password. Sessions closed: ${sessions}.`,
  accessClosed: (email: string) =>
    `${email} was deactivated everywhere: an administrator has to activate this person again before they can sign in.`,
  nameTooLong: 'The name of an organisation is one line of at most 200 characters.',
  nameMissing: 'Say which name: quittance organizations add --name "Your firm"',
  organizationAdded: (name: string, id: number) =>
    `The organisation "${name}" was created (number ${id}), with the usual scenarios.`,
  organizationThere: (name: string, id: number) => `The organisation "${name}" is already there (number ${id}).`,
  unreadableLine: 'This line does not read: write one command with its options, or a JSON array of its words.',
  notInSession: (name: string) => `"${name}" does not run within a session: run it alone.`,
  fileMissing: (command: string) => `Say which file: quittance ${command} FILE`,
  tooMuch: (text: string) => `One thing at a time: "${text}" is one too many. Put a name with spaces between quotes.`,
  noSuchFile: (file: string) => `There is no file ${file}.`,
  noFile: (path: string) => `${path} is not a file. Give the path of a file.`,
  noBankAccount: (asked: string, known: readonly string[]) =>
    `No one bank account is "${asked}". Say its IBAN, number or name: ${known.join(', ') || 'there is none yet'}.`,
  notFor: (option: string, command: string) => `${option} means nothing to "${command}". See: quittance help`,
  bug: (message: string) => `Something broke in the program, nothing was half written: ${message}`,

  notALegalFile: (file: string) =>
    `${file} is no legal file of Quittance: it has no manifest. Give the ZIP that was downloaded.`,
  badSeal: 'A seal has 64 signs, from 0 to 9 and from a to f. Copy it from the customer’s page, Late interest and law.',
  archiveProblem: {
    changed: (name: string) => `${name}: changed since it was sealed`,
    missing: (name: string) => `${name}: missing`,
    unknown: (name: string) => `${name}: added since it was sealed`,
  },
  verdict: {
    intact: (files: number) =>
      `Every file (${files}) is what the manifest says. Compare the seal with the one on the customer’s page, or say it with --seal.`,
    sealed: (files: number) => `Every file (${files}) is what was sealed, and the seal is the one you gave.`,
    otherSeal: (files: number) =>
      `Every file (${files}) is what the manifest says, but its seal is not the one you gave: it is another legal file, or it was made anew.`,
    altered: (files: number) => `This legal file was altered: not every file (${files}) is what was sealed.`,
  },
  seal: (seal: string) => `Seal: ${seal}`,

  whatWouldLeave: (name: string, day: string) => `${name}, ${day}: what would leave, nothing is written`,
  decided: (customers: number, messages: number, tasks: number, cancelled: number) =>
    `${customers} customers decided: ${messages} new messages, ${tasks} new tasks, ${cancelled} messages cancelled.`,
  counted: (contacts: number, tasks: number, steps: number) =>
    `Counted as made: ${contacts} contacts, ${tasks} tasks of ours; steps done: ${steps}. Nothing left from here.`,
  waiting: (count: number) => `${count} messages wait for approval.`,
  emailRow: (items: number) => `e-mail, ${items} ${items === 1 ? 'invoice' : 'invoices'}`,
  letterRow: (items: number) => `letter, ${items} ${items === 1 ? 'invoice' : 'invoices'}`,
  callRow: (items: number) => `call, ${items} ${items === 1 ? 'invoice' : 'invoices'}`,
  decisionRow: (items: number) => `decision, ${items} ${items === 1 ? 'invoice' : 'invoices'}`,
  taskRow: (items: number) => `task, ${items} ${items === 1 ? 'invoice' : 'invoices'}`,
  heldRow: 'held',
  remindTotals: (t: { emails: number; invoices: number; tasks: number; held: number; rest: number }) =>
    `${t.emails} e-mails for ${t.invoices} invoices, ${t.tasks} tasks, ${t.held} held, ${t.rest} with nothing due.`,
  total: 'Total',

  notRead: (file: string) => `${file} could not be read.`,
  fileRead: (file: string, rows: number, ready: number, toFix: number) =>
    `${file}: ${rows} rows read, ${ready} ready, ${toFix} to fix.`,
  wouldBe: (added: number, changed: number, same: number) =>
    `Invoices: ${added} new, ${changed} changed, ${same} known already and unchanged.`,
  inFile: (customers: number, total: string, due: string, late: number) =>
    `New customers: ${customers}. Total ${total}, left to pay ${due}; ${late} invoices already late.`,
  ofLedger: (debit: string, credit: string, balance: string) =>
    `Ledger: debit ${debit}, credit ${credit}; balance of the customers (411) ${balance}.`,
  paymentsOfLedger: (payments: number, paid: string) => `Payments: ${payments}, ${paid}.`,
  lettersOpen: (count: number) => `Groups of letters that do not balance and stay open: ${count}.`,
  moreRefusals: (count: number) => `and ${count} more: see them with --json, or on the import screen.`,
  wrote: (added: number, changed: number, customers: number) =>
    `Done: ${added} invoices added, ${changed} changed, ${customers} customers created. It can be undone for 24 hours on the import screen.`,
  customersInFile: (added: number, changed: number, same: number) =>
    `Customers: ${added} to create, ${changed} to change, ${same} known already and unchanged.`,
  wroteCustomers: (added: number, changed: number) =>
    `Done: ${added} customers created, ${changed} changed. It can be undone for 24 hours on the import screen.`,
  statementRead: (file: string, format: string, statements: number, lines: number) =>
    `${file}: bank statement (${format}); statements: ${statements}, lines: ${lines}.`,
  statementKept: (added: number, known: number) => `Done: ${added} lines are new, ${known} were known already.`,
  nothingWritten: 'Dry run: nothing was written.',

  balanceOn: (name: string, day: string, currency: string) => `${name}, aged balance on ${day}, ${currency}`,
  balanceHeads: ['Customer', 'Not due', '1-30 d', '31-60 d', '61-90 d', '> 90 d', 'Credits', 'Balance'],
  nothingOwed: 'Nobody owes anything on that day.',

  reconcileHow: 'Say one of: --until DATE, --learn FILE, --confirm FILE, --days FILE. See: quittance help',
  badUntil: (day: string) => `--until ${day}: there is no such day. Write it like 2026-11-23.`,
  daysUnreadable: 'The file of days is not a JSON list of days: see the manual, page of the command line.',
  learnt: (lines: number, unknown: string): string =>
    `Lines learnt: ${lines}.${unknown ? ` Customers not known: ${unknown}.` : ''}`,
  reconciled: (one: ToldProposal, paid: string): string =>
    `${one.date} ${one.amount} ${one.line_id}: ${one.applied ? 'applied' : reconcileDecisions.en[one.decision]}${one.customer_id ? ` ${one.customer_id}` : ''}${paid ? `, ${paid}` : ''}`,
  reconciledTotal: (lines: number, applied: number) => `Lines: ${lines}, applied: ${applied}.`,
  confirmed: (right: number, replaced: number, settled: number) =>
    `Confirmed as they were: ${right}; replaced: ${replaced}; settled now: ${settled}.`,

  scenarioRow: (name: string, version: number, days: string, customers: number) =>
    `${name}, version ${version}: ${days} days; customers: ${customers}.`,
  scenarioImported: (name: string, outcome: 'added' | 'changed' | 'unchanged', steps: number, cases: number) =>
    `${name}: ${{ added: 'added', changed: 'new version', unchanged: 'already so' }[outcome]}; steps: ${steps}, cases as expected: ${cases}.`,
  fileProblem: (line: number, field: string, sentence: string) =>
    `Line ${line}${field ? `, ${field}` : ''}: ${sentence}`,
  scenarioMissing: 'Say which scenario: quittance scenarios export NAME',
  assignHow: 'Say which and to whom: quittance scenarios assign NAME --customer CUSTOMER [--invoice NUMBER]',
  scenarioAssigned: (about: string, name: string | null): string =>
    name === null ? `${about}: the usual scenario again.` : `${about}: the scenario "${name}".`,
  unknownScenario: (name: string, names: readonly string[]) =>
    `There is no scenario "${name}". Those there are: ${names.join(', ')}.`,

  noSource: 'No source yet: the first file imported makes its own.',
  sourceFresh: 'up to date',
  sourceStale: 'too old',
  sourceOff: 'stopped',
  source: (name: string, state: string, day: string, age: number) =>
    `${name}: ${state}, last import on ${day} (working days: ${age}).`,
  sourceNever: (name: string, state: string) => `${name}: ${state}, no whole import.`,

  checked: (names: string) => `Checked: ${names}. What is kept beside the facts agrees with them.`,
  problem: (p: { kind: string; name: string; kept: string; facts: string }) =>
    `${({ amountDue: 'Left to pay', unallocated: 'Credit of', dueLines: 'Due lines of', balance: 'Balance of', latestDay: 'Latest day of', payments: 'Payments of', paymentCount: 'Number of payments of', messages: 'Messages', messageCount: 'Number of messages or lines', promiseReceived: 'Received of a promise of' } as Record<string, string>)[p.kind] ?? p.kind} ${p.name}: kept ${p.kept}, the facts say ${p.facts}.`,
  problems: (count: number) =>
    `${count} amounts kept differ from the facts. Make a backup (quittance backup FILE) and report it; do not send before it is understood.`,

  backedUp: (rows: number, tables: number, file: string) =>
    `${rows} rows of ${tables} tables are in ${file}. Keep secrets.json beside it: it opens the mail password.`,
  restored: (rows: number, tables: number) =>
    `${rows} rows of ${tables} tables restored, counts and checksums agree. Sending is frozen: lift it in the settings once the original no longer sends.`,

  demoMade: (name: string, id: number) =>
    `The example company "${name}" is ready (organisation ${id}). Remove it with: quittance demo --remove`,
  demoForNobody: 'No account exists yet: the one made on the first visit will find the example among its companies.',
  demoThere: (name: string, id: number) => `The example company "${name}" is already there (organisation ${id}).`,
  demoRemoved: (count: number): string =>
    count === 0 ? 'There was no example company.' : 'The example company and all that was in it are removed.',

  help: `Quittance, on the command line

  quittance inspect FILE                   what a file holds; nothing is stored
  quittance import FILE [--dry-run]        read a ledger (FEC), a list of invoices or customers, electronic
                                           invoices, or a bank statement (--account IBAN where it names none)
  quittance remind [--on DATE] [--dry-run] decide who is reminded, and of what; --done: it was sent by other means
  quittance pause CUSTOMER [--until DATE]  no reminders to them, or about one --invoice; resume CUSTOMER ends it
  quittance aged-balance [--on DATE]       who owes what, since when
  quittance organizations                  those there are; add --name NAME creates one
  quittance session [--commands FILE]      one command a line, each answered by one line of JSON
  quittance reconcile --until DATE [--apply]   what lines of the bank pay; --apply applies what is sure
  quittance reconcile --learn FILE         how customers paid in the past; enters nothing
  quittance reconcile --confirm FILE       what lines truly paid: replaces what was applied
  quittance reconcile --days FILE          many days in one go, one line of JSON a day
  quittance scenarios                      those there are; import FILE.yaml [--dry-run], export NAME,
                                           assign NAME --customer CUSTOMER
  quittance sources                        where invoices come from, how fresh that is
  quittance check                          do the amounts kept agree with the facts?
  quittance verify FILE [--seal SEAL]      a legal file: which of its files were changed
  quittance backup FILE                    everything, in one file
  quittance restore FILE                   fill an empty installation from a backup
  quittance demo [--remove]                the example company
  quittance password EMAIL                 a new password for somebody, asked for without showing it
  quittance help

  --json                    one JSON document instead of sentences
  --organization NAME       which one, when there are several (or its number)
  --on DATE                 as on that day: 2026-11-23

Ends with 0: done; 1: done, with something to look at (refused rows, amounts that differ); 2: could not.
Data: QUITTANCE_DATA or DATABASE_URL, as for the server, which may be running. Language: LANG.`,
}

export type Words = typeof english

const french: Words = {
  example: 'exemple',
  noOrganization:
    'Il n’y a pas encore d’entreprise. Démarrez le programme (npm start) et créez la vôtre, ou importez un fichier avec --organization "Votre entreprise".',
  severalOrganizations: 'Il y a plusieurs entreprises : dites laquelle avec --organization et son nom ou son numéro.',
  unknownOrganization: (name) => `Il n’y a pas d’entreprise « ${name} ». Voici celles qui existent :`,
  wouldFound: (name) => `L’entreprise « ${name} » n’existe pas : un import la créerait, avec les scénarios habituels.`,
  founded: (name) => `L’entreprise « ${name} » n’existait pas : elle vient d’être créée, avec les scénarios habituels.`,
  badDay: (day) => `--on ${day} : ce jour n’existe pas. Écrivez-le comme 2026-11-23.`,
  unknownCommand: (name) => `« ${name} » n’est pas une commande. Voir : quittance help`,
  unknownOption: (message) => `${message}. Voir : quittance help`,
  emailMissing: 'Dites à qui : quittance password E-MAIL',
  customerMissing: (command) => `Dites de qui : quittance ${command} CLIENT (son code, ou son nom)`,
  unknownCustomer: (asked) => `Aucun client, ou plusieurs, pour « ${asked} ». Donnez le code du client.`,
  unknownInvoice: (number) => `Ce client n’a pas de facture « ${number} ». Donnez son numéro.`,
  paused: (about, until) =>
    `${about} : aucune relance ${until === 'furtherNotice' ? 'jusqu’à : quittance resume' : `avant le ${until}`}.`,
  resumed: (about) => `${about} : plus de pause.`,
  noAccount: (email) => `Personne ne se connecte avec ${email}. Se connectent :`,
  newPassword: 'Nouveau mot de passe (il ne s’affiche pas) : ',
  newPasswordAgain: 'Encore une fois : ',
  passwordsDiffer: 'Les deux ne sont pas les mêmes. Rien n’a changé.',
  passwordLength: 'Un mot de passe compte 10 à 200 caractères. Rien n’a changé.',
  stopped: 'Arrêté. Rien n’a changé.',
  passwordChanged: (email, sessions) =>
    `${email} se connecte avec le nouveau mot de passe. Sessions fermées : ${sessions}.`,
  accessClosed: (email) =>
    `${email} est désactivé partout : l’administration doit réactiver cette personne avant qu’elle puisse se connecter.`,
  nameTooLong: 'Le nom d’une entreprise tient sur une ligne de 200 caractères au plus.',
  nameMissing: 'Dites quel nom : quittance organizations add --name "Votre entreprise"',
  organizationAdded: (name, id) => `L’entreprise « ${name} » est créée (numéro ${id}), avec les scénarios habituels.`,
  organizationThere: (name, id) => `L’entreprise « ${name} » est déjà là (numéro ${id}).`,
  unreadableLine: 'Cette ligne ne se lit pas : écrivez une commande avec ses options, ou un tableau JSON de ses mots.',
  notInSession: (name) => `« ${name} » ne s’exécute pas dans une session : lancez-la seule.`,
  fileMissing: (command) => `Dites quel fichier : quittance ${command} FICHIER`,
  tooMuch: (text) => `Une chose à la fois : « ${text} » est de trop. Mettez un nom avec des espaces entre guillemets.`,
  noSuchFile: (file) => `Il n’y a pas de fichier ${file}.`,
  noFile: (path) => `${path} n’est pas un fichier. Donnez le chemin d’un fichier.`,
  noBankAccount: (asked, known) =>
    `Aucun compte bancaire, ou plusieurs, pour « ${asked} ». Dites son IBAN, son numéro ou son nom : ${known.join(', ') || 'il n’y en a pas encore'}.`,
  notFor: (option, command) => `${option} ne veut rien dire pour « ${command} ». Voir : quittance help`,
  bug: (message) => `Le programme s’est trompé, rien n’est écrit à moitié : ${message}`,

  notALegalFile: (file) =>
    `${file} n’est pas un dossier de créance de Quittance : il n’a pas de manifeste. Donnez le ZIP téléchargé.`,
  badSeal: 'Une empreinte a 64 signes, de 0 à 9 et de a à f. Copiez-la de la fiche du client, Pénalités et droit.',
  archiveProblem: {
    changed: (name) => `${name} : modifié depuis le scellement`,
    missing: (name) => `${name} : manquant`,
    unknown: (name) => `${name} : ajouté depuis le scellement`,
  },
  verdict: {
    intact: (files) =>
      `Chaque fichier (${files}) est bien celui du manifeste. Comparez l’empreinte à celle de la fiche du client, ou donnez-la avec --seal.`,
    sealed: (files) =>
      `Chaque fichier (${files}) est celui qui a été scellé, et l’empreinte est celle que vous donnez.`,
    otherSeal: (files) =>
      `Chaque fichier (${files}) est celui du manifeste, mais son empreinte n’est pas celle que vous donnez : c’est un autre dossier, ou il a été refait.`,
    altered: (files) =>
      `Ce dossier a été modifié : tous ses fichiers (${files}) ne sont plus ceux qui ont été scellés.`,
  },
  seal: (seal) => `Empreinte : ${seal}`,

  whatWouldLeave: (name, day) => `${name}, ${day} : ce qui partirait, rien n’est écrit`,
  decided: (customers, messages, tasks, cancelled) =>
    `${customers} clients décidés : ${messages} nouveaux messages, ${tasks} nouvelles actions, ${cancelled} messages annulés.`,
  counted: (contacts, tasks, steps) =>
    `Comptés comme faits : ${contacts} contacts, ${tasks} actions internes ; étapes passées : ${steps}. Rien n’est parti d’ici.`,
  waiting: (count) => `${count} messages attendent votre accord.`,
  emailRow: (items) => `e-mail, ${items} ${items === 1 ? 'facture' : 'factures'}`,
  letterRow: (items) => `courrier, ${items} ${items === 1 ? 'facture' : 'factures'}`,
  callRow: (items) => `appel, ${items} ${items === 1 ? 'facture' : 'factures'}`,
  decisionRow: (items) => `décision, ${items} ${items === 1 ? 'facture' : 'factures'}`,
  taskRow: (items) => `tâche, factures : ${items}`,
  heldRow: 'mis de côté',
  remindTotals: (t) =>
    `${t.emails} e-mails pour ${t.invoices} factures, ${t.tasks} actions, ${t.held} mis de côté, ${t.rest} sans rien à faire.`,
  total: 'Total',

  notRead: (file) => `${file} n’a pas pu être lu.`,
  fileRead: (file, rows, ready, toFix) => `${file} : ${rows} lignes lues, ${ready} prêtes, ${toFix} à corriger.`,
  wouldBe: (added, changed, same) =>
    `Factures : ${added} nouvelles, ${changed} modifiées, ${same} déjà connues et inchangées.`,
  inFile: (customers, total, due, late) =>
    `Nouveaux clients : ${customers}. Total ${total}, reste à payer ${due} ; ${late} factures déjà en retard.`,
  ofLedger: (debit, credit, balance) =>
    `Grand livre : débit ${debit}, crédit ${credit} ; solde des clients (411) ${balance}.`,
  paymentsOfLedger: (payments, paid) => `Règlements : ${payments}, ${paid}.`,
  lettersOpen: (count) => `Lettrages qui ne tombent pas à zéro et restent ouverts : ${count}.`,
  moreRefusals: (count) => `et ${count} autres : voyez-les avec --json, ou sur l’écran d’import.`,
  wrote: (added, changed, customers) =>
    `Fait : ${added} factures ajoutées, ${changed} modifiées, ${customers} clients créés. Annulable 24 heures sur l’écran d’import.`,
  customersInFile: (added, changed, same) =>
    `Clients : ${added} à créer, ${changed} à modifier, ${same} déjà connus et inchangés.`,
  wroteCustomers: (added, changed) =>
    `Fait : ${added} clients créés, ${changed} modifiés. Annulable 24 heures sur l’écran d’import.`,
  statementRead: (file, format, statements, lines) =>
    `${file} : relevé de banque (${format}) ; relevés : ${statements}, lignes : ${lines}.`,
  statementKept: (added, known) => `Fait : ${added} lignes nouvelles, ${known} déjà connues.`,
  nothingWritten: 'Essai : rien n’a été écrit.',

  balanceOn: (name, day, currency) => `${name}, balance âgée au ${day}, ${currency}`,
  balanceHeads: ['Client', 'Pas dû', '1-30 j', '31-60 j', '61-90 j', '> 90 j', 'Avances', 'Solde'],
  nothingOwed: 'Personne ne doit rien ce jour-là.',

  reconcileHow:
    'Dites l’un de : --until DATE, --learn FICHIER, --confirm FICHIER, --days FICHIER. Voir : quittance help',
  badUntil: (day) => `--until ${day} : ce jour n’existe pas. Écrivez-le comme 2026-11-23.`,
  daysUnreadable: 'Le fichier des jours n’est pas une liste JSON de jours : voyez le manuel, page ligne de commande.',
  learnt: (lines, unknown) => `Lignes apprises : ${lines}.${unknown ? ` Clients inconnus : ${unknown}.` : ''}`,
  reconciled: (one, paid) =>
    `${one.date} ${one.amount} ${one.line_id} : ${one.applied ? 'appliquée' : reconcileDecisions.fr[one.decision]}${one.customer_id ? ` ${one.customer_id}` : ''}${paid ? `, ${paid}` : ''}`,
  reconciledTotal: (lines, applied) => `Lignes : ${lines}, appliquées : ${applied}.`,
  confirmed: (right, replaced, settled) =>
    `Confirmées telles quelles : ${right} ; remplacées : ${replaced} ; réglées maintenant : ${settled}.`,

  scenarioRow: (name, version, days, customers) =>
    `${name}, version ${version} : ${days} jours ; clients : ${customers}.`,
  scenarioImported: (name, outcome, steps, cases) =>
    `${name} : ${{ added: 'ajouté', changed: 'nouvelle version', unchanged: 'déjà ainsi' }[outcome]} ; étapes : ${steps}, cas conformes : ${cases}.`,
  fileProblem: (line, field, sentence) => `Ligne ${line}${field ? `, ${field}` : ''} : ${sentence}`,
  scenarioMissing: 'Dites quel scénario : quittance scenarios export NOM',
  assignHow: 'Dites lequel et à qui : quittance scenarios assign NOM --customer CLIENT [--invoice NUMÉRO]',
  scenarioAssigned: (about, name) =>
    name === null ? `${about} : de nouveau le scénario habituel.` : `${about} : le scénario « ${name} ».`,
  unknownScenario: (name, names) => `Il n’y a pas de scénario « ${name} ». Ceux qui existent : ${names.join(', ')}.`,

  noSource: 'Aucune source pour l’instant : le premier fichier importé crée la sienne.',
  sourceFresh: 'à jour',
  sourceStale: 'trop ancienne',
  sourceOff: 'arrêtée',
  source: (name, state, day, age) => `${name} : ${state}, dernier import le ${day} (jours ouvrés : ${age}).`,
  sourceNever: (name, state) => `${name} : ${state}, aucun import complet.`,

  checked: (names) => `Vérifié : ${names}. Ce qui est gardé à côté des faits leur correspond.`,
  problem: (p) =>
    `${({ amountDue: 'Reste à payer de', unallocated: 'Avance de', dueLines: 'Échéances de', balance: 'Solde de', latestDay: 'Dernier jour de', payments: 'Règlements de', paymentCount: 'Nombre de règlements de', messages: 'Messages', messageCount: 'Nombre de messages ou de lignes', promiseReceived: 'Reçu d’une promesse de' } as Record<string, string>)[p.kind] ?? p.kind} ${p.name} : gardé ${p.kept}, les faits disent ${p.facts}.`,
  problems: (count) =>
    `${count} montants gardés diffèrent des faits. Faites une sauvegarde (quittance backup FICHIER) et signalez-le ; n’envoyez rien avant d’avoir compris.`,

  backedUp: (rows, tables, file) =>
    `${rows} lignes de ${tables} tables sont dans ${file}. Gardez secrets.json à côté : il ouvre le mot de passe d’envoi.`,
  restored: (rows, tables) =>
    `${rows} lignes de ${tables} tables reprises, nombres et sommes concordent. L’envoi est gelé : levez-le dans les réglages quand l’original n’envoie plus.`,

  demoMade: (name, id) =>
    `L’entreprise d’exemple « ${name} » est prête (entreprise ${id}). Pour la retirer : quittance demo --remove`,
  demoForNobody: 'Aucun compte n’existe encore : celui de la première visite la trouvera parmi ses entreprises.',
  demoThere: (name, id) => `L’entreprise d’exemple « ${name} » est déjà là (entreprise ${id}).`,
  demoRemoved: (count) =>
    count === 0
      ? 'Il n’y avait pas d’entreprise d’exemple.'
      : 'L’entreprise d’exemple et tout son contenu sont retirés.',

  help: `Quittance, en ligne de commande

  quittance inspect FICHIER                ce que contient un fichier ; rien n’est gardé
  quittance import FICHIER [--dry-run]     lire un FEC, une liste de factures ou de clients, des factures
                                           électroniques ou un relevé (--account IBAN s’il ne dit pas le compte)
  quittance remind [--on DATE] [--dry-run] décider qui est relancé, et pour quoi ; --done : envoyé par d’autres moyens
  quittance pause CLIENT [--until DATE]    ne plus relancer, ou pas pour une --invoice ; resume CLIENT y met fin
  quittance aged-balance [--on DATE]       qui doit quoi, depuis quand
  quittance organizations                  celles qui existent ; add --name NOM en crée une
  quittance session [--commands FICHIER]   une commande par ligne, une ligne de JSON par réponse
  quittance reconcile --until DATE [--apply]   ce que règlent les lignes de banque ; --apply applique le sûr
  quittance reconcile --learn FICHIER      comment les clients ont payé ; n’enregistre aucun règlement
  quittance reconcile --confirm FICHIER    ce que des lignes ont vraiment réglé : remplace ce qui était appliqué
  quittance reconcile --days FICHIER       plusieurs jours à la suite, une ligne de JSON par jour
  quittance scenarios                      ceux qui existent ; import FICHIER.yaml [--dry-run], export NOM,
                                           assign NOM --customer CLIENT
  quittance sources                        d’où viennent les factures, de quand cela date
  quittance check                          les montants gardés correspondent-ils aux faits ?
  quittance verify FICHIER [--seal EMPREINTE]  un dossier de créance : quels fichiers ont changé
  quittance backup FICHIER                 tout, dans un fichier
  quittance restore FICHIER                remplir une installation vide depuis une sauvegarde
  quittance demo [--remove]                l’entreprise d’exemple
  quittance password E-MAIL                un nouveau mot de passe pour quelqu’un, demandé sans l’afficher
  quittance help

  --json                    un document JSON au lieu de phrases
  --organization NOM        laquelle, quand il y en a plusieurs (ou son numéro)
  --on DATE                 comme ce jour-là : 23/11/2026

Finit par 0 : fait ; 1 : fait, avec quelque chose à regarder (lignes refusées, montants qui diffèrent) ; 2 : impossible.
Données : QUITTANCE_DATA ou DATABASE_URL, comme pour le serveur, qui peut tourner en même temps. Langue : LANG.`,
}

export const commandWords: Readonly<Record<Language, Words>> = { fr: french, en: english }
