/** Hears the keys of the review, window-wide, while no dialog is open and nobody is typing. */
import { useEffect, useRef } from 'react'
import type { AnswerValue } from '../../shared/checklist/answers.ts'
import { isTypingPlace } from '../ui/shortcut.ts'
import { textId, type TextName } from './answer-text-ids.ts'
import type { Direction } from './answer-history.ts'
import { nextUnanswered, stepHeading, stepQuestion, type OrderedHeading, type ShownAnswers } from './question-order.ts'
import { reviewCommand, type ReviewCommand } from './review-keys.ts'

export interface ReviewActs {
  readonly headings: readonly OrderedHeading[]
  readonly answers: ShownAnswers
  readonly current: string | null
  /** The list of findings is shown in place of the questions: the same keys step through it. */
  readonly listed: boolean
  readonly editable: boolean
  readonly goTo: (questionId: string | null) => void
  readonly answer: (questionId: string, answer: AnswerValue) => void
  readonly showBasis: () => void
  readonly pin: () => void
  readonly takeWording: () => void
  readonly showShortcuts: () => void
  readonly stepFinding: (step: 1 | -1) => void
  readonly decideFinding: (part: 'accept' | 'change' | 'dismiss') => void
  readonly toggleFindings: () => void
  readonly history: (direction: Direction) => void
  readonly switchPane: (step: 1 | -1) => void
}

/** How long a prefix waits for the key after it, in ms. */
const PREFIX_WAITS = 2000

function press(elementId: string): boolean {
  const element = document.getElementById(elementId)
  element?.click()
  return element !== null
}

function write(current: string | null, name: TextName): void {
  if (current === null) return
  const field = document.getElementById(textId(name, current))
  if (field !== null) field.focus()
  else press(textId(name, current, 'add'))
}

/** For the text being typed into, else for the finding of the current question. */
function openPhrases(current: string | null): void {
  const { activeElement } = document
  if (activeElement !== null && isTypingPlace(activeElement)) press(`phrases-${activeElement.id}`)
  else if (current !== null && !press(`phrases-${textId('finding', current)}`)) press(textId('finding', current, 'phrases-after'))
}

function leaveField(current: string | null): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  document.getElementById(`question-${current}`)?.focus({ preventScroll: true })
}

function move(command: ReviewCommand, acts: ReviewActs): boolean {
  const { headings, answers, current, listed } = acts
  switch (command.kind) {
    case 'next':
    case 'previous': {
      const step = command.kind === 'next' ? 1 : -1
      if (listed) acts.stepFinding(step)
      else acts.goTo(stepQuestion(headings, current, step))
      return true
    }
    case 'nextUnanswered':
      acts.goTo(nextUnanswered(headings, current, answers))
      return true
    case 'nextHeading':
      acts.goTo(stepHeading(headings, current, 1))
      return true
    case 'previousHeading':
      acts.goTo(stepHeading(headings, current, -1))
      return true
    case 'heading':
      acts.goTo(headings[command.number - 1]?.questionIds[0] ?? null)
      return true
    case 'nextPane':
      acts.switchPane(1)
      return true
    case 'previousPane':
      acts.switchPane(-1)
      return true
    case 'nextFinding':
      acts.stepFinding(1)
      return true
    case 'previousFinding':
      acts.stepFinding(-1)
      return true
    default:
      return false
  }
}

/** What changes an answer or a finding; for whoever may. */
function edit(command: ReviewCommand, acts: ReviewActs): void {
  const { current } = acts
  switch (command.kind) {
    case 'answer':
      if (current !== null) acts.answer(current, command.answer)
      break
    case 'pin':
      acts.pin()
      break
    case 'readyWording':
      acts.takeWording()
      break
    case 'writeFinding':
      write(current, 'finding')
      break
    case 'writeSuggestion':
      write(current, 'suggestion')
      break
    case 'writeNote':
      write(current, 'note')
      break
    case 'phrases':
      openPhrases(current)
      break
    case 'undo':
    case 'redo':
      acts.history(command.kind)
      break
    case 'acceptFinding':
      acts.decideFinding('accept')
      break
    case 'changeFinding':
      acts.decideFinding('change')
      break
    case 'dismissFinding':
      acts.decideFinding('dismiss')
      break
  }
}

function perform(command: ReviewCommand, acts: ReviewActs): void {
  if (move(command, acts)) return
  switch (command.kind) {
    case 'basis':
      acts.showBasis()
      break
    case 'leaveField':
      leaveField(acts.current)
      break
    case 'shortcuts':
      acts.showShortcuts()
      break
    case 'listFindings':
      acts.toggleFindings()
      break
    default:
      if (acts.editable) edit(command, acts)
  }
}

export function useReviewKeys(acts: ReviewActs): void {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    let prefixAt = -Infinity
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const typing = isTypingPlace(event.target)
      const command = reviewCommand(event, { typing, afterPrefix: event.timeStamp - prefixAt < PREFIX_WAITS })
      if (command === null) return
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open') !== null) return
      // the picker of phrases leaves itself, back into its field
      if (command.kind === 'leaveField' && event.target instanceof Element && event.target.closest('.phrase-picker') !== null) return
      event.preventDefault()
      prefixAt = command.kind === 'headingPrefix' ? event.timeStamp : -Infinity
      perform(command, latest.current)
    }
    // before the window's own shortcuts, which leave alone what is taken here
    window.addEventListener('keydown', hear, true)
    return () => window.removeEventListener('keydown', hear, true)
  }, [])
}
