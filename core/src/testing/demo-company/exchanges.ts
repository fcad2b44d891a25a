import type { DemoExchange, PersonKey } from './shapes.ts'

type Row = readonly [customer: string, on: number, kind: DemoExchange['kind'], by: PersonKey | null, summary: string]

const rows: readonly Row[] = [
  ['castel', -11, 'note', 'claire', 'Recommandé reçu ce jour, délai de réponse de quinze jours.'],
  ['castel', -96, 'call', 'karim', 'Livraison de l’atelier terminée, tout est conforme.'],
  ['castel', -118, 'email', 'claire', 'Relevé de compte envoyé à la demande de Mme Gauthier.'],
  ['castel', -140, 'call', 'claire', 'Le règlement de F-2026-0447 part cette semaine.'],
  ['castel', -181, 'note', 'karim', 'Nouveau logiciel comptable chez eux, quelques retards à prévoir.'],
  ['castel', -236, 'email', 'claire', 'Duplicata de F-2026-0265 envoyé.'],
  ['castel', -290, 'call', 'karim', 'Point de début d’année avec M. Castel.'],
  ['farine', -10, 'call', 'karim', 'M. Le Bihan regarde où en est le virement.'],
  ['farine', -3, 'answer', null, '« La moitié dans les trois jours, le reste la semaine d’après. »'],
  ['belleval', -6, 'answer', null, '« F-2026-0921 sera payée avec le virement de fin de mois. »'],
  ['vauban', -3, 'answer', null, '« Pouvons-nous régler en trois mensualités ? »'],
  ['delmas', -4, 'answer', null, '« Nous n’avons pas reçu cette facture. »'],
  ['kerval', -5, 'answer', null, '« Le virement part en fin de semaine. »'],
  ['tilleuls', -6, 'answer', null, '« Règlement prévu cette semaine. »'],
]

/** What was said beside the scenario's own contacts. An answer or a note does not delay the next reminder. */
export const exchanges: readonly DemoExchange[] = rows.map(([customer, on, kind, by, summary]) => ({
  customer,
  on,
  kind,
  by,
  summary,
  countsAsContact: kind === 'call' || kind === 'email',
}))
