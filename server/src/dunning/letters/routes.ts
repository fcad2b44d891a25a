import { join } from 'node:path'
import { documentType } from '@quittance/core/disputes/document-type.ts'
import { defaultMessages } from '@quittance/core/dunning/write-reminder/default-messages.ts'
import { exampleFacts } from '@quittance/core/dunning/write-reminder/example-facts.ts'
import { prepareMessage } from '@quittance/core/dunning/write-reminder/prepare-message.ts'
import type { Language } from '@quittance/core/money/format-money.ts'
import type { FastifyInstance, FastifyReply } from 'fastify'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { AppContext } from '../../platform/http/app-context.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { serve } from '../../platform/http/serve.ts'
import { withUpload } from '../../platform/http/with-upload.ts'
import { folderService } from '../channels/folder-service.ts'
import type { PostalService } from '../channels/postal-service.ts'
import { sendingEntity } from '../messages/gather-facts.ts'
import { entityRow } from '../messages/queries.ts'
import { loadRunContext } from '../run/run-context.ts'
import { renderMessage } from '../templates/render-message.ts'
import { batches, batchFiles, lettersToPrint } from './batch-queries.ts'
import { letterEndpoints as endpoints } from './contract.ts'
import { letterOfTask } from './letter-of-task.ts'
import { handBatch, makeBatch, undoBatch } from './make-batch.ts'
import {
  keepProof,
  type Posting,
  postedLetterOf,
  postingOf,
  proofOf,
  recordPosting,
  removePosting,
} from './postings.ts'
import { printLetter } from './print-letter.ts'

/** Routes of letters: printing them together, giving them to the post, what the post gave back. */
export function letterRoutes(app: FastifyInstance, context: AppContext): void {
  batchRoutes(app, context)
  postingRoutes(app, context)
  serve(app, endpoints.windowTest, async ({ actor, transaction, reply }) => {
    const pdf = await transaction((db) => windowTest(db, actor.language))
    return sendPdf(reply, 'window-test.pdf', pdf)
  })
}

function batchRoutes(app: FastifyInstance, context: AppContext): void {
  // Each organisation has a folder of its own under the data of the installation.
  const servicesOf = (organization: number): readonly PostalService[] => [
    folderService(join(context.config.dataFolder, 'letters', String(organization))),
  ]

  serve(app, endpoints.letters, ({ actor, transaction }) =>
    transaction(async (db) => ({
      toPrint: await lettersToPrint(db),
      batches: (await batches(db)).map(shown),
      services: servicesOf(actor.organization).map(({ name }) => name),
    })),
  )

  serve(app, endpoints.makeLetterBatch, ({ body, actor, transaction }) =>
    transaction(async (db) => {
      const { batch, leftOut } = await makeBatch(db, body.tasks, await loadRunContext(db, context.clock.now()))
      return {
        batch: batch === null ? null : await one(db, batch),
        leftOut: leftOut.map(({ sentence, ...rest }) => ({ ...rest, sentence: sentence[actor.language] })),
      }
    }),
  )

  serve(app, endpoints.undoLetterBatch, ({ params, transaction }) => transaction((db) => undoBatch(db, params.id)))

  serve(app, endpoints.letterBatchPdf, async ({ params, transaction, reply }) => {
    const { pdf } = found(await transaction((db) => batchFiles(db, params.id)))
    return sendPdf(reply, `letters-${params.id}.pdf`, pdf)
  })

  serve(app, endpoints.letterBatchAddresses, async ({ params, transaction, reply }) => {
    const { addresses } = found(await transaction((db) => batchFiles(db, params.id)))
    reply
      .type('text/csv; charset=utf-8')
      .header('content-disposition', `attachment; filename="addresses-${params.id}.csv"`)
      .send(addresses)
    return undefined
  })

  serve(app, endpoints.handLetterBatch, async ({ params, body, actor, transaction }) => {
    const service = servicesOf(actor.organization).find(({ name }) => name === body.service)
    found(await transaction((db) => batchFiles(db, params.id)))
    if (!service) throw noSuchService()
    const key = `${actor.organization}-${params.id}`
    await handBatch(transaction, { batch: params.id, key, service, nowMs: context.clock.now() })
    return transaction((db) => one(db, params.id))
  })
}

const one = async (db: Db, batch: number) => shown(found((await batches(db, batch))[0] ?? null))
const shown = (row: Awaited<ReturnType<typeof batches>>[number]) => ({ ...row, customers: [...row.customers] })

const largestProof = 10 * 1024 * 1024

function postingRoutes(app: FastifyInstance, context: AppContext): void {
  serve(app, endpoints.letterPosting, ({ params, transaction }) =>
    transaction(async (db) => {
      found(await isTask(db, params.id))
      return answerOf(await postingOf(db, params.id))
    }),
  )

  serve(app, endpoints.recordPosting, ({ params, body, today, transaction }) =>
    transaction(async (db) => {
      found(await isTask(db, params.id))
      const posted = await postingOf(db, params.id)
      const letter = posted ? null : await letterToKeep(db, params.id, context.clock.now())
      await recordPosting(db, params.id, body, { today, letter })
      return answerOf(await postingOf(db, params.id))
    }),
  )

  serve(app, endpoints.removePosting, ({ params, transaction }) => transaction((db) => removePosting(db, params.id)))

  serve(app, endpoints.keepProof, async ({ params, request, transaction }) => {
    found(await transaction((db) => isTask(db, params.id)))
    const file = await withUpload(request, largestProof, async (upload) => {
      const content = await upload?.toBuffer()
      const mediaType = content ? documentType(content) : null
      if (!upload || !content || mediaType === null) throw notAProof()
      return { name: upload.filename, mediaType, content }
    })
    await transaction((db) => keepProof(db, params.id, file))
  })

  serve(app, endpoints.proof, async ({ params, transaction, reply }) => {
    const file = found(await transaction((db) => proofOf(db, params.id)))
    reply
      .type(file.mediaType)
      .header('content-disposition', `inline; filename="${encodeURIComponent(file.name)}"`)
      .send(file.content)
    return undefined
  })

  serve(app, endpoints.postedLetter, async ({ params, transaction, reply }) => {
    const { name, pdf } = found(await transaction((db) => postedLetterOf(db, params.id)))
    return sendPdf(reply, name, pdf)
  })
}

const isTask = (db: Db, id: number) =>
  db.maybe(sql`select id from task where organization_id = current_organization() and id = ${id}`)

/** Null when it can no longer be written (paid since, address gone): that it was posted is noted all the same. */
async function letterToKeep(db: Db, task: number, nowMs: number) {
  try {
    return await letterOfTask(db, task, await loadRunContext(db, nowMs))
  } catch (error) {
    if (error instanceof AppError) return null
    throw error
  }
}

const answerOf = (posting: Posting | null) => ({
  posting: posting && {
    registeredNumber: posting.registeredNumber,
    postedOn: posting.postedOn,
    proofName: posting.proofName,
    hasLetter: posting.letterName !== null,
  },
})

/** The example letter of this organisation's first firm, with the frame of the window. */
async function windowTest(db: Db, language: Language): Promise<Buffer> {
  const first = found(
    await db.maybe<{ id: number }>(
      sql`select id from legal_entity where organization_id = current_organization() order by id limit 1`,
    ),
  )
  const entity = await entityRow(db, first.id)
  const facts = { ...exampleFacts(language), legalEntity: sendingEntity(entity) }
  const prepared = prepareMessage(facts)
  const printed = printLetter({
    facts,
    prepared,
    rendered: renderMessage(defaultMessages[language].formalNotice, prepared, language),
    addressee: {
      name: 'Brasserie Saint-Aubin',
      attention: 'Mme Inès Morel',
      line1: '4 place de la Mairie',
      line2: 'Bâtiment B',
      postcode: '35140',
      city: 'Saint-Aubin-du-Cormier',
      country: entity.country,
    },
    country: entity.country,
    customerCode: 'C-0142',
    registered: true,
    showsWindow: true,
  })
  if (printed.kind === 'printed') return printed.pdf
  throw new AppError('unprintable', 409, {
    fr: 'L’essai ne s’imprime pas : vérifiez le nom et l’adresse de votre société dans Réglages, Entreprise.',
    en: 'The test cannot be printed: check the name and address of your firm in Settings, Company.',
  })
}

function sendPdf(reply: FastifyReply, name: string, pdf: Buffer): undefined {
  reply
    .type('application/pdf')
    .header('content-disposition', `inline; filename="${encodeURIComponent(name)}"`)
    .send(pdf)
  return undefined
}

const noSuchService = (): AppError =>
  new AppError('noSuchService', 400, {
    fr: 'Ce service postal n’existe pas ici : choisissez-en un de la liste.',
    en: 'There is no such postal service here: choose one from the list.',
  })

const notAProof = (): AppError =>
  new AppError('notAProof', 400, {
    fr: 'La preuve de dépôt est un PDF ou une photo (PNG, JPEG) de 10 Mo au plus : choisissez un autre fichier.',
    en: 'The proof of deposit is a PDF or a photo (PNG, JPEG) of 10 MB at most: choose another file.',
  })
