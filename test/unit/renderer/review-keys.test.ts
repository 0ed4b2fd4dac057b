import { describe, expect, it } from 'vitest'
import { reviewCommand, SHORTCUTS, type KeySituation, type PressedKey, type ReviewCommand } from '../../../src/renderer/checklist/review-keys.ts'
import { words } from '../../../src/renderer/checklist/language.ts'

const press = (key: string, more: Partial<PressedKey> = {}): PressedKey => ({
  key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, isComposing: false, keyCode: 0, ...more,
})
const command = (pressed: PressedKey, situation: Partial<KeySituation> = {}): ReviewCommand | null =>
  reviewCommand(pressed, { typing: false, afterPrefix: false, ...situation })
const TYPING = { typing: true }

/** Every key that is a command in some situation. */
const ALL = [...'1234jkugbesnipwfdacxl[]【】?？', 'F6', 'Escape'].map((key) => press(key))
const WITH_CONTROL = [...'ziyZY'].map((key) => press(key, { ctrlKey: true, shiftKey: key !== key.toLowerCase() }))

describe('keys of the review', () => {
  it('answers with 1 to 4', () => {
    expect(['1', '2', '3', '4'].map((key) => command(press(key)))).toEqual(
      ['yes', 'no', 'notApplicable', 'cannotTell'].map((answer) => ({ kind: 'answer', answer })),
    )
  })

  it('hears capitals and the marks of a Chinese keyboard as the same keys', () => {
    expect(command(press('J'))).toEqual({ kind: 'next' })
    expect(command(press('？'))).toEqual({ kind: 'shortcuts' })
    expect(command(press('【'))).toEqual({ kind: 'previousHeading' })
  })

  it('goes to a heading by G and its number, and answers with the number otherwise', () => {
    expect(command(press('g'))).toEqual({ kind: 'headingPrefix' })
    for (const number of [1, 4, 8]) expect(command(press(String(number)), { afterPrefix: true })).toEqual({ kind: 'heading', number })
    expect(command(press('9'), { afterPrefix: true })).toBeNull()
    expect(command(press('j'), { afterPrefix: true })).toEqual({ kind: 'next' })
  })

  it('takes no letter and no number while somebody types, only what leaves the field or helps to fill it', () => {
    const heard = ALL.filter((pressed) => command(pressed, TYPING) !== null).map(({ key }) => key)
    expect(heard).toEqual(['F6', 'Escape'])
    expect(command(press('8'), { typing: true, afterPrefix: true })).toBeNull()
    expect(command(press('i', { ctrlKey: true }), TYPING)).toEqual({ kind: 'phrases' })
  })

  it('leaves undo to the text while somebody types, and to the case otherwise', () => {
    for (const pressed of [press('z', { ctrlKey: true }), press('Z', { ctrlKey: true, shiftKey: true }), press('y', { metaKey: true })]) {
      expect(command(pressed, TYPING)).toBeNull()
    }
    expect(command(press('z', { ctrlKey: true }))).toEqual({ kind: 'undo' })
    expect(command(press('Z', { metaKey: true, shiftKey: true }))).toEqual({ kind: 'redo' })
    expect(command(press('y', { ctrlKey: true }))).toEqual({ kind: 'redo' })
  })

  it('leaves every key to the input method while it composes', () => {
    for (const typing of [true, false]) {
      for (const pressed of [...ALL, ...WITH_CONTROL]) {
        expect(command({ ...pressed, isComposing: true }, { typing })).toBeNull()
        expect(command({ ...pressed, keyCode: 229 }, { typing })).toBeNull()
      }
    }
    expect(command(press('Process', { keyCode: 229 }))).toBeNull()
  })

  it('leaves other key combinations to the window', () => {
    expect(command(press('p', { ctrlKey: true }))).toBeNull()
    expect(command(press('j', { metaKey: true }))).toBeNull()
    expect(command(press('1', { altKey: true }))).toBeNull()
    expect(command(press('z', { ctrlKey: true, altKey: true }))).toBeNull()
  })

  it('lists every key, each with its words, and nothing that is no key', () => {
    for (const { text } of SHORTCUTS) {
      expect(words.en[text].length).toBeGreaterThan(0)
      expect(words['zh-CN'][text].length).toBeGreaterThan(0)
    }
    const listed = SHORTCUTS.flatMap(({ keys }): readonly string[] => keys)
    const plain = listed.filter((key) => key.length === 1)
    for (const key of plain) expect([key, command(press(key)) === null]).toEqual([key, false])
    const missing = ALL.map(({ key }) => key.toUpperCase()).filter(
      (key) => !['【', '】', '？', 'ESCAPE', 'G'].includes(key) && !listed.includes(key),
    )
    expect(missing).toEqual([])
    expect(listed).toContain('G 1…8')
  })
})
