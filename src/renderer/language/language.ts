/**
 * The language of the interface. The system's language first; what the person chooses is kept on this computer and
 * changes every text at once, without a reload, so that nothing typed is lost.
 */
import { createInstance } from 'i18next'
import { useCallback } from 'react'
import { initReactI18next, useTranslation } from 'react-i18next'
import { isLanguage, LANGUAGES } from '../../shared/values/languages.ts'
import type { Bilingual, Language } from '../../shared/values/values.ts'
import { remember, remembered } from '../transport/connect.ts'
import type { FeatureWords, Words } from './define-language.ts'
import type { WordKey } from './features.ts'
import { FIRST_WORDS } from './first-words.ts'

export type WordValues = Readonly<Record<string, string | number>>
export type Translate = (key: WordKey, values?: WordValues) => string

/** @param chosen what the person chose before; @param preferred the system's languages, most wanted first. */
export function firstLanguage(chosen: Language | undefined, preferred: readonly string[]): Language {
  if (chosen !== undefined) return chosen
  for (const tag of preferred) {
    const name = tag.toLowerCase().split('-')[0]
    if (name === 'zh') return 'zh-CN'
    if (name === 'en') return 'en'
  }
  return 'zh-CN'
}

type WordsByFeature = Readonly<Record<string, FeatureWords<Words>>>

function resources(all: WordsByFeature, language: Language): Record<string, object> {
  return Object.fromEntries(Object.entries(all).map(([feature, words]) => [feature, words[language]]))
}

const i18n = createInstance()

/** Called once before the first render. */
export function startLanguage(): void {
  const chosen = remembered('language')
  const language = firstLanguage(isLanguage(chosen) ? chosen : undefined, navigator.languages)
  void i18n.use(initReactI18next).init({
    lng: language,
    fallbackLng: false,
    resources: { 'zh-CN': resources(FIRST_WORDS, 'zh-CN'), en: resources(FIRST_WORDS, 'en') },
    defaultNS: 'ui',
    interpolation: { escapeValue: false },
    initAsync: false,
  })
  document.documentElement.lang = language
}

/** Adds the words of screens that are loaded later. */
export function addWords(all: WordsByFeature): void {
  for (const [feature, words] of Object.entries(all)) {
    for (const language of LANGUAGES) i18n.addResourceBundle(language, feature, words[language])
  }
}

export function currentLanguage(): Language {
  return isLanguage(i18n.language) ? i18n.language : 'zh-CN'
}

export interface LanguageInUse {
  readonly language: Language
  /** The text for a key, with `{{places}}` filled. */
  readonly t: Translate
  /** The text of the catalogue in the language in use. */
  readonly pick: (text: Bilingual) => string
  readonly choose: (language: Language) => void
}

/** Looking for places in a text that has none takes longer than everything else about it; a screen has hundreds. */
const NO_PLACES = { skipInterpolation: true }

export function useLanguage(): LanguageInUse {
  const { t: translate } = useTranslation(undefined, { i18n })
  const language = currentLanguage()
  const t = useCallback<Translate>((key, values) => String(translate(key as never, (values ?? NO_PLACES) as never)), [translate])
  const pick = useCallback((text: Bilingual) => text[language], [language])
  const choose = useCallback((next: Language) => {
    remember('language', next)
    document.documentElement.lang = next
    void i18n.changeLanguage(next)
  }, [])
  return { language, t, pick, choose }
}
