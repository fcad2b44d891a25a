import { setTimeout as pause } from 'node:timers/promises'
import type pg from 'pg'
import { openProcessorTime } from './processor-time.ts'

/** One look at the bar: what it showed, after how much work and time. */
export interface Look {
  readonly share: number
  readonly processorMs: number
  readonly wallMs: number
  readonly rows: number
  /** Customers and payments written so far. */
  readonly customers: number
  readonly payments: number
}

/** How far a bar was from the truth at worst, 0 to 1; negative: it was behind. */
export interface Deviation {
  readonly ms: number
  readonly worst: number
  /** Which part of the work was done there. */
  readonly at: number
  readonly wallSeconds: number
  readonly worstByWall: number
}

const everyMs = 40

/** Looks at the newest file of the database while `work` goes on; `watcher` is a session of another role. */
export async function watchShare(watcher: pg.Client, work: () => Promise<unknown>): Promise<readonly Look[]> {
  const processor = await openProcessorTime(watcher)
  const looks: Look[] = []
  const started = { processorMs: processor.now(), wall: performance.now() }
  let isOver = false
  const look = async (): Promise<void> => {
    const { rows } = await watcher.query<Pick<Look, 'customers' | 'payments' | 'rows' | 'share'>>(
      `select share::float as share, rows_read as rows, coalesce((written ->> 'customers')::int, 0) as customers,
        coalesce((written ->> 'payments')::int, 0) as payments
      from quittance.source_file order by id desc limit 1`,
    )
    looks.push({
      ...(rows[0] ?? { share: 0, rows: 0, customers: 0, payments: 0 }),
      processorMs: processor.now() - started.processorMs,
      wallMs: performance.now() - started.wall,
    })
  }
  const looking = (async () => {
    while (!isOver) {
      await look()
      await pause(everyMs)
    }
  })()
  try {
    await work()
  } finally {
    isOver = true
    await looking
  }
  await look()
  return looks
}

/** The last look is the end of the work, whatever its bar showed. */
export function deviationOf(looks: readonly Look[]): Deviation {
  const end = looks.at(-1)
  if (!end) throw new Error('Nobody looked')
  let worst = { off: 0, at: 0 }
  let worstByWall = 0
  for (const { share, processorMs, wallMs } of looks.slice(0, -1)) {
    const at = processorMs / end.processorMs
    if (Math.abs(share - at) > Math.abs(worst.off)) worst = { off: share - at, at }
    const offByWall = share - wallMs / end.wallMs
    if (Math.abs(offByWall) > Math.abs(worstByWall)) worstByWall = offByWall
  }
  return {
    ms: Math.round(end.processorMs),
    worst: rounded(worst.off),
    at: rounded(worst.at),
    wallSeconds: Math.round(end.wallMs / 100) / 10,
    worstByWall: rounded(worstByWall),
  }
}

const rounded = (part: number): number => Math.round(part * 10_000) / 10_000
