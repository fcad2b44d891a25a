/** What the journal can say, as the server writes it with its dots made underscores; another act is shown as it is. */
export const journalActs = [
  'created',
  'changed',
  'removed',
  'founded',
  'imported',
  'missing',
  'stillOwed',
  'undone',
  'paused',
  'resumed',
  'attached',
  'entered',
  'allocated',
  'reversed',
  'rejected',
  'noted',
  'demo_started',
  'person_newPassword',
  'apiKey_revoked',
  'customer_declaredChased',
  'merged',
  'separated',
  'saidNotDouble',
  'saidMayBeDouble',
  'promise_noted',
  'promise_withdrawn',
  'promise_resumed',
  'paymentPlan_agreed',
  'paymentPlan_ended',
  'paymentPlan_resumed',
  'dispute_opened',
  'dispute_resolved',
  'task_added',
  'task_assigned',
  'task_snoozed',
  'task_notReached',
  'task_reopened',
  'task_done',
  'task_dropped',
  'reminder_approved',
  'reminder_approvalCancelled',
  'reminder_setAside',
  'reminder_takenBack',
  'reminder_edited',
  'reminder_askedByHand',
  'reminder_sent',
  'reminder_saidSent',
  'reminder_saidNotSent',
  'scenario_changed',
  'scenario_madeDefault',
  'messageTemplate_changed',
  'messageLanguage_added',
  'messageLanguage_removed',
  'letterBatch_printed',
  'letterBatch_handed',
  'letterBatch_undone',
  'letter_posted',
  'letter_postingRemoved',
  'letter_proofKept',
  'smsGateway_changed',
  'bankStatement_brought',
  'bankLine_matched',
  'bankLine_matchedByItself',
  'bankLine_undone',
  'bankLine_learnt',
  'bankRule_removed',
] as const
export type JournalAct = (typeof journalActs)[number]

export const journalThings = [
  'organization',
  'legal_entity',
  'smtp_settings',
  'person',
  'api_key',
  'customer',
  'contact',
  'exchange',
  'invoice',
  'open_item',
  'payment',
  'allocation',
  'source_file',
  'source',
  'bank_account',
  'bank_statement',
  'bank_line',
  'bank_rule',
] as const
export type JournalThing = (typeof journalThings)[number]

const among = <Word extends string>(words: readonly Word[], text: string): Word | undefined =>
  words.find((word) => word === text)

export const journalAct = (act: string): JournalAct | undefined => among(journalActs, act.replace('.', '_'))

export const journalThing = (thing: string): JournalThing | undefined =>
  among(
    journalThings,
    thing.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
  )

const names = ['name', 'number', 'title', 'sentence', 'file', 'reference', 'label'] as const

/** The name of what was touched, when the details carry one. */
export function nameIn(details: Readonly<Record<string, unknown>>): string | undefined {
  for (const name of names) {
    const value = details[name]
    if (typeof value === 'string' && value !== '') return value
  }
  return undefined
}

/** The program that did it by itself, with its key. */
export const programIn = ({ program }: Readonly<Record<string, unknown>>): string | undefined =>
  typeof program === 'string' ? program : undefined

export interface Change {
  readonly field: string
  readonly from: string
  readonly to: string
}

/** The fields whose old and new value the details carry, as texts; « — » for nothing. */
export function changesIn(details: Readonly<Record<string, unknown>>): Change[] {
  return Object.entries(details).flatMap(([field, change]) => {
    if (typeof change !== 'object' || change === null || !('from' in change) || !('to' in change)) return []
    return [{ field, from: asText(change.from), to: asText(change.to) }]
  })
}

const asText = (value: unknown): string =>
  value === null || value === undefined || value === '' || typeof value === 'object' ? '—' : String(value)
