/** Plain words with one blank between them, as most texts of banks are: nothing to do, and known at once. */
const plainWords = /^(?:[!-~]+(?: [!-~]+)*)?$/
const isPlain = (text: string): boolean => text.length < 1000 && plainWords.test(text)

/** One line of text: runs of white space, line ends, control signs and halves of signs become one space. */
export const oneLine = (text: string): string =>
  isPlain(text) ? text : text.replace(/[\p{Z}\p{Cc}\p{Cs}]+/gu, ' ').trim()

/** Parts that say something, joined by a space; a part that repeats the one before it is left out. */
export const joined = (...parts: readonly (string | null | undefined)[]): string => joinAll(parts)

/** The same of a list, however long: a hostile file holds more parts than a function takes arguments. */
export const joinAll = (parts: readonly (string | null | undefined)[]): string =>
  parts
    .map((part) => oneLine(part ?? ''))
    .filter((part, index, all) => part !== '' && part !== all[index - 1])
    .join(' ')

const nothing =
  /^(?:0*|NOT ?PROVIDED|NOT ?AVAILABLE|NONREF|NO ?REF(?:ERENCE)?|SANS REF(?:ERENCE)?|NON (?:COMMUNIQUE|FOURNI|PRECISE|RENSEIGNE)E?|UNKNOWN|N\/A|NULL|-+|\.+|\*+)$/i

/** null for blanks, zeros, and what banks write where they have nothing to say. */
export function reference(text: string | null | undefined): string | null {
  const written = oneLine(text ?? '')
  return nothing.test(written) ? null : written
}

export const orNull = (text: string | null | undefined): string | null => oneLine(text ?? '') || null
