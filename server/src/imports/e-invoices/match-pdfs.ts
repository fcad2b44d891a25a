import { longestNumbers, plainNumber } from '@quittance/core/imports/numbers-named.ts'
import { largestInvoiceFile } from '../../invoices/invoice-files.ts'
import type { Db } from '../../platform/database/db.ts'
import type { DroppedFile } from '../reading/e-invoices/dropped-file.ts'
import { type DroppedState, insertDropped, type KeptFile, numbersKnown, numbersLike } from './dropped-files.ts'

/** PDFs looked up in one question. */
const atOnce = 100

/** Keeps what was dropped, each file with what will become of it: a PDF finds its invoice among those known or dropped. */
export async function keepDropped(
  db: Db,
  source: { readonly id: number; readonly legalEntity: number },
  files: readonly DroppedFile[],
): Promise<void> {
  const dropped = new Map(
    files.flatMap(({ kind, number }) => (kind === 'invoice' && number !== null ? [[plainNumber(number), number]] : [])),
  )
  const taken = new Set<string>()
  for (let from = 0; from < files.length; from += atOnce) {
    const some = files.slice(from, from + atOnce)
    const known = [
      ...(await numbersKnown(
        db,
        source.legalEntity,
        some.flatMap(({ number }) => number ?? []),
      )),
      ...(await numbersLike(db, source.legalEntity, [...new Set(some.flatMap(keysOf))])),
    ]
    const numbers = new Map([...dropped, ...known.map(({ number }) => [plainNumber(number), number] as const)])
    const digests = new Map(known.flatMap(({ number, digest }) => (digest === null ? [] : [[number, digest]])))
    const kept = some.map((file): KeptFile => {
      const candidates = file.kind === 'pdf' ? candidatesOf(file, numbers) : []
      const number = file.number ?? (candidates.length === 1 ? (candidates[0] ?? null) : null)
      return { ...factsOf(file), candidates, state: stateOf(file, { number, candidates, digests, taken }) }
    })
    await insertDropped(db, source.id, kept)
  }
}

const keysOf = ({ inName, inLabel, inText }: DroppedFile): readonly string[] => [...inName, ...inLabel, ...inText]

const factsOf = ({ position, name, line, number, form, isCredit, sha256, fingerprint }: DroppedFile) => ({
  position,
  name,
  line,
  number,
  form,
  isCredit,
  sha256,
  fingerprint,
})

/** By its name; where that says nothing or too much, by what stands beside « facture n° », else by its text. */
function candidatesOf({ inName, inLabel, inText }: DroppedFile, numbers: ReadonlyMap<string, string>): string[] {
  const among = (keys: readonly string[]): string[] =>
    longestNumbers([...new Set(keys.flatMap((key) => numbers.get(key) ?? []))])
  const named = among(inName)
  if (named.length === 1) return named
  const labelled = among(inLabel)
  const both = named.filter((number) => labelled.includes(number))
  if (both.length === 1) return both
  if (named.length > 1) return named
  return labelled.length > 0 ? labelled : among(inText)
}

interface Found {
  readonly number: string | null
  readonly candidates: readonly string[]
  readonly digests: ReadonlyMap<string, string>
  /** Numbers that another file of the drop is attached to. */
  readonly taken: Set<string>
}

function stateOf(file: DroppedFile, { number, candidates, digests, taken }: Found): DroppedState {
  if (file.kind === 'other') return 'leftOut'
  if (file.kind === 'invoice' && file.problem) return 'refused'
  if (!file.isPdf) return 'read'
  if (candidates.length > 1) return 'several'
  if (number === null) return file.kind === 'pdf' ? 'unknown' : 'toAttach'
  const digest = digests.get(number)
  if (digest !== undefined) return digest === file.sha256 ? 'sameAttached' : 'otherAttached'
  if (file.size > largestInvoiceFile) return 'tooLarge'
  // Which of several invoices of a number goes in may be for a person to say: the PDF of that one is attached.
  if (file.kind === 'pdf' && taken.has(number)) return 'otherAttached'
  taken.add(number)
  return 'toAttach'
}
