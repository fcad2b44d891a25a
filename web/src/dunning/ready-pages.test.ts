import { expect, it } from 'vitest'
import type { Reminder, ReminderPage } from './api.ts'
import { withChange } from './ready-pages.ts'

const claire = { id: 3, name: 'Claire Besson' }
const row = (id: number, words: Partial<Reminder> = {}): Reminder => ({
  id,
  customer: { id, name: `Client ${id}` },
  state: 'pendingApproval',
  channel: 'email',
  tone: 'neutral',
  stepLabel: 'J+7',
  items: 1,
  total: [],
  deducted: [],
  decidedOn: '2026-11-23',
  leavesAt: null,
  leavesIfApproved: null,
  isTriedAgain: false,
  sentAt: null,
  sentence: '',
  isEdited: false,
  isChanged: false,
  collector: claire,
  ...words,
})
const page = (rows: Reminder[], facets: ReminderPage['facets'] = []): ReminderPage => ({
  rows,
  count: 3,
  items: 3,
  total: [],
  nextCursor: null,
  views: { ready: 3, held: 0, sent: 0, testOutbox: 0, problems: 0 },
  facets,
  departure: null,
  nextDeparture: null,
  hasSmtp: true,
  sendingFrozen: false,
  automaticSending: false,
})
const pages = [
  page(
    [row(1), row(2, { collector: null })],
    [
      { tone: 'neutral', channel: 'email', collector: claire, pending: 2, approved: 0 },
      { tone: 'neutral', channel: 'email', collector: null, pending: 1, approved: 0 },
    ],
  ),
  page([row(3)]),
]

it('what is approved moves from one count to the other, whichever page it stands on', () => {
  const [first, second] = withChange(pages, new Set([1, 3]), { state: 'ready' })
  expect([first?.rows[0]?.state, first?.rows[1]?.state, second?.rows[0]?.state]).toEqual([
    'ready',
    'pendingApproval',
    'ready',
  ])
  expect(first?.facets.map(({ pending, approved }) => [pending, approved])).toEqual([
    [0, 2],
    [1, 0],
  ])
})

it('what is put aside leaves the list and its count', () => {
  const [first] = withChange(pages, new Set([2]), 'gone')
  expect(first?.rows.map(({ id }) => id)).toEqual([1])
  expect(first?.facets[1]).toMatchObject({ pending: 0, approved: 0 })
})
