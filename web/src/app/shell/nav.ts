import {
  IconBriefcase,
  IconBuildingStore,
  IconCalendarEvent,
  IconChartHistogram,
  IconChecklist,
  IconCoinEuro,
  IconFileInvoice,
  IconHelp,
  IconLayoutDashboard,
  IconMailOpened,
  IconSend,
  IconSettings,
  IconUserCircle,
  IconUsers,
} from '@tabler/icons-react'
import type { Icon } from '../../ui/Glyph.tsx'
import { paths } from '../paths.ts'
import type { Session } from '../session.ts'

type Role = Session['person']['role']

export interface NavEntry {
  readonly name: keyof typeof entriesByName
  readonly path: string
  readonly icon: Icon
  /** The key after G. */
  readonly key?: string
  /** Everyone when absent. */
  readonly roles?: readonly Role[]
}

const accounting: readonly Role[] = ['admin', 'director', 'accountant', 'readonly']

const entriesByName = {
  tasks: { path: paths.tasks, icon: IconChecklist, key: 'a' },
  invoices: { path: paths.invoices, icon: IconFileInvoice, key: 'f' },
  customers: { path: paths.customers, icon: IconBuildingStore, key: 'c' },
  payments: { path: paths.payments, icon: IconCoinEuro, key: 'r', roles: accounting },
  reminders: { path: paths.reminders, icon: IconSend, key: 'l', roles: accounting },
  answers: { path: paths.answers, icon: IconMailOpened },
  dashboard: { path: paths.dashboard, icon: IconLayoutDashboard, key: 't', roles: accounting },
  forecast: { path: paths.forecast, icon: IconChartHistogram, key: 'p', roles: accounting },
  review: { path: paths.review, icon: IconCalendarEvent, key: 's', roles: accounting },
  portfolio: { path: paths.portfolio, icon: IconUserCircle, key: 'm', roles: ['sales'] },
  opportunities: { path: paths.opportunities, icon: IconBriefcase, key: 'o' },
  portfolios: { path: paths.portfolios, icon: IconUsers, roles: ['admin', 'director'] },
  settings: { path: paths.settings, icon: IconSettings, roles: ['admin', 'director', 'accountant'] },
  help: { path: paths.help, icon: IconHelp },
} as const satisfies Record<string, Omit<NavEntry, 'name'>>

const groups = [
  { id: 'daily', names: ['tasks', 'invoices', 'customers', 'payments', 'reminders', 'answers'] },
  { id: 'steer', names: ['dashboard', 'forecast', 'review'] },
  { id: 'sell', names: ['portfolio', 'opportunities', 'portfolios'] },
] as const

export interface NavGroup {
  readonly id: 'daily' | 'steer' | 'sell'
  readonly entries: readonly NavEntry[]
}

export interface Nav {
  readonly groups: readonly NavGroup[]
  readonly foot: readonly NavEntry[]
}

/** What this role sees of the pages that exist: an entry without its page is left out, so is an empty group. */
export function navFor(role: Role, pageExists: (path: string) => boolean): Nav {
  const pick = (names: readonly NavEntry['name'][]): NavEntry[] =>
    names
      .map((name): NavEntry => ({ name, ...entriesByName[name] }))
      .filter((entry) => pageExists(entry.path) && (entry.roles?.includes(role) ?? true))
  return {
    groups: groups.map(({ id, names }) => ({ id, entries: pick(names) })).filter(({ entries }) => entries.length > 0),
    foot: pick(['settings', 'help']),
  }
}
