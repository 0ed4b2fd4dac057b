/** Errors that have no place of their own on the screen. */
import { App } from 'antd'
import { useCallback } from 'react'
import { useLanguage } from '../language/language.ts'
import { errorInWords } from './error-words.ts'

/** For errors of acts without a place of their own on the screen: `showError(error)`. */
export function useErrorToast(): (error: unknown) => void {
  const { notification } = App.useApp()
  const { language } = useLanguage()
  return useCallback(
    (error: unknown) => {
      const { what, next } = errorInWords(error, language)
      notification.error({ title: what, description: next, duration: 8, placement: 'bottomRight' })
    },
    [notification, language],
  )
}
