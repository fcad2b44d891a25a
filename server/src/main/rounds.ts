import type { HeldLocks } from '../platform/database/held-locks.ts'
import { type Places, places } from '../platform/places.ts'

/** Work that every organisation has in its turn, again and again. */
export interface Rounds {
  /**
   * Gives each of them its turn, all at once and each in its own time. One that is still at its last turn, here or in another server, is
   * passed over: what hangs holds up nobody but itself. Resolves when all that was begun here has ended; what broke was told.
   */
  turn(organizations: readonly number[], work: (organization: number) => Promise<unknown>): Promise<void>
  /** Begins nothing more, and waits for what is under way: at most so long. */
  stop(patienceMs: number): Promise<void>
}

interface RoundsGiven {
  readonly name: string
  /** Organisations at work at the same time: enough that those which hang leave places, few enough for memory. */
  readonly most: number
  readonly locks: HeldLocks
  readonly onError: (error: Error) => void
}

/** The rounds of one kind of work. */
export function independentRounds({ name, most, locks, onError }: RoundsGiven): Rounds {
  const at: Places = places(most)
  const underWay = new Map<number, Promise<void>>()
  let isStopping = false
  const alone = async (organization: number, work: (organization: number) => Promise<unknown>) => {
    const lock = `round ${name} ${organization}`
    if (isStopping || !(await locks.take(lock))) return
    try {
      await work(organization)
    } finally {
      await locks.give(lock)
    }
  }
  return {
    async turn(organizations, work) {
      const begun = organizations
        .filter((organization) => !isStopping && !underWay.has(organization))
        .map((organization) => {
          const done = at(() => alone(organization, work))
            .catch((error: unknown) => onError(error instanceof Error ? error : new Error(String(error))))
            .finally(() => underWay.delete(organization))
          underWay.set(organization, done)
          return done
        })
      await Promise.all(begun)
    },
    async stop(patienceMs) {
      isStopping = true
      let timer: NodeJS.Timeout | undefined
      const enough = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, patienceMs)
      })
      await Promise.race([Promise.all(underWay.values()), enough])
      clearTimeout(timer)
    },
  }
}
