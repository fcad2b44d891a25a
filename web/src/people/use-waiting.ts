import { useState } from 'react'
import { ApiError } from '../app/api.ts'
import { useNow } from '../ui/use-now.ts'

/** After too many tries: how many seconds the door stays closed, counted down; 0 when it is open. */
export function useWaiting() {
  const [until, setUntil] = useState(0)
  const now = useNow(1000)
  return {
    seconds: Math.max(0, Math.ceil((until - now) / 1000)),
    /** Takes the waiting time from a refusal, if it carries one. */
    heed(problem: unknown): void {
      const seconds = problem instanceof ApiError ? problem.details.retryAfterSeconds : undefined
      if (typeof seconds === 'number') setUntil(Date.now() + seconds * 1000)
    },
  }
}

/** 372 → « 6:12 ». */
export const minutesAndSeconds = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`
