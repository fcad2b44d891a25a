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
      return cutText(await textOf(page.streamTextContent()), mostText)
    } finally {
      await pdf.cleanup()
      await pdf.loadingTask.destroy()
    }
  } catch {
    return ''
  }
}

/** Some texts of a page, and marks between them. */
interface Piece {
  readonly items: readonly ({ readonly str: string; readonly hasEOL: boolean } | { readonly type: string })[]
}

/** As much of it as is wanted: a page may hold its own drawings again and again, without end. */
async function textOf(pieces: ReadableStream<Piece>): Promise<string> {
  let text = ''
  for await (const { items } of pieces) {
    for (const item of items) if ('str' in item) text += item.str + (item.hasEOL ? '\n' : '')
    if (text.length >= mostText) break
  }
  return text
}
