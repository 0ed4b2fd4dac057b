/** What is worked on is painted first; what stands beside it is made after that. */
import { useEffect, useState } from 'react'

/** Milliseconds after which it is time in any case: a window that is not seen paints nothing. */
const AT_LATEST = 120

/** False until the first picture of the component is on the screen. */
export function useAfterPaint(): boolean {
  const [painted, setPainted] = useState(false)
  useEffect(() => {
    let timer = setTimeout(() => setPainted(true), AT_LATEST)
    const frame = requestAnimationFrame(() => {
      clearTimeout(timer)
      // a callback of a frame runs before it is painted
      timer = setTimeout(() => setPainted(true))
    })
    return () => {
      cancelAnimationFrame(frame)
      clearTimeout(timer)
    }
  }, [])
  return painted
}
