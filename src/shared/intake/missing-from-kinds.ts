/** Which submission materials (送审材料) the documents make, and which are missing, whole or in part. */
import type { CaseFacts } from '../catalogue/case-facts.ts'
import { countsAs, type DocumentKind } from '../catalogue/document-kinds.ts'
import { knownConditions, missingMaterials, type MissingMaterials } from '../catalogue/missing-materials.ts'
import type { CatalogueContent, MaterialKind } from '../catalogue/schema.ts'
import type { ActionKind } from '../catalogue/vocabulary.ts'
import type { IsoDate } from '../values/values.ts'
import type { DocumentKindId } from './document-part.ts'

export interface MaterialsByKinds extends MissingMaterials {
  /** Materials that are there, with the kinds of document that make them. */
  readonly present: readonly { readonly material: MaterialKind; readonly kinds: readonly DocumentKindId[] }[]
  /** Materials that are there and lack a document that belongs to them: a defence without its re-check. */
  readonly partly: readonly { readonly material: MaterialKind; readonly lacking: readonly DocumentKind[] }[]
}

/** The material that a document of the kind is put to in a case of these acts; null: none in particular. */
export function materialOfKind(
  catalogue: CatalogueContent,
  kind: DocumentKindId,
  actionKinds: readonly ActionKind[],
): string | null {
  const row = catalogue.documentKinds.find(({ id }) => id === kind)
  return row === undefined ? null : (countsAs(row, actionKinds)[0]?.material ?? null)
}

/** `kinds`: of the documents in the file, as often as they are there. `on`: the day whose catalogue rows hold. */
export function materialsFromKinds(
  catalogue: CatalogueContent,
  facts: CaseFacts,
  kinds: readonly DocumentKindId[],
  on: IsoDate,
): MaterialsByKinds {
  const { actionKinds } = facts
  const counting = catalogue.documentKinds.flatMap((kind) =>
    countsAs(kind, actionKinds).map((one) => ({ ...one, kind })),
  )
  const here = new Set(kinds)
  const madeBy = (material: string): DocumentKindId[] =>
    counting
      .filter((one) => one.material === material && one.as === 'whole' && here.has(one.kind.id))
      .map((one) => one.kind.id)
  const applying = catalogue.materials.filter((material) =>
    material.actionKinds.some((act) => actionKinds.includes(act)),
  )
  const present = applying
    .map((material) => ({ material, kinds: madeBy(material.id) }))
    .filter((one) => one.kinds.length > 0)
  const wanted = new Set(neededIds(facts, applying))
  const partly = present
    .filter(({ material }) => wanted.has(material.id))
    .map(({ material }) => ({
      material,
      lacking: counting
        .filter((one) => one.material === material.id && one.as === 'part' && !here.has(one.kind.id))
        .map((one) => one.kind),
    }))
    .filter(({ lacking }) => lacking.length > 0)
  const missing = missingMaterials(
    catalogue,
    facts,
    present.map(({ material }) => material.id),
    on,
  )
  return { ...missing, present, partly }
}

/** Materials that this case surely needs, for asking after their parts. */
function neededIds(facts: CaseFacts, materials: readonly MaterialKind[]): string[] {
  const known = knownConditions(facts)
  return materials
    .filter(({ need, onlyWhen }) => need === 'required' || onlyWhen.some((one) => known[one] === true))
    .map(({ id }) => id)
}
