import { createWriteStream } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { documentType } from '@quittance/core/disputes/document-type.ts'
import type { HalfYear } from '@quittance/core/dunning/late-interest-rates.ts'
import type { FastifyInstance } from 'fastify'
import type { FactsContext } from '../../customers/facts-changed.ts'
import { changeFirm } from '../../people/change-settings.ts'
import type { AppContext } from '../../platform/http/app-context.ts'
import { AppError } from '../../platform/http/app-error.ts'
import { serve } from '../../platform/http/serve.ts'
import { withUpload } from '../../platform/http/with-upload.ts'
import { lawEndpoints as endpoints } from './contract.ts'
import { lawOfCustomer, lawOfInvoice } from './customer-law.ts'
import { openSealed, piecesOf, sealFile, verifyArchive } from './files/seal-file.ts'
import { changeInterestDecision, decideInterest } from './interest-decisions.ts'
import { changeEndOfLimitationAct, recordLimitationAct } from './limitations.ts'
import { changeEndOfNotice, changeNotice, keepProof, knownNotice, proofOf, recordNotice } from './notices.ts'
import { standingOf } from './queries.ts'
import { enterRate, forgetRate, rateTable } from './rates.ts'
import { roadRoutes } from './road-routes.ts'
import { agreeRate } from './terms.ts'

export type LawContext = AppContext & FactsContext

/** Routes of late interest, formal notices, limitation, legal files and the end of the road. */
export function lawRoutes(app: FastifyInstance, context: LawContext): void {
  rateRoutes(app)
  interestRoutes(app, context)
  noticeRoutes(app)
  fileRoutes(app)
  roadRoutes(app, context)
}

function rateRoutes(app: FastifyInstance): void {
  serve(app, endpoints.rateTable, ({ today, transaction }) => transaction((db) => rateTable(db, today)))
  serve(app, endpoints.enterRate, ({ params, body, transaction }) =>
    transaction((db) => enterRate(db, params.halfYear as HalfYear, body)),
  )
  serve(app, endpoints.forgetRate, ({ params, transaction }) =>
    transaction((db) => forgetRate(db, params.halfYear as HalfYear)),
  )
  serve(app, endpoints.confirmRate, ({ params, body, transaction }) =>
    transaction(async (db) => {
      await changeFirm(db, params.id, { rateConfirmedFor: body.halfYear })
    }),
  )
  serve(app, endpoints.agreeRate, ({ params, body, transaction }) =>
    transaction(async (db) => {
      await standingOf(db, params.id)
      await agreeRate(db, { customer: params.id, ...body })
    }),
  )
}

function interestRoutes(app: FastifyInstance, { factsChanged }: LawContext): void {
  serve(app, endpoints.invoiceLaw, ({ params, today, transaction }) =>
    transaction((db) => lawOfInvoice(db, params.id, today)),
  )
  serve(app, endpoints.customerLaw, ({ params, today, transaction }) =>
    transaction((db) => lawOfCustomer(db, params.id, today)),
  )
  serve(app, endpoints.decideInterest, ({ params, body, today, transaction }) =>
    transaction((db) => decideInterest(db, { invoice: params.id, ...body }, { today, factsChanged })),
  )
  serve(app, endpoints.endInterestDecision, ({ params, transaction }) =>
    transaction((db) => changeInterestDecision(db, params.id, true, factsChanged)),
  )
  serve(app, endpoints.resumeInterestDecision, ({ params, transaction }) =>
    transaction((db) => changeInterestDecision(db, params.id, false, factsChanged)),
  )
}

const largestProof = 10 * 1024 * 1024

function noticeRoutes(app: FastifyInstance): void {
  serve(app, endpoints.recordNotice, ({ params, body, today, transaction }) =>
    transaction(async (db) => {
      const notice = {
        ...body,
        customer: params.id,
        receivedOn: body.receivedOn ?? null,
        trackingNumber: body.trackingNumber ?? null,
        note: body.note ?? null,
      }
      return { id: await recordNotice(db, notice, today) }
    }),
  )
  serve(app, endpoints.changeNotice, ({ params, body, today, transaction }) =>
    transaction((db) => changeNotice(db, params.id, body, today)),
  )
  serve(app, endpoints.endNotice, ({ params, transaction }) =>
    transaction((db) => changeEndOfNotice(db, params.id, true)),
  )
  serve(app, endpoints.resumeNotice, ({ params, transaction }) =>
    transaction((db) => changeEndOfNotice(db, params.id, false)),
  )
  serve(app, endpoints.noticeProof, async ({ params, transaction, reply }) => {
    const proof = await transaction((db) => proofOf(db, params.id))
    reply.type(proof.type).header('content-disposition', `inline; filename="${encodeURIComponent(proof.name)}"`)
    return reply.send(proof.content)
  })
  serve(app, endpoints.attachNoticeProof, async ({ params, request, transaction }) => {
    await transaction((db) => knownNotice(db, params.id))
    const proof = await withUpload(request, largestProof, async (upload) => {
      const content = await upload?.toBuffer()
      const type = content ? documentType(content) : null
      if (!upload || !content || !type) throw notAProof()
      return { name: upload.filename, type, content }
    })
    await transaction((db) => keepProof(db, params.id, proof))
  })
  serve(app, endpoints.recordLimitationAct, ({ params, body, today, transaction }) =>
    transaction(async (db) => ({
      id: await recordLimitationAct(db, { ...body, customer: params.id }, today),
    })),
  )
  serve(app, endpoints.endLimitationAct, ({ params, transaction }) =>
    transaction((db) => changeEndOfLimitationAct(db, params.id, true)),
  )
  serve(app, endpoints.resumeLimitationAct, ({ params, transaction }) =>
    transaction((db) => changeEndOfLimitationAct(db, params.id, false)),
  )
}

const notAProof = (): AppError =>
  new AppError('notAProof', 400, {
    fr: 'Ce fichier n’est pas un PDF ou une image (PNG, JPEG) de moins de 10 Mo : choisissez-en un autre.',
    en: 'This file is not a PDF or a picture (PNG, JPEG) under 10 MB: choose another one.',
  })

const largestArchive = 200 * 1024 * 1024

function fileRoutes(app: FastifyInstance): void {
  serve(app, endpoints.makeLegalFile, ({ params, today, transaction }) =>
    transaction((db) => sealFile(db, params.id, today)),
  )
  serve(app, endpoints.legalFile, async ({ params, transaction, reply }) => {
    const { name, size } = await openSealed(transaction, params.id)
    reply
      .type('application/zip')
      .header('content-length', size)
      .header('content-disposition', `attachment; filename="${encodeURIComponent(name)}"`)
    return reply.send(Readable.from(piecesOf(transaction, params.id)))
  })
  serve(app, endpoints.verifyLegalFile, async ({ request, transaction }) => {
    const folder = await mkdtemp(join(tmpdir(), 'quittance-verify-'))
    try {
      const path = join(folder, 'file.zip')
      await withUpload(request, largestArchive, async (upload) => {
        if (!upload) throw noArchive()
        await pipeline(upload.file, createWriteStream(path, { mode: 0o600 }))
      })
      return await verifyArchive(transaction, path)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  })
}

const noArchive = (): AppError =>
  new AppError('noArchive', 400, {
    fr: 'Aucun fichier n’est arrivé. Choisissez le dossier ZIP à vérifier.',
    en: 'No file came. Choose the ZIP file to verify.',
  })
