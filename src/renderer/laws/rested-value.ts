import { useEffect, useState } from 'react'

/** The value once it has rested for `ms` milliseconds, so that not every key asks the core. */
export function useRested<Value>(value: Value, ms = 180): Value {
  const [rested, setRested] = useState(value)
  useEffect(() => {
    const timer = setTimeout(() => setRested(value), ms)
    return () => clearTimeout(timer)
  }, [value, ms])
  return rested
}
