/** Bytes of a statement, or of one in an archive: ten thousand entries with all their details are 40 MB of CAMT. */
export const largestStatement = 50_000_000

/** Files of an archive, documents of a file. */
export const mostFiles = 500

/** Bytes all statements of an archive open to. */
export const mostUnpacked = 200_000_000
