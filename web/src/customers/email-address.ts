/** Whether a text can be an e-mail address: something, an @, a domain with a dot. The server has the last word. */
export const looksLikeAddress = (text: string): boolean => /^[^\s@]+@[^\s@.]+(\.[^\s@.]+)+$/.test(text.trim())
