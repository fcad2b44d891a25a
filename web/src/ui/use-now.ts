import { useEffect, useState } from 'react'

/** The time of this browser in ms since 1970, read again every so many: for « dans 48 min », never for a date. */
export function useNow(everyMillis: number): number {
  const [now, setNow] = useState(Date.now)
  useEffect(() => {
    const timer = setInterval(() => setNow(Date.now()), everyMillis)
    return () => clearInterval(timer)
  }, [everyMillis])
  return now
}
