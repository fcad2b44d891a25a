import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type APIRequestContext, expect, request } from '@playwright/test'
import { startServer } from './start-server.ts'

/** Monday 23 November 2026, five minutes before the departure of ten. */
export const demoMorning = '2026-11-23T09:55:00+01:00'

export const claire = {
  name: 'Claire Besson',
  email: 'claire@vauquelin.example',
  password: 'papier-et-encre-26',
  company: 'Atelier Vauquelin',
}

/** What an installation holds when a journey begins: nobody, or the example company with its first person signed in. */
export type Beginning = 'example' | 'nobody'

type Session = Awaited<ReturnType<APIRequestContext['storageState']>>

/** Names to the workers where this run keeps its beginnings. */
const placeOfRun = 'QUITTANCE_BEGINNINGS'

/**
 * Playwright's global set-up: makes each beginning once, through the doors every program has, so that a journey copies it
 * instead of making a database. Answers what takes them away.
 */
export default async function makeBeginnings(): Promise<() => Promise<void>> {
  const place = await mkdtemp(join(tmpdir(), 'quittance-beginnings-'))
  process.env[placeOfRun] = place
  const fresh = await startServer(demoMorning)
  await fresh.keepIn(join(place, 'nobody'))
  await fresh.stop()
  const server = await startServer(demoMorning, folderOf('nobody'))
  const visitor = await request.newContext({ baseURL: server.address })
  await foundThrough(visitor)
  await exampleThrough(visitor)
  await writeFile(join(place, 'session.json'), JSON.stringify(await visitor.storageState()))
  await visitor.dispose()
  await server.keepIn(join(place, 'example'))
  await server.stop()
  return () => rm(place, { recursive: true, force: true })
}

/** The data of an installation at that beginning. */
export function folderOf(beginning: Beginning): string {
  const folder = join(process.env[placeOfRun] ?? '', beginning)
  if (!existsSync(folder)) throw new Error(`No beginning is kept in ${folder}`)
  return folder
}

/** Cookies of the person who is signed in there. */
export async function sessionOf(beginning: Beginning): Promise<Session | undefined> {
  if (beginning === 'nobody') return undefined
  return JSON.parse(await readFile(join(process.env[placeOfRun] ?? '', 'session.json'), 'utf8'))
}

export async function foundThrough(visitor: APIRequestContext): Promise<void> {
  const answer = await visitor.post('/api/v1/welcome', {
    data: { organizationName: claire.company, personName: claire.name, email: claire.email, password: claire.password },
  })
  expect(answer.status(), await answer.text()).toBe(200)
}

export async function exampleThrough(visitor: APIRequestContext): Promise<void> {
  const answer = await visitor.post('/api/v1/demo', { timeout: 60_000 })
  expect(answer.status(), await answer.text()).toBe(200)
}
