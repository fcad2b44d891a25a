import { isIP } from 'node:net'
import type { FastifyRequest } from 'fastify'
import { AppError } from './app-error.ts'

const safeMethods = new Set(['GET', 'HEAD', 'OPTIONS'])

/**
 * Throws AppError 403 when a page of another site sends a change with our visitor's cookie (CSRF), or when a foreign
 * name was pointed at this machine (DNS rebinding). Programs that are no browser send neither header and pass.
 */
export function refuseForeignSites({ method, headers }: FastifyRequest, publicUrl: string): void {
  if (safeMethods.has(method)) return
  const site = headers['sec-fetch-site']
  if (site !== undefined && site !== 'same-origin' && site !== 'none') throw foreignSite(headers.origin, publicUrl)
  const { origin } = headers
  if (origin === undefined || origin === new URL(publicUrl).origin) return
  const address = URL.canParse(origin) ? new URL(origin) : null
  // A number or localhost cannot be pointed elsewhere by a stranger; the browser's word or the Host line confirms it.
  if (address && cannotBeRebound(address.hostname) && (site === 'same-origin' || address.host === headers.host)) return
  throw foreignSite(origin, publicUrl)
}

const cannotBeRebound = (hostname: string): boolean =>
  hostname === 'localhost' || isIP(hostname.replace(/^\[|\]$/g, '')) > 0

const foreignSite = (origin: string | undefined, publicUrl: string): AppError =>
  new AppError('foreignSite', 403, {
    fr: `La demande vient d’une autre adresse (${origin ?? 'inconnue'}) que celle de Quittance (${publicUrl}) ; rien n’a été modifié. Ouvrez Quittance à son adresse, ou indiquez la vôtre dans PUBLIC_URL.`,
    en: `The request comes from another address (${origin ?? 'unknown'}) than that of Quittance (${publicUrl}); nothing was changed. Open Quittance at its address, or say yours in PUBLIC_URL.`,
  })
