import { type JournalAct, type JournalThing, journalActs, journalThings } from '@quittance/core/people/journal-acts.ts'

/** An act as the files of words name it: its dot made an underscore. */
export type ActWord = JournalAct extends infer Act
  ? Act extends `${infer Whole}.${infer Done}`
    ? `${Whole}_${Done}`
    : Act
  : never

const among = <Word extends string>(words: readonly Word[], text: string): Word | undefined =>
  words.find((word) => word === text)

/** Undefined for an act that nobody foresaw: it is shown as it is. */
export const journalAct = (act: string): ActWord | undefined =>
  among(journalActs, act)?.replace('.', '_') as ActWord | undefined

export const journalThing = (thing: string): JournalThing | undefined =>
  among(
    journalThings,
    thing.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  )

const names = ['name', 'number', 'title', 'sentence', 'file', 'reference', 'label', 'reason'] as const

/** The name of what was touched, when the details carry one. */
export function nameIn(details: Readonly<Record<string, unknown>>): string | undefined {
  for (const name of names) {
    const value = details[name]
    if (typeof value === 'string' && value !== '') return value
  }
  return undefined
}

/** The program that did it by itself, with its key. */
export const programIn = ({ program }: Readonly<Record<string, unknown>>): string | undefined =>
  typeof program === 'string' ? program : undefined

export interface Change {
  readonly field: string
  readonly from: string
  readonly to: string
}

/** The fields whose old and new value the details carry, as texts; « — » for nothing. */
export function changesIn(details: Readonly<Record<string, unknown>>): Change[] {
  return Object.entries(details).flatMap(([field, change]) => {
    if (typeof change !== 'object' || change === null || !('from' in change) || !('to' in change)) return []
    return [{ field, from: asText(change.from), to: asText(change.to) }]
  })
}

const asText = (value: unknown): string =>
  value === null || value === undefined || value === '' || typeof value === 'object' ? '—' : String(value)
