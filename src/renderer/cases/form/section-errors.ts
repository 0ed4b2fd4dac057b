import { useCallback } from 'react'
import { useLanguage } from '../../language/language.ts'
import type { CaseErrors } from '../case-draft.ts'

/** What is wrong, once the person has tried to hand in; nothing before. */
export type SectionErrors = CaseErrors

/** `error('party.name')`: what to say at that field, or undefined. */
export function useFieldError(errors: SectionErrors): (path: string) => string | undefined {
  const { t } = useLanguage()
  return useCallback(
    (path) => {
      const word = errors.get(path)
      return word === undefined ? undefined : t(word)
    },
    [errors, t],
  )
}
