/** The server refuses anything shorter. */
export const shortestPassword = 10

/** How many characters are still missing, counted as the server counts them; 0 when it is long enough. */
export const missingCharacters = (password: string): number => Math.max(0, shortestPassword - password.length)
