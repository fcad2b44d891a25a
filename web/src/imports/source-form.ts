import type { Holds, NewSource, Source, SourceChange, WatchSettings } from './source-api.ts'

/** A source as it is typed. Times as « 08:30 »; an empty secret keeps the one that is stored. */
export interface SourceForm {
  readonly kind: Source['kind']
  readonly name: string
  readonly firm: string
  readonly holds: Holds
  readonly isGuarded: boolean
  readonly isActive: boolean
  readonly folder: string
  readonly pattern: string
  readonly everyMinutes: string
  readonly from: string
  readonly to: string
  readonly importsByItself: boolean
  readonly mostToFix: string
  readonly movesToDone: boolean
  readonly host: string
  readonly port: string
  readonly user: string
  readonly signsInBy: 'key' | 'password'
  readonly password: string
  readonly privateKey: string
  readonly passphrase: string
}

/** A new one watches a folder each quarter of an hour, takes each kind of file that is read, and lets nothing in without a person. */
export const newSourceForm = (firm: number | undefined, folder: string | undefined): SourceForm => ({
  kind: 'folder',
  name: '',
  firm: String(firm ?? ''),
  holds: 'some',
  isGuarded: true,
  isActive: true,
  folder: folder ?? '',
  pattern: '',
  everyMinutes: '15',
  from: '',
  to: '',
  importsByItself: false,
  mostToFix: '0',
  movesToDone: false,
  host: '',
  port: '22',
  user: '',
  signsInBy: 'password',
  password: '',
  privateKey: '',
  passphrase: '',
})

export function formOf(source: Source): SourceForm {
  const start = newSourceForm(source.legalEntityId, undefined)
  const { kind, name, holds, isGuarded, isActive, settings } = source
  const known = { ...start, kind, name, holds, isGuarded, isActive }
  if (!settings) return known
  const { folder, pattern, everyMinutes, hours, importsByItself, mostToFix, movesToDone, server } = settings
  return {
    ...known,
    folder,
    pattern,
    everyMinutes: String(everyMinutes),
    from: hours ? timeOf(hours.from) : '',
    to: hours ? timeOf(hours.to) : '',
    importsByItself,
    mostToFix: String(mostToFix),
    movesToDone,
    host: server?.host ?? '',
    port: String(server?.port ?? 22),
    user: server?.user ?? '',
  }
}

const isWatched = (kind: Source['kind']): kind is 'folder' | 'sftp' => kind === 'folder' || kind === 'sftp'

export type SourceField = 'everyMinutes' | 'folder' | 'from' | 'host' | 'mostToFix' | 'name' | 'port' | 'to' | 'user'

/** The fields that cannot be right. */
export function wrongSourceFields(form: SourceForm): readonly SourceField[] {
  const { kind, name, folder, everyMinutes, from, to, mostToFix, host, port, user } = form
  const hasHours = from.trim() !== '' || to.trim() !== ''
  const isRight: Readonly<Record<SourceField, boolean>> = {
    name: name.trim() !== '',
    folder: !isWatched(kind) || folder.trim() !== '',
    everyMinutes: !isWatched(kind) || isWhole(everyMinutes, 1, 1440),
    from: !isWatched(kind) || !hasHours || minutesOf(from) !== null,
    to: !isWatched(kind) || !hasHours || (minutesOf(to) ?? 0) > (minutesOf(from) ?? 0),
    mostToFix: !isWatched(kind) || isWhole(mostToFix, 0, 100_000),
    host: kind !== 'sftp' || /^\S+$/.test(host.trim()),
    port: kind !== 'sftp' || isWhole(port, 1, 65_535),
    user: kind !== 'sftp' || user.trim() !== '',
  }
  return (Object.keys(isRight) as SourceField[]).filter((field) => !isRight[field])
}

const isWhole = (typed: string, least: number, most: number): boolean =>
  /^\d+$/.test(typed.trim()) && Number(typed) >= least && Number(typed) <= most

/** « 8:30 » or « 08h30 » as minutes after midnight; null when it is no time. */
export function minutesOf(typed: string): number | null {
  const [, hours = '', minutes = '0'] = /^(\d{1,2})(?:[:hH](\d{2})?)?$/.exec(typed.trim()) ?? []
  const at = Number(hours) * 60 + Number(minutes)
  return hours !== '' && Number(minutes) < 60 && at <= 1440 ? at : null
}

const timeOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** How the folder is watched, as the server takes it. */
export const settingsOf = (form: SourceForm): WatchSettings => ({
  folder: form.folder.trim(),
  pattern: form.pattern.trim(),
  everyMinutes: Number(form.everyMinutes),
  hours:
    form.from.trim() === '' && form.to.trim() === ''
      ? null
      : { from: minutesOf(form.from) ?? 0, to: minutesOf(form.to) ?? 1440 },
  importsByItself: form.importsByItself,
  mostToFix: Number(form.mostToFix),
  movesToDone: form.movesToDone,
  server: form.kind === 'sftp' ? { host: form.host.trim(), port: Number(form.port), user: form.user.trim() } : null,
})

/** Absent when nothing was typed. */
export function secretOf({ kind, signsInBy, password, privateKey, passphrase }: SourceForm): NewSource['secret'] {
  if (kind !== 'sftp') return undefined
  if (signsInBy === 'password') return password === '' ? undefined : { password }
  if (privateKey.trim() === '') return undefined
  return { privateKey: `${privateKey.trim()}\n`, ...(passphrase !== '' && { passphrase }) }
}

const words = ({ name, holds, isGuarded, isActive, firm }: SourceForm) => ({
  name: name.trim(),
  holds,
  isGuarded,
  isActive,
  ...(firm !== '' && { legalEntityId: Number(firm) }),
})

/** `hostKey`: the key the server showed when it was tried. */
export function newSourceOf(form: SourceForm, hostKey: string | null = null): NewSource {
  const secret = secretOf(form)
  const kind = form.kind === 'sftp' ? 'sftp' : 'folder'
  return { ...words(form), kind, settings: settingsOf(form), ...(secret && { secret }), ...(hostKey && { hostKey }) }
}

/** A server whose new key is accepted is looked at again. */
export function changeOf(
  form: SourceForm,
  { hostKey = null, acceptsNewHostKey = false }: { hostKey?: string | null; acceptsNewHostKey?: boolean } = {},
): SourceChange {
  const secret = secretOf(form)
  const settings = isWatched(form.kind) ? settingsOf(form) : null
  const isActive = form.isActive || acceptsNewHostKey
  return {
    ...words(form),
    isActive,
    settings,
    acceptsNewHostKey,
    ...(secret && { secret }),
    ...(hostKey && { hostKey }),
  }
}
