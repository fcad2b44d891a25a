import { randomUUID } from 'node:crypto'
import { mobileNumber } from '@quittance/core/dunning/sms/phone-number.ts'
import { may } from '@quittance/core/people/may.ts'
import type { FastifyInstance } from 'fastify'
import type { AppContext } from '../../../platform/http/app-context.ts'
import { AppError, found } from '../../../platform/http/app-error.ts'
import { serve } from '../../../platform/http/serve.ts'
import { decideAgain } from '../../run/daily-run.ts'
import { endRest } from '../../sending/outbox.ts'
import { smsEndpoints as endpoints } from './contract.ts'
import { explainSms } from './explain-sms.ts'
import { sendSms } from './gateway.ts'
import {
  type GatewayRow,
  gatewayRow,
  placeOf,
  setGateway,
  smsWaitingFor,
  withHeadersInClear,
} from './gateway-settings.ts'

/** Routes of the SMS gateway: its settings, and a test to oneself. */
export function smsRoutes(app: FastifyInstance, context: AppContext): void {
  serve(app, endpoints.smsGateway, ({ actor, transaction }) =>
    transaction(async (db) => {
      const row = await gatewayRow(db)
      if (!row || may({ role: actor.role, isActive: true }, 'write', 'settings')) return answerOf(row)
      // What may carry the key of the account is for those who set it.
      return answerOf({ ...row, url: placeOf(row.url), bodyTemplate: '' })
    }),
  )

  serve(app, endpoints.setSmsGateway, ({ body, transaction }) =>
    transaction(async (db) => {
      await setGateway(db, context.seal, body)
      // What waited for the gateway of before is tried at once.
      await endRest(db, 'gateway')
      // Switched off: what was to leave by it goes another way.
      await decideAgain(db, await smsWaitingFor(db), context.clock.now())
      return answerOf(await gatewayRow(db))
    }),
  )

  serve(app, endpoints.testSmsGateway, async ({ body, actor, transaction }) => {
    const to = mobileNumber(body.to)
    if (to === null) throw noMobile()
    const row = found(await transaction(gatewayRow))
    const gateway = withHeadersInClear(row, (sealed) => context.seal.open(sealed))
    if (!gateway) throw keyLost()
    const text = actor.language === 'fr' ? 'Quittance : ceci est un essai.' : 'Quittance: this is a test.'
    const outcome = await sendSms(gateway, { to, text, id: randomUUID() })
    return { sent: outcome.kind === 'accepted', sentence: explainSms(outcome, actor.language, 'test') }
  })
}

const answerOf = (row: GatewayRow | null) => {
  if (!row) return { gateway: null }
  const { headersSealed, ...shown } = row
  return { gateway: { ...shown, hasHeaders: headersSealed !== null } }
}

const noMobile = (): AppError =>
  new AppError('noMobile', 400, {
    fr: 'Ce n’est pas un numéro de mobile : par exemple 06 12 34 56 78 ou +49 151 23456789.',
    en: 'This is no mobile number: for instance 06 12 34 56 78 or +49 151 23456789.',
  })
const keyLost = (): AppError =>
  new AppError('headersLost', 409, {
    fr: 'Les en-têtes enregistrés ne peuvent plus être lus (la clé de l’installation a changé) : saisissez-les de nouveau.',
    en: 'The stored headers can no longer be read (the key of the installation has changed): type them again.',
  })
