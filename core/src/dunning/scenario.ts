/** What a step does. The order is the weight of the contact: an e-mail weighs less than a call, a call less than a letter. */
export const channels = ['email', 'call', 'letter', 'decision'] as const
export type Channel = (typeof channels)[number]

export const tones = ['courtesy', 'friendly', 'neutral', 'firm', 'formalNotice'] as const
export type Tone = (typeof tones)[number]

/** Who does a call, letter or decision step: the customer's sales rep (else its collector), a role, or one chosen person. */
export type Assignee = 'salesRep' | 'collector' | 'director' | { readonly person: number }

/** One rung of a scenario. `delayDays` counts from the due date of the open item; negative is before it. */
export interface Step {
  /** Stable name across versions of the scenario: what was taken is remembered under it. */
  readonly key: string
  readonly delayDays: number
  readonly channel: Channel
  readonly tone: Tone
  readonly assignee: Assignee
  readonly active: boolean
}

export interface Scenario {
  readonly id: number
  readonly version: number
  readonly name: string
  /** In increasing order of `delayDays`. */
  readonly steps: readonly Step[]
}

/** As it holds for a public body: what would be a formal notice is a firm reminder (code de la commande publique). */
export const withoutFormalNotice = (scenario: Scenario): Scenario => ({
  ...scenario,
  steps: scenario.steps.map((step) => (step.tone === 'formalNotice' ? { ...step, tone: 'firm' } : step)),
})
