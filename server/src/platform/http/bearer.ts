import type { FastifyRequest } from 'fastify'
import { AppError } from './app-error.ts'

/** What every key begins with, so that one that leaked is found by those who search for such things. */
export const keyPrefix = 'qtc_'

/**
 * The key in `Authorization: Bearer qtc_…`; null for a request without one. What a proxy adds for itself (Basic, another
 * token) is none of ours.
 */
export function keyIn({ headers }: Pick<FastifyRequest, 'headers'>): string | null {
  const [, token = ''] = /^Bearer +(\S+) *$/i.exec(headers.authorization ?? '') ?? []
  return token.startsWith(keyPrefix) ? token : null
}

export const carriesKey = (request: Pick<FastifyRequest, 'headers'>): boolean => keyIn(request) !== null

export const keyFirst = (): AppError =>
  new AppError('keyFirst', 401, {
    fr: 'Il manque la clé d’API : envoyez-la dans l’en-tête « Authorization: Bearer qtc_… ». Un administrateur la crée dans Réglages, Clés d’API.',
    en: 'The API key is missing: send it in the header “Authorization: Bearer qtc_…”. An administrator makes it in Settings, API keys.',
  })

export const wrongKey = (): AppError =>
  new AppError('wrongKey', 401, {
    fr: 'Cette clé d’API n’ouvre rien : elle est inconnue, ou elle a été révoquée. Vérifiez-la, ou créez-en une autre dans Réglages, Clés d’API.',
    en: 'This API key opens nothing: it is unknown, or was revoked. Check it, or make another one in Settings, API keys.',
  })

export const keyElsewhere = (): AppError =>
  new AppError('keyElsewhere', 403, {
    fr: 'Une clé d’API ne sert qu’à envoyer des factures et des fichiers, et à lire ce qu’ils sont devenus : cette adresse lui est fermée.',
    en: 'An API key only serves to send invoices and files, and to read what became of them: this address is closed to it.',
  })

export const forPrograms = (): AppError =>
  new AppError('forPrograms', 403, {
    fr: 'Cette adresse est faite pour les logiciels : elle demande une clé d’API, créée dans Réglages, Clés d’API.',
    en: 'This address is made for programs: it asks for an API key, made in Settings, API keys.',
  })
