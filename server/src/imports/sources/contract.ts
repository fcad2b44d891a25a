import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { lineShape } from '../../platform/http/entered-shapes.ts'
import { dateShape, idParams, keyShape } from '../../platform/http/shapes.ts'
import { secretShape, watchSettings } from './watch-settings.ts'

const holds = z.enum(['some', 'allOpen', 'all'])
const kind = z.enum(['upload', 'folder', 'sftp', 'api'])
const freshnessDays = z.int().min(1).max(60).nullable()

export const sourceShape = z
  .object({
    id: keyShape,
    kind,
    name: z.string(),
    legalEntityId: keyShape,
    /** What its files hold: some invoices, every open one, or every one there is. */
    holds,
    isActive: z.boolean(),
    /** Its age may keep messages from leaving by themselves. */
    isGuarded: z.boolean(),
    /** null for files dropped by hand and programs. */
    settings: watchSettings.nullable(),
    hasSecret: z.boolean(),
    /** SHA-256 of the key the SFTP server showed when it was first met. */
    hostKey: z.string().nullable(),
    looksAt: z.string().nullable(),
    lastLookedAt: z.string().nullable(),
    lastGoodImportAt: z.string().nullable(),
    lastGoodOn: dateShape.nullable(),
    /** Working days since; null when nothing came yet. */
    ageDays: z.int().nullable(),
    isFresh: z.boolean(),
    /** Why the last look failed, and the next move. */
    trouble: z.string().nullable(),
    /** Files that came by themselves and wait for a person. */
    waiting: z.array(z.object({ id: keyShape, name: z.string(), sentence: z.string() })),
    /** Invoices its last full file no longer had. */
    missing: z.int(),
    /** Nothing came of it: it may go. */
    canRemove: z.boolean(),
  })
  .meta({ id: 'Source' })

const sourceInput = z.object({
  name: lineShape(60),
  legalEntityId: keyShape.optional(),
  holds: holds.default('some'),
  isGuarded: z.boolean().default(true),
  isActive: z.boolean().default(true),
  settings: watchSettings.nullable().default(null),
  /** Absent: the one that is stored, which goes to the server and user it was given for only. */
  secret: secretShape.optional(),
  /** The key an SFTP server showed when it was tried; absent: the one it shows at the first look. */
  hostKey: lineShape(100).optional(),
})

export const sourceEndpoints = {
  sources: endpoint({
    method: 'GET',
    url: '/api/v1/sources',
    thing: 'imports',
    summary: 'Where invoices keep coming from, and how fresh that is.',
    answer: z.object({
      sources: z.array(sourceShape),
      /** Working days after which a source is no longer fresh; null: sources do not age. */
      freshnessDays,
      /** Folders of the machine under which files may be fetched. */
      folders: z.array(z.string()),
    }),
  }),
  addSource: endpoint({
    method: 'POST',
    url: '/api/v1/sources',
    thing: 'settings',
    summary: 'Have a folder of the machine, or of an SFTP server, watched.',
    body: sourceInput.extend({ kind: z.enum(['folder', 'sftp']), settings: watchSettings }),
    answer: z.object({ id: keyShape }),
  }),
  tryFolder: endpoint({
    method: 'POST',
    url: '/api/v1/sources/trial',
    thing: 'settings',
    onlyAsks: true,
    summary: 'Look into a folder without importing anything: the files it holds, and the key an SFTP server shows.',
    body: z.object({
      kind: z.enum(['folder', 'sftp']),
      settings: watchSettings,
      secret: secretShape.optional(),
      /** The source whose stored secret and key are meant. */
      sourceId: keyShape.optional(),
    }),
    answer: z.object({
      hostKey: z.string().nullable(),
      trouble: z.string().nullable(),
      files: z.array(
        z.object({
          name: z.string(),
          size: z.int(),
          modifiedAt: z.string(),
          /** `new` is read once it stays as it is; `taken` was; `ignored` has another name than asked for; `leadsOut` is a link. */
          verdict: z.enum(['new', 'taken', 'ignored', 'leadsOut']),
        }),
      ),
      fileCount: z.int(),
    }),
  }),
  changeSource: endpoint({
    method: 'PUT',
    url: '/api/v1/sources/:id',
    thing: 'settings',
    summary: 'Change a source: its name, what its files hold, how it is watched.',
    params: idParams,
    body: sourceInput.extend({
      /** The key the SFTP server shows next is taken for its own. */
      acceptsNewHostKey: z.boolean().default(false),
    }),
  }),
  removeSource: endpoint({
    method: 'DELETE',
    url: '/api/v1/sources/:id',
    thing: 'settings',
    summary: 'Remove a source of which nothing came.',
    params: idParams,
  }),
  lookNow: endpoint({
    method: 'POST',
    url: '/api/v1/sources/:id/look',
    thing: 'imports',
    summary: 'Look at a folder in the next minute, whatever its rhythm.',
    params: idParams,
  }),
  changeFreshness: endpoint({
    method: 'PUT',
    url: '/api/v1/freshness',
    thing: 'settings',
    summary: 'Say after how many working days a source is no longer fresh; null: never.',
    body: z.object({ days: freshnessDays }),
  }),
}
