import { legalForms, nameStem, nameTokens, squeezed } from './name-tokens.ts'
import { isNearly } from './number-shape.ts'
import { ln, type Weight } from './weight.ts'

export interface NameEntry {
  readonly customer: number
  readonly name: string
  readonly tokens: readonly string[]
  /** Written as one word, abbreviated or not. */
  readonly squeezed: readonly string[]
  /** Not the registered name: a trade name, a name learnt from a payment. */
  readonly isOther: boolean
}

export interface NameMatch {
  readonly entry: NameEntry
  readonly weight: Weight
  /** Every telling word was found. */
  readonly isWhole: boolean
}

export interface NameIndex {
  readonly add: (name: { readonly customer: number; readonly name: string; readonly isOther: boolean }) => void
  /** Best first, one a customer. `isName`: the words are a name and nothing else, so those too many speak against it. */
  readonly match: (words: readonly string[], isName: boolean) => NameMatch[]
}

/** A word shared by more names than this leads to nobody by itself. */
const mostNamesOfWord = 250
const mostCompared = 40
const mostMatches = 8

/** Names by their rarest words: « SERVICE » is in many, « VAUQUELIN » in one. */
export function openNameIndex(): NameIndex {
  const byWord = new Map<string, NameEntry[]>()
  const bySqueezed = new Map<string, NameEntry[]>()
  const wordsByStart = new Map<string, string[]>()
  const known = new Set<string>()
  let names = 0

  const add: NameIndex['add'] = ({ customer, name, isOther }) => {
    const tokens = [...new Set(nameTokens(name))]
    const id = `${customer} ${tokens.join(' ')}`
    if (tokens.length === 0 || known.has(id)) return
    known.add(id)
    names++
    const entry: NameEntry = { customer, name, tokens, squeezed: wholesOf(name, tokens), isOther }
    for (const whole of entry.squeezed) push(bySqueezed, whole, entry)
    for (const token of tokens) {
      const some = byWord.get(token)
      if (some) some.push(entry)
      else {
        byWord.set(token, [entry])
        if (token.length >= 3) push(wordsByStart, token.slice(0, 3), token)
      }
    }
  }

  const rarity = (token: string): Weight => {
    if (legalForms.has(token)) return 300
    const same = byWord.get(token)?.length ?? 0
    return Math.max(300, Math.min(7000, ln(names + 1) - ln(same) + 700))
  }

  /** A word of the line as words of names: itself, one that it begins, one mistyped. */
  const readings = (word: string, isName: boolean): Map<string, number> => {
    const found = new Map<string, number>()
    if (byWord.has(word)) found.set(word, 100)
    if (word.length < 3 || /^\d+$/.test(word)) return found
    for (const other of wordsByStart.get(word.slice(0, 3)) ?? []) {
      if (other === word) continue
      if (other.startsWith(word) && word.length >= (isName ? 3 : 4))
        found.set(other, Math.min(90, 40 + Math.round((50 * word.length) / other.length)))
      else if (word.startsWith(other) && other.length >= 5) found.set(other, 60)
      else if (word.length >= 6 && isNearly(word, other)) found.set(other, 70)
    }
    return found
  }

  const match: NameIndex['match'] = (words, isName) => {
    const lineWords = [...new Set(words)]
    const read = lineWords.map((word) => readings(word, isName))
    const gathered = new Map<NameEntry, Weight>()
    for (const found of read)
      for (const [word, part] of found) {
        const entries = byWord.get(word) ?? []
        if (entries.length > mostNamesOfWord || legalForms.has(word)) continue
        for (const entry of entries)
          gathered.set(entry, (gathered.get(entry) ?? 0) + Math.round((rarity(word) * part) / 100))
      }
    const whole = lineWords.filter((word) => !legalForms.has(word)).join('')
    for (const entry of bySqueezed.get(whole) ?? []) gathered.set(entry, 20_000)
    const likely = [...gathered].sort((a, b) => b[1] - a[1] || a[0].customer - b[0].customer).slice(0, mostCompared)
    const best = new Map<number, NameMatch>()
    for (const [entry] of likely) {
      const weighed = weigh(entry, lineWords, read, isName, whole)
      const before = best.get(entry.customer)
      if (weighed.weight > 0 && (!before || before.weight < weighed.weight)) best.set(entry.customer, weighed)
    }
    return [...best.values()]
      .sort((a, b) => b.weight - a.weight || a.entry.customer - b.entry.customer)
      .slice(0, mostMatches)
  }

  /** Words found speak for it; those missing in the middle speak more against it than those cut off at the end. */
  const weigh = (
    entry: NameEntry,
    lineWords: readonly string[],
    read: readonly ReadonlyMap<string, number>[],
    isName: boolean,
    whole: string,
  ): NameMatch => {
    if (entry.squeezed.includes(whole))
      return { entry, weight: entry.tokens.reduce((sum, token) => sum + rarity(token), 500), isWhole: true }
    const parts = entry.tokens.map((token) => Math.max(0, ...read.map((found) => found.get(token) ?? 0)))
    const lastFound = parts.findLastIndex((part) => part > 0)
    let weight = 0
    let isWhole = true
    entry.tokens.forEach((token, at) => {
      const part = parts[at] ?? 0
      const rare = rarity(token)
      weight += Math.round((rare * part) / 100)
      if (part > 0) return
      if (!legalForms.has(token)) isWhole = false
      weight -= legalForms.has(token) ? 100 : Math.round((rare * (at > lastFound ? 45 : 70)) / 100)
    })
    if (isName)
      lineWords.forEach((word, at) => {
        const used = [...(read[at]?.keys() ?? [])].some((token) => entry.tokens.includes(token))
        if (!used) weight -= legalForms.has(word) ? 100 : Math.min(1500, Math.round(rarity(word) / 3))
      })
    return { entry, weight, isWhole }
  }

  return { add, match }
}

const wholesOf = (name: string, tokens: readonly string[]): string[] =>
  [...new Set([nameStem(squeezed(name)), tokens.filter((token) => !legalForms.has(token)).join('')])].filter(Boolean)

function push<K, V>(map: Map<K, V[]>, key: K, value: V): void {
  const some = map.get(key)
  if (some) some.push(value)
  else map.set(key, [value])
}
