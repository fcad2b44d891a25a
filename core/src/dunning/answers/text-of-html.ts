const entities: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  acirc: 'â',
  ccedil: 'ç',
  ocirc: 'ô',
  ucirc: 'û',
  ugrave: 'ù',
  icirc: 'î',
  iuml: 'ï',
  euml: 'ë',
  oelig: 'œ',
  euro: '€',
  laquo: '«',
  raquo: '»',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  hellip: '…',
  ndash: '–',
  mdash: '—',
  deg: '°',
}

/**
 * What the HTML of a message says, as lines of text; what stands in a quotation begins with `> `. For reading and
 * looking for words, never to be shown as HTML again. Linear in the length of what it is given.
 */
export function textOfHtml(html: string): string {
  const out: string[] = []
  let line = ''
  let quoted = 0
  let hidden: string | null = null
  const end = (blank = false) => {
    const text = line.replaceAll(/[ \t\n\r]+/g, ' ').trim()
    if (text !== '' || (blank && out.at(-1)?.replace(/^[> ]+/, '') !== ''))
      out.push('> '.repeat(Math.min(quoted, 20)) + text)
    line = ''
  }
  for (const piece of pieces(html.slice(0, 2_000_000))) {
    const tag = /^<(\/?)([a-z][a-z0-9]*)/i.exec(piece)
    const name = tag?.[2]?.toLowerCase() ?? ''
    const closes = tag?.[1] === '/'
    if (hidden !== null) {
      if (closes && name === hidden) hidden = null
      continue
    }
    if (!piece.startsWith('<')) line += unescaped(piece)
    else if (!closes && /^(script|style|head|title|template)$/.test(name)) hidden = name
    else if (name === 'br') end(true)
    else if (name === 'blockquote') {
      end()
      quoted = Math.max(0, quoted + (closes ? -1 : 1))
    } else if (name === 'p') end(true)
    else if (block.test(name)) end()
    else if (name === 'td' || name === 'th') line += ' '
  }
  end()
  return out
    .join('\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
}

const block = /^(div|tr|table|ul|ol|li|h[1-6]|hr|pre|section|article|body|html|header|footer|address)$/

/** Tags and what stands between them, in order. A `<` that begins no tag is text. */
function* pieces(html: string): Generator<string> {
  let at = 0
  while (at < html.length) {
    const open = html.indexOf('<', at)
    if (open === -1) {
      yield html.slice(at)
      return
    }
    if (open > at) yield html.slice(at, open)
    const isComment = html.startsWith('<!--', open)
    const close = isComment ? html.indexOf('-->', open) : html.indexOf('>', open)
    if (close === -1) return
    if (!isComment) yield html.slice(open, close + 1)
    at = close + (isComment ? 3 : 1)
  }
}

const unescaped = (text: string): string =>
  text.replaceAll(
    /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi,
    (all, decimal: string, hex: string, name: string) => {
      if (name) return entities[name] ?? entities[name.toLowerCase()] ?? all
      const code = decimal ? Number(decimal) : Number.parseInt(hex, 16)
      return code > 0 && code <= 0x10_ff_ff && (code < 0xd8_00 || code > 0xdf_ff) ? String.fromCodePoint(code) : ' '
    },
  )
