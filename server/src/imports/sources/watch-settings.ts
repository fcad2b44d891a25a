import { z } from 'zod'
import { lineShape, noteShape } from '../../platform/http/entered-shapes.ts'

/** How a folder is watched: kept with its source, and asked of whoever adds it. Minutes of the day of the organisation. */
export const watchSettings = z.object({
  folder: lineShape(1000),
  /** `*.csv; *.xlsx`; empty takes everything. */
  pattern: noteShape(200).default(''),
  everyMinutes: z.int().min(1).max(1440).default(15),
  /** Looked at within these minutes of the day only; null: always. */
  hours: z
    .object({ from: z.int().min(0).max(1439), to: z.int().min(1).max(1440) })
    .nullable()
    .default(null),
  /** Files with nothing alarming go in without waiting for a person. */
  importsByItself: z.boolean().default(false),
  /** Rows to fix up to which a file still goes in by itself. */
  mostToFix: z.int().min(0).max(100_000).default(0),
  /** What was taken is put into the folder `done` beside it. */
  movesToDone: z.boolean().default(false),
  server: z
    .object({
      host: lineShape(253),
      port: z.int().min(1).max(65535).default(22),
      user: lineShape(200),
    })
    .nullable()
    .default(null),
})

export type WatchSettings = z.infer<typeof watchSettings>

/** Password, or private key with its passphrase; never answered. */
export const secretShape = z.object({
  password: z.string().max(1000).optional(),
  privateKey: noteShape(20_000).optional(),
  passphrase: noteShape(1000).optional(),
})
