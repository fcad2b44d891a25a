import { Readable } from 'node:stream'
import type { FastifyInstance, FastifyReply } from 'fastify'
import { serve } from '../platform/http/serve.ts'
import { startImport } from './applying/start-import.ts'
import { changeReading } from './change-reading.ts'
import { endpoints } from './contract.ts'
import { correctRow } from './correct-row.ts'
import { type CsvFile, modelCsv, refusedCsv } from './csv-files.ts'
import type { ImportsContext } from './import-work.ts'
import { ledgerBalances } from './ledger/ledger-balances.ts'
import { refuseForeignFile } from './pushing/refuse-foreign-file.ts'
import { pushRoutes } from './pushing/routes.ts'
import { mayBeSent } from './pushing/sent-by-program.ts'
import { removeImport } from './remove-import.ts'
import { listImports, showImport } from './show-import.ts'
import { sourceRoutes } from './sources/routes.ts'
import { wouldVanish } from './sources/would-vanish.ts'
import { undoImport } from './undoing/undo-import.ts'
import { uploadFile } from './upload-file.ts'

export function importRoutes(app: FastifyInstance, context: ImportsContext): void {
  const { importJobs } = context
  pushRoutes(app, context)
  sourceRoutes(app, context)

  serve(app, endpoints.imports, ({ transaction }) => transaction(listImports))

  serve(app, endpoints.uploadFile, async ({ query, request, key, organization, transaction }) => {
    const id = await uploadFile(request, transaction, mayBeSent({ key, applies: query.apply === 'true' }))
    await importJobs.check(organization, id)
    return { id }
  })

  serve(app, endpoints.import, ({ params, key, language, transaction }) =>
    transaction(async (db) => {
      await refuseForeignFile(db, params.id, key)
      return showImport(db, params.id, language)
    }),
  )

  serve(app, endpoints.changeMapping, async ({ params, body, actor, transaction }) => {
    await transaction((db) => changeReading(db, params.id, body))
    await importJobs.check(actor.organization, params.id)
  })

  serve(app, endpoints.correctRow, async ({ params, body, actor, today, transaction }) => {
    const { isToCheck } = await transaction((db) => correctRow(db, today, params.id, body))
    if (isToCheck) await importJobs.check(actor.organization, params.id)
    return transaction((db) => showImport(db, params.id, actor.language))
  })

  serve(app, endpoints.applyImport, async ({ params, body, actor, transaction }) => {
    await transaction((db) => startImport(db, params.id, body))
    await importJobs.apply(actor.organization, params.id)
  })

  serve(app, endpoints.undoImport, ({ params, transaction }) => transaction((db) => undoImport(db, context, params.id)))

  serve(app, endpoints.ledgerBalances, ({ params, transaction }) => transaction((db) => ledgerBalances(db, params.id)))

  serve(app, endpoints.wouldVanish, ({ params, transaction }) =>
    transaction(async (db) => {
      const { numbers, ...counts } = await wouldVanish(db, params.id)
      return { ...counts, numbers: [...numbers] }
    }),
  )

  serve(app, endpoints.removeImport, ({ params, transaction }) => transaction((db) => removeImport(db, params.id)))

  serve(app, endpoints.refusedRows, async ({ params, actor, reply, transaction }) =>
    sendCsv(reply, await refusedCsv(transaction, params.id, actor.language)),
  )

  serve(app, endpoints.modelFile, async ({ actor, reply }) => sendCsv(reply, modelCsv(actor.language)))
}

/** The name in both forms of RFC 6266: plain letters for old browsers, UTF-8 for the others. */
function sendCsv(reply: FastifyReply, { name, text }: CsvFile): FastifyReply {
  const plain = name.normalize('NFD').replace(/[^\w .-]/g, '')
  return reply
    .type('text/csv; charset=utf-8')
    .header('content-disposition', `attachment; filename="${plain}"; filename*=UTF-8''${encodeURIComponent(name)}`)
    .send(Readable.from(text))
}
