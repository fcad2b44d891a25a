import { rememberMapping } from '@quittance/core/imports/detect-columns.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import { AppError, found } from '../../platform/http/app-error.ts'
import { refuseWhileAnother, waitForTurn } from '../one-at-a-time.ts'
import type { SourceFileRow } from '../source-file-row.ts'
import { keepMapping, lockSourceFile, startApplication } from '../source-files.ts'
import { giveSource, type Holds } from '../sources/give-source.ts'
import { rowsLeft } from '../staging/summary.ts'

export interface ImportWishes {
  readonly rememberMapping: boolean
  /** Key of a step of the default scenario. */
  readonly chasedUpTo: string | null
  /** What files of this source hold, from this one on; absent: as it was. */
  readonly holds?: Holds | undefined
}

/** Lets the ready rows of a checked file in, or goes on with an import that broke off; the work itself comes after. */
export async function startImport(db: Db, id: number, wishes: ImportWishes): Promise<void> {
  await waitForTurn(db)
  const file = found(await lockSourceFile(db, id))
  // The button pressed twice: the work is on its way, starting it again is harmless.
  if (file.state === 'importing') return
  const isCut = file.state === 'failed' && file.error?.kind === 'stopped' && file.error.during === 'application'
  if (file.state !== 'checked' && !isCut) throw notReady(file)
  if (wishes.chasedUpTo !== null && !(await isStep(db, wishes.chasedUpTo))) throw unknownStep(wishes.chasedUpTo)
  if (wishes.rememberMapping) await remember(db, file)
  await refuseWhileAnother(db)
  // A list of customers makes no invoices fresh.
  if (file.format?.list !== 'customers') await giveSource(db, file, wishes.holds)
  const { held } = await rowsLeft(db, id)
  await startApplication(db, id, {
    chasedUpTo: isCut ? file.chasedUpTo : wishes.chasedUpTo,
    rowsOut: (file.rowsTotal ?? held) - held - (file.ledger?.payments ?? 0),
  })
}

/** Of tables whose columns a person may name; the others have none to remember. */
async function remember(db: Db, { columns, mapping, signature, choices, format }: SourceFileRow): Promise<void> {
  if (!columns || !mapping || !signature || !['csv', 'xlsx'].includes(format?.kind ?? '')) return
  const { decimal, dateOrder } = choices
  await keepMapping(db, signature, {
    columns: rememberMapping(
      columns.map(({ header }) => header),
      mapping,
    ),
    format: { ...(decimal && { decimal }), ...(dateOrder && { dateOrder }) },
  })
}

const isStep = async (db: Db, key: string): Promise<boolean> => {
  const { known } = await db.one<{ known: boolean }>(sql`
    select exists (
      select from default_scenario d
      join scenario s on s.organization_id = d.organization_id and s.id = d.scenario_id
      join scenario_step t on t.organization_id = s.organization_id and t.scenario_id = s.id and t.version = s.version
      where d.organization_id = current_organization() and t.key = ${key}) as known`)
  return known
}

const notReady = ({ state }: SourceFileRow): AppError =>
  state === 'checking'
    ? new AppError('stillChecking', 409, {
        fr: 'La vérification n’est pas finie. Attendez qu’elle le soit, puis importez.',
        en: 'The check is not over. Wait for its end, then import.',
      })
    : new AppError('notReady', 409, {
        fr: 'Ce fichier n’a rien de prêt à importer : corrigez-le, ou déposez-en un autre.',
        en: 'This file has nothing ready to import: correct it, or drop another one.',
      })

const unknownStep = (key: string): AppError =>
  new AppError('unknownStep', 422, {
    fr: `Le scénario par défaut n’a pas d’étape « ${key} ». Choisissez une de ses étapes.`,
    en: `The default scenario has no step “${key}”. Choose one of its steps.`,
  })
