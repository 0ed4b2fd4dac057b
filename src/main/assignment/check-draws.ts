/** Every draw of a case computed again, against what the audit chain recorded before it. */
import { commitmentTo, faultOfDraw, type DrawRecord, type Sha256Function } from '../../shared/assignment/draw.ts'
import type { Assignment, CheckedDraw } from '../../shared/assignment/contract.ts'
import type { CaseId } from '../../shared/values/values.ts'
import { entriesAbout } from '../audit/chain.ts'
import type { Reader } from '../store/database.ts'

interface Committed {
  readonly seq: number
  readonly round: unknown
  readonly commitment: unknown
  readonly eligible: unknown
}

/** Acts that begin a further round with its reviewer, drawn where another one answers an objection (复核). */
const FURTHER_ROUNDS: ReadonlySet<string> = new Set(['case.reReview', 'case.orderClosingRound'])

function holdsDraw(content: string): boolean {
  const { reviewer } = JSON.parse(content) as { readonly reviewer?: { readonly draw?: unknown } }
  return reviewer?.draw !== undefined && reviewer.draw !== null
}

/** `past` in the order in which they were made. */
export function checkDraws(reader: Reader, caseId: CaseId, past: readonly Assignment[], sha256: Sha256Function): CheckedDraw[] {
  const entries = entriesAbout(reader, `case/${caseId}`)
  const commitments = entries
    .filter(({ act }) => act === 'case.commitDraw')
    .map(({ seq, content }): Committed => ({ ...(JSON.parse(content) as Omit<Committed, 'seq'>), seq }))
  const drawnIn = entries.filter(({ act, content }) => act === 'case.assign' || (FURTHER_ROUNDS.has(act) && holdsDraw(content)))
  return past
    .filter(({ draw }) => draw !== null)
    .map((assignment, index): CheckedDraw => {
      const { round, at, name, personId, draw } = assignment
      const record: DrawRecord = {
        seed: draw?.seed ?? '',
        commitment: draw?.commitment ?? '',
        eligible: draw?.eligible ?? [],
        caseId,
        round,
        drawn: personId,
      }
      const fault = faultOfDraw(record, sha256)
      // a commitment made after the draw proves nothing
      const before = drawnIn[index]?.seq ?? 0
      const committed = commitments.find((one) => one.seq < before && sameDraw(one, record, sha256))
      return { round, at, name, fault: fault ?? (committed === undefined ? 'notCommitted' : null), committedIn: committed?.seq ?? null }
    })
}

function sameDraw(committed: Committed, record: DrawRecord, sha256: Sha256Function): boolean {
  return (
    committed.round === record.round &&
    /^[0-9a-f]{64}$/.test(record.seed) &&
    committed.commitment === commitmentTo(record.seed, sha256) &&
    JSON.stringify(committed.eligible) === JSON.stringify(record.eligible)
  )
}
