/** What a window says, judged: raw keys, codes, unfilled places, words of the other language. */
import type { Page } from 'playwright-core'
import { FEATURE_WORDS } from '../../src/renderer/language/features.ts'
import * as LABELS from '../../src/shared/catalogue/vocabulary-labels.ts'
import { CASE_ACTION_LABELS, CASE_STATE_LABELS } from '../../src/shared/cases/state-machine-terms.ts'
import { TRANSFER_ACTION_LABELS, TRANSFER_STATE_LABELS } from '../../src/shared/cases/state-machine-transfer.ts'
import { LANGUAGES } from '../../src/shared/values/languages.ts'
import type { Bilingual, Language } from '../../src/shared/values/values.ts'

/** Where texts stand that are not the interface's own. */
const OTHERS =
  'script, style, textarea, kbd, .sheet-line, .evidence-paper, .evidence-texts, .opinion-section h3, .opinion-fixed, .masking-words, .masking-go, .forms-printed'

/** Every text on screen and every name, title and placeholder, each once. */
export async function textsOf(page: Page): Promise<string[]> {
  return page.evaluate((others) => {
    const texts = new Set<string>()
    const isShown = (element: Element | null): boolean =>
      element?.checkVisibility({ visibilityProperty: true }) ?? false
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      const parent = node.parentElement
      // official documents and the papers of a case are Chinese in every language; keys are called what is printed on them
      if (parent?.closest(others) === null && isShown(parent)) texts.add(node.textContent ?? '')
    }
    for (const element of document.body.querySelectorAll('[aria-label], [title], [placeholder], [alt]')) {
      if (!isShown(element) || element.matches(others)) continue
      for (const name of ['aria-label', 'title', 'placeholder', 'alt']) texts.add(element.getAttribute(name) ?? '')
    }
    return [...texts].map((text) => text.trim()).filter((text) => text !== '')
  }, OTHERS)
}

interface Tree {
  readonly [key: string]: string | Tree
}

function* leaves(tree: Tree, path: string): Generator<readonly [path: string, text: string]> {
  for (const [key, value] of Object.entries(tree)) {
    const here = path === '' ? key : `${path}.${key}`
    if (typeof value === 'string') yield [here, value]
    else yield* leaves(value, here)
  }
}

/** The words of the interface in one language by key, and the labels of the vocabulary. */
function interfaceWords(language: Language): Map<string, string> {
  const words = new Map<string, string>()
  for (const [feature, tree] of Object.entries(FEATURE_WORDS)) {
    for (const [path, text] of leaves(tree[language] as Tree, '')) words.set(`${feature}:${path}`, text)
  }
  const tables: Record<string, unknown> = { ...LABELS, CASE_STATE_LABELS, CASE_ACTION_LABELS, TRANSFER_STATE_LABELS, TRANSFER_ACTION_LABELS }
  for (const [table, labels] of Object.entries(tables)) {
    if (typeof labels !== 'object' || labels === null) continue
    for (const [code, label] of Object.entries(labels as Record<string, Bilingual>))
      words.set(`${table}/${code}`, label[language])
  }
  return words
}

const WORDS: Readonly<Record<Language, ReadonlyMap<string, string>>> = {
  'zh-CN': interfaceWords('zh-CN'),
  en: interfaceWords('en'),
}
const KEYS = [...WORDS.en.keys()]
  .filter((key) => key.includes(':') && key.includes('.'))
  .map((key) => key.slice(key.indexOf(':') + 1))
const CODES = /\b(not-allowed|invalid-input|transition-refused|internal|undefined|\[object Object\])\b|\{\{|\bNaN\b/

/** Texts of the other language that are the interface's own: whole words, and sentences with their places filled. */
function foreignWords(texts: readonly string[], language: Language): string[] {
  const other = LANGUAGES.find((one) => one !== language) ?? language
  const own = new Set(WORDS[language].values())
  const whole = new Set<string>()
  const patterns: RegExp[] = []
  for (const text of WORDS[other].values()) {
    if (own.has(text)) continue
    const pieces = text.split(/\{\{\w+\}\}/)
    const letters = pieces.join('').match(/\p{L}/gu)?.length ?? 0
    if (pieces.length === 1) whole.add(text)
    else if (letters >= (other === 'en' ? 8 : 4)) {
      patterns.push(
        new RegExp(
          `^${pieces.map((piece) => piece.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)).join('.+')}$`,
          'su',
        ),
      )
    }
  }
  return texts.filter((text) => whole.has(text) || patterns.some((pattern) => pattern.test(text)))
}

/** Everything on screen that no person should have to read; empty when all is well. */
export async function wordTroubles(page: Page, language: Language): Promise<string[]> {
  const texts = await textsOf(page)
  const keyed = texts.filter((text) => KEYS.some((key) => text === key || text.includes(`:${key}`)))
  const coded = texts.filter((text) => CODES.test(text))
  const foreign = foreignWords(texts, language)
  return [
    ...keyed.map((text) => `key: ${text}`),
    ...coded.map((text) => `code: ${text}`),
    ...foreign.map((text) => `not ${language}: ${text}`),
  ]
}
