/**
 * How the review of a case stands towards a decision (审核结果): whether there is a passed review that a decision may
 * rest on. No review, or review not passed: no decision (行政处罚法 art. 58; 国办发〔2018〕118号 part 4, all five kinds of act).
 */
import type { OpinionTypeCode, Severity } from '../catalogue/vocabulary.ts'
import type { IsoDate } from '../values/values.ts'
import type { ProblemAnswer } from './problems.ts'

/** What is known of a round when its standing is asked. */
export interface RoundOutcome {
  readonly round: number
  /** Null: no opinion was issued in this round. */
  readonly issued: { readonly type: OpinionTypeCode; readonly passes: boolean; readonly onlyAfterEdits: boolean; readonly on: IsoDate } | null
  /** Problems of the opinion, each with its severity; null where the officer added it in the text. */
  readonly problems: readonly { readonly number: number; readonly severity: Severity | null }[]
  /** What the bureau answered; empty while it has not. */
  readonly answers: readonly { readonly number: number; readonly answer: ProblemAnswer }[]
  /** The round was ended by a withdrawal (撤回). */
  readonly withdrawn: boolean
}

export type ReviewStanding =
  | { readonly is: 'passed'; readonly round: number; readonly on: IsoDate }
  /** No opinion was ever issued. */
  | { readonly is: 'none' }
  /** The last opinion does not agree. */
  | { readonly is: 'notPassed'; readonly round: number; readonly on: IsoDate; readonly type: OpinionTypeCode }
  /** It agrees once what it names is mended (修改完善后同意), and that is not all in; `open` are the problems that are not. */
  | { readonly is: 'editsOpen'; readonly round: number; readonly on: IsoDate; readonly type: OpinionTypeCode; readonly open: readonly number[] }
  /** A later round was begun and has no opinion; `round` is that round. */
  | { readonly is: 'unfinished'; readonly round: number }
  /** The submission was withdrawn before there was an opinion on it. */
  | { readonly is: 'withdrawn'; readonly round: number }

/** The last round decides, whatever an earlier one said: it is the one that saw the case as it is. `rounds` in order. */
export function reviewStanding(rounds: readonly RoundOutcome[]): ReviewStanding {
  const last = rounds.at(-1)
  if (last === undefined) return { is: 'none' }
  const { round, issued } = last
  if (last.withdrawn && issued === null) return { is: 'withdrawn', round }
  if (issued === null) return rounds.some((one) => one.issued !== null) ? { is: 'unfinished', round } : { is: 'none' }
  const { type, on } = issued
  if (!issued.passes) return { is: 'notPassed', round, on, type }
  const open = issued.onlyAfterEdits ? openEdits(last) : []
  return open.length > 0 ? { is: 'editsOpen', round, on, type, open } : { is: 'passed', round, on }
}

/** What is only advice (A) may be left; everything else the opinion made its agreement depend on. */
function openEdits({ problems, answers }: RoundOutcome): number[] {
  const adopted = new Set(answers.filter(({ answer }) => answer === 'adopted').map(({ number }) => number))
  return problems.filter(({ number, severity }) => severity !== 'A' && !adopted.has(number)).map(({ number }) => number)
}
