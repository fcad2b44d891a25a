/** Up to which number rows are few: found by their own keys, read all, and sorted. */
export interface Few {
  readonly customers: number
  readonly items: number
  /** So many items of a search are counted; then there are « more than ». */
  readonly counted: number
  /** So many lines (or customers) in their order are looked through for a page; then the whole list is read after all. */
  readonly looked: number
}

export const usually: Few = { customers: 500, items: 5000, counted: 1000, looked: 20_000 }
