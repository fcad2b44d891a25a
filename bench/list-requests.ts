import { invoiceViews as views } from '@quittance/server/invoices/list-shapes.ts'

/** A list as a screen asks for it: the name a reader of the figures sees, and the address. */
export interface ListRequest {
  readonly name: string
  readonly url: string
}

const sorts = ['daysLate', 'amountDue', 'amount', 'customer', 'number', 'dueDate'] as const
const directions = ['desc', 'asc'] as const

/** What people type: part of a name, a common word, the end of a number, what every number has, an amount. */
const typed = ['castel nantes', 'sarl', 'étienne', '0012345', '345', 'F-2026', '00', '1 234,56', 'qzx']

const items = (query: string): ListRequest => ({ name: `invoices ${query}`, url: `/api/v1/open-items?${query}` })
const customers = (query: string): ListRequest => ({ name: `customers ${query}`, url: `/api/v1/customers?${query}` })

/** Whom the lists are asked for. */
export interface Whom {
  /** Follow most customers, and twenty of them. */
  readonly busy: number
  readonly new: number
  readonly busySales: number
  readonly newSales: number
}

/** Every sort of every view, every filter alone and with others, every search. */
export const itemLists = ({ busy, new: few }: Whom): ListRequest[] => [
  { name: 'invoices: counts of the tabs', url: '/api/v1/open-items/views' },
  ...views.flatMap((view) =>
    sorts.flatMap((sort) => directions.map((direction) => items(`view=${view}&sort=${sort}&direction=${direction}`))),
  ),
  ...[busy, few].flatMap((owner) => [
    ...views.map((view) => items(`view=${view}&owner=${owner}`)),
    ...sorts.map((sort) => items(`view=late&owner=${owner}&sort=${sort}`)),
  ]),
  ...views.map((view) => items(`view=${view}&customer=7`)),
  ...['notDue', 'd1_30', 'd31_60', 'd61_90', 'd90plus'].flatMap((bucket) => [
    items(`view=all&bucket=${bucket}`),
    items(`view=all&bucket=${bucket}&sort=amountDue`),
  ]),
  ...[1, 15, 45, 120, 190].map((late) => items(`view=late&late=${late}`)),
  items(`view=late&late=45&owner=${busy}`),
  ...['email', 'call', 'letter', 'decision', 'hold', 'none'].flatMap((step) => [
    items(`view=late&step=${step}`),
    items(`view=late&step=${step}&sort=amountDue`),
  ]),
  ...['EUR', 'USD', 'CHF'].flatMap((currency) => [
    items(`view=late&currency=${currency}`),
    items(`view=all&currency=${currency}&sort=amount`),
  ]),
  ...typed.flatMap((q) => [
    items(`view=late&q=${encodeURIComponent(q)}`),
    items(`view=all&q=${encodeURIComponent(q)}&sort=number`),
  ]),
]

export const otherLists = ({ busy, new: few, busySales, newSales }: Whom): ListRequest[] => [
  ...['all', 'late', 'owing', 'paused', 'upToDate'].flatMap((view) =>
    ['name', 'outstanding', 'late', 'daysLate'].flatMap((sort) =>
      directions.map((direction) => customers(`view=${view}&sort=${sort}&direction=${direction}`)),
    ),
  ),
  ...[`collector=${busy}`, `collector=${few}`, `salesRep=${busySales}`, `salesRep=${newSales}`].flatMap((whose) => [
    customers(whose),
    customers(`view=late&${whose}&sort=name`),
  ]),
  ...typed.map((q) => customers(`q=${encodeURIComponent(q)}`)),
  ...typed.map((q) => ({ name: `palette ${q}`, url: `/api/v1/search?q=${encodeURIComponent(q)}&limit=8` })),
  ...['all', 'unallocated', 'reversed'].map((view) => ({
    name: `payments view=${view}`,
    url: `/api/v1/payments?view=${view}`,
  })),
  { name: 'payments customer=7', url: '/api/v1/payments?customer=7' },
  ...typed.map((q) => ({ name: `payments q=${q}`, url: `/api/v1/payments?q=${encodeURIComponent(q)}` })),
  ...['ready', 'sent', 'testOutbox', 'problems'].map((view) => ({
    name: `reminders view=${view}`,
    url: `/api/v1/reminders?view=${view}`,
  })),
  { name: 'reminders tone=firm', url: '/api/v1/reminders?view=ready&tone=firm' },
  { name: 'reminders held', url: '/api/v1/reminders/held' },
  { name: 'scenarios', url: '/api/v1/scenarios' },
  { name: 'tasks of the team', url: '/api/v1/tasks?whose=team' },
  { name: 'tasks of mine', url: '/api/v1/tasks?whose=mine' },
  { name: 'journal', url: '/api/v1/journal' },
  { name: 'imports', url: '/api/v1/imports' },
  { name: 'customer: head', url: '/api/v1/customers/7' },
  { name: 'customer: history', url: '/api/v1/customers/7/history' },
  { name: 'customer: decisions', url: '/api/v1/customers/7/decisions' },
  { name: 'invoice', url: '/api/v1/invoices/7' },
]

/** Lists of which a page far down is asked too: forty pages after the first. */
export const deepLists = ({ busy }: Whom): ListRequest[] => [
  ...sorts.map((sort) => items(`view=late&sort=${sort}`)),
  ...sorts.map((sort) => items(`view=all&sort=${sort}`)),
  items('view=paid&sort=daysLate'),
  items('view=upcoming&sort=dueDate&direction=asc'),
  items(`view=late&owner=${busy}`),
  items('view=late&q=sarl'),
  customers('view=late&sort=late'),
  customers('view=all&sort=name&direction=asc'),
  { name: 'payments view=all', url: '/api/v1/payments?view=all' },
  { name: 'reminders view=ready', url: '/api/v1/reminders?view=ready' },
  { name: 'reminders view=sent', url: '/api/v1/reminders?view=sent' },
]
