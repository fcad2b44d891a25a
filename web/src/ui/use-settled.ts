import { useEffect, useState } from 'react'

/** The value once it has stopped changing for a while: for questions to the server while somebody types. */
export function useSettled<Value>(value: Value, millis = 400): Value {
  const [settled, setSettled] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), millis)
    return () => clearTimeout(timer)
  }, [value, millis])
  return settled
}
