import type { Importer } from './import-work.ts'
import { keepError } from './source-files.ts'

/** The work on a file broke off: whoever looks at it sees that and what to do. The error itself goes on its way. */
export async function keepStop(
  { transaction }: Importer,
  { file, during, error }: { readonly file: number; readonly during: 'application' | 'check'; readonly error: unknown },
): Promise<void> {
  try {
    const state = during === 'check' ? 'checking' : 'importing'
    await transaction((db) => keepError(db, file, state, { kind: 'stopped', during }))
  } catch (failure) {
    throw new AggregateError([error, failure], 'The work on a file broke off, and that could not be noted either.')
  }
}
