/** What changed in an opinion since the head of review last read it (与上次送阅相比). Pure. */
import type { AnswerValue } from '../checklist/answers.ts'
import type { IsoInstant } from '../values/values.ts'

export interface ReadAnswer {
  readonly answer: AnswerValue | null
  readonly finding: string
  readonly suggestion: string
}

/** An opinion as it was when the head read it: kept when they send it back or approve it. */
export interface ReadVersion {
  readonly at: IsoInstant
  readonly by: string
  readonly type: string
  readonly overrideReason: string | null
  readonly sections: readonly { readonly id: string; readonly title: string; readonly text: string }[]
  readonly answers: readonly (ReadAnswer & { readonly questionId: string })[]
}

export interface Change<Value> {
  readonly before: Value
  readonly after: Value
}

export interface OpinionChanges {
  /** When, by whom and in which round it was last read. */
  readonly since: IsoInstant
  readonly by: string
  readonly round: number
  readonly type: Change<string> | null
  readonly overrideReason: Change<string | null> | null
  /** Sections whose text differs; null on the side where there was none. */
  readonly sections: readonly (Change<string | null> & { readonly id: string; readonly title: string })[]
  readonly answers: readonly (Change<ReadAnswer | null> & { readonly questionId: string })[]
}

type Compared = Pick<ReadVersion, 'type' | 'overrideReason' | 'sections' | 'answers'>

/** `round` is the round in which `before` was read. */
export function changesSince(before: ReadVersion, after: Compared, round: number): OpinionChanges {
  return {
    since: before.at,
    by: before.by,
    round,
    type: differing(before.type, after.type),
    overrideReason: differing(before.overrideReason, after.overrideReason),
    sections: joined(before.sections, after.sections, ({ id }) => id).flatMap(([old, now]) => {
      const change = differing(old?.text ?? null, now?.text ?? null)
      const { id, title } = now ?? old ?? { id: '', title: '' }
      return change === null ? [] : [{ id, title, ...change }]
    }),
    answers: joined(before.answers, after.answers, ({ questionId }) => questionId).flatMap(([old, now]) => {
      const questionId = (now ?? old)?.questionId ?? ''
      return sameAnswer(old, now) ? [] : [{ questionId, before: plain(old), after: plain(now) }]
    }),
  }
}

export function isUnchanged({ type, overrideReason, sections, answers }: OpinionChanges): boolean {
  return type === null && overrideReason === null && sections.length === 0 && answers.length === 0
}

function differing<Value>(before: Value, after: Value): Change<Value> | null {
  return before === after ? null : { before, after }
}

/** Both lists by their keys, in the order of the second; what is only in the first comes last. */
function joined<Item>(before: readonly Item[], after: readonly Item[], keyOf: (item: Item) => string): [Item | undefined, Item | undefined][] {
  const old = new Map(before.map((item) => [keyOf(item), item]))
  const now = new Set(after.map(keyOf))
  const both = after.map((item): [Item | undefined, Item | undefined] => [old.get(keyOf(item)), item])
  const gone = before.filter((item) => !now.has(keyOf(item))).map((item): [Item | undefined, Item | undefined] => [item, undefined])
  return [...both, ...gone]
}

function sameAnswer(left: ReadAnswer | undefined, right: ReadAnswer | undefined): boolean {
  return left?.answer === right?.answer && left?.finding === right?.finding && left?.suggestion === right?.suggestion
}

function plain(answer: ReadAnswer | undefined): ReadAnswer | null {
  return answer === undefined ? null : { answer: answer.answer, finding: answer.finding, suggestion: answer.suggestion }
}
