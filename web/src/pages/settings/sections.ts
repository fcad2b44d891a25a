import type { Role } from '../../people/api.ts'

/** The parts of the settings by the last word of their address, in the order of their list. */
export const sections = [
  'entreprise',
  'utilisateurs',
  'relances',
  'penalites',
  'envoi',
  'import',
  'sources',
  'banque',
  'cles',
  'exemple',
  'journal',
  'compte',
  'apparence',
] as const

export type Section = (typeof sections)[number]

const everybodys: readonly Section[] = ['compte', 'apparence']
const keepsAccounts: readonly Role[] = ['admin', 'director', 'accountant']

/** The rules of the house for those who keep the accounts; one's own account and screen for all. */
export const sectionsFor = (role: Role): readonly Section[] => (keepsAccounts.includes(role) ? sections : everybodys)

export const isSection = (word: string): word is Section => (sections as readonly string[]).includes(word)
