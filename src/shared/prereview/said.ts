import type { Bilingual } from '../values/values.ts'

/** A text of a rule in both languages. */
export function said(chinese: string, english: string): Bilingual {
  return { 'zh-CN': chinese, en: english }
}
