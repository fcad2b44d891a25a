import type { DemoInvoice } from './shapes.ts'

type Row = readonly [number: string, customer: string, due: number, total: number, subject: string]

/** Oldest first: 37 invoices of 21 customers. What was paid on four of them stands with the payments. */
const rows: readonly Row[] = [
  ['F-2026-0689', 'perreau', -105, 638_000, 'Atelier carrosserie, solde'],
  ['F-2026-0718', 'helianthe', -91, 986_000, 'Siège, signalétique'],
  ['F-2026-0764', 'castel', -74, 1_494_000, 'Atelier, solde'],
  ['F-2026-0791', 'vauban', -66, 621_940, 'Salle des petits déjeuners'],
  ['F-2026-0799', 'marchetti', -63, 248_000, 'Vitrine de Tournus'],
  ['F-2026-0842', 'nordelec', -54, 1_860_000, 'Accueil du site nord'],
  ['F-2026-0851', 'brasserie', -49, 734_400, 'Salle du haut'],
  ['F-2026-0858', 'leroux', -45, 571_290, 'Comptoir et croix'],
  ['F-2026-0866', 'clinique', -40, 648_000, 'Accueil des urgences'],
  ['F-2026-0871', 'farine', -34, 546_000, 'Boutique, rayonnages'],
  ['F-2026-0874', 'librairie', -32, 145_200, 'Tables de présentation'],
  ['F-2026-0902', 'helianthe', -30, 1_152_000, 'Espace de réunion'],
  ['F-2026-0911', 'castel', -23, 820_800, 'Enseigne façade'],
  ['F-2026-0915', 'delmas', -21, 489_600, 'Quai, marquage au sol'],
  ['F-2026-0921', 'belleval', -17, 318_000, 'Salle de cours'],
  ['F-2026-0926', 'corbin', -14, 974_400, 'Chai d’accueil, étape 1'],
  ['F-2026-0929', 'brasserie', -14, 361_200, 'Terrasse'],
  ['F-2026-0933', 'perreau', -11, 225_630, 'Bureau des ventes'],
  ['F-2026-0934', 'ponthieu', -10, 110_400, 'Vitrophanie'],
  ['F-2026-0935', 'veterinaires', -10, 78_000, 'Plaques de porte'],
  ['F-2026-0932', 'leroux', -9, 118_800, 'Rayon parapharmacie'],
  ['F-2026-0930', 'veterinaires', -9, 26_400, 'Panneau du parking'],
  ['F-2026-0936', 'remparts', -8, 154_800, 'Hall d’exposition, acompte 30 %'],
  ['F-2026-0937', 'montresor', -8, 48_400, 'Présentoir, acompte 30 %'],
  ['F-2026-0931', 'creche', -8, 38_560, 'Entretien annuel'],
  ['F-2026-0938', 'sodibio', -7, 696_000, 'Allée centrale'],
  ['F-2026-0939', 'creche', -7, 63_600, 'Casiers'],
  ['F-2026-0940', 'fromageries', -6, 42_000, 'Entretien annuel'],
  ['F-2026-0941', 'fromageries', -5, 156_000, 'Étals réfrigérés, habillage'],
  ['F-2026-0928', 'clinique', -5, 123_840, 'Fléchage des étages'],
  ['F-2026-0942', 'ponthieu', -5, 34_800, 'Entretien annuel'],
  ['F-2026-0943', 'belleval', -4, 132_000, 'Bureau de l’accueil'],
  ['F-2026-0927', 'perreau', -4, 12_000, 'Lettres adhésives'],
  ['F-2026-0944', 'nordelec', -3, 930_000, 'Signalétique du magasin'],
  ['F-2026-0924', 'fromageries', -3, 92_400, 'Enseigne de la crémerie'],
  ['F-2026-0922', 'remparts', -3, 31_200, 'Entretien annuel'],
  ['F-2026-0916', 'perreau', -2, 9_600, 'Plaque de rue'],
]

const deposits = new Set(['F-2026-0936', 'F-2026-0937'])
/** Under a direct debit agreed for the yearly maintenance. */
const automatic = new Set(['F-2026-0931', 'F-2026-0940', 'F-2026-0942', 'F-2026-0922'])
const paused: Readonly<Record<string, Pick<DemoInvoice, 'pausedOn' | 'pausedUntil' | 'pauseNote'>>> = {
  'F-2026-0791': { pausedOn: -3, pausedUntil: null, pauseNote: 'Échéancier demandé : 3 mensualités.' },
  'F-2026-0930': { pausedOn: -6, pausedUntil: 8, pauseNote: 'Panneau à remplacer, avoir en cours.' },
}

export const lateInvoices: readonly DemoInvoice[] = rows.map(([number, customer, due, total, subject]) => ({
  number,
  customer,
  kind: deposits.has(number) ? 'deposit' : 'invoice',
  issued: due - 30,
  due,
  total,
  subject,
  ...(automatic.has(number) && { automatic: true as const }),
  ...paused[number],
}))
