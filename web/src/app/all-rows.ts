interface Page<Row> {
  readonly rows: readonly Row[]
  readonly nextCursor: string | null
}

/** Every row of a list, page after page, for Ctrl A; `isAll` is false when there are more than `most`. */
export async function allRows<Row>(
  pageAfter: (cursor: string | undefined) => Promise<Page<Row>>,
  most: number,
): Promise<{ rows: Row[]; isAll: boolean }> {
  const rows: Row[] = []
  let cursor: string | undefined
  do {
    const page = await pageAfter(cursor)
    rows.push(...page.rows)
    cursor = page.nextCursor ?? undefined
  } while (cursor !== undefined && rows.length < most)
  return { rows: rows.slice(0, most), isAll: cursor === undefined && rows.length <= most }
}
