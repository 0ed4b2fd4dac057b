/** What accepting a finding writes into the answer of its question: added to what stands there, never over it. */
import type { Evidence } from '../checklist/answers.ts'
import type { AnswerFields } from '../checklist/contract.ts'
import { materialIdSchema } from '../values/values.ts'
import type { EvidencePointer, Finding } from './finding.ts'

/** The officer's own words in place of the finding's. */
export interface FindingInOwnWords {
  readonly answer: 'no' | 'cannotTell'
  readonly finding: string
  readonly suggestion: string
}

const LONGEST_TEXT = 4000
const MOST_EVIDENCE = 200

/** A new paragraph below what is there, unless it stands there already. */
function added(before: string, words: string): string {
  if (words === '' || before.includes(words)) return before
  return (before.trim() === '' ? words : `${before.trimEnd()}\n${words}`).slice(0, LONGEST_TEXT)
}

function asEvidence({ fileId, passage, quote }: EvidencePointer): Evidence {
  return { materialId: materialIdSchema.parse(fileId), page: passage.page, passage: quote === '' ? null : quote }
}

const place = ({ materialId, page, passage, region }: Evidence) =>
  `${materialId} ${page ?? ''} ${passage ?? ''} ${region === undefined ? '' : JSON.stringify(region)}`

/**
 * @param before what stands in the answer; null where it was not opened yet
 * @param changed the officer's words where the finding was changed, else null
 */
export function answerFromFinding(before: AnswerFields | null, finding: Finding, changed: FindingInOwnWords | null): AnswerFields {
  const old = before ?? { answer: null, finding: '', suggestion: '', note: '', evidence: [] }
  const given = changed?.answer ?? finding.answer
  const evidence = new Map(old.evidence.map((one) => [place(one), one]))
  for (const pointer of finding.evidence) {
    const one = asEvidence(pointer)
    evidence.set(place(one), one)
  }
  return {
    // a “no” that is there already is not softened
    answer: old.answer === 'no' ? 'no' : given,
    finding: added(old.finding, changed?.finding ?? finding.message['zh-CN']),
    suggestion: added(old.suggestion, changed?.suggestion ?? finding.suggestion['zh-CN']),
    note: old.note,
    evidence: [...evidence.values()].slice(0, MOST_EVIDENCE),
  }
}
