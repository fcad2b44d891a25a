import type { FastifyInstance } from 'fastify'
import { underKeptNumber } from '../../customers/merging/aliases.ts'
import { customerName } from '../../customers/queries.ts'
import type { Db } from '../../platform/database/db.ts'
import type { AppContext } from '../../platform/http/app-context.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { serve } from '../../platform/http/serve.ts'
import { compose } from '../../platform/mail/compose.ts'
import { endpoints } from '../contract.ts'
import { mailNow } from '../messages/outgoing-mail.ts'
import { reminderHead } from '../messages/queries.ts'
import { loadRunContext, type RunContext } from '../run/run-context.ts'
import { approveReminders, cancelApproval, setAside, settleUncertain, takeBack } from './approve-reminders.ts'
import { writeReminder } from './edit-reminder.ts'
import { listHeld } from './list-held.ts'
import { decisionsOf } from './list-queries.ts'
import { listReminders } from './list-reminders.ts'
import { previewReminder } from './preview.ts'
import { remindByHand } from './remind-by-hand.ts'
import { weekOf } from './week.ts'
import { sayer } from './words.ts'

/** Routes of messages: what is ready, held, sent; approve, put aside, write, settle. */
export function reminderRoutes(app: FastifyInstance, context: AppContext): void {
  const run: Run = (db) => loadRunContext(db, context.clock.now())
  shown(app, context, run)
  letGo(app, context, run)
  written(app, run)
  explained(app)
}

type Run = (db: Db) => Promise<RunContext>

function shown(app: FastifyInstance, context: AppContext, run: Run): void {
  serve(app, endpoints.reminders, ({ query, actor, transaction }) =>
    transaction(async (db) => listReminders(db, await underKeptNumber(db, query), await run(db), actor.language)),
  )

  serve(app, endpoints.held, ({ query, actor, today, transaction }) =>
    transaction((db) => listHeld(db, query, today, actor.language)),
  )

  serve(app, endpoints.weekReminders, ({ query, actor, today, transaction }) =>
    transaction((db) => weekOf(db, today, actor.language, query)),
  )

  serve(app, endpoints.reminder, ({ params, actor, transaction }) =>
    transaction(async (db) => previewReminder(db, params.id, await run(db), actor.language)),
  )

  serve(app, endpoints.reminderSource, async ({ params, transaction, reply }) => {
    const raw = await transaction(async (db) => {
      const head = found(await reminderHead(db, params.id))
      if (head.channel === 'sms') throw noSource()
      return compose(await mailNow(db, head, await run(db), context.clock.now()))
    })
    reply
      .type('message/rfc822')
      .header('content-disposition', `attachment; filename="relance-${params.id}.eml"`)
      .send(raw)
    return undefined
  })
}

function letGo(app: FastifyInstance, context: AppContext, run: Run): void {
  serve(app, endpoints.approveReminders, ({ body, transaction }) =>
    transaction(async (db) =>
      approveReminders(db, body.reminders, await run(db), { now: body.now, nowMs: context.clock.now() }),
    ),
  )

  serve(app, endpoints.cancelApproval, ({ body, transaction }) =>
    transaction((db) => cancelApproval(db, body.reminders, body.reason ?? null)),
  )

  serve(app, endpoints.setAside, ({ params, body, transaction }) =>
    transaction(async (db) => ({ until: await setAside(db, params.id, body, await run(db)) })),
  )

  serve(app, endpoints.takeBack, ({ params, transaction }) =>
    transaction(async (db) => takeBack(db, params.id, await run(db))),
  )

  serve(app, endpoints.settleUncertain, ({ params, body, transaction }) =>
    transaction(async (db) => settleUncertain(db, params.id, body.left, await run(db), context.clock.now())),
  )
}

function written(app: FastifyInstance, run: Run): void {
  serve(app, endpoints.writeReminder, ({ params, body, actor, transaction }) =>
    transaction(async (db) => {
      const context = await run(db)
      await writeReminder(db, params.id, body, { run: context, language: actor.language })
      return previewReminder(db, params.id, context, actor.language)
    }),
  )

  serve(app, endpoints.sendAnyway, ({ params, body, actor, transaction }) =>
    transaction(async (db) => {
      const context = await run(db)
      const id = await remindByHand(
        db,
        { customer: params.id, items: body.items, tone: body.tone ?? 'neutral' },
        context,
      )
      return previewReminder(db, id, context, actor.language)
    }),
  )
}

function explained(app: FastifyInstance): void {
  serve(app, endpoints.decisions, ({ params, actor, transaction }) =>
    transaction(async (db) => {
      found(await customerName(db, params.id))
      const rows = await decisionsOf(db, params.id)
      const say = await sayer(
        db,
        rows.map((row) => row.decision),
        actor.language,
      )
      return rows.map((row) => ({
        id: row.id,
        on: row.on,
        at: row.at,
        kind: row.kind,
        because: row.because,
        sentence: say.decision(row.decision, row.customerName),
        excluded: say.excluded(row.decision, row.customerName),
      }))
    }),
  )
}

const noSource = (): AppError =>
  new AppError('smsHasNoSource', 409, {
    fr: 'Un SMS n’est pas un e-mail : lisez-le dans l’aperçu.',
    en: 'An SMS is no e-mail: read it in the preview.',
  })
