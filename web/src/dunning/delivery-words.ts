import type { ScenarioStep } from './scenario-api.ts'

type Copies = ScenarioStep['copies']

/** « 10:30 »; nothing for the hour of the organisation. */
export const hourText = (minute: number | null): string =>
  minute === null ? '' : `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Minutes after midnight of « 10:30 », « 10h30 », « 9 »; null for nothing; undefined where it does not read. */
export function hourFrom(text: string): number | null | undefined {
  if (text.trim() === '') return null
  const [, hours, minutes = '0'] = /^(\d{1,2})\s*(?:[:h]\s*(\d{2})?)?$/i.exec(text.trim()) ?? []
  const read = Number(hours) * 60 + Number(minutes)
  return hours !== undefined && Number(hours) < 24 && Number(minutes) < 60 ? read : undefined
}

/** Hundredths as « 12,50 »; nothing for null. */
export const sumText = (hundredths: number | null | undefined): string =>
  hundredths === null || hundredths === undefined
    ? ''
    : (hundredths / 100).toFixed(2).replace('.', ',').replace(',00', '')

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

const ours = { commercial: 'salesRep', suivi: 'collector', direction: 'director' } as const
const words = Object.entries(ours)

/** « commercial, direction, x@y.fr » */
export const copiesText = (copies: Copies): string =>
  copies
    .map((copy) => {
      if ('address' in copy) return copy.address
      return 'ours' in copy ? (words.find(([, own]) => own === copy.ours)?.[0] ?? copy.ours) : `contact:${copy.role}`
    })
    .join(', ')

/** The same read back, in French or English words; undefined where a part is none of them nor an address. */
export function copiesFrom(text: string): Copies | undefined {
  const parts = text
    .split(/[,;]/)
    .map((part) => part.trim())
    .filter(Boolean)
  const copies = parts.map(copyFrom)
  return copies.includes(null) ? undefined : copies.filter((copy) => copy !== null)
}

function copyFrom(text: string): Copies[number] | null {
  const word = text.toLowerCase()
  const named = words.find(([french, own]) => word === french || word === own.toLowerCase() || word === english[own])
  if (named) return { ours: named[1] }
  const role = /^contact:(accountsPayable|invoices|escalation|other)$/.exec(text)?.[1]
  if (role) return { role: role as 'escalation' }
  return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text) ? { address: text } : null
}

const english = { salesRep: 'sales rep', collector: 'collector', director: 'director' } as const
