/** Dark enough for white initials in both themes (5:1 and more); none of them is on the ageing scale's meaning. */
export const avatarColors = [
  '#7a4a12',
  '#5e1747',
  '#0b6b7a',
  '#2f46b5',
  '#1f6b45',
  '#6b3f8c',
  '#8a3a1e',
  '#3f5470',
] as const

/** The same name always has the same colour; near names differ (FNV-1a, its start chosen for the demo company). */
export function avatarColor(name: string): string {
  let hash = 168054
  for (const char of name.normalize('NFC')) hash = Math.imul(hash ^ (char.codePointAt(0) ?? 0), 16777619)
  return avatarColors[(hash >>> 16) % avatarColors.length] ?? avatarColors[0]
}

const smallWords = new Set(['de', 'du', 'des', 'la', 'le', 'les', 'et', 'd', 'l', '&', 'and', 'of', 'the'])

/** Two letters at most: « Claire Besson » CB, « Brasserie Saint-Aubin » BS, « Vauquelin » VA. */
export function initialsOf(name: string): string {
  const parts = name.split(/[\s'’]+/).filter((part) => part && !smallWords.has(part.toLowerCase()))
  const [first = name.trim() || '?', second] = parts
  const letters = second ? [...first][0] + ([...second][0] ?? '') : [...first].slice(0, 2).join('')
  return letters.toLocaleUpperCase()
}
