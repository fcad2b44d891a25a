import type { FastifyInstance, FastifyReply } from 'fastify'
import { customerName } from '../../customers/queries.ts'
import { answerRules } from '../../people/answer-rules.ts'
import type { Db } from '../../platform/database/db.ts'
import type { AppContext } from '../../platform/http/app-context.ts'
import { found } from '../../platform/http/app-error.ts'
import { serve } from '../../platform/http/serve.ts'
import { answerCounts, answersIn, answersOfCustomer, likelyCustomers, shownAnswer } from './answer-lists.ts'
import { bouncedOf, sourceOf } from './answer-rows.ts'
import { changeAnswerRules } from './answer-rules.ts'
import { answerEndpoints as endpoints } from './contract.ts'
import { mailboxWorked, storedMailbox } from './mailbox-rows.ts'
import { mailboxToTry, removeMailbox, sameBox, setMailbox, shownMailbox, tryMailbox } from './mailbox-settings.ts'
import { parseMessage } from './parse-message.ts'
import { noteSaysPaid, takeSaysPaidBack } from './says-paid.ts'
import { chooseCustomer, setDismissed, setRead, takeBackAnswer } from './sort-answer.ts'

/** Routes of what came back: lists, one message, what people say of it, and the mailbox it comes from. */
export function answerRoutes(app: FastifyInstance, context: AppContext): void {
  readingRoutes(app)
  sortingRoutes(app, context)
  mailboxRoutes(app, context)
}

function readingRoutes(app: FastifyInstance): void {
  serve(app, endpoints.answers, ({ query, transaction }) =>
    transaction(async (db) => ({
      answers: await answersIn(db, query.view ?? 'unread', { before: query.before ?? null, limit: query.limit ?? 50 }),
      counts: await answerCounts(db),
    })),
  )
  serve(app, endpoints.answerCounts, ({ transaction }) => transaction(answerCounts))
  serve(app, endpoints.answer, ({ params, transaction }) =>
    transaction(async (db) => {
      const answer = found(await shownAnswer(db, params.id))
      const undelivered = await bouncedOf(db, params.id)
      // A report comes from a machine: whom it is about tells more than who sent it.
      const told = undelivered.length > 0 ? undelivered.map(({ address }) => address) : [answer.from.address]
      const likely = answer.customer === null ? await likelyCustomers(db, told) : []
      return { ...answer, fileList: [...answer.fileList], undelivered, likely }
    }),
  )
  serve(app, endpoints.answerFile, async ({ params, reply, transaction }) => {
    const { name, content } = await transaction((db) => fileOf(db, params.id, params.position))
    return download(reply, { name: name || `piece-${params.position + 1}`, content })
  })
  serve(app, endpoints.answerSource, async ({ params, reply, transaction }) => {
    const { content } = found(await transaction((db) => sourceOf(db, params.id)))
    return download(reply, { name: `message-${params.id}.eml`, content })
  })
  serve(app, endpoints.customerAnswers, ({ params, transaction }) =>
    transaction(async (db) => {
      found(await customerName(db, params.id))
      return { answers: await answersOfCustomer(db, params.id, 100) }
    }),
  )
}

/** Taken out of the kept message again: the files of an answer lie nowhere else. */
async function fileOf(db: Db, id: number, position: number): Promise<{ name: string; content: Uint8Array }> {
  const answer = found(await shownAnswer(db, id))
  const order = answer.fileList.findIndex((one) => one.position === position)
  const { content } = found(await sourceOf(db, id))
  const { files } = await parseMessage(content)
  return found(order === -1 ? null : (files[order] ?? null))
}

/** Always as bytes to keep: a browser must neither guess a type nor show it within our pages. */
const download = (reply: FastifyReply, { name, content }: { name: string; content: Uint8Array }) =>
  reply
    .type('application/octet-stream')
    .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name).replaceAll("'", '%27')}`)
    .header('x-content-type-options', 'nosniff')
    .header('content-security-policy', "sandbox; default-src 'none'")
    .send(Buffer.from(content))

function sortingRoutes(app: FastifyInstance, { clock }: AppContext): void {
  serve(app, endpoints.searchPayment, ({ params, actor, today, transaction }) =>
    transaction((db) => noteSaysPaid(db, params.id, { today, language: actor.language, nowMs: clock.now() })),
  )
  serve(app, endpoints.endPaymentSearch, ({ params, body, transaction }) =>
    transaction((db) => takeSaysPaidBack(db, params.id, body, clock.now())),
  )
  serve(app, endpoints.readAnswer, ({ params, body, transaction }) =>
    transaction((db) => setRead(db, params.id, body.isRead, clock.now())),
  )
  serve(app, endpoints.dismissAnswer, ({ params, body, transaction }) =>
    transaction((db) => setDismissed(db, params.id, body.isDismissed, clock.now())),
  )
  serve(app, endpoints.giveAnswer, ({ params, body, transaction }) =>
    transaction(async (db) => {
      const choice = { customer: body.customerId, addsAddress: body.addsAddress }
      const { contact, closed } = await chooseCustomer(db, params.id, choice, clock.now())
      return { contact, closed: [...closed] }
    }),
  )
  serve(app, endpoints.takeBackAnswer, ({ params, body, transaction }) =>
    transaction((db) => takeBackAnswer(db, params.id, body, clock.now())),
  )
  serve(app, endpoints.answerRules, ({ transaction }) => transaction(answerRules))
  serve(app, endpoints.changeAnswerRules, ({ body, transaction }) =>
    transaction(async (db) => {
      await changeAnswerRules(db, body, clock.now())
      return answerRules(db)
    }),
  )
}

function mailboxRoutes(app: FastifyInstance, { seal, clock }: AppContext): void {
  serve(app, endpoints.mailbox, ({ params, actor, transaction }) =>
    transaction((db) => shownMailbox(db, params.id, actor.language)),
  )
  serve(app, endpoints.setMailbox, ({ params, body, actor, transaction }) =>
    transaction(async (db) => {
      await setMailbox(db, seal, { legalEntity: params.id, asked: body, now: new Date(clock.now()) })
      return shownMailbox(db, params.id, actor.language)
    }),
  )
  serve(app, endpoints.removeMailbox, ({ params, transaction }) => transaction((db) => removeMailbox(db, params.id)))
  serve(app, endpoints.testMailbox, async ({ params, body, actor, transaction }) => {
    const settings = await transaction((db) => mailboxToTry(db, seal, params.id, body))
    const result = await tryMailbox(settings, actor.language)
    if (result.ok) {
      await transaction(async (db) => {
        const stored = await storedMailbox(db, params.id)
        if (stored && sameBox(body, stored)) await mailboxWorked(db, params.id, new Date(clock.now()).toISOString())
      })
    }
    return result
  })
}
