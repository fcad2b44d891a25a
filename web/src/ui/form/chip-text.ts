/** What stands in the text of a field: words, or a token shown as a chip. */
export type TextPiece =
  | { readonly kind: 'words'; readonly words: string }
  | { readonly kind: 'chip'; readonly token: string }

const tokens = { values: /\{\{[^{}]*\}\}/g, all: /\{\{[^{}]*\}\}|\{%[^{}%]*%\}/g } as const

/** Cuts a text at its `{{ … }}`, and at its `{% … %}` where asked. Nothing is lost: put together again the pieces are the text. */
export function piecesOf(text: string, which: keyof typeof tokens = 'values'): readonly TextPiece[] {
  const pieces: TextPiece[] = []
  let from = 0
  for (const match of text.matchAll(tokens[which])) {
    if (match.index > from) pieces.push({ kind: 'words', words: text.slice(from, match.index) })
    pieces.push({ kind: 'chip', token: match[0] })
    from = match.index + match[0].length
  }
  if (from < text.length) pieces.push({ kind: 'words', words: text.slice(from) })
  return pieces
}

/** A node of the field as far as its text goes: what browsers make of an editable box. */
export interface TextNode {
  readonly nodeName: string
  readonly nodeValue: string | null
  readonly childNodes: ArrayLike<TextNode>
  readonly dataset?: Readonly<Record<string, string | undefined>>
}

/** The text of an edited box: a chip is its token, a line break a line break, a block of its own begins a line. */
export function textOf(box: TextNode): string {
  const parts: string[] = []
  const walk = (node: TextNode, isFirst: boolean): void => {
    if (node.nodeName === '#text') parts.push(node.nodeValue ?? '')
    else if (node.dataset?.token !== undefined) parts.push(node.dataset.token)
    else if (node.nodeName === 'BR') parts.push('\n')
    else {
      if ((node.nodeName === 'DIV' || node.nodeName === 'P') && !isFirst) parts.push('\n')
      Array.from(node.childNodes).forEach((child, index) => {
        walk(child, index === 0)
      })
    }
  }
  Array.from(box.childNodes).forEach((child, index) => {
    walk(child, index === 0)
  })
  return parts.join('').replaceAll('\u200b', '')
}
