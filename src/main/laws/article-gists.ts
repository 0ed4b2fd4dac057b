/** The gists (条文要旨) of the catalogue, for citations under any name of their law. */
import type { Citation } from '../../shared/catalogue/citation.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { ArticleGist } from '../../shared/laws/citations-contract.ts'
import { gistLookup, type GistLookup } from '../../shared/laws/gist-lookup.ts'
import { registerOf } from './library-lookup.ts'

/** A catalogue never changes, and its index costs more than a question to it. */
const lookups = new WeakMap<Catalogue['gists'], GistLookup>()

export function gistsOf({ laws, gists }: Pick<Catalogue, 'laws' | 'gists'>, citations: readonly Citation[]): (ArticleGist | null)[] {
  let lookup = lookups.get(gists)
  if (lookup === undefined) lookups.set(gists, (lookup = gistLookup(registerOf(laws), gists)))
  const { find } = lookup
  return citations.map((citation) => {
    const gist = find(citation)
    if (gist === null) return null
    const { basis, text, verified, verifiedOn, versionDate } = gist
    const [place] = basis
    const { article, paragraph, item } = citation
    const exact = place.article === article && place.paragraph === paragraph && place.item === item
    return { text, place, exact, verified, verifiedOn, versionDate }
  })
}
