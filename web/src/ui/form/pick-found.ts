import type { Found } from './ComboBox.tsx'

const plain = (text: string): string =>
  text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .replace(/[\s\u00a0\u202f]+/g, ' ')
    .trim()
    .toLowerCase()

/**
 * What is meant by somebody who typed and went on without pointing at a line: the line of that very name; on Enter the
 * first one; on Tab the only one. Undefined when it could be another: nothing is chosen by guessing.
 */
export function pickFound(found: readonly Found[], typed: string, by: 'Enter' | 'Tab'): Found | undefined {
  const named = found.find(({ label }) => plain(label) === plain(typed))
  return named ?? (by === 'Enter' || found.length === 1 ? found[0] : undefined)
}
