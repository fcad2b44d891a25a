import type { Language } from '@quittance/core/money/format-money.ts'
import { readTimeOfDay, writeTimeOfDay } from '../people/setting-values.ts'
import type { ScenarioStep } from './scenario-api.ts'

type Copies = ScenarioStep['copies']

/** « 10:30 »; nothing for the hour of the organisation. */
export const hourText = (minute: number | null): string => (minute === null ? '' : writeTimeOfDay(minute))

/** Minutes after midnight of « 10:30 », « 10h30 », « 9 »; null for nothing; undefined where it does not read. */
export const hourFrom = (text: string): number | null | undefined => (text.trim() === '' ? null : readTimeOfDay(text))

/** Hundredths as « 12,50 »; nothing for null. */
export function sumText(hundredths: number | null | undefined, language: Language): string {
  if (hundredths === null || hundredths === undefined) return ''
  const text = (hundredths / 100).toFixed(2).replace('.00', '')
  return language === 'fr' ? text.replace('.', ',') : text
}

/** Hundredths of « 12,5 »; null for nothing; undefined where it does not read. */
export function sumFrom(text: string): number | null | undefined {
  const plain = text.replaceAll(/[\s\u00a0\u202f€%]/g, '').replace(',', '.')
  if (plain === '') return null
  return /^\d{1,9}(\.\d{1,2})?$/.test(plain) ? Math.round(Number(plain) * 100) : undefined
}

/** A whole number of days or times; null for nothing; undefined where it does not read. */
export function countFrom(text: string): number | null | undefined {
  if (text.trim() === '') return null
  return /^\d{1,3}$/.test(text.trim()) ? Number(text) : undefined
}

type NamedCopy = Exclude<Copies[number], { address: string }>

/** Who gets a copy, of ours and by what a contact does, in the order they are offered. */
export const namedCopies = [
  'salesRep',
  'collector',
  'director',
  'contact:accountsPayable',
  'contact:invoices',
  'contact:escalation',
  'contact:other',
] as const
export type NamedCopyKey = (typeof namedCopies)[number]

const keyOf = (copy: NamedCopy): NamedCopyKey => ('ours' in copy ? copy.ours : `contact:${copy.role}`)

const copyOf = (key: NamedCopyKey): NamedCopy =>
  key === 'salesRep' || key === 'collector' || key === 'director'
    ? { ours: key }
    : { role: key.slice('contact:'.length) as Extract<NamedCopy, { role: unknown }>['role'] }

export const namedIn = (copies: Copies): NamedCopyKey[] =>
  copies.flatMap((copy) => ('address' in copy ? [] : [keyOf(copy)]))

export const addressesIn = (copies: Copies): string[] =>
  copies.flatMap((copy) => ('address' in copy ? [copy.address] : []))

export const copiesOf = (named: readonly NamedCopyKey[], addresses: readonly string[]): Copies => [
  ...named.map(copyOf),
  ...addresses.map((address) => ({ address })),
]

/** « a@b.fr, c@d.fr » read; undefined where a part is no address. */
export function addressesFrom(text: string): string[] | undefined {
  const parts = text
    .split(/[,;\s]+/)
    .map((part) => part.trim())
    .filter(Boolean)
  return parts.every((part) => /^[^\s@<>]+@[^\s@<>]+\.[^\s@<>]+$/.test(part)) ? [...new Set(parts)] : undefined
}
