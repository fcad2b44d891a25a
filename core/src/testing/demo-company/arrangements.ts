import type { DemoDispute, DemoPlan, DemoProfile, DemoPromise, DemoTask } from './shapes.ts'

/** In the order they were noted: the latest one of an item counts. */
export const promises: readonly DemoPromise[] = [
  promise('castel', 'F-2026-0764', [-34, -24], 1_245_000, 'Virement le 30, sans faute.', 'karim'),
  promise('marchetti', 'F-2026-0799', [-21, -10], 248_000, 'Règle sous dix jours.', 'karim'),
  promise('nordelec', 'F-2026-0842', [-14, -4], 1_860_000, 'Virement dans la semaine.', 'nadia'),
  promise('tilleuls', 'F-2026-0952', [-6, 2], 1_260_000, 'Promis par la directrice.', 'karim'),
  promise('belleval', 'F-2026-0921', [-6, 4], 318_000, 'Avec le virement de fin de mois.', 'nadia'),
  promise('leroux', 'F-2026-0858', [-5, 4], 571_290, 'Virement en fin de semaine.', 'nadia'),
  promise('kerval', 'F-2026-0948', [-5, 4], 571_290, 'Virement en fin de semaine.', 'nadia'),
  promise('brun', 'F-2026-0955', [-4, 4], 930_000, 'Deux promesses tenues sur trois.', 'nadia'),
  promise('farine', 'F-2026-0871', [-3, 0], 273_000, 'La moitié tout de suite.', 'karim'),
  promise('farine', 'F-2026-0871', [-3, 7], 273_000, 'Le reste à la fin du mois.', 'karim'),
]

function promise(
  customer: string,
  invoice: string,
  [notedOn, promisedFor]: readonly [number, number],
  amount: number,
  note: string,
  by: DemoPromise['by'],
): DemoPromise {
  return { customer, invoices: [invoice], notedOn, promisedFor, amount, note, by }
}

export const profiles: readonly DemoProfile[] = [
  {
    customer: 'castel',
    profile: 'slow',
    note: 'A toujours fini par payer, mais de plus en plus tard.',
    on: -21,
    by: 'claire',
  },
]

export const plans: readonly DemoPlan[] = [
  {
    customer: 'perreau',
    invoices: ['F-2026-0689'],
    agreedOn: 0,
    note: 'Trois mensualités, première échéance dans huit jours.',
    instalments: [8, 38, 69].map((dueOn) => ({ dueOn, amount: 146_000 })),
  },
]

export const disputes: readonly DemoDispute[] = [
  {
    customer: 'delmas',
    invoices: ['F-2026-0915'],
    openedOn: -4,
    reason: 'notReceived',
    note: 'Facture non reçue, à renvoyer.',
    owner: null,
    turn: 'ourTurn',
  },
  {
    customer: 'ferrand',
    invoices: ['F-2026-0925'],
    openedOn: -9,
    reason: 'quality',
    note: 'Une porte de placard à reprendre.',
    owner: 'karim',
    turn: 'ourTurn',
  },
  {
    customer: 'bajard',
    invoices: ['F-2026-0923'],
    openedOn: -6,
    reason: 'amount',
    note: 'Le prix du devis n’est pas celui de la facture.',
    owner: 'claire',
    turn: 'customerTurn',
  },
]

/** What waits for a person besides what the run of the day adds (a call, a letter, an address to correct). */
export const tasks: readonly DemoTask[] = [
  {
    kind: 'decision',
    customer: 'helianthe',
    title: null,
    note: 'Mise en demeure restée sans réponse depuis 3 jours. Claire propose de confier le dossier.',
    assignee: null,
    step: { invoice: 'F-2026-0718', key: 'decision-75', delayDays: 75 },
  },
  {
    kind: 'decision',
    customer: 'vauban',
    title: 'Accepter un échéancier ? Hôtel Le Clos Vauban',
    note: '3 mensualités demandées. Bon payeur depuis 2022, premier retard.',
    assignee: null,
  },
  {
    kind: 'call',
    customer: 'castel',
    title: null,
    note: 'Décidé au point de la semaine dernière : un appel pour les deux factures. Joignable plutôt le matin.',
    assignee: 'claire',
    step: { invoice: 'F-2026-0911', key: 'call-40', delayDays: 40 },
    alsoAbout: ['F-2026-0764'],
  },
  {
    kind: 'call',
    customer: 'delmas',
    title: 'Appeler Mme Diallo, Transports Delmas-Ruiz',
    note: 'Dit ne pas avoir reçu la facture : la renvoyer.',
    assignee: 'claire',
  },
  {
    kind: 'other',
    customer: null,
    title: 'Rapprocher 12 lignes de banque',
    note: '5 correspondances quasi certaines, 64 210,30 € en tout.',
    assignee: 'claire',
  },
  done('farine', 'Farine & Cie : promesse tenue, 2 730,00 € reçus', 531),
  done('perreau', 'Garage Perreau : échéancier signé', 517),
  done('brasserie', 'Brasserie Saint-Aubin : scénario Douce', 509),
  done('tilleuls', 'Résidence Les Tilleuls : promesse notée', 502),
  done('bajard', 'Escaliers Bajard : devis renvoyé', 495),
]

function done(customer: string, title: string, doneAtMinute: number): DemoTask {
  return { kind: 'other', customer, title, note: null, assignee: 'claire', doneAtMinute }
}
