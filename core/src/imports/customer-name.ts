import { editDistance } from './edit-distance.ts'

/** Legal forms and titles that one file writes and the next leaves out. */
const forms = new Set(
  `sarl eurl sas sasu sa snc sci scp scop selarl selas scea earl gaec gie ei eirl ets etablissements etablissement ste
  societe soc cie compagnie association asso mr mme m monsieur madame ltd limited llc inc plc gmbh ag bv nv srl spa sprl
  corp corporation co company group groupe holding france`.split(/\s+/),
)

const plain = (name: string): string =>
  name
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .toLowerCase()
    .replace(/œ/g, 'oe')
    .replace(/\b(\p{L})\.(?=\p{L}\b|\s|$)/gu, '$1')
    .replace(/&/g, ' et ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()

/** The words of a name that tell it from others: no accents, no legal form; all words where nothing else is left. */
export function nameWords(name: string): readonly string[] {
  const all = plain(name).split(' ').filter(Boolean)
  const telling = all.filter((word) => !forms.has(word) && word !== 'et')
  return telling.length > 0 ? telling : all
}

/** Equal for two spellings of one firm: « STE Lenoir » and « Lenoir S.A.R.L. ». Empty for a name without letters or digits. */
export const nameKey = (name: string): string => nameWords(name).join(' ')

/** Equal for two spellings of one code: case, and the zeros in front that spreadsheets eat (0200769623 and 200769623). */
export function customerCodeKey(code: string): string {
  const plain = code.trim().toLowerCase()
  return /^\d+$/.test(plain) ? plain.replace(/^0+(?=\d)/, '') : plain
}

/** How near two names are, 0 to 1: their telling words, allowing for small typing errors and order. */
export function nameNearness(a: string, b: string): number {
  const [left, right] = [nameWords(a), nameWords(b)]
  if (left.length === 0 || right.length === 0) return 0
  const [short, long] = left.length <= right.length ? [left, right] : [right, left]
  const found = short.map((word) => Math.max(...long.map((other) => wordNearness(word, other))))
  const weightOf = (word: string): number => Math.min(word.length, 8)
  const weight = short.reduce((sum, word) => sum + weightOf(word), 0)
  const shared = short.reduce((sum, word, index) => sum + weightOf(word) * (found[index] ?? 0), 0) / weight
  const more = long.length - short.length
  return shared * (1 - Math.min(0.35, 0.12 * more))
}

/** 1 for equal words; less for one or two letters wrong in a long one, or one that begins the other; else 0. */
function wordNearness(a: string, b: string): number {
  if (a === b) return 1
  const longest = Math.max(a.length, b.length)
  if (Math.min(a.length, b.length) >= 4 && (a.startsWith(b) || b.startsWith(a))) return 0.85
  if (longest < 5) return 0
  const wrong = editDistance(a, b)
  return wrong <= (longest >= 8 ? 2 : 1) ? 1 - wrong / longest : 0
}
