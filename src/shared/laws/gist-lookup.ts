/** Finds the gist (条文要旨) of a citation, under whatever name of the law the library would find. Pure. */
import type { Citation } from '../catalogue/citation.ts'
import type { Gist } from '../catalogue/gists.ts'
import type { Register } from './register-lookup.ts'

export interface GistLookup {
  /** Of the place itself, else of the paragraph or article around it; null where there is none. */
  find(citation: Citation): Gist | null
}

function keyOf(law: string, { article, paragraph, item }: Omit<Citation, 'law'>): string {
  return [law, article, paragraph, item].map((part) => part ?? '').join(' ')
}

/** The place and those around it within the article, the narrowest first. A whole law is not around its articles. */
function around({ article, paragraph, item }: Citation): Omit<Citation, 'law'>[] {
  if (article === undefined) return [{ item }]
  return [{ article, paragraph, item }, { article, paragraph }, { article }]
}

export function gistLookup(register: Pick<Register, 'find'>, gists: readonly Gist[]): GistLookup {
  const byPlace = new Map<string, Gist>()
  for (const gist of gists) {
    const [{ law, ...place }] = gist.basis
    const row = register.find(law)
    if (row !== null) byPlace.set(keyOf(row.id, place), gist)
  }
  return {
    find: (citation) => {
      const row = register.find(citation.law)
      if (row === null) return null
      for (const place of around(citation)) {
        const gist = byPlace.get(keyOf(row.id, place))
        if (gist !== undefined) return gist
      }
      return null
    },
  }
}
