/** The keyboard of the review: which key means which command, and when a key is only a letter being typed. */
import type { AnswerValue } from '../../shared/checklist/answers.ts'

export type ReviewCommand =
  | { readonly kind: 'answer'; readonly answer: AnswerValue }
  | { readonly kind: 'next' | 'previous' | 'nextUnanswered' | 'nextHeading' | 'previousHeading' }
  /** The key after this one, 1 to 8, is the number of a heading. */
  | { readonly kind: 'headingPrefix' }
  | { readonly kind: 'heading'; readonly number: number }
  | { readonly kind: 'writeFinding' | 'writeSuggestion' | 'writeNote' | 'phrases' | 'pin' | 'readyWording' | 'basis' }
  | { readonly kind: 'leaveField' | 'shortcuts' | 'undo' | 'redo' | 'nextPane' | 'previousPane' }
  | { readonly kind: 'nextFinding' | 'previousFinding' | 'acceptFinding' | 'changeFinding' | 'dismissFinding' | 'listFindings' }

/** What is needed of a KeyboardEvent. */
export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly shiftKey: boolean
  readonly isComposing: boolean
  /** 229 while an input method composes, also in browsers that do not set `isComposing` in time. */
  readonly keyCode: number
}

export interface KeySituation {
  /** Somebody types into a field. */
  readonly typing: boolean
  /** The key before this one was the prefix of a heading. */
  readonly afterPrefix: boolean
}

const COMMANDS: Readonly<Record<string, ReviewCommand>> = {
  '1': { kind: 'answer', answer: 'yes' },
  '2': { kind: 'answer', answer: 'no' },
  '3': { kind: 'answer', answer: 'notApplicable' },
  '4': { kind: 'answer', answer: 'cannotTell' },
  j: { kind: 'next' },
  k: { kind: 'previous' },
  u: { kind: 'nextUnanswered' },
  ']': { kind: 'nextHeading' },
  '[': { kind: 'previousHeading' },
  // a Chinese input method turns the brackets into these
  '】': { kind: 'nextHeading' },
  '【': { kind: 'previousHeading' },
  g: { kind: 'headingPrefix' },
  b: { kind: 'basis' },
  e: { kind: 'writeFinding' },
  s: { kind: 'writeSuggestion' },
  n: { kind: 'writeNote' },
  i: { kind: 'phrases' },
  p: { kind: 'pin' },
  w: { kind: 'readyWording' },
  f: { kind: 'nextFinding' },
  d: { kind: 'previousFinding' },
  a: { kind: 'acceptFinding' },
  c: { kind: 'changeFinding' },
  x: { kind: 'dismissFinding' },
  l: { kind: 'listFindings' },
  '?': { kind: 'shortcuts' },
  '？': { kind: 'shortcuts' },
}

/** Ctrl, or ⌘ on a Mac. A text being typed keeps its own undo. */
function controlCommand({ key, shiftKey }: PressedKey, typing: boolean): ReviewCommand | null {
  const letter = key.toLowerCase()
  if (letter === 'i' && !shiftKey) return { kind: 'phrases' }
  if (typing) return null
  if (letter === 'z') return { kind: shiftKey ? 'redo' : 'undo' }
  return letter === 'y' && !shiftKey ? { kind: 'redo' } : null
}

/**
 * The command of a key, or null. While somebody types into a field only Escape, which leaves it, F6 and Ctrl+I are
 * commands; every key that an input method composes with is its own.
 */
export function reviewCommand(pressed: PressedKey, { typing, afterPrefix }: KeySituation): ReviewCommand | null {
  const { key, ctrlKey, metaKey, altKey, shiftKey, isComposing, keyCode } = pressed
  if (isComposing || keyCode === 229 || altKey) return null
  if (ctrlKey || metaKey) return controlCommand(pressed, typing)
  if (key === 'F6') return { kind: shiftKey ? 'previousPane' : 'nextPane' }
  if (typing) return key === 'Escape' ? { kind: 'leaveField' } : null
  if (afterPrefix && /^[1-8]$/.test(key)) return { kind: 'heading', number: Number(key) }
  return COMMANDS[key.length === 1 ? key.toLowerCase() : key] ?? null
}

/** Keys as they are shown in the list of shortcuts, each with the name of its text in the language file. */
export const SHORTCUTS = [
  { keys: ['1', '2', '3', '4'], text: 'keyAnswer' },
  { keys: ['J', 'K'], text: 'keyStep' },
  { keys: ['U'], text: 'keyUnanswered' },
  { keys: ['[', ']'], text: 'keyHeading' },
  { keys: ['G 1…8'], text: 'keyHeadingNumber' },
  { keys: ['B'], text: 'keyBasis' },
  { keys: ['E', 'S', 'N'], text: 'keyTexts' },
  { keys: ['I', 'Ctrl+I'], text: 'keyPhrases' },
  { keys: ['W'], text: 'keyWording' },
  { keys: ['P'], text: 'keyPin' },
  { keys: ['F', 'D'], text: 'keyFindingStep' },
  { keys: ['A', 'C', 'X'], text: 'keyFindingDecide' },
  { keys: ['L'], text: 'keyFindingList' },
  { keys: ['Ctrl+Z', 'Ctrl+Shift+Z'], text: 'keyUndo' },
  { keys: ['F6', 'Shift+F6'], text: 'keyPane' },
  { keys: ['Esc'], text: 'keyLeave' },
  { keys: ['?'], text: 'keyShortcuts' },
] as const
