/** Whether it is worth sending to the server, which knows the rule: something, an at sign, a domain with a dot. */
export const isEmailLike = (text: string): boolean => /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text.trim())
