/**
 * Evidence adds up: a weight is the natural logarithm of how much likelier a thing is, in thousandths, whole. 700 says
 * twice as likely, 2300 ten times, 6900 a thousand times.
 */
export type Weight = number

const known: Weight[] = Array.from({ length: 4096 }, (_, number) => Math.round(Math.log(Math.max(number, 1)) * 1000))

/** Of a number from 1 on; smaller ones count as 1. */
export const ln = (number: number): Weight =>
  number < 1 ? 0 : (Number.isInteger(number) && known[number]) || Math.round(Math.log(number) * 1000)

/** Of a chance of `share` in `whole`: zero or less. */
export const lnShare = (share: number, whole: number): Weight => ln(share * 1000) - ln(whole * 1000)

const factorials: Weight[] = [0]

function lnFactorial(n: number): Weight {
  for (let i = factorials.length; i <= n; i++) factorials.push((factorials[i - 1] ?? 0) + ln(i))
  return factorials[n] ?? 0
}

/** Of the number of ways to choose `k` of `n` things. */
export const lnWays = (n: number, k: number): Weight =>
  k <= 0 || k >= n ? 0 : lnFactorial(n) - lnFactorial(k) - lnFactorial(n - k)

/** Chances in ten thousand of each, which add up to ten thousand or a little less. */
export function chancesOf(weights: readonly Weight[]): number[] {
  const most = Math.max(...weights)
  const shares = weights.map((weight) => Math.exp((weight - most) / 1000))
  const whole = shares.reduce((sum, share) => sum + share, 0)
  return shares.map((share) => Math.floor((share / whole) * 10_000))
}
