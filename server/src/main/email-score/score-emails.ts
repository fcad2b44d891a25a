import { existsSync } from 'node:fs'
import { readdir, readFile } from 'node:fs/promises'
import { basename, dirname, join, relative } from 'node:path'
import { type EmailFacts, emailFacts } from '../../dunning/answers/inspect-email.ts'

/** What a folder of samples says its messages are; `other` must only be no bounce. */
type Kind = 'bounces' | 'autoreply' | 'feedback' | 'not-a-bounce' | 'replies'
const kinds: readonly Kind[] = ['bounces', 'autoreply', 'feedback', 'not-a-bounce', 'replies']

/** So many of so many, with those that are not. */
export interface Share {
  readonly of: number
  readonly right: number
  readonly missed: readonly string[]
}

export interface EmailScore {
  readonly bounces: Share
  readonly autoReplies: Share
  readonly complaints: Share
  readonly replies: Share
  /** Taken for a bounce, among all that are none. */
  readonly noFalseBounces: Share
  readonly addresses: Share
  readonly hardness: Share
  readonly statuses: Share
  /** Replies whose text without quotation is, blanks apart, the one expected. */
  readonly quotations: Share
}

interface Expected {
  readonly failed_addresses?: readonly string[]
  readonly recipients?: readonly { readonly status: string | null; readonly hard_bounce: boolean }[]
}

interface Scored {
  readonly name: string
  readonly kind: Kind
  readonly facts: EmailFacts
  readonly expected: Expected | undefined
  /** The text expected of a reply. */
  readonly trimmed: string | null
}

/** Reads every message of `FOLDER/emails`; facts expected stand in `FOLDER/expected.json` under the path of each. */
export async function scoreEmails(folder: string): Promise<EmailScore> {
  const expected = await expectedIn(folder)
  const scored: Scored[] = []
  for (const path of await filesUnder(join(folder, 'emails'))) {
    const kind = kinds.find((one) => relative(folder, path).split('/')[1] === one)
    if (!kind || isExpectedText(path)) continue
    const name = relative(folder, path)
    const facts = await emailFacts(withHead(await readFile(path), kind))
    scored.push({ name, kind, facts, expected: expected[name], trimmed: await trimmedOf(path) })
  }
  return scoreOf(scored)
}

async function expectedIn(folder: string): Promise<Readonly<Record<string, Expected>>> {
  const path = join(folder, 'expected.json')
  if (!existsSync(path)) return {}
  const { emails = {} } = JSON.parse(await readFile(path, 'utf8')) as { emails?: Record<string, Expected> }
  return emails
}

const filesUnder = async (folder: string): Promise<string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((one) => one.isFile())
    .map((one) => join(one.parentPath, one.name))
    .sort()

// The samples of replies keep, beside each message, what is expected of it.
const isExpectedText = (path: string): boolean =>
  /\/(trimmed|elided|before|embedded)\/[^/]+$/.test(path) || /reply_text$/.test(path)

/** Samples of replies are bodies without a head. */
const withHead = (raw: Buffer, kind: Kind): Buffer =>
  kind === 'replies' && !/^[\w-]+:/.test(raw.toString('latin1', 0, 200))
    ? Buffer.concat([
        Buffer.from('From: a@b.example\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n'),
        raw,
      ])
    : raw

async function trimmedOf(path: string): Promise<string | null> {
  if (basename(dirname(path)) !== 'emails') return null
  const beside = join(dirname(path), '..', 'trimmed', basename(path))
  return existsSync(beside) ? readFile(beside, 'utf8') : null
}

function scoreOf(scored: readonly Scored[]): EmailScore {
  const of = (kind: Kind) => scored.filter((one) => one.kind === kind)
  const bounced = ['bounce', 'delayed', 'delivered']
  const is = (classes: readonly string[]) => (one: Scored) => classes.includes(one.facts.class)
  const told = of('bounces').filter((one) => one.expected)
  return {
    bounces: share(of('bounces'), is(bounced)),
    autoReplies: share(of('autoreply'), is(['autoReply', 'outOfOffice'])),
    complaints: share(of('feedback'), is(['complaint'])),
    replies: share(of('replies'), is(['reply'])),
    noFalseBounces: share(
      scored.filter(({ kind }) => kind !== 'bounces'),
      (one) => !is(bounced)(one),
    ),
    addresses: share(
      told.filter(({ expected }) => expected?.failed_addresses),
      ({ facts, expected }) => sameSet(facts.failed_addresses, expected?.failed_addresses ?? []),
    ),
    hardness: share(
      told.filter(({ expected }) => expected?.recipients),
      ({ facts, expected }) => sameEach(facts.recipients, expected?.recipients ?? [], 'hard_bounce'),
    ),
    statuses: share(told.filter(tellsStatus), ({ facts, expected }) =>
      sameEach(facts.recipients, expected?.recipients ?? [], 'status'),
    ),
    quotations: share(
      scored.filter(({ trimmed }) => trimmed !== null),
      ({ facts, trimmed }) =>
        [facts.text, `${facts.text} ${facts.signature}`].some((one) => squeezed(one) === squeezed(trimmed ?? '')),
    ),
  }
}

/** Where upstream made no status of its own up (5.0.9xx) for want of one. */
const tellsStatus = ({ expected }: Scored): boolean =>
  expected?.recipients?.every(({ status }) => status !== null && !/^[45]\.0\.(0|9\d\d)$/.test(status)) ?? false

function share(among: readonly Scored[], isRight: (one: Scored) => boolean): Share {
  const missed = among.filter((one) => !isRight(one)).map(({ name }) => name)
  return { of: among.length, right: among.length - missed.length, missed }
}

const squeezed = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

const sameSet = (a: readonly string[], b: readonly string[]): boolean =>
  [...new Set(a.map((one) => one.toLowerCase()))].sort().join() ===
  [...new Set(b.map((one) => one.toLowerCase()))].sort().join()

const sameEach = <Name extends string>(
  a: readonly Readonly<Record<Name, unknown>>[],
  b: readonly Readonly<Record<Name, unknown>>[],
  name: Name,
): boolean => a.length === b.length && b.every((one, at) => a[at]?.[name] === one[name])
