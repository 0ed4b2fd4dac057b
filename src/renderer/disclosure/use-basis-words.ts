/** Provisions in the language of the window (依据), laws by their titles in it. */
import { useCallback } from 'react'
import { formatCitation, type Citation } from '../../shared/catalogue/citation.ts'
import { useLawTitles } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'

export function useBasisWords(): (basis: readonly Citation[]) => string {
  const { t, language } = useLanguage()
  const titles = useLawTitles()
  return useCallback((basis) => basis.map((citation) => formatCitation(citation, language, titles)).join(t('ui:listSeparator')), [t, language, titles])
}
