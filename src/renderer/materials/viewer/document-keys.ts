/** The keyboard of the evidence pane, heard while it has the focus; the review's own keys come before these. */

export type DocumentCommand =
  | 'find' | 'findNext' | 'findPrevious' | 'findAll' | 'larger' | 'smaller' | 'fitWidth' | 'fitPage' | 'turnRight' | 'turnLeft' | 'thumbnails'
  | 'mark' | 'beside' | 'otherSide' | 'goTo' | 'nextPage' | 'previousPage' | 'print' | 'asRead' | 'leave'

/** What is needed of a KeyboardEvent. */
export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
}

const WITH_CONTROL: Readonly<Record<string, DocumentCommand>> = { f: 'find', '+': 'larger', '=': 'larger', '-': 'smaller', '0': 'fitWidth', p: 'print', g: 'goTo' }
const PLAIN: Readonly<Record<string, DocumentCommand>> = {
  '+': 'larger',
  '=': 'larger',
  '-': 'smaller',
  '0': 'fitWidth',
  '9': 'fitPage',
  r: 'turnRight',
  t: 'thumbnails',
  m: 'mark',
  h: 'beside',
  o: 'otherSide',
  v: 'asRead',
  ArrowRight: 'nextPage',
  ArrowLeft: 'previousPage',
  F3: 'findNext',
  Escape: 'leave',
}

/** The command of a key, or null. While somebody types into a field only keys with Ctrl, and F3, are commands. */
export function documentCommand(pressed: PressedKey, typing: boolean): DocumentCommand | null {
  const { altKey, shiftKey } = pressed
  const key = pressed.key.length === 1 ? pressed.key.toLowerCase() : pressed.key
  if (altKey) return null
  if (pressed.ctrlKey || pressed.metaKey) return key === 'f' && shiftKey ? 'findAll' : (WITH_CONTROL[key] ?? null)
  if (key === 'F3') return shiftKey ? 'findPrevious' : 'findNext'
  if (typing) return null
  if (key === 'r' && shiftKey) return 'turnLeft'
  return PLAIN[key] ?? null
}
