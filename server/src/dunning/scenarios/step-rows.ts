import type {
  Assignee,
  Channel,
  ContactRole,
  Copy,
  Release,
  Sender,
  Step,
  StepFee,
  Tone,
} from '@quittance/core/dunning/scenario.ts'

/** A step as it is kept and as it travels; null where the step says nothing of its own. */
export interface StepRow extends StepBasics, StepDelivery {}

interface StepBasics {
  readonly key: string
  readonly delayDays: number
  readonly channel: Channel
  readonly tone: Tone
  readonly assignee: 'salesRep' | 'collector' | 'director' | 'person'
  readonly assigneeId: number | null
  readonly isActive: boolean
}

/** What a step says in place of the text of its tone, in one language; an SMS has no subject. */
export interface StepText {
  readonly language: string
  readonly subject: string
  readonly body: string
}

interface StepDelivery {
  readonly label: string | null
  readonly sender: Sender | null
  readonly recipients: ContactRole[] | null
  readonly copies: Copy[]
  readonly departureMinute: number | null
  readonly release: Release
  readonly feeFixed: number | null
  readonly feeBasisPoints: number | null
  readonly texts: StepText[]
}

/** As a person sends it: what is left out is as it always was. */
export type EnteredStep = StepBasics & { readonly [Key in keyof StepDelivery]?: StepDelivery[Key] | undefined }

const asItWas: StepDelivery = {
  label: null,
  sender: null,
  recipients: null,
  copies: [],
  departureMinute: null,
  release: 'asOrganization',
  feeFixed: null,
  feeBasisPoints: null,
  texts: [],
}

/** What is left out is as it is for the organisation. */
export const completeStep = (entered: EnteredStep): StepRow => ({
  ...entered,
  label: entered.label?.trim() || asItWas.label,
  sender: entered.sender ?? asItWas.sender,
  recipients: entered.recipients?.length ? entered.recipients : asItWas.recipients,
  copies: entered.copies ?? asItWas.copies,
  departureMinute: entered.departureMinute ?? asItWas.departureMinute,
  release: entered.release ?? asItWas.release,
  feeFixed: entered.feeFixed || asItWas.feeFixed,
  feeBasisPoints: entered.feeBasisPoints || asItWas.feeBasisPoints,
  texts: entered.texts ?? asItWas.texts,
})

/** A row as the decision wants it. */
export function stepFrom(entered: EnteredStep): Step {
  const row = completeStep(entered)
  const assignee: Assignee =
    row.assignee === 'person' && row.assigneeId !== null
      ? { person: row.assigneeId }
      : (row.assignee as Exclude<Assignee, object>)
  const fee: StepFee = {
    ...(row.feeFixed !== null && { fixed: row.feeFixed }),
    ...(row.feeBasisPoints !== null && { basisPoints: row.feeBasisPoints }),
  }
  return {
    key: row.key,
    delayDays: row.delayDays,
    channel: row.channel,
    tone: row.tone,
    assignee,
    active: row.isActive,
    ...(row.label !== null && { label: row.label }),
    ...(row.sender !== null && { sender: row.sender }),
    ...(row.recipients !== null && { recipients: row.recipients }),
    ...(row.copies.length > 0 && { copies: row.copies }),
    ...(row.departureMinute !== null && { departureMinute: row.departureMinute }),
    ...(row.release !== 'asOrganization' && { release: row.release }),
    ...(Object.keys(fee).length > 0 && { fee }),
  }
}

/** A step as its row keeps it. */
export const rowOf = (step: Step): StepRow => ({
  key: step.key,
  delayDays: step.delayDays,
  channel: step.channel,
  tone: step.tone,
  assignee: typeof step.assignee === 'object' ? 'person' : step.assignee,
  assigneeId: typeof step.assignee === 'object' ? step.assignee.person : null,
  isActive: step.active,
  label: step.label ?? null,
  sender: step.sender ?? null,
  recipients: step.recipients ? [...step.recipients] : null,
  copies: [...(step.copies ?? [])],
  departureMinute: step.departureMinute ?? null,
  release: step.release ?? 'asOrganization',
  feeFixed: step.fee?.fixed ?? null,
  feeBasisPoints: step.fee?.basisPoints ?? null,
  texts: [],
})
