import { headerOf, type ParsedMessage } from './parsed-message.ts'
import { readFieldGroups } from './read-fields.ts'

/** What in a message may tell which message of ours it answers, the surest first in each list. */
export interface ThreadClues {
  /** Message-IDs with their brackets. */
  readonly messageIds: readonly string[]
  /** Our own number of the reminder, from the header we put in it and that comes back with it. */
  readonly reminders: readonly number[]
}

/** In-Reply-To, then References from the last, then what came back inside; never the subject alone. */
export function threadClues(message: ParsedMessage): ThreadClues {
  const heads = message.returned.map((head) => readFieldGroups(head)[0])
  const told = message.text.slice(0, 50_000)
  const messageIds = [
    ...idsIn(headerOf(message, 'in-reply-to')),
    ...idsIn(headerOf(message, 'references')).reverse(),
    ...heads.flatMap((head) => idsIn(`${head?.get('message-id') ?? ''} ${head?.get('x-quittance-id') ?? ''}`)),
    ...message.reports.flatMap(({ text }) => idsAfterName(text)),
    ...idsAfterName(told),
    ...idsIn(/x-quittance-id:\s*\S+\s+(<\S+>)/i.exec(told)?.[1] ?? ''),
    ...heads.flatMap((head) => idsIn(`${head?.get('in-reply-to') ?? ''} ${head?.get('references') ?? ''}`)),
  ]
  const numbers = [
    ...heads.map((head) => head?.get('x-quittance-id') ?? ''),
    /x-quittance-id:\s*(\S+)/i.exec(told)?.[1] ?? '',
  ]
  return {
    messageIds: [...new Set(messageIds)].slice(0, 60),
    reminders: [...new Set(numbers.flatMap((one) => numberIn(one)))],
  }
}

/** « reminder-37 », with the Message-ID behind it in newer mails: some relays change the header of that name. */
const numberIn = (told: string): number[] => {
  const found = /^reminder-(\d{1,15})(?:\s|$)/.exec(told)?.[1]
  return found === undefined ? [] : [Number(found)]
}

const idsIn = (text: string): string[] => text.slice(0, 20_000).match(/<[^<>\s]{1,250}@[^<>\s]{1,250}>/g) ?? []

const idsAfterName = (text: string): string[] =>
  [...text.matchAll(/(?:original-)?message-id:\s*(<[^<>\s]{1,250}>)/gi)].map((found) => found[1] ?? '')
