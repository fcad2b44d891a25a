/** Up to which number rows are few: found by their own keys, read all, and sorted. */
export interface Few {
  readonly customers: number
  readonly items: number
  /** So many items of a search are counted; then there are « more than ». */
  readonly counted: number
}

export const usually: Few = { customers: 500, items: 5000, counted: 1000 }
