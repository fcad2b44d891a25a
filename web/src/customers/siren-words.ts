/** « 552 100 554 »: in threes, kept on one line. */
export const sirenInWords = (siren: string): string => siren.replace(/^(\d{3})(\d{3})(\d{3})$/, '$1\u00a0$2\u00a0$3')
