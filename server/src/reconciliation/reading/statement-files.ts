import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { readCamt } from '@quittance/core/reconciliation/statements/camt/read-camt.ts'
import { readCfonb } from '@quittance/core/reconciliation/statements/cfonb/read-cfonb.ts'
import { readMt940 } from '@quittance/core/reconciliation/statements/mt940/read-mt940.ts'
import { readOfx } from '@quittance/core/reconciliation/statements/ofx/read-ofx.ts'
import type { StatementFile, StatementRefusal } from '@quittance/core/reconciliation/statements/statement-file.ts'
import { archiveParts, partBytes } from '../../imports/reading/e-invoices/archive-parts.ts'
import { natureOf } from '../../imports/reading/file-nature.ts'
import { ReadingError } from '../../imports/reading/reading-error.ts'
import { openSource, readHead } from '../../imports/reading/source-file.ts'
import { largestStatement, mostFiles, mostUnpacked } from './limits.ts'
import { readStatementList, type StatementHints } from './statement-list.ts'
import { type StatementNature, statementNature } from './statement-nature.ts'
import { decodeStatement } from './statement-text.ts'
import { readXmlDocuments } from './xml-documents.ts'

/** One text of statements; `name` is its name within an archive, null for a file of its own. */
export interface NamedFile {
  readonly name: string | null
  readonly file: StatementFile
}

export type NamedFiles = readonly [NamedFile, ...NamedFile[]]

/** Every text of statements in a file, or in a ZIP of files. Throws `ReadingError`; see `readStatements`. */
export async function readStatementFiles(path: string, hints: StatementHints = {}): Promise<NamedFiles> {
  const source = await openSource(path, Number.MAX_SAFE_INTEGER)
  if (source.size === 0) throw new ReadingError({ code: 'empty' })
  if (source.size > largestStatement) throw tooLarge()
  const head = await readHead(path, 64 * 1024)
  if (natureOf(head) === 'zip') return readArchive(path, source.size)
  const nature = statementNature(head)
  if (!nature) return [{ name: null, file: await readStatementList(path, hints) }]
  return [{ name: null, file: readBytes(nature, await readFile(path)) }]
}

const tooLarge = (): ReadingError =>
  new ReadingError({ code: 'statementTooLarge', value: String(largestStatement / 1_000_000) })

/** A file of another kind in the archive is skipped and named; a broken statement refuses the archive whole. */
async function readArchive(path: string, size: number): Promise<NamedFiles> {
  const parts = await archiveParts({ path, size, release: async () => {} })
  if (parts.length > mostFiles) throw new ReadingError({ code: 'tooManyFiles', value: String(mostFiles) })
  if (parts.reduce((sum, { unpacked }) => sum + unpacked, 0) > mostUnpacked)
    throw new ReadingError({ code: 'archiveTooLarge', value: String(mostUnpacked / 1_000_000) })
  const read: NamedFile[] = []
  const skipped: string[] = []
  for (const part of parts) {
    const mayBeList = listNames.test(part.name)
    const bytes = await partBytes(path, part, (chunk) => mayBeList || statementNature(chunk) !== undefined)
    const name = shownName(part.name)
    const file = bytes && (await withName(name, () => readPart(bytes)))
    if (file) read.push({ name, file })
    else skipped.push(name)
  }
  const [first, ...others] = read
  if (!first) throw new ReadingError({ code: 'noStatement' })
  const warnings = [...first.file.warnings, ...skipped.map((value) => ({ code: 'skippedFile', value }) as const)]
  return [{ ...first, file: { ...first.file, warnings } }, ...others]
}

/** With its folders; names of archives are bytes that may be anything. */
const shownName = (name: string): string => name.replaceAll('\0', '').slice(-200).toWellFormed()

/** Lists of movements are told by their columns: what has another name is not even opened. */
const listNames = /\.(?:csv|tsv|txt|xlsx)$/i

/** A statement, or a list of movements; undefined for what is neither. */
async function readPart(bytes: Buffer): Promise<StatementFile | undefined> {
  const nature = statementNature(bytes)
  return nature ? readBytes(nature, bytes) : listIn(bytes)
}

/** Lists are read from a file of their own. */
async function listIn(bytes: Buffer): Promise<StatementFile | undefined> {
  if (bytes.length === 0) return undefined
  const folder = await mkdtemp(join(tmpdir(), `quittance-statement-${process.pid}-`))
  try {
    const path = join(folder, 'list')
    await writeFile(path, bytes)
    return await readStatementList(path, {})
  } catch (error) {
    if (error instanceof ReadingError && error.problem.code === 'noStatement') return undefined
    throw error
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** A refusal says which file of the archive it is about. */
async function withName<T>(name: string, read: () => Promise<T>): Promise<T> {
  try {
    return await read()
  } catch (error) {
    if (!(error instanceof ReadingError)) throw error
    const { problem } = error
    throw new ReadingError({ ...problem, value: [name, problem.value].filter(Boolean).join(' : ') }, { cause: error })
  }
}

function readBytes(nature: StatementNature, bytes: Uint8Array): StatementFile {
  if (bytes.length > largestStatement) throw tooLarge()
  return orRefuse(readersByNature[nature](bytes))
}

const readersByNature: Readonly<Record<StatementNature, (bytes: Uint8Array) => StatementFile | StatementRefusal>> = {
  camt: (bytes) => readCamt(readXmlDocuments(bytes)),
  cfonb120: (bytes) => readCfonb(decodeStatement(bytes).text),
  mt940: (bytes) => ofText(bytes, readMt940),
  ofx: (bytes) => ofText(bytes, readOfx),
}

/** Banks declare an encoding and send another: how the text was read is told. */
function ofText(
  bytes: Uint8Array,
  read: (text: string) => StatementFile | StatementRefusal,
): StatementFile | StatementRefusal {
  const { text, readAs } = decodeStatement(bytes)
  const found = read(text)
  return 'problem' in found ? found : { ...found, facts: { encoding_read_as: readAs, ...found.facts } }
}

/** What is quoted of a file was cut to a length: never through a sign. */
function orRefuse(read: StatementFile | StatementRefusal): StatementFile {
  if ('problem' in read) throw new ReadingError(wellFormed(read.problem))
  return { ...read, warnings: read.warnings.map(wellFormed) }
}

const wellFormed = <T extends { readonly value?: string }>(told: T): T =>
  told.value === undefined ? told : { ...told, value: told.value.toWellFormed().replaceAll('\0', ' ') }
