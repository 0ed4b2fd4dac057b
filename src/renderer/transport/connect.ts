/** Finds out which shell shows the page, once. Screens ask here and never look for themselves. */
import type { DesktopApi } from '../../shared/shell/desktop-api.ts'
import { isLanguage, type Language } from '../../shared/values/languages.ts'
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

const LANGUAGE_KEY = 'fashen.language'

/** The language that the person chose last on this computer; the desktop window keeps nothing in web storage. */
export function rememberedLanguage(): Language | undefined {
  if (window.fashenDesktop !== undefined) return window.fashenDesktop.language
  const kept = window.localStorage.getItem(LANGUAGE_KEY)
  return isLanguage(kept) ? kept : undefined
}

export function rememberLanguage(language: Language): void {
  if (window.fashenDesktop === undefined) window.localStorage.setItem(LANGUAGE_KEY, language)
  else window.fashenDesktop.rememberLanguage(language)
}

/** To be called once, when a person can work: the shell measures its start by it. */
export function signalUsable(): void {
  performance.mark('usable')
  window.fashenDesktop?.signalUsable()
}
