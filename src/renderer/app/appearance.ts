/** Light or dark, and the size of the text: kept on this computer, applied to the whole window at once. */
import { createContext, createElement, useContext, useEffect, useMemo, useState, type ReactNode } from 'react'
import { remember, remembered } from '../transport/connect.ts'

export const THEME_CHOICES = ['system', 'light', 'dark'] as const
export type ThemeChoice = (typeof THEME_CHOICES)[number]

/** Percent of the ordinary size. */
export const TEXT_SIZES = [100, 110, 125, 150, 175, 200] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** Below this many pixels at ordinary text size, everything stands in one column. */
const NARROW = 860
/** Below this many pixels of height at ordinary text size, a case scrolls under its head. */
const LOW = 520
const BASE_FONT = 14

export interface Appearance {
  readonly theme: ThemeChoice
  readonly dark: boolean
  readonly textSize: TextSize
  /** The window is too narrow for columns, at this text size. */
  readonly narrow: boolean
  /** The window is too low for a head that stays, at this text size. */
  readonly low: boolean
  readonly chooseTheme: (theme: ThemeChoice) => void
  readonly chooseTextSize: (size: TextSize) => void
}

const AppearanceContext = createContext<Appearance | null>(null)

function storedTheme(): ThemeChoice {
  const stored = remembered('theme')
  return THEME_CHOICES.find((one) => one === stored) ?? 'system'
}

function storedSize(): TextSize {
  const stored = Number(remembered('text-size'))
  return TEXT_SIZES.find((one) => one === stored) ?? 100
}

function useMedia(query: string): boolean {
  const [matches, setMatches] = useState(() => window.matchMedia(query).matches)
  useEffect(() => {
    const list = window.matchMedia(query)
    const tell = (): void => setMatches(list.matches)
    tell()
    list.addEventListener('change', tell)
    return () => list.removeEventListener('change', tell)
  }, [query])
  return matches
}

export function AppearanceProvider({ children }: { children: ReactNode }): ReactNode {
  const [theme, setTheme] = useState(storedTheme)
  const [textSize, setTextSize] = useState(storedSize)
  const systemDark = useMedia('(prefers-color-scheme: dark)')
  const narrow = useMedia(`(max-width: ${(NARROW * textSize) / 100 - 0.02}px)`)
  const low = useMedia(`(max-height: ${(LOW * textSize) / 100}px)`)
  const dark = theme === 'dark' || (theme === 'system' && systemDark)
  useEffect(() => {
    const root = document.documentElement
    root.dataset['theme'] = dark ? 'dark' : 'light'
    root.dataset['narrow'] = String(narrow)
    root.dataset['low'] = String(low)
    root.style.fontSize = `${(BASE_FONT * textSize) / 100}px`
  }, [dark, narrow, low, textSize])
  const value = useMemo<Appearance>(
    () => ({
      theme,
      dark,
      textSize,
      narrow,
      low,
      chooseTheme: (next) => {
        remember('theme', next)
        setTheme(next)
      },
      chooseTextSize: (next) => {
        remember('text-size', String(next))
        setTextSize(next)
      },
    }),
    [theme, dark, textSize, narrow, low],
  )
  return createElement(AppearanceContext.Provider, { value }, children)
}

export function useAppearance(): Appearance {
  const appearance = useContext(AppearanceContext)
  if (appearance === null) throw new Error('useAppearance is used outside AppearanceProvider')
  return appearance
}
