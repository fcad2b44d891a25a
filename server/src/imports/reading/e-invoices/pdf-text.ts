import { cutText } from '@quittance/core/imports/cut-text.ts'
import { getDocumentProxy } from 'unpdf'

/** Characters of a page at most. */
const mostText = 20_000

/**
 * The text of the first page of a PDF that `isTextBearable` lets through; '' where it is a picture, or cannot be told. Never
 * throws: without a text only the name of the file says which invoice it is.
 */
export async function firstPageText(bytes: Uint8Array): Promise<string> {
  try {
    // The reader takes the bytes over.
    const pdf = await getDocumentProxy(new Uint8Array(bytes), {
      stopAtErrors: true,
      verbosity: 0,
    })
    try {
      const page = await pdf.getPage(1)
      const { items } = await page.getTextContent()
      const text = items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
      return cutText(text, mostText)
    } finally {
      await pdf.cleanup()
      await pdf.loadingTask.destroy()
    }
  } catch {
    return ''
  }
}
