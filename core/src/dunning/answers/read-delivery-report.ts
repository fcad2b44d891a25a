import { type BounceReason, bounceReason, isHardReason } from './bounce-reason.ts'
import { failedIn, wordsOf } from './failed-addresses.ts'
import { findCodes } from './find-codes.ts'
import { addressesIn, headerOf, type ParsedMessage } from './parsed-message.ts'
import { afterType, type Fields, readFieldGroups } from './read-fields.ts'

/** What became of a message for one recipient. */
export interface Undelivered {
  readonly address: string | null
  /** Enhanced status d.d.d, or null when nobody told one. */
  readonly status: string | null
  readonly replyCode: string | null
  readonly reason: BounceReason
  /** No second try will help: the address is of no use any more. */
  readonly isHard: boolean
  /** The words of the server, for a person. */
  readonly diagnostic: string
}

export interface DeliveryReport {
  readonly failed: readonly Undelivered[]
  /** Still on its way: no failure, though it may become one. */
  readonly delayed: readonly Undelivered[]
  /** Arrived, as far as the server that reports can tell. */
  readonly delivered: readonly string[]
}

/** The report for machines of RFC 3464, or null when the message carries none that names a recipient. */
export function readDeliveryReport(message: ParsedMessage): DeliveryReport | null {
  const groups = message.reports.filter(isDeliveryStatus).flatMap((part) => readFieldGroups(part.text))
  const recipients = groups.filter(
    (group) => group.has('final-recipient') || group.has('original-recipient') || isAction(group),
  )
  if (recipients.length === 0) return null
  // A report may name a file, a pipe or nobody; then its words for people do.
  const spare = recipients.length === 1 ? spareAddress(message) : null
  const report = { failed: [] as Undelivered[], delayed: [] as Undelivered[], delivered: [] as string[] }
  for (const group of recipients) {
    const action = (group.get('action') ?? '').toLowerCase().replace(/[^a-z].*/, '')
    const address = addressOf(group) ?? spare
    if (action === 'delivered' || action === 'relayed' || action === 'expanded') {
      if (address) report.delivered.push(address)
      continue
    }
    const told = undeliveredOf(group, address, message.text)
    if (action === 'delayed') report.delayed.push(told)
    else report.failed.push(told)
  }
  return report
}

function spareAddress(message: ParsedMessage): string | null {
  const [address, ...more] = addressesIn(headerOf(message, 'x-failed-recipients'))
  if (address && more.length === 0) return address
  const [told, ...others] = failedIn(message, wordsOf(message))
  return told && others.length === 0 ? told : null
}

const isDeliveryStatus = ({ type }: { type: string }) => /^message\/(global-)?delivery-status$/.test(type)
const isAction = (group: Fields) => group.has('action') && group.has('status')

/** The address we wrote to when it is told; else the one it was forwarded to. */
function addressOf(group: Fields): string | null {
  for (const name of ['original-recipient', 'final-recipient', 'x-actual-recipient']) {
    const value = group.get(name)
    const address = value && addressesIn(unquoted(afterType(value)))[0]
    if (address) return address
  }
  return null
}

/** `utf-8; caf\x{E9}@example.org` of RFC 6533, and `"anna"@example.org`. */
const unquoted = (value: string): string =>
  value
    .replaceAll('"', '')
    .replaceAll(/\\x\{([0-9a-f]{2,6})\}/gi, (_all, hex: string) =>
      String.fromCodePoint(Math.min(Number.parseInt(hex, 16), 0x10_ff_ff)),
    )

function undeliveredOf(group: Fields, address: string | null, text: string): Undelivered {
  const diagnostic = afterType(group.get('diagnostic-code') ?? '')
  const words = diagnostic === '' ? linesAbout(text, address) : diagnostic
  const found = findCodes(words)
  const own = /[245]\.\d{1,3}\.\d{1,3}/.exec(group.get('status') ?? '')?.[0] ?? ''
  // Their own server often writes 5.0.0 where the other one said why.
  const status = isVague(own) && found.status !== '' ? found.status : own || found.status
  const reason = bounceReason({ status, replyCode: found.replyCode, text: `${words}\n${afterDataIn(text)}` })
  return {
    address,
    status: status || null,
    replyCode: found.replyCode || null,
    reason,
    isHard: isHardReason(reason) && !status.startsWith('4'),
    diagnostic: words.slice(0, 1000),
  }
}

/** At which command the other server refused stands in the words for people alone. */
const afterDataIn = (text: string): string => /in reply to end of DATA/.exec(text)?.[0] ?? ''

const isVague = (status: string) => status === '' || /^[45]\.(0\.0|3\.0|1\.0|2\.0|4\.0|5\.0|7\.0)$/.test(status)

/** The lines that name the address, with what follows each: where the server's words stand when no field has them. */
function linesAbout(text: string, address: string | null): string {
  const lines = text.split('\n').slice(0, 200)
  if (address === null) return lines.slice(0, 40).join('\n')
  const wanted = address.toLowerCase()
  const near = lines.flatMap((line, at) => (line.toLowerCase().includes(wanted) ? lines.slice(at, at + 6) : []))
  return (near.length > 0 ? near : lines.slice(0, 40)).join('\n')
}
