/** Fields by their name in lower case; of those given twice, the first. */
export type Fields = ReadonlyMap<string, string>

/**
 * Groups of `Name: value` lines parted by empty ones, as in the reports of RFC 3464, 5965 and 8098. Folded lines are
 * joined; lines that are no field are left out.
 */
export function readFieldGroups(text: string): Fields[] {
  const groups: Map<string, string>[] = []
  let current: Map<string, string> | null = null
  let last: string | null = null
  for (const line of text.replaceAll('\r\n', '\n').split('\n')) {
    if (line.trim() === '') {
      current = null
      last = null
      continue
    }
    if (/^[ \t]/.test(line) && current && last) {
      current.set(last, `${current.get(last) ?? ''} ${line.trim()}`)
      continue
    }
    const field = /^([A-Za-z][A-Za-z0-9-]{0,77})[ \t]*:(.*)$/.exec(line)
    if (!field) continue
    if (!current) {
      current = new Map()
      groups.push(current)
    }
    const name = (field[1] ?? '').toLowerCase()
    last = current.has(name) ? null : name
    if (last) current.set(last, (field[2] ?? '').trim())
  }
  return groups
}

/** `rfc822; anna@example.org` and `smtp; 550 no`: what stands after the type. */
export const afterType = (value: string): string => value.replace(/^[\w+/ -]{1,30};\s*/, '').trim()
