/** Whether the submission (送审) is complete: which kinds of material the case needs and which are not there. */
import type { IsoDate } from '../values/values.ts'
import type { CaseFacts } from './case-facts.ts'
import type { CatalogueContent, MaterialKind } from './schema.ts'
import type { ConditionKind, Conditions } from './vocabulary.ts'

export interface MissingMaterials {
  /** Needed in every case of this kind: without them the case is returned for supplement. */
  readonly required: readonly MaterialKind[]
  /** Needed because a circumstance is known to be present; `because` names it. */
  readonly conditional: readonly { readonly material: MaterialKind; readonly because: readonly ConditionKind[] }[]
  /** Would be needed in circumstances that nobody has told yet. */
  readonly toBeClarified: readonly { readonly material: MaterialKind; readonly open: readonly ConditionKind[] }[]
}

/** What is known of the circumstances, from the conditions and from the flags that say the same. */
export function knownConditions(facts: CaseFacts): Conditions {
  const { hearingHeld, complex } = facts.flags
  return {
    ...(hearingHeld === undefined ? {} : { hearingHeld }),
    ...(complex === undefined ? {} : { complex }),
    ...facts.conditions,
  }
}

/** `present`: ids of the kinds of material that the submission has. */
export function missingMaterials(
  catalogue: CatalogueContent,
  facts: CaseFacts,
  present: readonly string[],
  on: IsoDate,
): MissingMaterials {
  const known = knownConditions(facts)
  const absent = catalogue.materials.filter(
    (material) =>
      !present.includes(material.id) &&
      material.actionKinds.some((kind) => facts.actionKinds.includes(kind)) &&
      on >= material.validFrom &&
      (material.validTo === null || on <= material.validTo),
  )
  const conditional = absent.filter((material) => material.need === 'conditional')
  const met = (material: MaterialKind): ConditionKind[] => material.onlyWhen.filter((one) => known[one] === true)
  const open = (material: MaterialKind): ConditionKind[] => material.onlyWhen.filter((one) => known[one] === undefined)
  return {
    required: absent.filter((material) => material.need === 'required'),
    conditional: conditional
      .filter((material) => met(material).length > 0)
      .map((material) => ({ material, because: met(material) })),
    toBeClarified: conditional
      .filter((material) => met(material).length === 0 && open(material).length > 0)
      .map((material) => ({ material, open: open(material) })),
  }
}
