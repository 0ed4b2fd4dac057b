import { describe, expect, test } from 'vitest'
import { FEATURE_WORDS } from '../../../src/renderer/language/features.ts'
import { firstLanguage } from '../../../src/renderer/language/language.ts'

type Tree = { readonly [key: string]: string | Tree }

function texts(tree: Tree, path = ''): Map<string, string> {
  const found = new Map<string, string>()
  for (const [key, value] of Object.entries(tree)) {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') found.set(here, value)
    else for (const [inner, text] of texts(value, here)) found.set(inner, text)
  }
  return found
}

const places = (text: string): string[] =>
  [...text.matchAll(/\{\{(\w+)\}\}/g)].map((match) => match[1] ?? '').toSorted()

describe.each(Object.entries(FEATURE_WORDS))('the words of %s', (_, words) => {
  const zh = texts(words['zh-CN'] as unknown as Tree)
  const en = texts(words.en as unknown as Tree)

  test('are there in both languages, and none is empty', () => {
    expect([...en.keys()].toSorted()).toEqual([...zh.keys()].toSorted())
    expect([...zh, ...en].filter(([, text]) => text.trim() === '')).toEqual([])
  })

  test('fill the same places in both languages', () => {
    const differing = [...zh]
      .filter(([key, text]) => places(text).join() !== places(en.get(key) ?? '').join())
      .map(([key]) => key)
    expect(differing).toEqual([])
  })

  test('of English hold no Chinese sentence', () => {
    // A Chinese term may stand beside the English one; a whole sentence was forgotten.
    expect([...en].filter(([, text]) => /[\u4e00-\u9fff]{9,}/.test(text))).toEqual([])
  })
})

describe('the first language', () => {
  test('is the one chosen before, else the system’s, else Chinese', () => {
    expect(firstLanguage('en', ['zh-CN'])).toBe('en')
    expect(firstLanguage(undefined, ['fr-FR', 'en-GB', 'zh-CN'])).toBe('en')
    expect(firstLanguage(undefined, ['zh-Hans-CN'])).toBe('zh-CN')
    expect(firstLanguage(undefined, ['fr-FR'])).toBe('zh-CN')
  })
})
