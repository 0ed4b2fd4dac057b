/** The few pictures of the screens before the sign-in, drawn with one line. */
import type { ReactNode } from 'react'

const SHAPES = {
  sun: (
    <>
      <circle cx="12" cy="12" r="4.2" />
      <path d="M12 2.5v2.4M12 19.1v2.4M2.5 12h2.4M19.1 12h2.4M5.3 5.3 7 7M17 17l1.7 1.7M5.3 18.7 7 17M17 7l1.7-1.7" />
    </>
  ),
  moon: <path d="M20.4 14.3A8.9 8.9 0 1 1 9.7 3.6a7 7 0 0 0 10.7 10.7Z" />,
  eye: (
    <>
      <path d="M2.2 12C4.3 7.7 7.6 5.5 12 5.5s7.7 2.2 9.8 6.5c-2.1 4.3-5.4 6.5-9.8 6.5S4.3 16.3 2.2 12Z" />
      <circle cx="12" cy="12" r="3.1" />
    </>
  ),
  eyeClosed: (
    <>
      <path d="M2.2 12C4.3 7.7 7.6 5.5 12 5.5s7.7 2.2 9.8 6.5c-2.1 4.3-5.4 6.5-9.8 6.5S4.3 16.3 2.2 12Z" />
      <circle cx="12" cy="12" r="3.1" />
      <path d="M4 20 20 4" />
    </>
  ),
} as const

export function PlainIcon({ name }: { name: keyof typeof SHAPES }): ReactNode {
  return (
    <svg className="fs-icon" viewBox="0 0 24 24" aria-hidden focusable="false">
      {SHAPES[name]}
    </svg>
  )
}
