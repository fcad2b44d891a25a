import { asDate } from '@quittance/core/calendar/calendar-date.ts'
import { isActiveCurrency } from '@quittance/core/money/currency.ts'
import { largestAmount } from '@quittance/core/money/money.ts'
import { z } from 'zod'
import type { Sentence } from './app-error.ts'
import { dateShape } from './shapes.ts'

/** What a person or a program enters: stricter than what answers carry, which must show all that is stored. */
const say = (sentence: Sentence) => ({ params: { sentence } })

/** Control characters, line breaks, and the signs that turn the direction of a text round: « F-1 » must be what it looks. */
const unprintable = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]/u
const printable = /[^\p{C}\p{Z}]/u

/** What is told of a text that must not break. */
export const oneLine = say({
  fr: 'écrivez-le sur une seule ligne, sans caractère de contrôle',
  en: 'write it on one line, without control characters',
})

/** A name, code or number: one line, trimmed, with something to read. */
export const lineShape = (longest: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(longest)
    .refine((text) => !unprintable.test(text), oneLine)
    .refine((text) => printable.test(text), say({ fr: 'indiquez une valeur', en: 'give a value' }))

/** As `lineShape`, where nothing may be said: null, or only spaces, is null. */
export const optionalLine = (longest: number) =>
  z
    .string()
    .trim()
    .max(longest)
    .refine((text) => !unprintable.test(text), oneLine)
    .transform((text) => (printable.test(text) ? text : null))
    .nullable()

/** Several lines of a note. */
export const noteShape = (longest: number) =>
  z
    .string()
    .max(longest)
    .refine(
      (text) => !unprintable.test(text.replace(/[\r\n\t]/g, '')),
      say({ fr: 'retirez les caractères de contrôle', en: 'take out the control characters' }),
    )

/** As `noteShape`, with something to read. */
export const wordsShape = (longest: number) =>
  noteShape(longest).refine(
    (text) => printable.test(text),
    say({ fr: 'écrivez quelques mots', en: 'write a few words' }),
  )

/** ISO 4217, upper case. */
export const enteredCurrency = z
  .string()
  .refine(
    isActiveCurrency,
    say({
      fr: 'indiquez une devise de la norme ISO 4217 en trois majuscules, comme EUR ou USD',
      en: 'give an ISO 4217 currency as three capitals, like EUR or USD',
    }),
  )
  .meta({ examples: ['EUR'] })

/** An amount that somebody enters: what is added up later stays exact. */
export const enteredAmount = z.int().min(-largestAmount).max(largestAmount)
export const enteredMoney = z.object({ amount: enteredAmount, currency: enteredCurrency })

/** As files are read: a year outside is a typing error. */
export const enteredDay = dateShape
  .refine(
    (day) => day >= '1900-01-01' && day <= '2199-12-31',
    say({ fr: 'indiquez un jour entre 1900 et 2199', en: 'give a day between 1900 and 2199' }),
  )
  .transform(asDate)

/** The day on which something resumes, or until further notice. */
export const enteredUntil = z.union([enteredDay, z.literal('furtherNotice')])

const regions = new Intl.DisplayNames(['en'], { type: 'region', fallback: 'none' })

/** ISO 3166-1 alpha-2, upper case: letters print the country's name. */
export const enteredCountry = z
  .string()
  .refine(
    (code) => /^[A-Z]{2}$/.test(code) && regions.of(code) !== undefined,
    say({ fr: 'indiquez un pays en deux majuscules, comme FR', en: 'give a country as two capitals, like FR' }),
  )
  .meta({ examples: ['FR'] })
