/** The handling side of a case (承办一方), from which records about it are kept: those of interference, and clues about officials. */
import { caseFieldsSchema } from '../../shared/cases/case.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { bareName } from '../../shared/people/same-name.ts'
import type { CaseId } from '../../shared/values/values.ts'
import { namesEver } from '../people/names-ever.ts'
import { findPerson } from '../people/people.ts'
import type { Reader } from '../store/database.ts'

/** Named as a handler now or before, registered the case, or belongs to the unit that handles it. */
export function isOfHandlingSide(reader: Reader, { id, roles, name }: SignedInPerson, caseId: CaseId): boolean {
  if (reader.get('SELECT 1 FROM case_handlers WHERE case_id = ? AND person_id = ?', caseId, id) !== undefined) return true
  const registered = reader.all<{ actor: string; content: string }>("SELECT actor, content FROM audit WHERE subject = ? AND act IN ('case.register', 'case.update') ORDER BY seq", `case/${caseId}`)
  if (roles.includes('handler') && registered.some(({ actor }) => actor === id)) return true
  const names = new Set([...namesEver(reader, { id, name })].map(bareName))
  const department = findPerson(reader, id)?.department ?? ''
  for (const { content } of registered) {
    const parsed = JSON.parse(content) as { readonly after?: unknown }
    const fields = caseFieldsSchema.safeParse(parsed.after ?? parsed).data
    if (fields?.handlers.some((one) => one.personId === id || (one.personId === null && names.has(bareName(one.name)))) === true) return true
    if (fields !== undefined && isOfUnit(department, fields.submittingUnit)) return true
  }
  return false
}

/**
 * Whether a department is the unit or a part of it, however much of the agency's name stands before either: 执法大队 and
 * 某县生态环境局执法大队一中队 are of 某县生态环境局执法大队, the agency itself is not.
 */
function isOfUnit(department: string, unit: string): boolean {
  return department !== '' && (unit.endsWith(department) || department.includes(unit))
}
