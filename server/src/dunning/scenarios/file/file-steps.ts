import type { Copy, ScenarioRules } from '@quittance/core/dunning/scenario.ts'
import type { EnteredStep, StepRow } from '../step-rows.ts'
import type { ScenarioFile } from './file-shape.ts'

type FileStep = ScenarioFile['steps'][number]
type FileRules = NonNullable<ScenarioFile['rules']>

/** E-mail addresses of one's own people, by their number. */
export type People = ReadonlyMap<number, string>

const hundredths = (units: number): number => Math.round(units * 100)

/** A step of a file as it is entered; a name that is left out is made of its channel and day. Null: nobody has that address. */
export function stepOfFile(step: FileStep, people: People): EnteredStep | null {
  const { assignee = 'collector' } = step
  const isRole = assignee === 'salesRep' || assignee === 'collector' || assignee === 'director'
  const person = isRole ? null : personOf(assignee, people)
  if (!isRole && person === null) return null
  return {
    key: step.key ?? `${step.channel}-${step.day}`.replace('--', '-before-'),
    delayDays: step.day,
    channel: step.channel,
    tone: step.tone,
    assignee: isRole ? assignee : 'person',
    assigneeId: person,
    isActive: step.active ?? true,
    label: step.label,
    sender: step.sender,
    recipients: step.recipients,
    copies: step.copies?.map(copyOfFile),
    departureMinute: step.hour === undefined ? undefined : minutesOf(step.hour),
    release: step.release,
    feeFixed: step.fee?.fixed === undefined ? undefined : hundredths(step.fee.fixed),
    feeBasisPoints: step.fee?.percent === undefined ? undefined : hundredths(step.fee.percent),
    texts: step.texts?.map(({ subject = '', ...text }) => ({ ...text, subject })),
  }
}

const personOf = (address: string, people: People): number | null =>
  [...people].find(([, own]) => own.toLowerCase() === address.toLowerCase())?.[0] ?? null

function copyOfFile(text: string): Copy {
  if (text === 'salesRep' || text === 'collector' || text === 'director') return { ours: text }
  return text.startsWith('contact:')
    ? { role: text.slice('contact:'.length) as Extract<Copy, { role: unknown }>['role'] }
    : { address: text }
}

function minutesOf(hour: string): number {
  const [hours = 0, minutes = 0] = hour.split(':').map(Number)
  return hours * 60 + minutes
}

/** Amounts of a file are in units of the currency, ours in hundredths. */
export const rulesOfFile = ({
  daysBetweenContacts,
  tolerance,
  approvalAbove,
  repeat,
  everyDay,
}: FileRules): ScenarioRules => ({
  ...(daysBetweenContacts !== undefined && { minimumDaysBetweenContacts: daysBetweenContacts }),
  ...(tolerance !== undefined && { tolerance: hundredths(tolerance) }),
  ...(approvalAbove !== undefined && { approvalAbove: hundredths(approvalAbove) }),
  ...(repeat && { repeat }),
  ...(everyDay && { everyDay }),
})

/** The other way round: what is as the organisation says is left out. */
export function stepToFile(row: StepRow, people: People): FileStep {
  const { feeFixed, feeBasisPoints } = row
  const fee = {
    ...(feeFixed !== null && { fixed: feeFixed / 100 }),
    ...(feeBasisPoints !== null && { percent: feeBasisPoints / 100 }),
  }
  const assignee = row.assignee === 'person' ? people.get(row.assigneeId ?? 0) : row.assignee
  return {
    key: row.key,
    day: row.delayDays,
    channel: row.channel,
    tone: row.tone,
    ...(row.label !== null && { label: row.label }),
    ...(row.isActive ? {} : { active: false }),
    ...(assignee !== undefined && assignee !== 'collector' && { assignee }),
    ...(row.sender !== null && { sender: row.sender }),
    ...(row.recipients !== null && { recipients: row.recipients }),
    ...(row.copies.length > 0 && { copies: row.copies.map(copyToFile) }),
    ...(row.departureMinute !== null && { hour: hourOf(row.departureMinute) }),
    ...(row.release !== 'asOrganization' && { release: row.release }),
    ...(Object.keys(fee).length > 0 && { fee }),
    ...(row.texts.length > 0 && {
      texts: row.texts.map(({ language, subject, body }) => ({ language, ...(subject !== '' && { subject }), body })),
    }),
  }
}

function copyToFile(copy: Copy): string {
  if ('role' in copy) return `contact:${copy.role}`
  return 'ours' in copy ? copy.ours : copy.address
}

const hourOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** The other way round. */
export const rulesToFile = ({
  minimumDaysBetweenContacts,
  tolerance,
  approvalAbove,
  repeat,
  everyDay,
}: ScenarioRules): FileRules => ({
  ...(minimumDaysBetweenContacts !== undefined && { daysBetweenContacts: minimumDaysBetweenContacts }),
  ...(tolerance !== undefined && { tolerance: tolerance / 100 }),
  ...(approvalAbove !== undefined && { approvalAbove: approvalAbove / 100 }),
  ...(repeat && { repeat: { everyDays: repeat.everyDays, atMost: repeat.atMost } }),
  ...(everyDay && { everyDay }),
})
