import type { LineKind } from '../statement.ts'
import { joined, oneLine, orNull, reference } from '../written-text.ts'
import { type Information, ibanIn, nothingSaid } from './said.ts'

/** A code of three digits, then fields of two digits behind a sign: « 166?00GUTSCHRIFT?20SVWZ+… ». */
const shape = /^\s*(\d{3})\s?([?<>@~^|])\d\d/

/** Pieces of the purpose have 27 characters: a word goes on where one is full. */
const fullPiece = 27

const keyword = /(EREF|KREF|MREF|CRED|DEBT|COAM|OAMT|SVWZ|ABWA|ABWE|IBAN|BIC|PURP)(?:\+|: )/

/** Reads the fields German and Polish banks put into `:86:`; undefined where there are none. */
export function readGermanFields(text: string): Information | undefined {
  const [, code, mark = '?'] = shape.exec(text) ?? []
  if (!code) return undefined
  // The sign alone may belong to a text: a field begins where two digits follow.
  const fields = text
    .split(new RegExp(`\\${mark}(?=\\d\\d)`))
    .slice(1)
    .map((field) => ({ number: Number(field.slice(0, 2)), text: field.slice(2) }))
  const purpose = glue(fields.filter(({ number }) => (number >= 20 && number <= 29) || (number >= 60 && number <= 63)))
  const { free, marked } = keywordsOf(purpose)
  const of = (...numbers: readonly number[]): string => glue(fields.filter(({ number }) => numbers.includes(number)))
  const name = oneLine(of(32, 33))
  const remittance = oneLine(marked.get('SVWZ') ?? free)
  return {
    ...nothingSaid,
    code,
    kind: kindOf(code),
    label: joined(of(0), name, remittance),
    remittance,
    otherName: orNull(name),
    otherUltimateName: orNull(marked.get('ABWA')),
    otherIban: ibanIn(of(31)) ?? ibanIn(of(38)) ?? ibanIn(marked.get('IBAN') ?? ''),
    endToEndId: reference(marked.get('EREF')),
    mandate: reference(marked.get('MREF')),
    creditorReference: /\bRF\d{2}[A-Z0-9]{1,21}\b/.exec(remittance)?.[0] ?? null,
    isReturn: returned.has(code),
    isBatch: batches.has(code),
  }
}

const glue = (fields: readonly { readonly text: string }[]): string =>
  fields.reduce((all, { text }, index) => {
    const before = fields[index - 1]?.text ?? ''
    return index === 0 || before.length >= fullPiece || text.startsWith(' ') ? all + text : `${all} ${text}`
  }, '')

function keywordsOf(purpose: string): { readonly free: string; readonly marked: ReadonlyMap<string, string> } {
  const [free = '', ...parts] = purpose.split(keyword)
  const marked = new Map<string, string>()
  for (let at = 0; at + 1 < parts.length; at += 2) {
    const name = parts[at] ?? ''
    if (!marked.has(name)) marked.set(name, oneLine(parts[at + 1] ?? ''))
  }
  return { free, marked }
}

/** Codes of the German banks (GVC). */
const returned: ReadonlySet<string> = new Set(['108', '109', '159', '181', '182', '183', '184'])
const batches: ReadonlySet<string> = new Set(['191', '192', '193', '194', '195', '196', '197', '198', '199'])

function kindOf(code: string): LineKind | null {
  if (/^(?:05[1-9]|02\d|116|117|118|119|15[2-8]|16\d|177)$/.test(code)) return 'transfer'
  if (/^(?:00[45]|10[4-7]|17[1-6])$/.test(code)) return 'directDebit'
  if (/^(?:070|170)$/.test(code)) return 'chequeDeposit'
  return /^80[5-9]$/.test(code) ? 'fee' : null
}
