/** All rules of the pre-review (预审规则), by the eight headings. */
import type { PrereviewRule } from './rule.ts'
import { AUTHORITY_RULES } from './rules/authority/index.ts'
import { CRIME_RULES } from './rules/crime/index.ts'
import { DOCUMENTS_RULES } from './rules/documents/index.ts'
import { FACTS_RULES } from './rules/facts/index.ts'
import { LAW_RULES } from './rules/law/index.ts'
import { PERSONNEL_RULES } from './rules/personnel/index.ts'
import { PROCEDURE_RULES } from './rules/procedure/index.ts'
import { SUBJECT_RULES } from './rules/subject/index.ts'

/** Two rules of one id would share the officers' decisions, which are kept by it. */
function requireOwnIds(rules: readonly PrereviewRule[]): readonly PrereviewRule[] {
  const seen = new Set<string>()
  for (const { id } of rules) {
    if (seen.has(id)) throw new Error(`two pre-review rules have the id ${id}`)
    seen.add(id)
  }
  return rules
}

export const RULES: readonly PrereviewRule[] = requireOwnIds([
  ...SUBJECT_RULES,
  ...PERSONNEL_RULES,
  ...PROCEDURE_RULES,
  ...FACTS_RULES,
  ...LAW_RULES,
  ...AUTHORITY_RULES,
  ...DOCUMENTS_RULES,
  ...CRIME_RULES,
])
