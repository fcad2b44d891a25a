/** Letters ready for the post: the sheets in order, and one line of the list for each letter. */
export interface PostalBatch {
  /** Names the batch for ever: the service that has seen it takes nothing a second time. */
  readonly key: string
  /** PDF/A-3b, A4, the address where a DL envelope has its window. */
  readonly pdf: Buffer
  /** CSV, UTF-8 with its mark, semicolons: letter, reference, registered, first page, pages, six lines, country. */
  readonly addresses: Buffer
  readonly letters: number
  readonly pages: number
}

/**
 * Whoever prints, folds and posts letters for us. To add one: write its file beside `folder-service.ts`, name it in
 * `servicesOf` (`letters/routes.ts`). `deposit` must be safe to call again with the same key, for the answer may have been lost;
 * what it throws is shown to the person who asked, and the batch stays to be handed over.
 */
export interface PostalService {
  readonly name: string
  /** Answers where the batch lies, in words a person can follow (a path, a number of the service). */
  deposit(batch: PostalBatch): Promise<{ readonly place: string }>
}
