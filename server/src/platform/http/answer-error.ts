import type { Language } from '@quittance/core/money/format-money.ts'
import type { FastifyError } from 'fastify'
import type pg from 'pg'
import { AppError, type Sentence } from './app-error.ts'

/** The body of every refusal. */
export interface ErrorAnswer {
  readonly error: { readonly code: string; readonly message: string; readonly details: unknown }
}

/** In the reader's language; sentences among the details too. */
export const answerOf = ({ code, sentence, details }: AppError, language: Language): ErrorAnswer => ({
  error: { code, message: sentence[language], details: inLanguage(details, language) },
})

function inLanguage(value: unknown, language: Language): unknown {
  if (Array.isArray(value)) return value.map((each) => inLanguage(each, language))
  if (typeof value !== 'object' || value === null) return value
  if (isSentence(value)) return value[language]
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, inLanguage(each, language)]))
}

const isSentence = (value: object): value is Sentence =>
  Object.keys(value).length === 2 && 'fr' in value && 'en' in value

/** Every failure as a refusal the caller can read; null for a bug, which is logged and answered with a reference. */
export function refusalOf(error: unknown): AppError | null {
  if (error instanceof AppError) return error
  return databaseRefusal(error as pg.DatabaseError) ?? requestRefusal(error as FastifyError)
}

/** Numbers, days and texts beyond what a column or its index holds. */
const unwritableCodes = new Set(['22001', '22003', '22007', '22008', '22021', '22P02', '22P05', '54000'])

/** The database's own words for what it refused; null for every other failure. */
export const databaseWords = (error: unknown): string | null =>
  databaseRefusal(error as pg.DatabaseError) ? (error as pg.DatabaseError).message : null

/** What the database refused although no rule above had foreseen it: its promise held, nothing was written. */
function databaseRefusal({ code, constraint, table, message }: pg.DatabaseError): AppError | null {
  if (code === '23514' || code === '23505' || code === '23503' || code === '23P01')
    return contradiction({ constraint, table })
  if (code === '40001' || code === '40P01' || code === '55P03') return busy()
  if (code === '42501' && /row-level security|portfolio/.test(message)) return otherPortfolio()
  if (unwritableCodes.has(code ?? '')) return unwritable()
  return null
}

const contradiction = (details: Record<string, unknown>): AppError =>
  new AppError(
    'conflict',
    409,
    {
      fr: 'Ce changement contredit ce qui est déjà enregistré ; rien n’a été modifié. Rechargez la page et recommencez.',
      en: 'This change contradicts what is recorded already; nothing was changed. Reload the page and start again.',
    },
    details,
  )

const otherPortfolio = (): AppError =>
  new AppError('otherPortfolio', 403, {
    fr: 'Ce changement touche un client d’un autre portefeuille, ou ferait changer un client de portefeuille ; rien n’a été modifié. Demandez-le à la comptabilité ou à la direction.',
    en: 'This change touches a customer of another portfolio, or would move a customer to another one; nothing was changed. Ask accounting or a director for it.',
  })

const busy = (): AppError =>
  new AppError('busy', 409, {
    fr: 'Quelqu’un modifie la même chose en ce moment ; rien n’a été modifié. Recommencez dans un instant.',
    en: 'Somebody is changing the same thing right now; nothing was changed. Start again in a moment.',
  })

const unwritable = (): AppError =>
  new AppError('invalidRequest', 400, {
    fr: 'Une valeur est trop grande ou contient un caractère interdit ; rien n’a été modifié. Corrigez-la et recommencez.',
    en: 'A value is too large or holds a forbidden character; nothing was changed. Correct it and start again.',
  })

function requestRefusal({ statusCode, code }: FastifyError): AppError | null {
  if (statusCode === 413) {
    return new AppError('tooLarge', 413, {
      fr: 'Ce fichier ou ce texte est trop volumineux. Envoyez-le en plusieurs parties.',
      en: 'This file or text is too large. Send it in several parts.',
    })
  }
  if (statusCode === undefined || statusCode < 400 || statusCode >= 500) return null
  return new AppError('invalidRequest', statusCode, {
    fr: `La demande n’est pas lisible (${code}). Rechargez la page et recommencez.`,
    en: `The request cannot be read (${code}). Reload the page and start again.`,
  })
}

/** What a bug answers: data are safe, and the reference finds the line in the log. */
export const ofBug = (reference: string): AppError =>
  new AppError(
    'bug',
    500,
    {
      fr: `Quelque chose n’a pas fonctionné de notre côté ; rien n’a été modifié. Réessayez ; si cela continue, signalez la référence ${reference}.`,
      en: `Something went wrong on our side; nothing was changed. Try again; if it goes on, report the reference ${reference}.`,
    },
    { reference },
  )
