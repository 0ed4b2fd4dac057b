/** Every feature's words. A feature that is not listed here has none. */
import { words as app } from '../app/language.ts'
import { words as ui } from '../ui/language.ts'
import type { PathOf } from './define-language.ts'

export const FEATURE_WORDS = {
  app,
  ui,
} as const

type Features = typeof FEATURE_WORDS

/** `feature:path.to.text`, such as `ui:save`. */
export type WordKey = { [Name in keyof Features & string]: `${Name}:${PathOf<Features[Name]['zh-CN']>}` }[keyof Features & string]
