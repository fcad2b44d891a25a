import { describe, expect, it } from 'vitest'
import { changeOf, minutesOf, newSourceForm, newSourceOf, secretOf, wrongSourceFields } from './source-form.ts'

const folder = { ...newSourceForm(1, '/srv/exports'), name: 'Sage' }
const sftp = { ...folder, kind: 'sftp' as const, host: 'sftp.exemple.fr', user: 'quittance', folder: '/out' }

describe('the form of a source', () => {
  it('asks for a name, a folder and, of a server, its host and user', () => {
    expect(wrongSourceFields(folder)).toEqual([])
    expect(wrongSourceFields({ ...newSourceForm(1, undefined) })).toEqual(['name', 'folder'])
    expect(wrongSourceFields({ ...sftp, host: 'a b', user: '', port: '0' })).toEqual(['host', 'port', 'user'])
    expect(wrongSourceFields({ ...folder, everyMinutes: '0', mostToFix: 'x' })).toEqual(['everyMinutes', 'mostToFix'])
  })

  it('keeps the key that was shown, and looks again where a new one is accepted', () => {
    expect(newSourceOf(sftp, 'SHA256:x').hostKey).toBe('SHA256:x')
    expect(newSourceOf(sftp).hostKey).toBeUndefined()
    const stopped = { ...sftp, isActive: false }
    expect(changeOf(stopped)).toMatchObject({ isActive: false, acceptsNewHostKey: false })
    expect(changeOf(stopped, { acceptsNewHostKey: true })).toMatchObject({ isActive: true, acceptsNewHostKey: true })
  })

  it('asks of files dropped by hand no more than a name', () => {
    expect(wrongSourceFields({ ...newSourceForm(1, undefined), kind: 'upload', name: 'Sage' })).toEqual([])
    expect(changeOf({ ...folder, kind: 'upload' }).settings).toBeNull()
  })

  it('takes hours as people write them, and refuses those that turn round', () => {
    expect(['8', '08:30', '8h30', '24:00', '18h'].map(minutesOf)).toEqual([480, 510, 510, 1440, 1080])
    expect(['', '25:00', '8:75', 'midi'].map(minutesOf)).toEqual([null, null, null, null])
    expect(wrongSourceFields({ ...folder, from: '18:00', to: '08:00' })).toEqual(['to'])
    expect(newSourceOf({ ...folder, from: '8', to: '19:00' }).settings.hours).toEqual({ from: 480, to: 1140 })
    expect(newSourceOf(folder).settings.hours).toBeNull()
  })

  it('sends a secret only when one was typed, and of the kind that was chosen', () => {
    expect(secretOf(sftp)).toBeUndefined()
    expect(secretOf({ ...sftp, password: 'mot de passe', privateKey: 'clé' })).toEqual({ password: 'mot de passe' })
    expect(secretOf({ ...sftp, signsInBy: 'key', password: 'x', privateKey: ' clé ' })).toEqual({ privateKey: 'clé\n' })
    expect(secretOf({ ...folder, password: 'x' })).toBeUndefined()
    expect(newSourceOf(folder).settings.server).toBeNull()
  })
})
