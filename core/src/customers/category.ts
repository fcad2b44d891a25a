/** What a customer is to the law: of a public body or a private individual other things may be asked than of a company. */
export const customerCategories = ['company', 'publicBody', 'individual'] as const
export type CustomerCategory = (typeof customerCategories)[number]
