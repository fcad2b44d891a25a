import { randomUUID } from 'node:crypto'
import { mobileNumber } from '@quittance/core/dunning/sms/phone-number.ts'
import { smsSize } from '@quittance/core/dunning/sms/sms-parts.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { smsTextOf } from '../channels/sms/build-sms.ts'
import { explainSms } from '../channels/sms/explain-sms.ts'
import { type Gateway, sendSms } from '../channels/sms/gateway.ts'
import { gatewayRow, withHeadersInClear } from '../channels/sms/gateway-settings.ts'
import { explainGap, explainTooLong } from '../messages/explain-gap.ts'
import type { RunContext } from '../run/run-context.ts'
import { renderMessage } from '../templates/render-message.ts'
import { refuseUnreadable } from './message-texts.ts'
import { type Asked, factsFor } from './preview-text.ts'

export interface TestSms {
  readonly gateway: Gateway
  /** E.164. */
  readonly to: string
  readonly text: string
}

/** The text as an SMS to the mobile of the person who asks and to nobody else, ready to leave; nothing has left yet. */
export async function testSms(
  db: Db,
  asked: Asked,
  given: { run: RunContext; spoken: Language; unseal: (sealed: string) => string | null },
): Promise<TestSms> {
  refuseUnreadable(asked, given.spoken)
  const row = await gatewayRow(db)
  if (!row?.isActive) throw noGateway()
  const gateway = withHeadersInClear(row, given.unseal)
  if (!gateway) throw headersLost()
  const me = found(
    await db.maybe<{ phone: string | null }>(sql`
      select phone from person where organization_id = current_organization() and id = current_person()`),
  )
  const to = mobileNumber(me.phone ?? '')
  if (to === null) throw noOwnMobile()
  const { facts } = await factsFor(db, asked, given.run)
  const { blocks, gap } = renderMessage({ subject: '', body: asked.body }, prepareMessage(facts), facts.language)
  if (gap) throw new AppError('noValue', 409, { fr: explainGap(gap, 'fr'), en: explainGap(gap, 'en') })
  const text = smsTextOf(blocks)
  const { parts } = smsSize(text)
  if (parts > row.mostParts) {
    throw new AppError('smsTooLong', 409, { fr: explainTooLong(parts, 'fr'), en: explainTooLong(parts, 'en') })
  }
  return { gateway, to, text }
}

/** Asks the gateway, outside any transaction: a slow one must not hold one open. */
export async function sendTestSms(
  { gateway, to, text }: TestSms,
  language: Language,
): Promise<{ sent: boolean; to: string; sentence: string }> {
  const outcome = await sendSms(gateway, { to, text, id: `test.${randomUUID()}` })
  const sent = outcome.kind === 'accepted'
  const done = language === 'fr' ? `Essai envoyé au ${to}.` : `Test sent to ${to}.`
  return { sent, to, sentence: sent ? done : explainSms(outcome, language, 'test') }
}

const noGateway = (): AppError =>
  new AppError('noGateway', 409, {
    fr: 'Aucune passerelle SMS n’est activée : réglez-la dans Réglages, SMS.',
    en: 'No SMS gateway is switched on: set it in Settings, SMS.',
  })
const headersLost = (): AppError =>
  new AppError('headersLost', 409, {
    fr: 'Les en-têtes de la passerelle ne peuvent plus être lus : saisissez-les de nouveau dans Réglages, SMS.',
    en: 'The headers of the gateway can no longer be read: type them again in Settings, SMS.',
  })
const noOwnMobile = (): AppError =>
  new AppError('noOwnMobile', 409, {
    fr: 'Votre fiche n’a pas de numéro de mobile : ajoutez-le dans Réglages, Mon compte.',
    en: 'You have no mobile number yet: add it in Settings, My account.',
  })
