/** What a task asks for; the messages that wait for approval are none, and stand in the list as one. */
export const taskKinds = [
  'call',
  'letter',
  'decision',
  'correctAddress',
  'allocateCredit',
  'resolveUncertain',
  'findPayment',
  'correctContact',
  'other',
] as const

export type TaskKind = (typeof taskKinds)[number]

/** Minutes each usually takes, for « environ 40 min ». */
export const usualMinutes: Readonly<Record<TaskKind | 'approveReminders', number>> = {
  call: 6,
  letter: 4,
  decision: 5,
  correctAddress: 3,
  allocateCredit: 3,
  resolveUncertain: 3,
  findPayment: 5,
  correctContact: 5,
  approveReminders: 3,
  other: 5,
}
