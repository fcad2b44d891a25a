import type { Channel, Tone } from '../../dunning/scenario.ts'
import type { DemoReminder, PersonKey } from './shapes.ts'

interface Rung {
  readonly step: string
  readonly delayDays: number
  readonly channel: Channel
  readonly tone: Tone
}

const rung = (channel: Channel, delayDays: number, tone: Tone): Rung => ({
  step: `${channel}-${delayDays}`,
  delayDays,
  channel,
  tone,
})
const first = rung('email', 7, 'friendly')
const second = rung('email', 14, 'neutral')
const third = rung('email', 30, 'firm')
const call = rung('call', 40, 'firm')
const letter = rung('letter', 60, 'formalNotice')
const decision = rung('decision', 75, 'formalNotice')
/** Of the scenario Ferme. */
const firmFirst = rung('email', 3, 'neutral')
const firmSecond = rung('email', 10, 'firm')

interface Said {
  readonly summary?: string
  readonly by?: PersonKey
  readonly failed?: string
}
type Row = readonly [on: number, rung: Rung, said?: Said]

/** What was already done about each late invoice, oldest first. */
const climbed: readonly (readonly [customer: string, invoice: string, rows: readonly Row[]])[] = [
  [
    'perreau',
    'F-2026-0689',
    [
      [-98, first],
      [-91, second],
      [-75, third],
      [
        -65,
        call,
        { summary: 'M. Perreau verse 2 000,00 € cette semaine, le reste quand la saison reprend.', by: 'nadia' },
      ],
      [-42, letter],
      [0, decision, { summary: 'Échéancier accordé en trois fois.', by: 'claire' }],
    ],
  ],
  [
    'helianthe',
    'F-2026-0718',
    [
      [-84, first],
      [-77, second],
      [-61, third],
      [-51, call, { summary: 'Mme Vasseur : la facture est au siège, en attente de signature.', by: 'nadia' }],
      [-18, letter, { summary: 'Mise en demeure envoyée, délai de réponse jusqu’au quinzième jour.' }],
    ],
  ],
  [
    'castel',
    'F-2026-0764',
    [
      [-67, first],
      [-60, second],
      [-42, third],
      [-34, call, { summary: '« Virement le 30, sans faute »', by: 'karim' }],
      [-13, letter, { summary: 'Mise en demeure par courrier recommandé 1A 204 118 6273 4' }],
    ],
  ],
  [
    'vauban',
    'F-2026-0791',
    [
      [-59, first],
      [-52, second],
      [-36, third],
      [-26, call, { summary: 'Mme Vernier attend l’accord de sa banque.', by: 'nadia' }],
      [-6, letter],
    ],
  ],
  [
    'marchetti',
    'F-2026-0799',
    [
      [-56, first],
      [-49, second],
      [-33, third],
      [-21, call, { summary: 'M. Marchetti règle sous dix jours.', by: 'karim' }],
    ],
  ],
  [
    'nordelec',
    'F-2026-0842',
    [
      [-47, first],
      [-40, second],
      [-24, third],
      [-14, call, { summary: 'Bon à payer donné, virement dans la semaine.', by: 'nadia' }],
    ],
  ],
  [
    'brasserie',
    'F-2026-0851',
    [
      [-42, first],
      [-35, second],
      [-19, third],
    ],
  ],
  [
    'leroux',
    'F-2026-0858',
    [
      [-38, first],
      [-31, second],
      [-15, third],
      [-5, call, { summary: 'Mme Leroux : virement en fin de semaine.', by: 'nadia' }],
    ],
  ],
  [
    'clinique',
    'F-2026-0866',
    [
      [-33, first],
      [-26, second],
      [-10, third],
    ],
  ],
  [
    'farine',
    'F-2026-0871',
    [
      [-27, first],
      [-20, second],
      [-4, third],
    ],
  ],
  [
    'librairie',
    'F-2026-0874',
    [
      [-25, first],
      [-18, second],
      [-3, third, { failed: '550 5.1.1 <factures@librairie.example>: boîte inconnue' }],
    ],
  ],
  [
    'helianthe',
    'F-2026-0902',
    [
      [-23, first],
      [-14, second],
    ],
  ],
  [
    'castel',
    'F-2026-0911',
    [
      [-16, first],
      [-7, second],
    ],
  ],
  [
    'delmas',
    'F-2026-0915',
    [
      [-14, first],
      [-7, second],
    ],
  ],
  [
    'belleval',
    'F-2026-0921',
    [
      [-14, firmFirst],
      [-7, firmSecond],
    ],
  ],
  ['corbin', 'F-2026-0926', [[-7, first]]],
  ['perreau', 'F-2026-0933', [[-4, first]]],
  ['ponthieu', 'F-2026-0934', [[-7, firmFirst]]],
  ['veterinaires', 'F-2026-0935', [[-7, firmFirst]]],
]

export const reminders: readonly DemoReminder[] = climbed.flatMap(([customer, invoice, rows]) =>
  rows.map(([on, { step, delayDays, channel, tone }, said = {}]) => ({
    customer,
    on,
    channel,
    tone,
    items: [{ invoice, step, delayDays }],
    ...said,
  })),
)
