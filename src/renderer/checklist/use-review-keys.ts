/** Hears the keys of the review, window-wide, while no dialog is open and nobody is typing. */
import { useEffect, useRef } from 'react'
import type { AnswerValue } from '../../shared/checklist/answers.ts'
import { isTypingPlace } from '../ui/shortcut.ts'
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
  readonly pin: () => void
  readonly takeWording: () => void
  readonly showShortcuts: () => void
  readonly stepFinding: (step: 1 | -1) => void
  readonly decideFinding: (part: 'accept' | 'change' | 'dismiss') => void
  readonly toggleFindings: () => void
}

function writeFinding(current: string | null): void {
  const field = (): HTMLElement | null => document.getElementById(`finding-${current}`)
  if (field() === null) document.getElementById(`add-finding-${current}`)?.click()
  else field()?.focus()
}

function leaveField(current: string | null): void {
  if (document.activeElement instanceof HTMLElement) document.activeElement.blur()
  document.getElementById(`question-${current}`)?.focus({ preventScroll: true })
}

function perform(command: ReviewCommand, acts: ReviewActs): void {
  const { headings, answers, current, editable } = acts
  switch (command.kind) {
    case 'answer':
      if (editable && current !== null) acts.answer(current, command.answer)
      break
    case 'next':
      if (acts.listed) acts.stepFinding(1)
      else acts.goTo(stepQuestion(headings, current, 1))
      break
    case 'previous':
      if (acts.listed) acts.stepFinding(-1)
      else acts.goTo(stepQuestion(headings, current, -1))
      break
    case 'nextUnanswered':
      acts.goTo(nextUnanswered(headings, current, answers))
      break
    case 'nextHeading':
      acts.goTo(stepHeading(headings, current, 1))
      break
    case 'previousHeading':
      acts.goTo(stepHeading(headings, current, -1))
      break
    case 'pin':
      if (editable) acts.pin()
      break
    case 'readyWording':
      if (editable) acts.takeWording()
      break
    case 'writeFinding':
      if (editable) writeFinding(current)
      break
    case 'leaveField':
      leaveField(current)
      break
    case 'shortcuts':
      acts.showShortcuts()
      break
    case 'nextFinding':
      acts.stepFinding(1)
      break
    case 'previousFinding':
      acts.stepFinding(-1)
      break
    case 'listFindings':
      acts.toggleFindings()
      break
    case 'acceptFinding':
      if (editable) acts.decideFinding('accept')
      break
    case 'changeFinding':
      if (editable) acts.decideFinding('change')
      break
    case 'dismissFinding':
      if (editable) acts.decideFinding('dismiss')
      break
  }
}

export function useReviewKeys(acts: ReviewActs): void {
  const latest = useRef(acts)
  latest.current = acts
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.defaultPrevented) return
      const typing = isTypingPlace(event.target)
      const command = reviewCommand(event, typing)
      if (command === null) return
      if (document.querySelector('.ant-modal-wrap:not([style*="display: none"]), .ant-drawer-open') !== null) return
      event.preventDefault()
      perform(command, latest.current)
    }
    // before the window's own shortcuts, which leave alone what is taken here
    window.addEventListener('keydown', hear, true)
    return () => window.removeEventListener('keydown', hear, true)
  }, [])
}
