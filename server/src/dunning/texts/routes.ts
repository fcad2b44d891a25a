import type { FastifyInstance } from 'fastify'
import type { Db } from '../../platform/database/db.ts'
import type { AppContext } from '../../platform/http/app-context.ts'
import { AppError } from '../../platform/http/app-error.ts'
import { serve } from '../../platform/http/serve.ts'
import { loadRunContext } from '../run/run-context.ts'
import { textEndpoints as endpoints } from './contract.ts'
import { addLanguage, languagesInUse, removeLanguage } from './languages.ts'
import { messageTexts, writeMessageText } from './message-texts.ts'
import { previewText, sendTest, testMail } from './preview-text.ts'
import { sendTestSms, testSms } from './test-sms.ts'

/** Routes of the texts: writing them, seeing them on a customer, receiving one oneself, and their languages. */
export function textRoutes(app: FastifyInstance, context: AppContext): void {
  const now = () => context.clock.now()

  serve(app, endpoints.templates, ({ query, transaction }) => transaction((db) => messageTexts(db, query.channel)))
  serve(app, endpoints.changeTemplate, ({ params, body, actor, transaction }) =>
    transaction((db) => writeMessageText(db, { ...params, channel: body.channel }, body, actor.language)),
  )
  serve(app, endpoints.previewTemplate, ({ body, actor, transaction }) =>
    transaction(async (db) =>
      previewText(db, { ...body, customer: body.customerId }, await loadRunContext(db, now()), actor.language),
    ),
  )
  serve(app, endpoints.testTemplate, async ({ body, actor, transaction }) => {
    const asked = { ...body, customer: body.customerId }
    const given = async (db: Db) => ({
      run: await loadRunContext(db, now()),
      nowMs: now(),
      spoken: actor.language,
      unseal: (sealed: string) => context.seal.open(sealed),
    })
    if (body.channel === 'call') throw notSent()
    if (body.channel === 'sms') {
      return sendTestSms(await transaction(async (db) => testSms(db, asked, await given(db))), actor.language)
    }
    return sendTest(await transaction(async (db) => testMail(db, asked, await given(db))), actor.language)
  })

  serve(app, endpoints.messageLanguages, ({ transaction }) => transaction(languagesInUse))
  serve(app, endpoints.addMessageLanguage, ({ params, body, transaction }) =>
    transaction(async (db) => {
      await addLanguage(db, { code: params.code, fallback: body.fallback })
      return languagesInUse(db)
    }),
  )
  serve(app, endpoints.removeMessageLanguage, ({ params, transaction }) =>
    transaction((db) => removeLanguage(db, params.code)),
  )
}

const notSent = (): AppError =>
  new AppError('callNotSent', 400, {
    fr: 'Le texte d’un appel se dit et ne s’envoie pas : lisez-le dans l’aperçu.',
    en: 'The text of a call is said, not sent: read it in the preview.',
  })
