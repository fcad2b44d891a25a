/** The languages a customer is written to in. */
export const languages = ['fr', 'en'] as const
export type Language = (typeof languages)[number]
