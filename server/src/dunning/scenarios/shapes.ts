import { customerCategories } from '@quittance/core/customers/category.ts'
import { presets } from '@quittance/core/dunning/default-scenarios.ts'
import { channels, contactRoles, releases, senders, tones } from '@quittance/core/dunning/scenario.ts'
import { scenarioBounds } from '@quittance/core/dunning/validate-scenario.ts'
import { z } from 'zod'
import { payerProfileShape } from '../../payers/contract.ts'
import { lineShape, noteShape, optionalLine } from '../../platform/http/entered-shapes.ts'
import { dateShape, keyShape } from '../../platform/http/shapes.ts'

const roleShape = z.enum(contactRoles)
const copyShape = z.union([
  z.object({ role: roleShape }),
  z.object({ ours: z.enum(['salesRep', 'collector', 'director']) }),
  z.object({ address: z.string() }),
])
const enteredCopy = z.union([...copyShape.options.slice(0, 2), z.object({ address: lineShape(320) })])

const stepTextShape = z.object({ language: z.string(), subject: z.string(), body: z.string() })
const enteredText = z.object({
  language: z.string().regex(/^[a-z]{2}$/),
  subject: noteShape(300),
  body: noteShape(20_000).min(1),
})

const basics = z.object({
  key: z.string(),
  delayDays: z.int().min(-90).max(800),
  channel: z.enum(channels),
  tone: z.enum(tones),
  assignee: z.enum(['salesRep', 'collector', 'director', 'person']),
  assigneeId: keyShape.nullable(),
  isActive: z.boolean(),
})

const delivery = z.object({
  /** What it is called, and what a task asks for. */
  label: z.string().nullable(),
  sender: z.enum(senders).nullable(),
  /** Roles of contacts written to; null: those who receive reminders. */
  recipients: z.array(roleShape).max(contactRoles.length).nullable(),
  copies: z.array(copyShape).max(20),
  /** Minutes after midnight; null: the departure time of the organisation. */
  departureMinute: z.int().min(0).max(1439).nullable(),
  release: z.enum(releases),
  /** Hundredths of the unit of the currency of the message. */
  feeFixed: z.int().min(0).max(1_000_000).nullable(),
  /** Of what is asked for. */
  feeBasisPoints: z.int().min(0).max(10_000).nullable(),
  /** In place of the texts of its tone, one a language. */
  texts: z.array(stepTextShape).max(12),
})

/** A step as it is shown: all of it. */
const stepShape = basics.extend(delivery.shape).meta({ id: 'ScenarioStep' })

/** What is left out of a step is as it is for the organisation. */
export const enteredStepShape = basics
  .extend(delivery.partial().shape)
  .extend({
    label: optionalLine(200).optional(),
    copies: z.array(enteredCopy).max(20).optional(),
    texts: z.array(enteredText).max(12).optional(),
  })
  .meta({ id: 'EnteredStep' })
/** The steps of a scenario as a person sends them. */
export const enteredSteps = z.array(enteredStepShape).min(1).max(scenarioBounds.steps)

/** Amounts in hundredths of the unit of each currency; what is absent is as the organisation says. */
export const rulesShape = z
  .object({
    minimumDaysBetweenContacts: z.int().min(0).max(365),
    tolerance: z.int().min(0),
    approvalAbove: z.int().min(0),
    repeat: z.object({ everyDays: z.int(), atMost: z.int() }),
    /** Week-ends and public holidays too. */
    everyDay: z.boolean(),
  })
  .partial()
  .meta({ id: 'ScenarioRules' })

/** A scenario as it was saved once. */
export const versionShape = z
  .object({
    version: z.int(),
    name: z.string(),
    effectiveOn: dateShape.nullable(),
    rules: rulesShape,
    writtenAt: z.string(),
    by: z.string().nullable(),
    isReplaced: z.boolean(),
    steps: z.array(stepShape),
  })
  .meta({ id: 'ScenarioVersion' })

/** A scenario with the version in force. */
export const scenarioShape = z
  .object({
    id: keyShape,
    name: z.string(),
    preset: z.enum(presets).nullable(),
    version: z.int(),
    rules: rulesShape,
    /** Whose customers follow it when they have none of their own; each category has one scenario. */
    defaultFor: z.array(z.enum(customerCategories)),
    customers: z.int(),
    steps: z.array(stepShape.extend({ waiting: z.int() })),
  })
  .meta({ id: 'Scenario' })

/** One scenario, with the version that waits for its day, if one does. */
export const oneScenarioShape = scenarioShape.extend({ planned: versionShape.nullable() }).meta({ id: 'OneScenario' })

/** Which customers follow which scenario; null asks nothing. */
export const ruleShape = z
  .object({
    id: keyShape,
    scenario: keyShape,
    category: z.enum(customerCategories).nullable(),
    profile: payerProfileShape.nullable(),
    salesRep: keyShape.nullable(),
    collector: keyShape.nullable(),
    owesFrom: z.int().min(0).nullable(),
    owesBelow: z.int().min(1).nullable(),
  })
  .meta({ id: 'ScenarioRule' })

/** As it is sent; a rule that says nothing of the profile takes every profile. */
export const enteredRule = ruleShape
  .omit({ id: true })
  .extend({ profile: payerProfileShape.nullable().default(null) })
  .meta({ id: 'EnteredScenarioRule' })

/** What a scenario is called. */
export const nameShape = lineShape(200)
