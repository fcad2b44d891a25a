import { createHash } from 'node:crypto'
import type { CalendarDate } from '@quittance/core/calendar/calendar-date.ts'
import { type CheckFirst, type Decision, sentAs } from '@quittance/core/dunning/decision.ts'
import { type Channel, isMessage, type Step } from '@quittance/core/dunning/scenario.ts'
import type { Db } from '../../platform/database/db.ts'
import { sql } from '../../platform/database/sql.ts'
import type { Decided } from './decide-customers.ts'
import type { RunContext } from './run-context.ts'

/** How many items of a decision are kept to explain it later; the reminder keeps all of its own. */
const keptItems = 20
/** Exclusions are kept further: a sentence counts those that differ. */
const keptExclusions = 200

/** What is kept of a decision: enough to say its sentence for ever. */
function keptDecision(decision: Decision): Decision {
  const excluded = decision.excluded.slice(0, keptExclusions)
  const broken = decision.broken && { broken: decision.broken.slice(0, keptItems) }
  if (decision.kind !== 'take') return { ...decision, excluded, ...broken }
  const checks = decision.checkFirst && { checkFirst: decision.checkFirst.slice(0, keptItems) }
  return { ...decision, excluded, ...broken, ...checks, items: decision.items.slice(0, keptItems) }
}

interface Kept {
  readonly customer: number
  readonly legalEntity: number
  readonly kind: Decision['kind']
  readonly because: string
  readonly until: string | null
  readonly step: string | null
  readonly channel: string | null
  readonly carrying: number | null
  readonly nextOn: string | null
  readonly fingerprint: string
  readonly detail: string
}

/** An e-mail step whose task waits for a person goes as a letter: no address could be written to. */
function channelOf(decision: Decision, step: Step | null): Listed | null {
  if (decision.kind === 'take') return listed(sentAs(decision))
  if (step === null) return null
  const isTask = decision.kind === 'hold' && decision.because === 'humanToday'
  return isTask && isMessage(step.channel) ? 'letter' : listed(step.channel)
}

/** As lists show it: a registered letter among letters, an SMS among messages. */
type Listed = 'email' | 'call' | 'letter' | 'decision' | 'task'
function listed(channel: Channel): Listed {
  if (channel === 'registeredLetter') return 'letter'
  return channel === 'sms' ? 'email' : channel
}

function kept({ situation, decision }: Decided): Kept {
  const until = decision.kind === 'hold' && decision.until !== 'furtherNotice' ? decision.until : null
  const step = decision.kind === 'rest' ? (decision.next?.step ?? null) : decision.step
  const carrying = decision.kind === 'rest' ? (decision.next?.item ?? null) : decision.carrying
  const nextOn = decision.kind === 'rest' ? (decision.next?.on ?? null) : instalmentAwaited(decision)
  const toPay = decision.kind === 'take' ? decision.toPay.map((sum) => `${sum.amount}${sum.currency}`).join('+') : ''
  const channel = channelOf(decision, step)
  return {
    customer: situation.customer,
    legalEntity: situation.legalEntity,
    kind: decision.kind,
    because: decision.because,
    until,
    step: step?.key ?? null,
    channel,
    carrying,
    nextOn,
    fingerprint: [
      decision.kind,
      decision.because,
      until,
      step?.key,
      channel,
      carrying,
      nextOn,
      toPay,
      itemsTold(decision),
      ...bankLineTold(decision),
      ...smsTold(decision, step),
    ].join('|'),
    detail: JSON.stringify(keptDecision(decision)),
  }
}

/** Lists show an SMS among e-mails; the sentence says which, and why an SMS goes otherwise. */
const smsTold = (decision: Decision, step: Step | null): string[] =>
  step?.channel === 'sms' ? [decision.kind === 'take' ? sentAs(decision) : step.channel] : []

const bankLineTold = (decision: Decision): string[] =>
  decision.kind === 'hold' && decision.bankLine ? [decision.bankLine.on] : []

/** Under a payment plan, its date is what comes next: reminders count two days after it. */
const instalmentAwaited = ({ kind, because, excluded, ...decision }: Decision): CalendarDate | null =>
  kind === 'hold' && because === 'plan' && 'carrying' in decision
    ? (excluded.find((one) => one.item === decision.carrying)?.instalment ?? null)
    : null

/** Which items do not count, which came back and what is to be checked: another list is another answer to « Pourquoi ? ». */
function itemsTold({ excluded, broken = [], ...decision }: Decision): string {
  const checks = decision.kind === 'take' ? (decision.checkFirst ?? []) : []
  if (excluded.length + broken.length + checks.length === 0) return ''
  const hash = createHash('sha1')
  for (const { item, because, until } of excluded) hash.update(`${item}${because}${until ?? ''};`)
  for (const { item, because, on } of broken) hash.update(`${item}!${because}${on};`)
  for (const check of checks) hash.update(checkTold(check))
  return hash.digest('base64url')
}

function checkTold(check: CheckFirst): string {
  switch (check.because) {
    case 'staleSource':
      return `${check.source}~${check.lastGoodOn}`
    case 'missingInvoice':
      return `${check.item}?${check.since}`
    case 'aboveCeiling':
      return `>${check.ceiling.amount}${check.ceiling.currency}`
    case 'stepToApprove':
      return check.because
  }
}

/** Writes the decisions that differ from the one in force; the same again writes nothing. */
export async function keepDecisions(db: Db, decided: readonly Decided[], run: RunContext): Promise<void> {
  if (decided.length === 0) return
  const inForce = new Map(
    (
      await fingerprintsOf(
        db,
        decided.map((one) => one.situation.customer),
      )
    ).map((row) => [`${row.customer}/${row.legalEntity}`, row.fingerprint]),
  )
  const changed = decided
    .map(kept)
    .filter((one) => inForce.get(`${one.customer}/${one.legalEntity}`) !== one.fingerprint)
  if (changed.length > 0) await writeDecisions(db, changed, run.today)
  await followScenarios(db, decided)
}

const fingerprintsOf = (db: Db, customers: readonly number[]) =>
  db.rows<{ customer: number; legalEntity: number; fingerprint: string }>(sql`
    select customer_id as customer, legal_entity_id as "legalEntity", fingerprint
    from current_decision where organization_id = current_organization() and customer_id = any(${customers})`)

const writeDecisions = (db: Db, changed: readonly Kept[], today: string): Promise<number> =>
  db.run(sql`
    with given as (
      select * from unnest(${changed.map((one) => one.customer)}::bigint[], ${changed.map((one) => one.legalEntity)}::bigint[],
        ${changed.map((one) => one.kind)}::text[], ${changed.map((one) => one.because)}::text[], ${changed.map((one) => one.until)}::date[],
        ${changed.map((one) => one.step)}::text[], ${changed.map((one) => one.channel)}::text[], ${changed.map((one) => one.carrying)}::bigint[],
        ${changed.map((one) => one.nextOn)}::date[], ${changed.map((one) => one.fingerprint)}::text[], ${changed.map((one) => one.detail)}::jsonb[])
        as g(customer_id, legal_entity_id, kind, because, until, step_key, channel, carrying, next_on, fingerprint, detail)
    ), written as (
      insert into decision (organization_id, customer_id, legal_entity_id, decided_on, kind, because, detail)
      select current_organization(), customer_id, legal_entity_id, ${today}, kind, because, detail from given
      returning id, customer_id, legal_entity_id
    )
    insert into current_decision (organization_id, customer_id, legal_entity_id, decision_id, decided_on, kind, because,
      until, step_key, channel, carrying_item_id, next_on, fingerprint)
    select current_organization(), g.customer_id, g.legal_entity_id, w.id, ${today}, g.kind, g.because,
      g.until, g.step_key, g.channel, g.carrying, g.next_on, g.fingerprint
    from given g join written w using (customer_id, legal_entity_id)
    on conflict (organization_id, customer_id, legal_entity_id) do update set decision_id = excluded.decision_id,
      decided_on = excluded.decided_on, kind = excluded.kind, because = excluded.because, until = excluded.until,
      step_key = excluded.step_key, channel = excluded.channel, carrying_item_id = excluded.carrying_item_id,
      next_on = excluded.next_on, fingerprint = excluded.fingerprint`)

/** Which scenario each party follows, and where it comes from; whoever follows the same as before writes nothing. */
const followScenarios = (db: Db, decided: readonly Decided[]): Promise<number> =>
  db.run(sql`
    update current_decision d set scenario_id = g.scenario, scenario_from = g.origin
    from unnest(${decided.map((one) => one.situation.customer)}::bigint[], ${decided.map((one) => one.situation.legalEntity)}::bigint[],
      ${decided.map((one) => one.situation.scenario.id)}::bigint[], ${decided.map((one) => one.situation.scenarioOrigin?.from ?? null)}::text[])
      as g(customer, entity, scenario, origin)
    where d.organization_id = current_organization() and d.customer_id = g.customer and d.legal_entity_id = g.entity
      and (d.scenario_id, d.scenario_from) is distinct from (g.scenario, g.origin)`)
