/** What a person may decide where a scenario asks for a decision. */
export const taskDecisions = ['continue', 'handOver', 'plan', 'writeOff', 'wait'] as const
export type TaskDecision = (typeof taskDecisions)[number]

/** Who takes a customer over. */
export const handoverReceivers = ['agency', 'bailiff', 'lawyer', 'other'] as const
export type HandoverReceiver = (typeof handoverReceivers)[number]

/** Why a due line is given up. */
export const writeOffReasons = [
  'insolvencyClosed',
  'noAssets',
  'untraceable',
  'tooCostly',
  'settlement',
  'limitation',
  'other',
] as const
export type WriteOffReason = (typeof writeOffReasons)[number]
