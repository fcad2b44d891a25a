/** Milliseconds that `work` takes, and what it answers. */
export async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; result: T }> {
  const started = performance.now()
  const result = await work()
  return { ms: performance.now() - started, result }
}

/** The best of `times` runs: what the machine can do when nobody else asks. */
export async function best<T>(times: number, work: () => Promise<T>): Promise<number> {
  let least = Number.POSITIVE_INFINITY
  for (let run = 0; run < times; run += 1) least = Math.min(least, (await timed(work)).ms)
  return least
}

/** The middle of `times` runs, the first one left out: it only warms up. */
export async function median(times: number, work: () => Promise<unknown>): Promise<number> {
  await work()
  const all: number[] = []
  for (let run = 0; run < times; run += 1) all.push((await timed(work)).ms)
  return all.sort((a, b) => a - b)[Math.floor(times / 2)] ?? Number.NaN
}

/** Largest resident memory of this process so far, in megabytes. */
export const peakMemoryMb = (): number => Math.round(process.resourceUsage().maxRSS / 1024)
