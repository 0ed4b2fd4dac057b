import { describe, expect, it } from 'vitest'
import { reviewCommand, SHORTCUTS, type PressedKey } from '../../../src/renderer/checklist/review-keys.ts'
import { words } from '../../../src/renderer/checklist/language.ts'

const press = (key: string, more: Partial<PressedKey> = {}): PressedKey => ({
  key, ctrlKey: false, metaKey: false, altKey: false, isComposing: false, keyCode: 0, ...more,
})

describe('keys of the review', () => {
  it('answers with 1 to 4', () => {
    expect(['1', '2', '3', '4'].map((key) => reviewCommand(press(key), false))).toEqual(
      ['yes', 'no', 'notApplicable', 'cannotTell'].map((answer) => ({ kind: 'answer', answer })),
    )
  })

  it('hears capitals and the marks of a Chinese keyboard as the same keys', () => {
    expect(reviewCommand(press('J'), false)).toEqual({ kind: 'next' })
    expect(reviewCommand(press('？'), false)).toEqual({ kind: 'shortcuts' })
    expect(reviewCommand(press('【'), false)).toEqual({ kind: 'previousHeading' })
  })

  it('takes no letter while somebody types, only Escape', () => {
    expect(reviewCommand(press('1'), true)).toBeNull()
    expect(reviewCommand(press('j'), true)).toBeNull()
    expect(reviewCommand(press('Escape'), true)).toEqual({ kind: 'leaveField' })
  })

  it('leaves every key to the input method while it composes', () => {
    expect(reviewCommand(press('1', { isComposing: true }), false)).toBeNull()
    expect(reviewCommand(press('Escape', { isComposing: true }), true)).toBeNull()
    expect(reviewCommand(press('Process', { keyCode: 229 }), false)).toBeNull()
  })

  it('leaves key combinations to the window', () => {
    expect(reviewCommand(press('p', { ctrlKey: true }), false)).toBeNull()
    expect(reviewCommand(press('j', { metaKey: true }), false)).toBeNull()
  })

  it('explains every key that is in the list', () => {
    for (const { text } of SHORTCUTS) expect(words.en[text].length).toBeGreaterThan(0)
    const listed = SHORTCUTS.flatMap(({ keys }) => keys).filter((key) => key !== 'Esc')
    for (const key of listed) expect(reviewCommand(press(key), false)).not.toBeNull()
  })
})
