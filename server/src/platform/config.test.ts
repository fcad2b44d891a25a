import { describe, expect, it } from 'vitest'
import { programFolder, readConfig } from './config.ts'

describe('the configuration', () => {
  it('serves on the loopback and keeps its data beside the program when nothing is said', () => {
    expect(readConfig({ PORT: '' })).toEqual({
      port: 4180,
      host: '127.0.0.1',
      publicUrl: 'http://127.0.0.1:4180',
      dataFolder: `${programFolder}/data`,
      watchFolders: [],
      databaseUrls: undefined,
      logLevel: 'info',
    })
  })

  it('takes the addresses the operator says', () => {
    const config = readConfig({
      PUBLIC_URL: 'https://relances.exemple.fr/',
      QUITTANCE_DATA: '/srv/quittance',
      DATABASE_URL: 'postgres://owner@db/quittance',
      DATABASE_JOBS_URL: 'postgres://jobs@db/quittance',
    })
    expect(config.publicUrl).toBe('https://relances.exemple.fr')
    expect(config.dataFolder).toBe('/srv/quittance')
    expect(config.databaseUrls).toEqual({
      owner: 'postgres://owner@db/quittance',
      jobs: 'postgres://jobs@db/quittance',
    })
  })

  it('knows under which folders files may be fetched, and for whom', () => {
    expect(readConfig({ QUITTANCE_WATCH_FOLDERS: '/srv/exports: 12=/srv/autre société' }).watchFolders).toEqual([
      { organization: null, folder: '/srv/exports' },
      { organization: 12, folder: '/srv/autre société' },
    ])
    expect(() => readConfig({ QUITTANCE_WATCH_FOLDERS: 'exports' })).toThrow('QUITTANCE_WATCH_FOLDERS: say full paths')
  })

  it('writes an IPv6 address as an address of the web', () => {
    expect(readConfig({ HOST: '::1', PORT: '4190' }).publicUrl).toBe('http://[::1]:4190')
  })

  it('says which variable is wrong and what to write', () => {
    expect(() => readConfig({ PORT: 'eighty' })).toThrow('PORT: say a number')
    expect(() => readConfig({ DATABASE_URL: 'mysql://db' })).toThrow('DATABASE_URL: say postgres://')
  })
})
