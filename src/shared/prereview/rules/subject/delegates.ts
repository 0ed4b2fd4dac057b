/** Delegation of enforcement (委托执法): who was delegated, in which paper. */
import type { CaseFile } from '../../case-file.ts'
import type { Place } from '../../rule.ts'
import { placeOf } from '../../places.ts'
import { findAll } from '../../wording.ts'

export interface Delegate extends Place {
  readonly name: string
}

const NAMED_AS_DELEGATE =
  /受委托(?:组织|单位|机关|机构|方)(?:名称)?(?:（[^）]{1,6}）)?[：:](?<name>[^。，；：、（(\s]{3,30}?)(?=[。，；（(]|法定代表人|负责人|地址|住所|委托|$)/u

const known = new WeakMap<CaseFile, readonly Delegate[]>()

/** Every body to which a delegation of the file gives powers, each once. */
export function delegatesOf(file: CaseFile): readonly Delegate[] {
  const before = known.get(file)
  if (before !== undefined) return before
  const found = new Map<string, Delegate>()
  for (const document of file.of('enforcement-delegation')) {
    const read = document.facts.agencies.filter(({ role }) => role === 'delegate')
    const delegates: Delegate[] =
      read.length > 0
        ? read.map((fact) => ({ ...placeOf(document, fact), name: fact.name }))
        : findAll(document, NAMED_AS_DELEGATE).map((place) => ({ ...place, name: place.match.groups?.['name'] ?? '' }))
    for (const delegate of delegates) if (!found.has(delegate.name)) found.set(delegate.name, delegate)
  }
  const delegates = [...found.values()]
  known.set(file, delegates)
  return delegates
}
