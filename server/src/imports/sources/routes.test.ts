import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { founder, testApplication } from '../../main/testing/test-application.ts'
import { testDatabase } from '../../platform/database/testing/test-database.ts'
import type { ShownSource } from './list-sources.ts'

const root = mkdtempSync(join(tmpdir(), 'quittance-sources-'))
afterAll(() => rmSync(root, { recursive: true, force: true }))
const folder = join(root, 'exports')
mkdirSync(folder)
writeFileSync(join(folder, 'ventes.csv'), 'N° facture;Client;Échéance;Total TTC\nF-1;Castel;15/10/2026;1000,00\n')

const database = await testDatabase()
const app = await testApplication({
  database,
  environment: { QUITTANCE_DATA: join(root, 'data'), QUITTANCE_WATCH_FOLDERS: folder },
})
const claire = await founder(app)

interface Listed {
  readonly sources: readonly ShownSource[]
  readonly freshnessDays: number | null
  readonly folders: readonly string[]
}
const list = async (): Promise<Listed> => (await claire.get<Listed>('/api/v1/sources')).body
const watched = { kind: 'folder', name: 'Sage', settings: { folder, pattern: '*.csv' } }

describe('sources over HTTP', () => {
  it('tell which folders are allowed, and the limit of their age', async () => {
    expect(await list()).toMatchObject({ sources: [], freshnessDays: 3, folders: [join(root, 'data/inbox/1'), folder] })
    expect((await claire.send('PUT', '/api/v1/freshness', { days: 5 })).status).toBe(204)
    expect((await list()).freshnessDays).toBe(5)
    expect((await claire.send('PUT', '/api/v1/freshness', { days: 0 })).status).toBe(400)
  })

  it('are tried without being kept', async () => {
    const { body } = await claire.send<object>('POST', '/api/v1/sources/trial', watched)
    expect(body).toMatchObject({ hostKey: null, trouble: null, files: [{ name: 'ventes.csv', verdict: 'new' }] })
    const outside = await claire.send<{ trouble: string }>('POST', '/api/v1/sources/trial', {
      ...watched,
      settings: { folder: '/etc' },
    })
    expect(outside.body.trouble).toContain('n’est pas permis')
    expect((await list()).sources).toEqual([])
  })

  it('are added, changed, looked at and removed', async () => {
    const { body } = await claire.send<{ id: number }>('POST', '/api/v1/sources', watched)
    const url = `/api/v1/sources/${body.id}`
    expect((await list()).sources).toMatchObject([{ name: 'Sage', isFresh: false, ageDays: null, canRemove: true }])
    expect((await claire.send('POST', `${url}/look`)).status).toBe(204)
    const changed = { ...watched, name: 'Sage du lundi', holds: 'allOpen', isActive: false }
    expect((await claire.send('PUT', url, changed)).status).toBe(204)
    expect((await list()).sources).toMatchObject([{ name: 'Sage du lundi', holds: 'allOpen', isActive: false }])
    expect((await claire.send('DELETE', url)).status).toBe(204)
    expect((await list()).sources).toEqual([])
  })

  it('never answer a secret, and ask for it again when its server changes', async () => {
    const server = { host: 'sftp.exemple.fr', port: 22, user: 'quittance' }
    const asked = {
      kind: 'sftp',
      name: 'Cabinet',
      settings: { folder: '/out', server },
      secret: { password: 'très secret' },
    }
    expect((await claire.send('POST', '/api/v1/sources', { ...asked, secret: undefined })).status).toBe(422)
    const { body } = await claire.send<{ id: number }>('POST', '/api/v1/sources', asked)
    const answer = await claire.get('/api/v1/sources')
    expect(JSON.stringify(answer.body)).not.toContain('secret":"')
    expect(JSON.stringify(answer.body)).not.toContain('très secret')
    expect((await list()).sources).toMatchObject([{ hasSecret: true }])
    const elsewhere = {
      ...asked,
      secret: undefined,
      settings: { folder: '/out', server: { ...server, host: 'ailleurs.fr' } },
    }
    const refused = await claire.send<{ error: { code: string } }>('PUT', `/api/v1/sources/${body.id}`, elsewhere)
    expect(refused.body.error.code).toBe('secretNeeded')
    expect((await claire.send('PUT', `/api/v1/sources/${body.id}`, { ...asked, secret: undefined })).status).toBe(204)
    const trial = await claire.send<{ error: { code: string } }>('POST', '/api/v1/sources/trial', {
      ...elsewhere,
      sourceId: body.id,
    })
    expect(trial.body.error.code).toBe('secretNeeded')
  })
})
