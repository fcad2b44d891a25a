import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { dateShape, idParams, keyShape, moneyShape } from '../../platform/http/shapes.ts'

/** A name under which a customer is known besides its own. */
export const aliasShape = z
  .object({
    /** The number it had as a customer: old links lead to the one kept. */
    id: keyShape,
    code: z.string(),
    name: z.string(),
    siren: z.string().nullable(),
    vatNumber: z.string().nullable(),
    mergedOn: dateShape,
  })
  .meta({ id: 'CustomerAlias' })

const countsShape = z.object({
  invoices: z.int(),
  payments: z.int(),
  promises: z.int(),
  disputes: z.int(),
  tasks: z.int(),
  messages: z.int(),
  exchanges: z.int(),
  contacts: z.int(),
})

const balanceShape = z.object({
  outstanding: moneyShape,
  late: moneyShape,
  /** Payments and credit notes not yet used. */
  inHand: moneyShape,
})

const sideShape = z.object({ id: keyShape, code: z.string(), name: z.string(), balances: z.array(balanceShape) })

const warningShape = z.enum([
  'differentSiren',
  'differentVatNumber',
  'differentCurrency',
  'differentCategory',
  'differentLanguage',
  'keptBelongsToOther',
  'otherBelongsToKept',
  'gentlerScenario',
  'pauseStays',
  'handOverStays',
  'insolvencyStays',
  'automaticMeansStay',
])

const fieldShape = z.enum([
  'code',
  'name',
  'category',
  'siren',
  'vatNumber',
  'language',
  'currency',
  'paymentTerms',
  'address',
  'phone',
  'salesRep',
  'collector',
  'parent',
  'scenario',
  'creditLimit',
  'customerSince',
])

const otherBody = z.object({ otherId: keyShape })

export const mergingEndpoints = {
  previewMerge: endpoint({
    method: 'POST',
    onlyAsks: true,
    url: '/api/v1/customers/:id/merge-preview',
    summary:
      'What would happen if another customer were merged into this one: what stays, what moves, what contradicts.',
    params: idParams,
    body: otherBody,
    answer: z
      .object({
        kept: sideShape,
        other: sideShape,
        /** What both owe together, to the cent. */
        together: z.array(balanceShape),
        /** What goes over. */
        moves: countsShape,
        /** Contacts of the other that the one kept has too, by e-mail. */
        sharedContacts: z.int(),
        warnings: z.array(warningShape),
        /** Only those in which the two differ. */
        fields: z.array(
          z.object({
            field: fieldShape,
            kept: z.string().nullable(),
            other: z.string().nullable(),
            becomes: z.string().nullable(),
          }),
        ),
      })
      .meta({ id: 'MergePreview' }),
  }),
  mergeCustomers: endpoint({
    method: 'POST',
    url: '/api/v1/customers/:id/merge',
    summary: 'Merge another customer into this one, with all its facts; done already, it is done.',
    params: idParams,
    body: otherBody,
    answer: z.object({ keptId: keyShape, mergedId: keyShape }),
  }),
  previewSeparation: endpoint({
    method: 'POST',
    onlyAsks: true,
    url: '/api/v1/merged-customers/:id/separation-preview',
    summary:
      'What would happen if a customer merged away were separated: what goes back, what stays, what stands in the way.',
    params: idParams,
    answer: z
      .object({
        kept: z.object({ id: keyShape, code: z.string(), name: z.string() }),
        other: z.object({ id: keyShape, code: z.string(), name: z.string(), mergedOn: dateShape }),
        /** What had come with it. */
        back: countsShape,
        /** Entered since, and only about what goes back. */
        since: countsShape,
        /** Entered since, and not. */
        stays: countsShape,
        standing: z.array(
          z.object({
            kind: z.enum(['payment', 'creditNote', 'promise', 'paymentPlan', 'dispute']),
            sentence: z.string(),
          }),
        ),
      })
      .meta({ id: 'SeparationPreview' }),
  }),
  separateCustomers: endpoint({
    method: 'POST',
    url: '/api/v1/merged-customers/:id/separation',
    summary: 'Separate a customer that was merged away, under its own number again.',
    params: idParams,
    answer: z.object({ keptId: keyShape, separatedId: keyShape }),
  }),
  doubles: endpoint({
    method: 'GET',
    url: '/api/v1/customer-doubles',
    summary: 'Customers that look like the same one: same SIREN, same VAT number or same name but for its spelling.',
    answer: z.object({
      pairs: z.array(
        z.object({
          by: z.enum(['siren', 'vatNumber', 'name']),
          customers: z.array(
            z.object({ id: keyShape, code: z.string(), name: z.string(), siren: z.string().nullable() }),
          ),
        }),
      ),
      count: z.int(),
    }),
  }),
  notDoubles: endpoint({
    method: 'PUT',
    url: '/api/v1/customers/:id/not-double-of/:otherId',
    summary: 'These two are not the same, though they look it: they are suggested no more.',
    params: idParams.extend({ otherId: idParams.shape.id }),
  }),
  doublesAfterAll: endpoint({
    method: 'DELETE',
    url: '/api/v1/customers/:id/not-double-of/:otherId',
    summary: 'These two may be the same after all.',
    params: idParams.extend({ otherId: idParams.shape.id }),
  }),
}
