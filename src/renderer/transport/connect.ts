/** Finds out which shell shows the page, once. Screens ask here and never look for themselves. */
import type { DesktopApi } from '../../shared/shell/desktop-api.ts'
import type { RememberedKey } from '../../shared/shell/remembered.ts'
import { createDesktopTransport } from './desktop-transport.ts'
import { createLoopbackTransport } from './loopback-transport.ts'
import type { Transport } from './transport.ts'

declare global {
  interface Window {
    /** Only in the desktop window. */
    readonly fashenDesktop?: DesktopApi
  }
}

export function connectTransport(): Transport {
  const api = window.fashenDesktop
  return api === undefined ? createLoopbackTransport(window.location.origin) : createDesktopTransport(api)
}

const PREFIX = 'fashen.'
/** What was chosen since the desktop window was opened; its web storage ends with the window. */
const chosen = new Map<RememberedKey, string>()

/** What the person chose last on this computer of how the window looks. */
export function remembered(key: RememberedKey): string | undefined {
  if (window.fashenDesktop === undefined) return window.localStorage.getItem(PREFIX + key) ?? undefined
  return chosen.get(key) ?? window.fashenDesktop.remembered[key]
}

export function remember(key: RememberedKey, value: string): void {
  if (window.fashenDesktop === undefined) return window.localStorage.setItem(PREFIX + key, value)
  chosen.set(key, value)
  window.fashenDesktop.remember(key, value)
}

/** To be called once, when a person can work: the shell measures its start by it. */
export function signalUsable(): void {
  performance.mark('usable')
  window.fashenDesktop?.signalUsable()
}
