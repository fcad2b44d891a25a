import type { Refusal } from '@quittance/core/imports/refusals.ts'
import type { Found } from './directory.ts'

/** Nobody has exactly this name, or several have: a person links it or says that it is new. */
export function unknownCustomer(
  name: string,
  { near, several }: Extract<Found, { readonly kind: 'unknown' }>,
): Pick<Refusal, 'code' | 'field' | 'fix' | 'other' | 'value'> {
  const [nearest = { name: '', code: '' }] = near
  const field = several ? 'customerCode' : 'customerName'
  return {
    code: 'unknownCustomer',
    field,
    value: name,
    other: several
      ? near
          .slice(0, 3)
          .map((one) => `${one.name} (${one.code})`)
          .join(', ')
      : nearest.name,
    fix: { field, value: several ? nearest.code : nearest.name },
  }
}
