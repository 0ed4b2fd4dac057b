/** A number pattern as it is typed: its parts carry names of the language that is shown. Pure. */
import { NUMBER_PARTS, numberText, type NumberPart, type NumberPattern } from '../../shared/numbering/number-pattern.ts'
import type { Language } from '../../shared/values/values.ts'

export const PART_NAMES: Readonly<Record<Language, Readonly<Record<NumberPart, string>>>> = {
  'zh-CN': { agency: '代字', year: '年', serial: '序号' },
  en: { agency: 'code', year: 'year', serial: 'no.' },
}

/** `{agency}法审` as `{代字}法审`. */
export function shownForm(form: string, language: Language): string {
  return NUMBER_PARTS.reduce((text, part) => text.replaceAll(`{${part}}`, `{${PART_NAMES[language][part]}}`), form)
}

/** The opposite; names of either language are understood, and braces of full width. */
export function keptForm(shown: string): string {
  const narrow = shown.replaceAll('｛', '{').replaceAll('｝', '}').replaceAll(/\{\s*([^{}]*?)\s*\}/gu, '{$1}')
  return NUMBER_PARTS.reduce(
    (text, part) => Object.values(PART_NAMES).reduce((more, names) => more.replaceAll(`{${names[part]}}`, `{${part}}`), text),
    narrow,
  ).trim()
}

/** The first and the twelfth number of a year, and the first of the next. */
export function sampleNumbers(pattern: NumberPattern, agencyCode: string, year: number): readonly string[] {
  const next = pattern.restart === 'yearly' ? 1 : 13
  return [numberText(pattern, agencyCode, year, 1), numberText(pattern, agencyCode, year, 12), numberText(pattern, agencyCode, year + 1, next)]
}
