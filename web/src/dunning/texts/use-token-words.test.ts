import { expect, it } from 'vitest'
import { tokensOf } from './use-token-words.ts'

it('a variable comes into a text with the condition it needs', () => {
  expect(tokensOf('total.amountDue')).toBe('{{ total.amountDue }}')
  expect(tokensOf('caller.name')).toBe('{% if caller.name %}{{ caller.name }}{% endif %}')
  expect(tokensOf('invoices.attached')).toBe('{% if invoices.attached %}{% endif %}')
})
