/** What the rates of an interest are read from; in hundredths of a percent. */
interface Borne {
  /** That of today. */
  readonly rate: number | null
  readonly segments: readonly { readonly rate: number }[]
}

/** Every rate at which interest ran, once, in the order of time; before any day ran, the rate of today. */
export function ratesThatBore({ rate, segments }: Borne): number[] {
  const borne = segments.length > 0 ? segments.map((segment) => segment.rate) : rate === null ? [] : [rate]
  return [...new Set(borne)]
}
