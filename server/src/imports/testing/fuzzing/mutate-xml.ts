import { type Mutation, misstate, ofBytes, repeated, spliced } from './mutate-bytes.ts'

const element = /<([\w:.-]+)[^<>]*>[^<]*<\/\1>/g

/** One element without children, many times over. */
const repeat: Mutation = (bytes, chance) => {
  const found = [...bytes.toString('latin1').matchAll(element)]
  const one = found[chance.below(found.length)]
  if (!one) return bytes
  const times = chance.oneOf([1, 2, 10, 1000, 100_000])
  return spliced(bytes, one.index, 0, repeated(Buffer.from(one[0], 'latin1'), times))
}

/** An element with children, many times over: an address, an instalment, a line. */
const repeatWhole: Mutation = (bytes, chance) => {
  const text = bytes.toString('latin1')
  const opens = [...text.matchAll(/<([\w:.-]+)(?:\s[^<>]*)?>/g)]
  const one = opens[chance.below(opens.length)]
  const end = one ? text.indexOf(`</${one[1]}>`, one.index) : -1
  if (!one || end < 0) return bytes
  const whole = Buffer.from(text.slice(one.index, end + one[0].length), 'latin1')
  return spliced(bytes, one.index, 0, repeated(whole, chance.oneOf([1, 3, 100, 20_000])))
}

const nest: Mutation = (bytes, chance) => {
  const found = [...bytes.toString('latin1').matchAll(element)]
  const one = found[chance.below(found.length)]
  if (!one) return bytes
  const deep = chance.oneOf([2, 90, 110, 5000, 100_000])
  const name = one[1] ?? 'a'
  return spliced(bytes, one.index, one[0].length, Buffer.from(`<${name}>`.repeat(deep) + `</${name}>`.repeat(deep)))
}

/** The text of an element gives way to one of another, or to nothing, or to much. */
const retext: Mutation = (bytes, chance) => {
  const found = [...bytes.toString('latin1').matchAll(/>([^<>]+)</g)]
  const one = found[chance.below(found.length)]
  if (!one) return bytes
  const other = found[chance.below(found.length)]?.[1] ?? ''
  const put = chance.oneOf([other, other, '', '-', '&amp;'.repeat(1000), '👍'.repeat(300), ' '.repeat(200_000), '1e9'])
  return spliced(bytes, one.index + 1, one[1]?.length ?? 0, Buffer.from(put))
}

const doctypes: readonly [string, ...string[]] = [
  '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
  '<!DOCTYPE a [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;">]>',
  '<!DOCTYPE a SYSTEM "http://127.0.0.1:1/x.dtd">',
  '<?xml version="1.1" encoding="utf-7"?>',
  '<?xml version="1.0" encoding="utf-16"?>',
  '<?xml version="1.0" encoding="constructor"?>',
  '<?xml-stylesheet href="file:///etc/passwd"?>',
]

const declare: Mutation = (bytes, chance) => {
  const start = bytes.indexOf('?>') + 2
  const put = Buffer.from(chance.oneOf(doctypes))
  return chance.below(2) === 0 ? spliced(bytes, 0, start, put) : spliced(bytes, start, 0, put)
}

const marks: readonly [string, ...string[]] = [
  '&x;',
  '&#0;',
  '&#xD800;',
  '&#x10FFFF;',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '</',
  '<',
  ' a="1" a="2"',
  'xmlns=""',
]

const mark: Mutation = (bytes, chance) =>
  spliced(bytes, chance.below(bytes.length), 0, repeated(Buffer.from(chance.oneOf(marks)), chance.oneOf([1, 1, 5000])))

/** Attributes of one tag, in great number. */
const attributes: Mutation = (bytes, chance) => {
  const found = [...bytes.toString('latin1').matchAll(/<[\w:.-]+/g)]
  const one = found[chance.below(found.length)]
  if (!one) return bytes
  const many = Array.from({ length: chance.oneOf([3, 1000, 200_000]) }, (_, index) => ` a${index}="${index}"`).join('')
  return spliced(bytes, one.index + one[0].length, 0, Buffer.from(many))
}

/** Of a text of tags, mostly well formed afterwards. */
export const ofTags: readonly [Mutation, ...Mutation[]] = [
  repeat,
  repeatWhole,
  nest,
  retext,
  retext,
  misstate,
  misstate,
]

/** Of a text of tags. */
export const ofXml: readonly [Mutation, ...Mutation[]] = [
  ...ofBytes,
  repeat,
  repeat,
  repeatWhole,
  repeatWhole,
  nest,
  retext,
  retext,
  retext,
  declare,
  mark,
  attributes,
]
