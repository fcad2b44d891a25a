import { type CalendarDate, daysBetween } from '../calendar/calendar-date.ts'
import { formatDate } from '../calendar/format-date.ts'
import type { Language } from '../money/format-money.ts'
import type { Habit } from './habit.ts'
import type { PayerJudgement, PayerProfile, PayerRules } from './payer-profile.ts'

const names = {
  fr: {
    unknown: 'Nouveau',
    punctual: 'Ponctuel',
    forgetful: 'Distrait',
    slow: 'Retardataire',
    struggling: 'En difficulté',
    risky: 'À risque',
  },
  en: {
    unknown: 'New',
    punctual: 'Punctual',
    forgetful: 'Forgetful',
    slow: 'Slow',
    struggling: 'Struggling',
    risky: 'At risk',
  },
} as const

/** « Retardataire » */
export const profileName = (profile: PayerProfile, language: Language): string => names[language][profile]

interface Told {
  readonly rules: PayerRules
  readonly today: CalendarDate
}

/** Why this profile, with what is known of the habit: « Paie en général 12 jours après l’échéance, sur 9 échéances… » */
export function explainProfile(judged: PayerJudgement, { rules, today }: Told, language: Language): string {
  const words = language === 'fr' ? french : english
  const { because, habit, brokenPromises, lateSince } = judged
  const usual = habit.lines >= rules.linesNeeded ? words.habit(habit, rules) : null
  const first = {
    insolvency: () => words.insolvency,
    brokenPromises: () => words.brokenPromises(brokenPromises, rules),
    plan: () => words.plan,
    late: () => words.late(lateSince === null ? 0 : daysBetween(lateSince, today), rules),
    tooFew: () => words.tooFew(habit.lines, rules),
    habit: () => null,
  }[because]()
  return [first, usual].filter((sentence) => sentence !== null).join(' ')
}

/** A profile somebody chose in place of the one the payments tell. */
export interface DeclaredProfile {
  /** null: a person who is gone, or a program. */
  readonly by: string | null
  readonly on: CalendarDate
  readonly note: string
}

/** « Choisi par Claire Besson le 02/11/2026 : « … » Les règlements diraient : À risque. » */
export function explainDeclared({ by, on, note }: DeclaredProfile, computed: PayerProfile, language: Language): string {
  const day = formatDate(on, language)
  const otherwise = profileName(computed, language)
  return language === 'fr'
    ? `Choisi${by === null ? '' : ` par ${by}`} le ${day}\u00a0: «\u00a0${note}\u00a0» Les règlements diraient\u00a0: ${otherwise}.`
    : `Chosen${by === null ? '' : ` by ${by}`} on ${day}: “${note}” Payments would say: ${otherwise}.`
}

const french = {
  habit: ({ lines, typicalDays }: Habit, rules: PayerRules) =>
    `Paie en général ${frenchDays(typicalDays ?? 0)}, sur ${lines} échéance${lines > 1 ? 's' : ''} réglée${lines > 1 ? 's' : ''} ${frenchWindow(rules)}.`,
  tooFew: (lines: number, rules: PayerRules) =>
    lines === 0
      ? `Pas encore d’historique\u00a0: aucune échéance réglée ${frenchWindow(rules)}.`
      : `${lines} échéance${lines > 1 ? 's' : ''} réglée${lines > 1 ? 's' : ''} ${frenchWindow(rules)}\u00a0: il en faut ${rules.linesNeeded} pour dire une habitude.`,
  late: (days: number, { riskyDays }: PayerRules) =>
    `Une échéance attend depuis ${days} jours, soit plus de ${riskyDays}.`,
  brokenPromises: (count: number, rules: PayerRules) =>
    `${count} promesse${count > 1 ? 's' : ''} non tenue${count > 1 ? 's' : ''} ${frenchWindow(rules)}.`,
  plan: 'Un échéancier est en cours.',
  insolvency: 'Une procédure collective est en cours.',
}

function frenchDays(days: number): string {
  if (days === 0) return 'le jour de l’échéance'
  const count = Math.abs(days)
  return `${count} jour${count > 1 ? 's' : ''} ${days > 0 ? 'après' : 'avant'} l’échéance`
}

const frenchWindow = ({ windowMonths }: PayerRules): string =>
  windowMonths === 1 ? 'le dernier mois' : `ces ${windowMonths} derniers mois`

const english = {
  habit: ({ lines, typicalDays }: Habit, rules: PayerRules) =>
    `Usually pays ${englishDays(typicalDays ?? 0)}, over ${lines} due line${lines > 1 ? 's' : ''} paid ${englishWindow(rules)}.`,
  tooFew: (lines: number, rules: PayerRules) =>
    lines === 0
      ? `No history yet: no due line paid ${englishWindow(rules)}.`
      : `${lines} due line${lines > 1 ? 's' : ''} paid ${englishWindow(rules)}: it takes ${rules.linesNeeded} to tell a habit.`,
  late: (days: number, { riskyDays }: PayerRules) => `A due line has waited for ${days} days, more than ${riskyDays}.`,
  brokenPromises: (count: number, rules: PayerRules) =>
    `${count} broken promise${count > 1 ? 's' : ''} ${englishWindow(rules)}.`,
  plan: 'A payment plan is running.',
  insolvency: 'Insolvency proceedings are under way.',
}

function englishDays(days: number): string {
  if (days === 0) return 'on the due date'
  const count = Math.abs(days)
  return `${count} day${count > 1 ? 's' : ''} ${days > 0 ? 'after' : 'before'} the due date`
}

const englishWindow = ({ windowMonths }: PayerRules): string =>
  windowMonths === 1 ? 'in the last month' : `in the last ${windowMonths} months`
