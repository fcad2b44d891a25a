import { statSync } from 'node:fs'
import { resolve } from 'node:path'
import { type ArchiveCheck, checkArchive } from '../../dunning/law/files/verify-archive.ts'
import { type Commanded, CommandRefusal, type ExitCode } from './command.ts'

type Read = Extract<ArchiveCheck, { kind: 'read' }>
export type Verdict = 'intact' | 'sealed' | 'otherSeal' | 'altered'

/**
 * Reckons the hash of every file of a legal file again: no organisation, no database, so that whoever receives the file can
 * do it too. 1: a file was changed, or the seal is not the one that was said.
 */
export async function verifyCommand({ terminal, asked }: Pick<Commanded, 'terminal' | 'asked'>): Promise<ExitCode> {
  const { words } = terminal
  const file = resolve(asked.what ?? '')
  const wanted = asked.seal?.trim().toLowerCase()
  if (wanted !== undefined && !/^[0-9a-f]{64}$/.test(wanted)) throw new CommandRefusal(words.badSeal)
  const checked = await checkArchive(file, statSync(file).size)
  if (checked.kind === 'notALegalFile') throw new CommandRefusal(words.notALegalFile(file))
  const verdict = verdictOf(checked, wanted)
  const { manifestSha256: seal, files, problems } = checked
  if (asked.json) await terminal.line(JSON.stringify({ command: 'verify', file, verdict, seal, files, problems }))
  else {
    for (const { file: name, problem } of problems) await terminal.line(words.archiveProblem[problem](name))
    await terminal.line(words.verdict[verdict](files))
    await terminal.line(words.seal(seal))
  }
  return verdict === 'intact' || verdict === 'sealed' ? 0 : 1
}

function verdictOf({ problems, manifestSha256 }: Read, wanted: string | undefined): Verdict {
  if (problems.length > 0) return 'altered'
  if (wanted === undefined) return 'intact'
  return wanted === manifestSha256 ? 'sealed' : 'otherSeal'
}
