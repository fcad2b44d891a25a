import type { Language } from '@quittance/core/money/format-money.ts'
import type { Channel } from './next-step.ts'

/** A day as text, null for today (contacts) or for no end (holds). */
type Day = string | null

interface HoldWords {
  readonly label: (until: Day, reason: string | null) => string
  readonly sentence: (until: Day, reason: string | null) => string
}

interface Words {
  readonly contacts: Readonly<Record<Channel, { label: (on: Day) => string; sentence: (on: Day) => string }>>
  readonly holds: Readonly<Record<string, HoldWords>>
  readonly unknownHold: HoldWords
  readonly disputeReasons: Readonly<Record<string, string>>
  /** Beside an e-mail that is planned, where no address can receive it. */
  readonly unreachable: string
  /** Why a contact waits until its day. */
  readonly whys: Readonly<Record<string, string>>
  readonly rests: Readonly<Record<string, string>>
  readonly noStep: string
  readonly undecidedSentence: string
  readonly notDue: string
  readonly notDueSentence: (dueDate: string) => string
}

/** Label and sentence that never change. */
const fixed = (label: string, sentence: string): HoldWords => ({ label: () => label, sentence: () => sentence })

const french: Words = {
  contacts: {
    email: {
      label: (on) => (on ? `E-mail le ${on}` : 'E-mail aujourd’hui'),
      sentence: (on) =>
        on ? `Le prochain e-mail est prévu le ${on}.` : 'Un e-mail de relance est prêt pour aujourd’hui.',
    },
    call: {
      label: (on) => (on ? `Appel le ${on}` : 'Appel aujourd’hui'),
      sentence: (on) => (on ? `Un appel est prévu le ${on}.` : 'Un appel est à faire aujourd’hui.'),
    },
    letter: {
      label: (on) => (on ? `Courrier le ${on}` : 'Courrier à relire'),
      sentence: (on) => (on ? `Un courrier est prévu le ${on}.` : 'Un courrier est prêt à relire et à poster.'),
    },
    task: {
      label: (on) => (on ? `Tâche le ${on}` : 'Tâche aujourd’hui'),
      sentence: (on) => (on ? `Une tâche est prévue le ${on}.` : 'Une tâche est à faire aujourd’hui.'),
    },
    decision: {
      label: (on) => (on ? `À décider le ${on}` : 'À décider aujourd’hui'),
      sentence: (on) =>
        on ? `La suite se décide le ${on}.` : 'Les relances sont terminées\u00a0: la suite se décide à la main.',
    },
  },
  holds: {
    legal: fixed('Procédure collective', 'Rien ne part\u00a0: ce client est en procédure collective.'),
    writtenOff: fixed('Passée en perte', 'Rien ne part\u00a0: cette facture est passée en perte.'),
    handedOver: fixed('Dossier confié', 'Rien ne part\u00a0: le dossier de ce client est confié.'),
    paused: {
      label: (until) => (until ? `En pause jusqu’au ${until}` : 'En pause'),
      sentence: (until) =>
        until
          ? `Rien ne part\u00a0: les relances sont en pause et reprennent le ${until}.`
          : 'Rien ne part\u00a0: les relances sont en pause jusqu’à nouvel ordre.',
    },
    promise: {
      label: (until) => (until ? `Promis pour le ${until}` : 'Promis'),
      sentence: (until) =>
        until
          ? `Rien ne part\u00a0: le client a promis de payer pour le ${until}.`
          : 'Rien ne part\u00a0: le client a promis de payer.',
    },
    dispute: {
      label: (_until, reason) => (reason ? `Litige\u00a0: ${reason}` : 'Litige'),
      sentence: (_until, reason) =>
        reason
          ? `Rien ne part tant que le litige (${reason}) n’est pas résolu.`
          : 'Rien ne part tant que le litige n’est pas résolu.',
    },
    plan: {
      label: (until) => (until ? `Échéancier\u00a0: ${until}` : 'En pause\u00a0: échéancier'),
      sentence: (until) =>
        until
          ? `Rien ne part\u00a0: un échéancier est en cours, prochaine date le ${until}.`
          : 'Rien ne part\u00a0: un échéancier est en cours.',
    },
    delay: {
      label: (until) => (until ? `Délai jusqu’au ${until}` : 'Délai accordé'),
      sentence: (until) =>
        until
          ? `Rien ne part\u00a0: un délai a été accordé jusqu’au ${until}.`
          : 'Rien ne part\u00a0: un délai a été accordé.',
    },
    automaticMeans: fixed(
      'Prélèvement attendu',
      'Rien ne part\u00a0: cette facture se règle par un moyen automatique, qui n’a pas été rejeté.',
    ),
    tooSmall: fixed('Reste trop faible', 'Rien ne part\u00a0: le reste à payer est sous le seuil de vos réglages.'),
    credit: fixed('Avance à répartir', 'Rien ne part\u00a0: le client a une avance ou un avoir à répartir d’abord.'),
    bankPending: fixed(
      'Virement à pointer',
      'Rien ne part\u00a0: une ligne de banque à pointer peut venir de ce client.',
    ),
    answerUnread: fixed('Réponse à lire', 'Rien ne part\u00a0: une réponse du client attend d’être lue.'),
    uncertain: fixed(
      'Envoi à vérifier',
      'Rien ne part\u00a0: on ne sait pas si le dernier message est arrivé, dites-le.',
    ),
    humanToday: fixed('Action à faire', 'Rien ne part\u00a0: une action attend une personne.'),
    decision: fixed('En pause\u00a0: décision', 'Rien ne part\u00a0: une décision est attendue.'),
    setAside: {
      label: (until) => (until ? `Mise de côté jusqu’au ${until}` : 'Mise de côté'),
      sentence: (until) => (until ? `Le message est mis de côté jusqu’au ${until}.` : 'Le message est mis de côté.'),
    },
    tooSoon: {
      label: (until) => (until ? `Pas avant le ${until}` : 'Contact récent'),
      sentence: (until) =>
        until
          ? `Rien ne part avant le ${until}\u00a0: le dernier contact est trop récent.`
          : 'Rien ne part\u00a0: le dernier contact est trop récent.',
    },
    badContact: fixed(
      'Adresse à corriger',
      'Rien ne peut partir\u00a0: il n’y a pas d’adresse utilisable pour ce client.',
    ),
    notWorkingDay: {
      label: (until) => (until ? `Reprend le ${until}` : 'Jour non ouvré'),
      sentence: (until) =>
        until ? `Rien ne part un jour non ouvré\u00a0: reprise le ${until}.` : 'Rien ne part un jour non ouvré.',
    },
  },
  unknownHold: fixed('Mise de côté', 'Rien ne part pour le moment.'),
  disputeReasons: {
    notReceived: 'non reçue',
    amount: 'montant',
    delivery: 'livraison',
    quality: 'qualité',
    purchaseOrder: 'bon de commande',
    alreadyPaid: 'déjà payée',
    other: 'autre motif',
  },
  unreachable: 'Aucune adresse e-mail ne peut le recevoir pour l’instant : corrigez un contact.',
  whys: {
    tooSoon: 'Le dernier contact est trop récent pour écrire avant.',
    notWorkingDay: 'Rien ne part un jour non ouvré.',
    humanToday: 'Rien d’autre ne part avant.',
    decision: 'Rien d’autre ne part avant.',
  },
  rests: {
    nothingOverdue: 'Rien n’est en retard, aucune étape n’est prévue.',
    noStepDue: 'Aucune étape du scénario n’est prévue.',
    finished: 'Toutes les étapes du scénario ont eu lieu\u00a0: décidez de la suite.',
  },
  noStep: 'Aucune étape prévue',
  undecidedSentence: 'Aucune étape n’est prévue\u00a0: la prochaine décision est prise au passage du jour.',
  notDue: 'Pas encore dû',
  notDueSentence: (dueDate) => `Le scénario commence après l’échéance du ${dueDate}.`,
}

const english: Words = {
  contacts: {
    email: {
      label: (on) => (on ? `E-mail on ${on}` : 'E-mail today'),
      sentence: (on) => (on ? `The next e-mail is planned on ${on}.` : 'A reminder is ready for today.'),
    },
    call: {
      label: (on) => (on ? `Call on ${on}` : 'Call today'),
      sentence: (on) => (on ? `A call is planned on ${on}.` : 'A call is to be made today.'),
    },
    letter: {
      label: (on) => (on ? `Letter on ${on}` : 'Letter to check'),
      sentence: (on) => (on ? `A letter is planned on ${on}.` : 'A letter is ready to check and post.'),
    },
    task: {
      label: (on) => (on ? `Task on ${on}` : 'Task today'),
      sentence: (on) => (on ? `A task is planned on ${on}.` : 'A task is to be done today.'),
    },
    decision: {
      label: (on) => (on ? `To decide on ${on}` : 'To decide today'),
      sentence: (on) =>
        on ? `What follows is decided on ${on}.` : 'The reminders are over: a person decides what follows.',
    },
  },
  holds: {
    legal: fixed('Insolvency', 'Nothing goes out: this customer is under insolvency proceedings.'),
    writtenOff: fixed('Written off', 'Nothing goes out: this invoice is written off.'),
    handedOver: fixed('Handed over', 'Nothing goes out: this customer is handed over.'),
    paused: {
      label: (until) => (until ? `Paused until ${until}` : 'Paused'),
      sentence: (until) =>
        until
          ? `Nothing goes out: reminders are paused and resume on ${until}.`
          : 'Nothing goes out: reminders are paused until further notice.',
    },
    promise: {
      label: (until) => (until ? `Promised for ${until}` : 'Promised'),
      sentence: (until) =>
        until
          ? `Nothing goes out: the customer promised to pay by ${until}.`
          : 'Nothing goes out: the customer promised to pay.',
    },
    dispute: {
      label: (_until, reason) => (reason ? `Dispute: ${reason}` : 'Dispute'),
      sentence: (_until, reason) =>
        reason
          ? `Nothing goes out until the dispute (${reason}) is resolved.`
          : 'Nothing goes out until the dispute is resolved.',
    },
    plan: {
      label: (until) => (until ? `Payment plan: ${until}` : 'Paused: payment plan'),
      sentence: (until) =>
        until
          ? `Nothing goes out: a payment plan is running, next date ${until}.`
          : 'Nothing goes out: a payment plan is running.',
    },
    delay: {
      label: (until) => (until ? `Delay until ${until}` : 'Delay granted'),
      sentence: (until) =>
        until ? `Nothing leaves: more time was granted until ${until}.` : 'Nothing leaves: more time was granted.',
    },
    automaticMeans: fixed(
      'Debit expected',
      'Nothing goes out: this invoice is paid by an automatic means, which was not rejected.',
    ),
    tooSmall: fixed('Too little left', 'Nothing goes out: what is left is below the limit of your settings.'),
    credit: fixed('Credit to allocate', 'Nothing goes out: the customer has a credit to allocate first.'),
    bankPending: fixed(
      'Transfer to match',
      'Nothing goes out: a bank line not matched yet may come from this customer.',
    ),
    answerUnread: fixed('Answer to read', 'Nothing goes out: an answer from the customer is waiting to be read.'),
    uncertain: fixed(
      'Sending to check',
      'Nothing goes out: nobody knows whether the last message arrived, please say.',
    ),
    humanToday: fixed('Action to do', 'Nothing goes out: an action waits for a person.'),
    decision: fixed('Paused: decision', 'Nothing goes out: a decision is awaited.'),
    setAside: {
      label: (until) => (until ? `Set aside until ${until}` : 'Set aside'),
      sentence: (until) => (until ? `The message is set aside until ${until}.` : 'The message is set aside.'),
    },
    tooSoon: {
      label: (until) => (until ? `Not before ${until}` : 'Recent contact'),
      sentence: (until) =>
        until
          ? `Nothing goes out before ${until}: the last contact is too recent.`
          : 'Nothing goes out: the last contact is too recent.',
    },
    badContact: fixed('Address to correct', 'Nothing can go out: there is no usable address for this customer.'),
    notWorkingDay: {
      label: (until) => (until ? `Resumes on ${until}` : 'Not a working day'),
      sentence: (until) =>
        until ? `Nothing goes out on a day off: it resumes on ${until}.` : 'Nothing goes out on a day off.',
    },
  },
  unknownHold: fixed('Held back', 'Nothing goes out for the moment.'),
  disputeReasons: {
    notReceived: 'not received',
    amount: 'amount',
    delivery: 'delivery',
    quality: 'quality',
    purchaseOrder: 'purchase order',
    alreadyPaid: 'already paid',
    other: 'other reason',
  },
  unreachable: 'No e-mail address can receive it for now: correct a contact.',
  whys: {
    tooSoon: 'The last contact is too recent to write before.',
    notWorkingDay: 'Nothing goes out on a day off.',
    humanToday: 'Nothing else goes out before.',
    decision: 'Nothing else goes out before.',
  },
  rests: {
    nothingOverdue: 'Nothing is late, no step is planned.',
    noStepDue: 'No step of the scenario is planned.',
    finished: 'All the steps of the scenario took place: decide what follows.',
  },
  noStep: 'No step planned',
  undecidedSentence: 'No step is planned: the next decision is taken as the day turns.',
  notDue: 'Not yet due',
  notDueSentence: (dueDate) => `The scenario starts after the due date, ${dueDate}.`,
}

export const words: Readonly<Record<Language, Words>> = { fr: french, en: english }
