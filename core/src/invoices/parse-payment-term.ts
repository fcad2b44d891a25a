import { plainLetters } from '../calendar/month-names.ts'
import type { InstalmentsTerm, PaymentTerm, SingleTerm } from './payment-terms.ts'

/** `countedFrom` is there when the text names another base day than the issue of the invoice. */
export type ParsedTerm<Term = PaymentTerm> =
  | { readonly ok: true; readonly term: Term; readonly countedFrom?: CountedFrom }
  | { readonly ok: false; readonly reason: 'empty' | 'unknown' }

export type CountedFrom = 'receipt' | 'delivery' | 'order'

/**
 * Reads a payment term written in French or English: « 45 jours fin de mois le 15 », "net 30", « 30 % à la commande,
 * solde à 30 jours ». « N jours fin de mois » comes back `ambiguous` unless the wording settles the method (« fin de
 * mois + 30 jours »). A word it does not know makes the whole text `unknown`: a half-understood term is a wrong date.
 */
export function parsePaymentTerm(text: string): ParsedTerm {
  if (text.trim() === '') return { ok: false, reason: 'empty' }
  const plain = text.length <= longestTerm ? plainLetters(text).replace(/[’']/g, ' ').replace(/\s+/g, ' ').trim() : ''
  return shareMark.test(plain) ? readInstalments(plain) : readSingle(plain)
}

const longestTerm = 300

const unknown = { ok: false, reason: 'unknown' } as const

/** Wordings brought to a few signs, in this order: what stands for "end of month" must be found before "month". */
const signs: readonly (readonly [RegExp, string])[] = [
  [
    /\b(?:au|a|on|upon|at)? ?(?:la |l )?fin (?:de |du |de la )?decade\b|\bend of (?:the )?(?:10|ten) ?-? ?days?(?: period)?\b/g,
    ' DECADE ',
  ],
  [/\b(?:10|ten)-days? period\b/g, ' DECADE '],
  [/\bfin (?:de |du )?mois suivant\b|\bend of (?:the )?(?:next|following) month\b/g, ' EOM NEXT '],
  [/\b(?:le )?(\d{1,2})(?:er)? (?:du|de) mois suivant\b/g, ' EOM ON $1 '],
  [/\b(?:on )?(?:the )?(\d{1,2})(?:st|nd|rd|th)? of (?:the )?(?:next|following) month\b/g, ' EOM ON $1 '],
  [/\bfin (?:de |du )?mois\b|(?<=\b|\d)fdm(?=\b|\d)|\bf\.d\.m\b\.?/g, ' EOM '],
  [/\bend of (?:the )?(?:invoice )?month\b|\bmonth[- ]end\b(?! of)|(?<=\b|\d)eom(?=\b|\d)/g, ' EOM '],
  [/\bend of (?:the )?delivery month\b|\bend of (?:the )?month of delivery\b/g, ' EOM DELIVERY '],
  [/\ble (\d{1,2})(?:er)?\b|\b(?:on )?the (\d{1,2})(?:st|nd|rd|th)?\b|\bon (\d{1,2})(?:st|nd|rd|th)\b/g, ' ON $1$2$3 '],
  [/(\d) ?(?:jours?|jrs?|j|days?|d)(?![a-z])/g, '$1 DAYS '],
  [/(\d) ?(?:mois|months?)(?![a-z])/g, '$1 MONTHS '],
  [/\+|\bplus\b/g, ' PLUS '],
  [/\bpuis\b|\bthen\b/g, ' THEN '],
  [/\ba compter (?:de|du)\b|\ba partir (?:de|du)\b|\bapres\b|\bafter\b|\bfrom\b|\bfollowing\b|\bsuivant\b/g, ' AFTER '],
  [
    /\breception(?: de)?(?: (?:la )?(?:facture|marchandises?))?\b|\breceipt(?: of)?(?: (?:the )?(?:invoice|goods))?\b/g,
    ' RECEIPT ',
  ],
  [/\blivraison\b|\bdelivery\b/g, ' DELIVERY '],
  [/\bcommande\b|\border\b/g, ' ORDER '],
  [/\bcomptant\b|\bimmediat(?:e|ement|ely)?\b|\bcash\b|\bnow\b|\bacompte\b|\bdeposit\b/g, ' NOW '],
  [/(\d) ?(?:nets?)\b|\bnets?(?=\b|\d)|\bn(?=\d)/g, ' $1 '],
]

/** Words that change nothing to the day: "payable within", « date de facture ». */
const silent = new Set(
  `a au aux de des du d la le l un une en sous dans paiement payable reglement regler virement cheque echeance delai date
  facture facturation emission calendaires calendaire payment due within in of the on upon by at invoice issue terms term
  is are calendar no later than`.split(/\s+/),
)

const toSigns = (plain: string): string =>
  signs
    .reduce((text, [wording, sign]) => text.replace(wording, sign), plain)
    .split(/[\s.,:;()/-]+/)
    .filter((word) => word !== '' && !silent.has(word))
    .join(' ')
    .replace(/\bEOM EOM ON\b/, 'EOM ON')

/** Each shape of signs and the term it means; `n` and `k` are the numbers in the order they stand. */
const shapes: readonly (readonly [RegExp, (n: number) => SingleTerm])[] = [
  [/^NOW$/, () => ({ kind: 'net', days: 0 })],
  [/^(\d+)(?: DAYS)?$/, (days) => ({ kind: 'net', days })],
  [/^(\d+) MONTHS$/, (months) => ({ kind: 'months', months })],
  [/^(\d+)(?: DAYS)? EOM$/, (days) => (days === 0 ? { kind: 'eomThen', days } : { kind: 'ambiguous', days })],
  [/^EOM (\d+)(?: DAYS)?$/, (days) => ({ kind: 'ambiguous', days })],
  [/^(\d+) MONTHS EOM$/, (months) => ({ kind: 'eomMonths', months })],
  [/^EOM$/, () => ({ kind: 'eomThen', days: 0 })],
  [/^EOM NEXT$/, () => ({ kind: 'eomMonths', months: 1 })],
  [/^EOM (?:PLUS|THEN|AFTER) (\d+)(?: DAYS)?$/, (days) => ({ kind: 'eomThen', days })],
  [/^(\d+)(?: DAYS)? AFTER EOM$/, (days) => ({ kind: 'eomThen', days })],
  [/^(\d+)(?: DAYS)? (?:PLUS|THEN) EOM$/, (days) => ({ kind: 'eomAfter', days })],
  [/^(\d+)(?: DAYS)?(?: AFTER)? DECADE$/, (days) => ({ kind: 'decadeEndThen', days })],
]

const bases: Readonly<Record<string, CountedFrom>> = { RECEIPT: 'receipt', DELIVERY: 'delivery', ORDER: 'order' }

function readSingle(plain: string): ParsedTerm<SingleTerm> {
  const written = toSigns(plain)
  const base = /(?:^| )(?:AFTER )?(RECEIPT|DELIVERY|ORDER)$/.exec(written)
  const counted = (base ? written.slice(0, base.index) : written).replace(/^(?:PLUS|AFTER) | AFTER$/g, '')
  const countedFrom = bases[base?.[1] ?? '']
  const term = counted === '' && base ? readShape('NOW') : readShape(counted)
  if (!term) return unknown
  // « à réception » means on receipt of the invoice: its date is the nearest fact there is.
  const saysBase = countedFrom && !(counted === '' && countedFrom === 'receipt')
  return saysBase ? { ok: true, term, countedFrom } : { ok: true, term }
}

function readShape(written: string): SingleTerm | undefined {
  const fixedDay = /^(.*?) ?ON (\d{1,2})$/.exec(written) ?? /^(.*\d.* EOM) (\d{1,2})$/.exec(written)
  if (fixedDay) {
    const [, before = '', day = ''] = fixedDay
    const after = readShape(before === '' ? 'NOW' : before.replace(/ (?:THEN|PLUS)$/, ''))
    return after && Number(day) >= 1 && Number(day) <= 31 ? { kind: 'dayOfMonth', day: Number(day), after } : undefined
  }
  for (const [shape, termOf] of shapes) {
    const match = shape.exec(written)
    if (match) return withinReason(termOf(Number(match[1] ?? 0)))
  }
  return undefined
}

/** A year at most: "net 3000" is an amount, a code or a slip. */
const withinReason = (term: SingleTerm): SingleTerm | undefined =>
  ('days' in term && term.days > 365) || ('months' in term && term.months > 12) ? undefined : term

const shareMark = /\d\s*%|\bsolde\b|\bbalance\b|\bremainder\b|\breste\b/

const shares = /(\d+(?:[.,]\d{1,2})?)\s*%|\b(?:solde|balance|remainder|reste)\b/g

/** Weights are hundredths of a percent; « solde » takes what the others leave, and the whole must come to 100 %. */
function readInstalments(plain: string): ParsedTerm<InstalmentsTerm> {
  const marks = [...plain.matchAll(shares)]
  const before = plain.slice(0, marks[0]?.index)
  if (!/^(?:acompte|deposit|paiement|payment|de|d|of|un|\s)*$/.test(before)) return unknown
  const parts = marks.map((mark, index) => ({
    weight: mark[1] === undefined ? undefined : Math.round(Number(mark[1].replace(',', '.')) * 100),
    term: readPart(plain.slice(mark.index + mark[0].length, marks[index + 1]?.index)),
  }))
  const left = parts.reduce((rest, part) => rest - (part.weight ?? 0), 10_000)
  const open = parts.filter((part) => part.weight === undefined).length
  if (parts.length < 2 || open > 1 || (open === 1 ? left <= 0 : left !== 0)) return unknown
  const read = parts.flatMap(({ weight = left, term }) => (term.ok ? [{ weight, term: term.term }] : []))
  return read.length === parts.length ? { ok: true, term: { kind: 'instalments', parts: read } } : unknown
}

const joints = /^[\s,;:.-]*|[\s,;:.+-]*(?:\b(?:puis|et|then|and|le|the)\b[\s,;:.+-]*)*$/g

function readPart(text: string): ParsedTerm<SingleTerm> {
  const bare = text
    .replace(joints, '')
    .replace(/^(?:d )?(?:acompte|deposit)(?= \S)/, '')
    .trim()
  return bare === '' ? unknown : readSingle(bare)
}
