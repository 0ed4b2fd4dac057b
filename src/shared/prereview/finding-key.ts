/**
 * The key of a finding: the same for the same rule on the same evidence, so that a later run meets the officer's
 * decision again.
 */
import type { EvidencePointer } from './finding.ts'

/** 53 bits of a string, for telling things apart, not for secrets. */
function digest(text: string): string {
  let high = 0xdeadbeef
  let low = 0x41c6ce57
  for (let place = 0; place < text.length; place += 1) {
    const unit = text.charCodeAt(place)
    high = Math.imul(high ^ unit, 2654435761)
    low = Math.imul(low ^ unit, 1597334677)
  }
  high = Math.imul(high ^ (high >>> 16), 2246822507) ^ Math.imul(low ^ (low >>> 13), 3266489909)
  low = Math.imul(low ^ (low >>> 16), 2246822507) ^ Math.imul(high ^ (high >>> 13), 3266489909)
  return (4294967296 * (2097151 & low) + (high >>> 0)).toString(16).padStart(14, '0')
}

/**
 * From the rule, what the evidence says (not where it stands: a page more in front changes nothing, nor does another
 * name of the file), and what the rule says that tells two findings on one place apart.
 */
export function findingKey(ruleId: string, evidence: readonly EvidencePointer[], about: string): string {
  const said = evidence.map(({ fileId, quote }) => `${fileId}\u0000${quote}`).toSorted()
  return `${ruleId}:${digest([...said, about].join('\u0001'))}`
}
