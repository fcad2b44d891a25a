export type DocumentType = 'application/pdf' | 'image/png' | 'image/jpeg'

/** Larger documents are refused. */
export const largestDocument = 5 * 1024 * 1024

/** How many documents one dispute may have. */
export const mostDocuments = 20

/** What a document is by its first bytes, whatever its name says; null for anything else than a PDF, a PNG or a JPEG. */
export function documentType(bytes: Uint8Array): DocumentType | null {
  const found = signatures.find(({ starts }) => starts.every((byte, index) => bytes[index] === byte))
  return found?.type ?? null
}

const signatures: readonly { readonly type: DocumentType; readonly starts: readonly number[] }[] = [
  { type: 'application/pdf', starts: [0x25, 0x50, 0x44, 0x46, 0x2d] },
  { type: 'image/png', starts: [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a] },
  { type: 'image/jpeg', starts: [0xff, 0xd8, 0xff] },
]
