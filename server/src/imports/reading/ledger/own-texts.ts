import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import type { FecLine } from '@quittance/core/imports/fec/fec-line.ts'

/** Texts of their own: those cut out of a larger one keep all of it in memory, and most of a ledger's come again. */
export interface OwnTexts {
  line(line: FecLine): FecLine
}

const again = ['journal', 'journalName', 'ledgerAccount', 'ledgerAccountName', 'auxiliary', 'auxiliaryName'] as const
const days = ['entryDate', 'pieceDate', 'letteringDate', 'dueDate'] as const
const once = ['entry', 'pieceRef', 'label', 'lettering'] as const

export function ownTexts(): OwnTexts {
  const known = new Map<string, string>()
  const shared = (text: string): string => {
    const before = known.get(text)
    if (before !== undefined) return before
    const mine = own(text)
    known.set(mine, mine)
    return mine
  }
  return {
    line(line) {
      const owned: { -readonly [field in keyof FecLine]: FecLine[field] } = { ...line }
      for (const field of again) owned[field] = shared(line[field])
      for (const field of days) {
        const day = line[field]
        owned[field] = day === null ? null : (shared(day) as CalendarDate)
      }
      for (const field of once) owned[field] = own(line[field])
      return owned
    },
  }
}

/** Shorter ones V8 copies by itself. */
const own = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString())
