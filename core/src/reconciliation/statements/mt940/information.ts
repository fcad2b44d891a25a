import { readFrenchLabel } from '../french-label.ts'
import { joined, oneLine, orNull, reference } from '../written-text.ts'
import type { Mt940Entry } from './entry.ts'
import { readGermanFields } from './german-fields.ts'
import { type Information, ibanIn, nothingSaid } from './said.ts'
import { readSlashFields } from './slash-fields.ts'

/** Six lines of 65 characters by the rules, some more at banks: what is longer is no information on a payment. */
const mostCharacters = 10_000

/** Lines have 65 characters at most: a word goes on in the next one where a line is full. */
const fullLine = 63

/** The information of an entry, in the structures of German, Dutch and international banks, or as free text. */
export function informationOf(entry: Mt940Entry, amount: number): Information {
  const { information, reference: own, supplement } = entry
  const text = information
    .filter(({ tag }) => tag === '86')
    .map(({ lines }) => joinLines(lines))
    .join(' ')
    .slice(0, mostCharacters)
  const notes = information.filter(({ tag }) => tag === 'NS').flatMap(({ lines }) => lines.slice(0, 100))
  const read =
    notes.length > 0 && text === ''
      ? readNotes(notes)
      : (readGermanFields(text) ?? readSlashFields(text) ?? readFreeText(text, amount))
  return {
    ...read,
    endToEndId: read.endToEndId ?? (/^(?:EREF|PREF|MARF|KREF|NONREF)$/.test(own) ? null : referenceOf(own)),
    otherIban: read.otherIban ?? ibanIn(supplement.split(' ')[0] ?? ''),
  }
}

/** The owner's own reference stands where transfers carry one of theirs; words, and a date and hour, are none. */
const referenceOf = (own: string): string | null =>
  /^(?=.*\d)[A-Z0-9/ .-]{6,16}$/i.test(own) && !/\d\d:\d\d/.test(own) ? reference(own) : null

export const joinLines = (lines: readonly string[]): string =>
  lines.reduce((text, line, index) => {
    if (index === 0) return line
    const before = lines[index - 1] ?? ''
    return before.length >= fullLine || /^\s|^[?/]/.test(line) || before.endsWith(' ') ? text + line : `${text} ${line}`
  }, '')

/** Notes of the bank, two digits before each: 01 to 14 the purpose, 15 and 16 the name, 17 the kind of booking. */
function readNotes(lines: readonly string[]): Information {
  const of = (from: number, to: number): string =>
    joined(
      ...lines.flatMap((line) => {
        const number = Number(line.slice(0, 2))
        return /^\d\d/.test(line) && number >= from && number <= to ? [line.slice(2)] : []
      }),
    )
  const [remittance, name, booking] = [of(1, 14), of(15, 16), of(17, 17)]
  return { ...nothingSaid, remittance, otherName: orNull(name), label: joined(booking, name, remittance) }
}

/** Names and accounts behind words of Dutch, Polish and French banks; all of it is the remittance where none is marked. */
function readFreeText(text: string, amount: number): Information {
  const label = oneLine(text)
  const found = (pattern: RegExp): string | null => orNull(pattern.exec(text)?.[1])
  const iban = found(/\b(?:IBAN|REK|Z RACH\.)\s?: ?([A-Z]{2}\d{2}[A-Z0-9]{11,30})/)
  const french = amount > 0 ? readFrenchLabel(label) : { name: null, remittance: '' }
  return {
    ...nothingSaid,
    label,
    otherName:
      found(/\b(?:NAAM|NAME|OD)\s?: ?([^;]+?)(?=\s{3,}|;|\s?(?:OMSCHRIJVING|BETALINGSKENM\.?|KENMERK)\s?:|\/|$)/) ??
      french.name,
    otherIban: iban,
    remittance: found(/\b(?:OMSCHRIJVING|TYT\.)\s?: ?([^;]+?)(?=;|\sKENMERK\s?:|$)/) ?? (french.remittance || label),
  }
}
