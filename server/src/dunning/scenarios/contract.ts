import { customerCategories } from '@quittance/core/customers/category.ts'
import { presets } from '@quittance/core/dunning/default-scenarios.ts'
import { z } from 'zod'
import { endpoint } from '../../platform/http/endpoint.ts'
import { enteredDay, noteShape } from '../../platform/http/entered-shapes.ts'
import { idParams, keyShape } from '../../platform/http/shapes.ts'
import {
  enteredRule,
  enteredSteps,
  nameShape,
  oneScenarioShape,
  ruleShape,
  rulesShape,
  scenarioShape,
  versionShape,
} from './shapes.ts'
import { simulationEndpoints } from './simulation-contract.ts'

const followedShape = z
  .object({
    scenario: z.object({ id: keyShape, name: z.string() }),
    from: z.enum(['invoice', 'customer', 'rule', 'organization']),
    /** « Choisi pour ce client. » */
    sentence: z.string(),
  })
  .meta({ id: 'FollowedScenario' })

/** Scenarios: what they say, since when, for whom, and what they would do. */
export const scenarioEndpoints = {
  scenarios: endpoint({
    method: 'GET',
    url: '/api/v1/scenarios',
    summary: 'The scenarios.',
    answer: z.array(scenarioShape),
  }),
  scenario: endpoint({
    method: 'GET',
    url: '/api/v1/scenarios/:id',
    summary: 'One scenario with its steps.',
    params: idParams,
    answer: oneScenarioShape,
  }),
  changeScenario: endpoint({
    method: 'PUT',
    url: '/api/v1/scenarios/:id',
    thing: 'scenarios',
    summary: 'Save the steps as a new version, from a day on; invoices under way keep their place.',
    params: idParams,
    body: z.object({
      name: nameShape,
      steps: enteredSteps,
      rules: rulesShape.optional(),
      /** Today, when left out; not in the past. */
      effectiveOn: enteredDay.optional(),
      /** The latest version its author saw, in force or waiting; when there is a later one, nothing is saved (409). */
      seenVersion: z.int().optional(),
    }),
    answer: oneScenarioShape,
  }),
  addScenario: endpoint({
    method: 'POST',
    url: '/api/v1/scenarios',
    thing: 'scenarios',
    summary: 'Add a scenario, from the steps given or as a copy of a scenario of the house; nobody follows it yet.',
    body: z.object({
      name: nameShape,
      preset: z.enum(presets).optional(),
      steps: enteredSteps.optional(),
      rules: rulesShape.optional(),
    }),
    answer: oneScenarioShape,
  }),
  scenarioVersions: endpoint({
    method: 'GET',
    url: '/api/v1/scenarios/:id/versions',
    summary: 'Every version of a scenario, latest first: from which day, by whom, with which steps.',
    params: idParams,
    answer: z.array(versionShape.extend({ isInForce: z.boolean() })),
  }),
  dropPlannedVersion: endpoint({
    method: 'DELETE',
    url: '/api/v1/scenarios/:id/planned-version',
    thing: 'scenarios',
    summary: 'The version that waits for its day never takes effect.',
    params: idParams,
  }),
  scenarioFile: endpoint({
    method: 'GET',
    url: '/api/v1/scenarios/:id/file.yaml',
    summary: 'The scenario in force as a readable file (YAML); its schema is served at /api/v1/scenario-schema.json.',
    params: idParams,
  }),
  scenarioSchema: endpoint({
    method: 'GET',
    url: '/api/v1/scenario-schema.json',
    summary: 'The JSON Schema (2020-12) of a scenario file.',
  }),
  importScenario: endpoint({
    method: 'POST',
    url: '/api/v1/scenarios/import',
    thing: 'scenarios',
    summary:
      'Bring in a scenario file (YAML): its test cases run first, and anything wrong refuses it whole, with its line.',
    body: z.object({ text: noteShape(300_000).min(1), dryRun: z.boolean().default(false) }),
    answer: z.object({
      id: keyShape.nullable(),
      name: z.string(),
      version: z.int().nullable(),
      outcome: z.enum(['added', 'changed', 'unchanged']),
      steps: z.int(),
      cases: z.int(),
    }),
  }),
  scenarioRules: endpoint({
    method: 'GET',
    url: '/api/v1/scenario-rules',
    summary: 'Which customers follow which scenario, in the order it is tried.',
    answer: z.array(ruleShape),
  }),
  changeScenarioRules: endpoint({
    method: 'PUT',
    url: '/api/v1/scenario-rules',
    thing: 'scenarios',
    summary: 'Replace the rules, in order; the first that fits a customer gives its scenario.',
    body: z.object({
      rules: z.array(enteredRule).max(50),
      /** The rules their author saw, by number and in order; when others stand there, nothing is saved (409). */
      seen: z.array(keyShape).max(50).optional(),
    }),
    answer: z.array(ruleShape),
  }),
  tryScenarioRules: endpoint({
    method: 'POST',
    onlyAsks: true,
    url: '/api/v1/scenario-rules/trial',
    summary:
      'How many customers each of these rules would take, and which scenario one customer would follow; nothing is kept.',
    body: z.object({ rules: z.array(enteredRule).max(50), customerId: keyShape.optional() }),
    answer: z.object({
      /** In the order of the rules. */
      rules: z.array(z.int()),
      /** Customers whose scenario a person chose. */
      chosen: z.int(),
      defaults: z.object({ company: z.int(), publicBody: z.int(), individual: z.int() }),
      /** Null when no customer was asked about. */
      followed: followedShape.nullable(),
    }),
  }),
  scenarioOfCustomer: endpoint({
    method: 'GET',
    url: '/api/v1/customers/:id/scenario',
    summary: 'Which scenario a customer follows, and where it comes from.',
    params: idParams,
    answer: followedShape,
  }),
  chooseCustomerScenario: endpoint({
    method: 'PUT',
    url: '/api/v1/customers/:id/scenario',
    summary: 'Choose the scenario of a customer; null: as the rules and the organisation say.',
    params: idParams,
    body: z.object({ scenarioId: keyShape.nullable() }),
    answer: followedShape,
  }),
  scenarioOfInvoice: endpoint({
    method: 'GET',
    url: '/api/v1/invoices/:id/scenario',
    summary: 'Which scenario an invoice follows, and where it comes from.',
    params: idParams,
    answer: followedShape,
  }),
  chooseInvoiceScenario: endpoint({
    method: 'PUT',
    url: '/api/v1/invoices/:id/scenario',
    summary: 'Choose the scenario of one invoice; null: the one its customer follows.',
    params: idParams,
    body: z.object({ scenarioId: keyShape.nullable() }),
    answer: followedShape,
  }),
  chooseDefaultScenario: endpoint({
    method: 'PUT',
    url: '/api/v1/scenarios/:id/default',
    thing: 'scenarios',
    summary: 'This scenario holds for the customers of a category that have none of their own.',
    params: idParams,
    body: z.object({ category: z.enum(customerCategories) }),
  }),
  ...simulationEndpoints,
}
