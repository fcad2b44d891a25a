import type { WorkShare } from '../applying/work-share.ts'
import type { Importer } from '../import-work.ts'
import type { SourceFileRow } from '../source-file-row.ts'
import { attachFiles } from './attach-files.ts'
import { keepFingerprints } from './fingerprints.ts'
import { replaceInvoices } from './replace-invoices.ts'

/**
 * What hangs on all invoices of a source: corrected ones take the place of others, PDFs go to theirs. False: the import was
 * undone meanwhile.
 */
export async function completeEInvoices(
  importer: Importer,
  file: SourceFileRow,
  share: Pick<WorkShare, 'ofFiles'>,
): Promise<boolean> {
  if (file.format?.kind !== 'eInvoices') return true
  await importer.transaction((db) => replaceInvoices(db, file.id))
  await importer.transaction((db) => keepFingerprints(db, file.id, file.legalEntityId))
  return attachFiles(importer, file, share)
}
