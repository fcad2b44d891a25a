import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { isAlive } from '../../../../launch/file-lock.mjs'

/** What programs on one data folder tell each other about the server; read and written under their lock. */
export interface Shared {
  /** Only when the database's files are not in the data folder. */
  readonly cluster?: string
  readonly port?: number
  /** Programs that use the server: process number → when it began. */
  readonly users: Readonly<Record<string, string>>
}

const fileIn = (folder: string): string => join(folder, 'postgres.json')

export function readShared(folder: string): Shared {
  const file = fileIn(folder)
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Shared) : { users: {} }
}

export function writeShared(folder: string, shared: Shared): void {
  const draft = `${fileIn(folder)}.${process.pid}`
  writeFileSync(draft, `${JSON.stringify(shared, null, 2)}\n`)
  renameSync(draft, fileIn(folder))
}

export const livingUsers = ({ users }: Shared): Record<string, string> =>
  Object.fromEntries(Object.entries(users).filter(([pid, begun]) => isAlive(Number(pid), begun)))
