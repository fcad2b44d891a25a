export interface Mark {
  readonly from: number
  readonly to: number
}

export interface Piece {
  /** Where it begins: no two pieces begin at one place. */
  readonly at: number
  readonly text: string
  readonly isMarked: boolean
}

/** A text cut where marks begin and end; marks may touch or overlap, what lies outside the text is left out. */
export function markedText(text: string, marks: readonly Mark[]): Piece[] {
  const isMarked = (at: number) => marks.some(({ from, to }) => from <= at && at < to)
  const cuts = new Set([0, ...marks.flatMap(({ from, to }) => [from, to])])
  const starts = [...cuts].filter((cut) => cut >= 0 && cut < text.length).sort((a, b) => a - b)
  return starts.map((at, index) => ({ at, text: text.slice(at, starts[index + 1]), isMarked: isMarked(at) }))
}
