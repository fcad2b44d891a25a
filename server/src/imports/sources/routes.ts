import type { FastifyInstance } from 'fastify'
import { changeFreshness } from '../../people/change-freshness.ts'
import { found } from '../../platform/http/app-error.ts'
import { serve } from '../../platform/http/serve.ts'
import type { ImportWork } from '../import-work.ts'
import { addSource, changeSource, decideWaiting, removeSource } from './change-source.ts'
import { sourceEndpoints } from './contract.ts'
import { listSources } from './list-sources.ts'
import { lookSoon, sourceById } from './source-queries.ts'
import { tryFolder } from './try-folder.ts'
import { allowedFolders } from './watching/allowed-folders.ts'
import type { FolderTools } from './watching/open-folder.ts'

export function sourceRoutes(app: FastifyInstance, context: ImportWork & FolderTools): void {
  const { seal, config, isAlone } = context

  serve(app, sourceEndpoints.sources, async ({ today, language, organization, transaction }) => {
    const folders = allowedFolders(config, { organization, isAlone: await isAlone(organization) })
    return { ...(await transaction((db) => listSources(db, { today, language }))), folders }
  })

  serve(app, sourceEndpoints.addSource, async ({ body, transaction }) => ({
    id: await transaction((db) => addSource(db, seal, body)),
  }))

  serve(app, sourceEndpoints.tryFolder, ({ body, organization, language, transaction }) =>
    tryFolder(context, { organization, language, transaction }, body),
  )

  serve(app, sourceEndpoints.changeSource, ({ params, body, transaction }) =>
    transaction((db) => changeSource(db, { seal, work: context }, params.id, body)),
  )

  serve(app, sourceEndpoints.removeSource, ({ params, transaction }) =>
    transaction((db) => removeSource(db, params.id)),
  )

  serve(app, sourceEndpoints.lookNow, ({ params, transaction }) =>
    transaction(async (db) => {
      found(await sourceById(db, params.id))
      await lookSoon(db, params.id)
    }),
  )

  serve(app, sourceEndpoints.changeFreshness, ({ body, transaction }) =>
    transaction(async (db) => {
      await changeFreshness(db, body.days)
      await decideWaiting(db, context)
    }),
  )
}
