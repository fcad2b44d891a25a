/** A file as a folder shows it. */
export interface FolderEntry {
  readonly name: string
  readonly size: number
  /** Milliseconds since 1970, by the clock of the folder. */
  readonly modifiedAt: number
}

export interface SeenEntry extends FolderEntry {
  /** Not taken yet; taken; there already with the same bytes; not to be taken as it is. */
  readonly state: 'settling' | 'taken' | 'known' | 'refused'
  /** Milliseconds since 1970, by our clock: when it was first seen in this size and of this time. */
  readonly seenAt: number
}

export type WatchVerdict = 'take' | 'settle' | 'done' | 'ignore'

/** Two looks at a file that is still being written may be a moment apart: they count as one. */
const shortestRest = 20_000

/**
 * What to do with each file of a folder. One is read once it had the same size and time at two looks, or at once where a
 * file beside it says that it is whole (`name.done`, `name.ok`): half a file is never read. One that was taken is not
 * taken again before it has changed.
 */
export function judgeFiles(
  entries: readonly FolderEntry[],
  seen: readonly SeenEntry[],
  { pattern, now }: { readonly pattern: string; readonly now: number },
): ReadonlyMap<string, WatchVerdict> {
  const before = new Map(seen.map((one) => [one.name, one]))
  const names = new Set(entries.map(({ name }) => name))
  const isWanted = patternOf(pattern)
  return new Map(
    entries.map((entry) => {
      const { name } = entry
      if (!isWanted(name) || isPassing(name)) return [name, 'ignore']
      const known = before.get(name)
      const isSame = known?.size === entry.size && known.modifiedAt === entry.modifiedAt
      if (isSame && known.state !== 'settling') return [name, 'done']
      if (entry.size === 0) return [name, 'settle']
      if (wholeMarks.some((mark) => names.has(`${name}${mark}`))) return [name, 'take']
      return [name, isSame && now - known.seenAt >= shortestRest ? 'take' : 'settle']
    }),
  )
}

const wholeMarks = ['.done', '.ok']
const passing = /\.(tmp|temp|part|partial|filepart|crdownload|download|swp|lock|done|ok)$/i

/** Of a file that is being written, of an editor, or a mark of another file. */
const isPassing = (name: string): boolean => /^(\.|~\$|~)/.test(name) || name.endsWith('~') || passing.test(name)

/** `*` and `?` as in a folder, several patterns apart by semicolons; capitals do not count; nothing said is everything. */
export function patternOf(pattern: string): (name: string) => boolean {
  const wanted = pattern
    .split(';')
    .map((one) => one.trim())
    .filter((one) => one !== '')
    .map((one) => [...one.toLowerCase()])
  return (name) => wanted.length === 0 || wanted.some((one) => fits(one, [...name.toLowerCase()]))
}

/** Never longer than pattern times name: `*` is taken up again where it last stood. */
function fits(pattern: readonly string[], name: readonly string[]): boolean {
  let at = 0
  let star = -1
  let resume = 0
  for (let place = 0; place < name.length; ) {
    if (pattern[at] === '*') {
      star = at++
      resume = place
    } else if (at < pattern.length && (pattern[at] === '?' || pattern[at] === name[place])) {
      at++
      place++
    } else if (star >= 0) {
      at = star + 1
      place = ++resume
    } else return false
  }
  while (pattern[at] === '*') at++
  return at === pattern.length
}
