import { z } from 'zod'

/** Whole number of the currency's smallest unit, with its ISO 4217 code. */
export const moneyShape = z.object({ amount: z.int(), currency: z.string().regex(/^[A-Z]{3}$/) }).meta({ id: 'Money' })
/** A day the calendar knows: there is no year 0. */
export const dateShape = z.iso.date().refine((day) => !day.startsWith('0000'), {
  params: {
    sentence: { fr: 'indiquez un jour qui existe, comme 2026-11-23', en: 'give a day that exists, like 2026-11-23' },
  },
})
export const idShape = z.coerce.number().int().positive()
export const idParams = z.object({ id: idShape })
/** Identifiers of rows in answers. */
export const keyShape = z.int()
/** Opaque position in a list; give back what the previous page said. */
export const cursorShape = z.string().max(8000)
export const languageShape = z.enum(['fr', 'en'])
export const personRef = z.object({ id: keyShape, name: z.string() }).meta({ id: 'PersonRef' })
export const untilShape = z.union([dateShape, z.literal('furtherNotice')])

/** A list of money sums, one a currency. */
export const sumsShape = z.array(moneyShape)
