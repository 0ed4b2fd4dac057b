/** Keyboard commands. A command without Ctrl, ⌘ or Alt, but for Esc and the function keys, is not heard while a person types or composes a word. */
import { useEffect, useRef } from 'react'
import { isComposingKey } from './text-field.tsx'

export interface KeyChord {
  /** Lower-case `event.key`: `j`, `?`, `enter`, `arrowdown`. */
  readonly key: string
  /** Ctrl, or ⌘ on a Mac. */
  readonly mod: boolean
  readonly alt: boolean
  readonly shift: boolean
}

/** Parses `mod+k`, `alt+arrowleft`, `?`, `shift+j`. */
export function parseChord(text: string): KeyChord {
  const parts = text
    .toLowerCase()
    .split('+')
    .filter((part) => part !== '')
  const key = text.endsWith('+') ? '+' : (parts.at(-1) ?? '')
  return { key, mod: parts.includes('mod'), alt: parts.includes('alt'), shift: parts.includes('shift') }
}

/**
 * Shift is looked at only for letters and named keys: `?` is typed with Shift on some keyboards and without on
 * others.
 */
export function matchesChord(
  event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>,
  chord: KeyChord,
): boolean {
  const sameShift = /^[a-z]$|^[a-z]{2,}$/.test(chord.key) ? event.shiftKey === chord.shift : true
  return (
    event.key.toLowerCase() === chord.key &&
    (event.ctrlKey || event.metaKey) === chord.mod &&
    event.altKey === chord.alt &&
    sameShift
  )
}

export function isTypingPlace(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false
  if (target.isContentEditable || target.tagName === 'TEXTAREA' || target.tagName === 'SELECT') return true
  if (target.tagName !== 'INPUT') return false
  return !['checkbox', 'radio', 'button', 'submit', 'file', 'range'].includes((target as HTMLInputElement).type)
}

export interface ShortcutOptions {
  readonly enabled?: boolean | undefined
  /** Also heard while a dialog is open. */
  readonly inDialogs?: boolean | undefined
}

/** Runs `act` on any of the chords, window-wide, while the component is on screen. */
export function useShortcut(
  chords: string | readonly string[],
  act: (event: KeyboardEvent) => void,
  options: ShortcutOptions = {},
): void {
  const { enabled = true, inDialogs = false } = options
  const latest = useRef(act)
  latest.current = act
  const list = typeof chords === 'string' ? chords : chords.join(' ')
  useEffect(() => {
    if (!enabled) return undefined
    const parsed = list.split(' ').map(parseChord)
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || isComposingKey(event)) return
      const chord = parsed.find((one) => matchesChord(event, one))
      if (chord === undefined) return
      if (!chord.mod && !chord.alt && !/^(escape|f\d+)$/.test(chord.key) && isTypingPlace(event.target)) return
      if (!inDialogs && document.querySelector('.ant-modal-wrap:not([style*="display: none"])') !== null) return
      event.preventDefault()
      latest.current(event)
    }
    window.addEventListener('keydown', hear)
    return () => window.removeEventListener('keydown', hear)
  }, [list, enabled, inDialogs])
}
