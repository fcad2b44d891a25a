import { payerProfiles, payerRuleBounds, profileReasons } from '@quittance/core/payers/payer-profile.ts'
import { z } from 'zod'
import { endpoint } from '../platform/http/endpoint.ts'
import { lineShape } from '../platform/http/entered-shapes.ts'
import { dateShape, idParams } from '../platform/http/shapes.ts'

/** How a customer pays, in one word. */
export const payerProfileShape = z.enum(payerProfiles)

const shownProfile = z
  .object({
    /** The one that holds: declared, else reckoned. */
    profile: payerProfileShape,
    reckoned: payerProfileShape,
    because: z.enum(profileReasons),
    /** Due lines paid within the window, and their median of days after the due date. */
    lines: z.int(),
    typicalDays: z.int().nullable(),
    /** What payments tell: « Paie en général 12 jours après l'échéance, sur 9 échéances réglées ces 6 derniers mois. » */
    sentence: z.string(),
    declared: z
      .object({
        profile: payerProfileShape,
        note: z.string(),
        on: dateShape,
        by: z.string().nullable(),
        sentence: z.string(),
      })
      .nullable(),
  })
  .meta({ id: 'ShownProfile' })

const within = ({ least, most }: { readonly least: number; readonly most: number }) => z.int().min(least).max(most)

/** All in days, months and counts; each band ends with its last day. */
const rulesShape = z
  .object({
    windowMonths: within(payerRuleBounds.windowMonths),
    linesNeeded: within(payerRuleBounds.linesNeeded),
    punctualDays: within(payerRuleBounds.punctualDays),
    forgetfulDays: within(payerRuleBounds.forgetfulDays),
    riskyDays: within(payerRuleBounds.riskyDays),
    brokenPromises: within(payerRuleBounds.brokenPromises),
  })
  .meta({ id: 'PayerRules' })

export const endpoints = {
  customerProfile: endpoint({
    method: 'GET',
    url: '/api/v1/customers/:id/profile',
    summary: 'How a customer pays: its profile, why that one, and who chose it where a person did.',
    params: idParams,
    answer: shownProfile,
  }),
  declareProfile: endpoint({
    method: 'PUT',
    url: '/api/v1/customers/:id/profile',
    summary: 'Choose the profile of a customer, with the reason; it holds in place of what payments tell.',
    params: idParams,
    body: z.object({ profile: payerProfileShape, note: lineShape(500) }),
    answer: shownProfile,
  }),
  withdrawProfile: endpoint({
    method: 'DELETE',
    url: '/api/v1/customers/:id/profile',
    summary: 'Back to the profile that payments tell.',
    params: idParams,
  }),
  payerRules: endpoint({
    method: 'GET',
    url: '/api/v1/payer-rules',
    summary: 'Where one payer profile ends and the next begins.',
    answer: rulesShape,
  }),
  changePayerRules: endpoint({
    method: 'PUT',
    url: '/api/v1/payer-rules',
    summary: 'Change where payer profiles begin and end; every customer is decided again.',
    thing: 'settings',
    body: rulesShape,
    answer: rulesShape,
  }),
}
