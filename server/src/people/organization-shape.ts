import { z } from 'zod'
import { keyShape, languageShape } from '../platform/http/shapes.ts'

/** Minutes after midnight. */
const minuteShape = z.int().min(0).max(1439)

/** The organisation with the rules that hold for all its customers. */
export const organizationShape = z
  .object({
    id: keyShape,
    name: z.string(),
    isDemo: z.boolean(),
    language: languageShape,
    timeZone: z.string(),
    baseCurrency: z.string().regex(/^[A-Z]{3}$/),
    automaticSending: z.boolean(),
    sendingFrozen: z.boolean(),
    sendingFromMinute: minuteShape,
    sendingToMinute: minuteShape,
    departureMinute: minuteShape,
    /** Minutes between an approval and the earliest departure, in which it can be taken back. */
    recallMinutes: z.int().min(0).max(120),
    /** When whoever is in charge is told what leaves, who that is, and at what time. */
    forewarning: z.enum(['off', 'dayBefore', 'morning']),
    forewarned: z.enum(['collector', 'salesRep', 'both']),
    forewarningMinute: minuteShape,
    minimumDaysBetweenContacts: z.int().min(0).max(60),
    toleranceAmount: z.int().min(0),
    /** Working days after a promised day, and after a date of a payment plan, on which a payment still keeps it. */
    promiseGraceDays: z.int().min(0).max(30),
    /** Tries of a call before the scenario goes on, and working days between two. */
    callTries: z.int().min(1).max(10),
    callAgainDays: z.int().min(1).max(20),
    /** Working days during which a payment the customer announced keeps reminders back. */
    paymentSearchDays: z.int().min(1).max(20),
    instalmentGraceDays: z.int().min(0).max(30),
    differenceAmount: z.int().min(0),
    alsaceMoselle: z.boolean(),
    messagesPerHour: z.int().min(1).max(1_000_000),
  })
  .meta({ id: 'Organization' })
