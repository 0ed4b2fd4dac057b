/** The law as data, asked once per session: it changes only with the station's settings. */
import { useMemo } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { LawTitles } from '../../shared/catalogue/citation.ts'
import { useRead } from '../transport/calls.ts'

/** The present catalogue, or the one with this content hash; undefined until the core has answered. */
export function useCatalogue(contentHash?: string): Catalogue | undefined {
  return useRead('catalogue.get', contentHash === undefined ? {} : { contentHash }, { staleTime: Infinity }).data
}

/** Titles of the laws in both languages, for printing citations. */
export function useLawTitles(): LawTitles {
  const catalogue = useCatalogue()
  return useMemo(() => new Map((catalogue?.laws ?? []).map((law) => [law.title['zh-CN'], law.title])), [catalogue])
}
