/** The keyboard of the review: which key means which command, and when a key is only a letter being typed. */
import type { AnswerValue } from '../../shared/checklist/answers.ts'

export type ReviewCommand =
  | { readonly kind: 'answer'; readonly answer: AnswerValue }
  | { readonly kind: 'next' | 'previous' | 'nextUnanswered' | 'nextHeading' | 'previousHeading' }
  | { readonly kind: 'pin' | 'readyWording' | 'writeFinding' | 'leaveField' | 'shortcuts' }
  | { readonly kind: 'nextFinding' | 'previousFinding' | 'acceptFinding' | 'changeFinding' | 'dismissFinding' | 'listFindings' }

/** What is needed of a KeyboardEvent. */
export interface PressedKey {
  readonly key: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly altKey: boolean
  readonly isComposing: boolean
  /** 229 while an input method composes, also in browsers that do not set `isComposing` in time. */
  readonly keyCode: number
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
  p: { kind: 'pin' },
  w: { kind: 'readyWording' },
  e: { kind: 'writeFinding' },
  f: { kind: 'nextFinding' },
  d: { kind: 'previousFinding' },
  a: { kind: 'acceptFinding' },
  c: { kind: 'changeFinding' },
  x: { kind: 'dismissFinding' },
  l: { kind: 'listFindings' },
  '?': { kind: 'shortcuts' },
  '？': { kind: 'shortcuts' },
}

/** The command of a key, or null. While somebody types into a field only Escape, which leaves it, is a command. */
export function reviewCommand(key: PressedKey, typing: boolean): ReviewCommand | null {
  if (key.isComposing || key.keyCode === 229 || key.ctrlKey || key.metaKey || key.altKey) return null
  if (typing) return key.key === 'Escape' ? { kind: 'leaveField' } : null
  return COMMANDS[key.key.length === 1 ? key.key.toLowerCase() : key.key] ?? null
}

/** Keys as they are shown in the list of shortcuts, each with the name of its text in the language file. */
export const SHORTCUTS = [
  { keys: ['1', '2', '3', '4'], text: 'keyAnswer' },
  { keys: ['J', 'K'], text: 'keyStep' },
  { keys: ['U'], text: 'keyUnanswered' },
  { keys: ['[', ']'], text: 'keyHeading' },
  { keys: ['E'], text: 'keyFinding' },
  { keys: ['W'], text: 'keyWording' },
  { keys: ['P'], text: 'keyPin' },
  { keys: ['F', 'D'], text: 'keyFindingStep' },
  { keys: ['A', 'C', 'X'], text: 'keyFindingDecide' },
  { keys: ['L'], text: 'keyFindingList' },
  { keys: ['Esc'], text: 'keyLeave' },
  { keys: ['?'], text: 'keyShortcuts' },
] as const
