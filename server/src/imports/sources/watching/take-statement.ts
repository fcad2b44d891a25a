import { problemSentence } from '@quittance/core/imports/file-messages.ts'
import type { Importer, ImportsContext } from '../../import-work.ts'
import { ReadingError } from '../../reading/reading-error.ts'
import type { SourceRow } from '../source-queries.ts'

/**
 * A bank statement that lies in a watched folder goes to the bank, at once: it brings each line once however often it comes,
 * and what its lines pay is for the bank to propose. Answers why it could not be read; null when it was.
 */
export async function takeStatement(
  work: Pick<ImportsContext, 'bringStatement'>,
  importer: Importer,
  file: { readonly path: string; readonly name: string },
): Promise<SourceRow['trouble']> {
  try {
    await work.bringStatement(importer, file)
    return null
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
    const said = (language: 'en' | 'fr'): string => problemSentence(error.problem, language)
    return {
      code: error.problem.code,
      sentence: { fr: `« ${file.name} » : ${said('fr')}`, en: `“${file.name}”: ${said('en')}` },
    }
  }
}
