import type { CustomerCategory } from '../customers/category.ts'

/**
 * What a step does. The order is the weight of a contact with the customer: an SMS weighs less than an e-mail, an e-mail
 * less than a call, a call less than a letter. A task and a decision are between ourselves and weigh nothing to them.
 */
export const channels = ['sms', 'email', 'call', 'letter', 'registeredLetter', 'task', 'decision'] as const
export type Channel = (typeof channels)[number]

/** From the mildest to the firmest. */
export const tones = ['courtesy', 'friendly', 'neutral', 'firm', 'formalNotice'] as const
export type Tone = (typeof tones)[number]

/** Who does a call, letter, task or decision step: the customer's sales rep (else its collector), a role, or one chosen person. */
export type Assignee = 'salesRep' | 'collector' | 'director' | { readonly person: number }

/** In whose name a message leaves; without a sales rep the collector signs. */
export const senders = ['collector', 'salesRep'] as const
export type Sender = (typeof senders)[number]

/** What a contact does at the customer. */
export const contactRoles = ['accountsPayable', 'invoices', 'escalation', 'other'] as const
export type ContactRole = (typeof contactRoles)[number]

/** Who gets a copy: contacts of a role, one of ours, or an address. */
export type Copy =
  | { readonly role: ContactRole }
  | { readonly ours: 'salesRep' | 'collector' | 'director' }
  | { readonly address: string }

/** `asOrganization`: by itself or once approved, as the settings of the organisation say. */
export const releases = ['asOrganization', 'automatic', 'toApprove'] as const
export type Release = (typeof releases)[number]

/**
 * What a step adds to what is claimed. `fixed` is in hundredths of the unit of the currency of the message (1500: 15,00 €,
 * ¥15); `basisPoints` of what is asked for in each currency (250: 2.5 %). Never claimed from consumers or public bodies.
 */
export interface StepFee {
  readonly fixed?: number
  readonly basisPoints?: number
}

/** One rung of a scenario. `delayDays` counts from the due date of the open item; negative is before it. */
export interface Step {
  /** Stable name across versions of the scenario: what was taken is remembered under it. */
  readonly key: string
  readonly delayDays: number
  readonly channel: Channel
  readonly tone: Tone
  readonly assignee: Assignee
  readonly active: boolean
  /** What the step is called, and what a task step asks for; absent: named by its channel. */
  readonly label?: string
  /** Absent: the collector. */
  readonly sender?: Sender
  /** The contacts written to, by role; absent: those who receive reminders. */
  readonly recipients?: readonly ContactRole[]
  readonly copies?: readonly Copy[]
  /** Minutes after midnight; absent: the departure time of the organisation. */
  readonly departureMinute?: number
  /** Absent: as the organisation says. */
  readonly release?: Release
  readonly fee?: StepFee
  /** The step it says again at the end of the schedule; only on steps that `withRepeats` made. */
  readonly repeatOf?: string
}

/** The last step again, every so many days, so many times at most. */
export interface Repeat {
  readonly everyDays: number
  readonly atMost: number
}

/** What a scenario says otherwise than the organisation; absent: as the organisation says. */
export interface ScenarioRules {
  readonly minimumDaysBetweenContacts?: number | undefined
  /** Hundredths of the unit of each currency; an item with less left is not chased. */
  readonly tolerance?: number | undefined
  /** Hundredths of the unit of each currency; above it a person approves each message. */
  readonly approvalAbove?: number | undefined
  readonly repeat?: Repeat | undefined
  /** Steps fall due and messages leave on Saturdays, Sundays and public holidays too. */
  readonly everyDay?: boolean | undefined
}

export interface Scenario {
  readonly id: number
  readonly version: number
  readonly name: string
  /** In increasing order of `delayDays`. */
  readonly steps: readonly Step[]
  readonly rules?: ScenarioRules
}

/** Between ourselves: the customer hears nothing of it, so it is no contact and keeps no spacing. */
export const isInternal = (channel: Channel): boolean => channel === 'task' || channel === 'decision'

/** Is it written and sent, rather than done by a person? */
export const isMessage = (channel: Channel): boolean => channel === 'email' || channel === 'sms'

/** The step that is said again at the end: the last active one after the due date; null when there is none. */
export const repeatedStep = (steps: readonly Step[]): Step | null =>
  steps.findLast((step) => step.active && step.delayDays >= 0 && step.repeatOf === undefined) ?? null

/** As the decision reads it: the repeats stand at the end as steps of their own, each with its key and day. */
export function withRepeats(scenario: Scenario): Scenario {
  const { repeat } = scenario.rules ?? {}
  const last = repeat && repeatedStep(scenario.steps)
  if (!last) return scenario
  const again = Array.from(
    { length: repeat.atMost },
    (_, index): Step => ({
      ...last,
      key: `${last.key}~${index + 1}`,
      delayDays: last.delayDays + repeat.everyDays * (index + 1),
      repeatOf: last.key,
    }),
  )
  return { ...scenario, steps: [...scenario.steps, ...again] }
}

/** As it holds for a public body: what would be a formal notice is a firm reminder (code de la commande publique). */
const withoutFormalNotice = (scenario: Scenario): Scenario => ({
  ...scenario,
  steps: scenario.steps.map((step) => (step.tone === 'formalNotice' ? firmly(step) : step)),
})

const firmly = (step: Step): Step => ({
  ...step,
  tone: 'firm',
  channel: step.channel === 'registeredLetter' ? 'letter' : step.channel,
})

/**
 * As it holds for a category of customers. No fee is asked of a consumer (CPCE L111-8: recovery costs without an
 * enforceable title stay with the creditor, whatever was agreed) nor of a public body (CCP L2192-13: interest and the
 * fixed indemnity, more on proof only), and no formal notice of a public body.
 */
export function scenarioFor(scenario: Scenario, category: CustomerCategory): Scenario {
  if (category === 'company') return scenario
  const free = scenario.steps.some((step) => step.fee !== undefined)
    ? { ...scenario, steps: scenario.steps.map(({ fee: _, ...step }): Step => step) }
    : scenario
  return category === 'publicBody' ? withoutFormalNotice(free) : free
}
