/** The law as data, asked once per session: it changes only with the station's settings. */
import { useMemo } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { LawTitles } from '../../shared/catalogue/citation.ts'
import { useRead } from '../transport/calls.ts'

/** Undefined until the core has answered. */
export function useCatalogue(): Catalogue | undefined {
  return useRead('catalogue.get', {}, { staleTime: Infinity }).data
}

/** Titles of the laws in both languages, for printing citations. */
export function useLawTitles(): LawTitles {
  const catalogue = useCatalogue()
  return useMemo(() => new Map((catalogue?.laws ?? []).map((law) => [law.title['zh-CN'], law.title])), [catalogue])
}
