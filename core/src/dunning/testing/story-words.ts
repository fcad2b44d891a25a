import { asDate } from '../../calendar/calendar-date.ts'
import { assert } from '../../money/assert.ts'
import { decimalText } from '../../money/format-money.ts'
import { asCurrency, type Money, money } from '../../money/money.ts'
import type { PlanFacts } from '../../promises/plan-standing.ts'
import { type CheckFirst, type Decision, sentAs, type Take } from '../decision.ts'
import type { Recheck } from '../recheck.ts'
import { type Channel, channels, isMessage, type Step, type StepFee, type Tone, tones } from '../scenario.ts'
import type { Situation } from '../situation.ts'

/** « 1200.00 », or « 300.00 USD » where it is not in euros. */
export function readAmount(text: string): Money {
  const found = /^(\d+)\.(\d{2})(?: ([A-Z]{3}))?$/.exec(text.trim())
  assert(found !== null, `"${text}" is not an amount like 1200.00 or 300.00 USD`)
  return money(Number(`${found[1]}${found[2]}`), asCurrency(found[3] ?? 'EUR'))
}

/** « 400.00 on 2026-04-07, 400.00 on 2026-05-07 » */
export function readPlan(text: string): PlanFacts {
  const instalments = text.split(/,\s*/).map((one) => {
    const found = /^(.+) on (\d{4}-\d{2}-\d{2})$/.exec(one)
    assert(found !== null, `"${one}" is not an instalment like 400.00 on 2026-04-07`)
    return { amount: readAmount(found[1] ?? '').amount, dueOn: asDate(found[2] ?? '') }
  })
  return { instalments, paid: 0, contested: 0, graceDays: 2 }
}

const amountText = (m: Money): string => `${decimalText(m)}${m.currency === 'EUR' ? '' : ` ${m.currency}`}`
const amountsText = (sums: readonly Money[]): string => sums.map(amountText).join(' + ')

/** « D+3 email friendly, D+20 call, D-5 email off »; the tone may be left out, « to approve » or « fee 15.00 » follow. */
export const readSteps = (text: string): Step[] => text.split(/,\s*/).map(readStep)

function readStep(text: string): Step {
  const [plain = '', fee] = text.replace(/ to approve$/, '').split(' fee ')
  const found = /^D([+-]\d+) (\w+)(?: (\w+))?( off)?$/.exec(plain)
  const channel = channels.find((one) => one === found?.[2])
  assert(found !== null && channel !== undefined, `"${text}" is not a step like D+3 email friendly`)
  const delayDays = Number(found[1])
  const isOff = found[4] !== undefined || found[3] === 'off'
  const tone = tones.find((one) => one === found[3]) ?? usualTone(channel, delayDays)
  return {
    ...{ key: `${channel}${delayDays}`, delayDays, channel, tone, assignee: 'collector', active: !isOff },
    ...(text.endsWith(' to approve') && { release: 'toApprove' }),
    ...(fee !== undefined && { fee: readFee(fee) }),
  }
}

/** « 15.00 », « 2.50% », or both: « 15.00 + 2.50% » */
function readFee(text: string): StepFee {
  const parts = text
    .split(' + ')
    .map((part) => ({ share: part.endsWith('%'), amount: readAmount(part.replace('%', '')).amount }))
  const fixed = parts.find(({ share }) => !share)?.amount
  const basisPoints = parts.find(({ share }) => share)?.amount
  return { ...(fixed !== undefined && { fixed }), ...(basisPoints !== undefined && { basisPoints }) }
}

function usualTone(channel: Channel, delayDays: number): Tone {
  if (delayDays < 0) return 'courtesy'
  return isMessage(channel) ? 'friendly' : channel === 'call' ? 'firm' : 'formalNotice'
}

export const stepText = (step: Step): string => `D${step.delayDays < 0 ? '' : '+'}${step.delayDays}`

/** « tooSoon » as one reads it: « too soon ». */
const words = (code: string): string => code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`)

/**
 * Does the decision say all that the line expects? `take: D+7 email 1200.00; lists F-101 900.00, F-102 300.00`: the
 * first part is what is done, then as many details as the story cares for.
 */
export function matches(expected: string, decision: Decision, situation: Situation): boolean {
  const [main = '', ...details] = expected.split(/;\s*/)
  const known = detailsOf(decision, situation)
  return mainsOf(decision).includes(main) && details.every((detail) => known.includes(detail))
}

/** Everything a line may expect of this decision, to be read when it expected something else. */
export const tell = (decision: Decision, situation: Situation): string =>
  [mainsOf(decision)[0], ...detailsOf(decision, situation)].join('; ')

function mainsOf(decision: Decision): string[] {
  if (decision.kind !== 'take') return [`${decision.kind}: ${words(decision.because)}`]
  const { step } = decision
  const instead = sentAs(decision) === step.channel ? '' : ` as ${sentAs(decision)}`
  const contact = `take: ${stepText(step)} ${words(step.channel)}${instead}`
  const sums = amountsText(decision.toPay)
  return [`${contact} ${words(step.tone)} ${sums}`, `${contact} ${sums}`]
}

function detailsOf(decision: Decision, situation: Situation): string[] {
  const name = (id: number | null) => situation.items.find((item) => item.id === id)?.invoiceNumber ?? 'none'
  const excluded = decision.excluded.map((one) => `${name(one.item)} ${words(one.because)}`).join(', ')
  const broken = (decision.broken ?? []).map((one) => `broken ${one.because} of ${one.on} for ${name(one.item)}`)
  const shared = [...(excluded === '' ? [] : [`leaves out ${excluded}`]), ...broken]
  if (decision.kind === 'take') return [...takeDetails(decision, name), ...shared]
  if (decision.kind === 'rest') {
    const { next } = decision
    return [
      ...(next
        ? [`next ${next.on} ${stepText(next.step)} ${words(next.step.channel)} for ${name(next.item)}`]
        : ['nothing next']),
      ...shared,
    ]
  }
  const until = decision.until === null ? [] : [`until ${words(decision.until)}`]
  const needs = decision.needs === null ? [] : [`needs ${words(decision.needs)}`]
  const step = decision.step === null ? [] : [`step ${stepText(decision.step)} ${words(decision.step.channel)}`]
  return [...until, ...needs, ...step, ...shared]
}

function takeDetails(take: Take, name: (id: number | null) => string): string[] {
  const climbing = take.items.flatMap(({ item, climbs }) => (climbs ? [`${name(item)} ${stepText(climbs)}`] : []))
  return [
    `for ${name(take.carrying)}`,
    `lists ${take.items.map((item) => `${name(item.item)} ${amountText(item.amountDue)}`).join(', ')}`,
    `climbs ${climbing.join(', ')}`,
    ...(take.fees ? [`adds ${amountsText(take.fees)}`] : []),
    take.credits.length === 0 ? 'no credit' : `deducts ${amountsText(take.credits)}`,
    take.checkFirst
      ? `to approve, ${take.checkFirst.map((one) => checkText(one, name)).join(', ')}`
      : 'nothing to check',
  ]
}

function checkText(check: CheckFirst, name: (id: number) => string): string {
  switch (check.because) {
    case 'staleSource':
      return `${check.source} is of ${check.lastGoodOn ?? 'no day'}`
    case 'missingInvoice':
      return `${name(check.item)} missing since ${check.since}`
    case 'aboveCeiling':
      return `above ${amountText(check.ceiling)}`
    case 'stepToApprove':
      return 'as the step says'
  }
}

export function verdictText(verdict: Recheck): string {
  if (verdict.kind === 'sendAsIs') return 'sent as it is'
  if (verdict.kind === 'approve') return 'not without approval'
  if (verdict.kind === 'rewrite') return `sent anew: ${amountsText(verdict.take.toPay)}`
  return `cancelled: ${words(verdict.because)}`
}
