/** A seizure (查封、扣押) as the file tells it: when it began, when its term was extended, when the property was dealt with. */
import type { IsoDate } from '../../../../values/values.ts'
import type { CaseDocument, CaseFile } from '../../../case-file.ts'
import type { Place } from '../../../rule.ts'
import { findFirst, says } from '../../../wording.ts'
import { isDraft, latestDay, stepOf, stepsOf, type Step } from './case-steps.ts'
import { momentAfter, momentsIn, type Moment } from './moments.ts'
import { operativePart } from './sanctions.ts'

export interface Seizure {
  readonly decision: CaseDocument | null
  /** When the property was taken; with the hour where the papers print it. */
  readonly start: Moment
  readonly extensions: readonly Step[]
  /** What ended it; null while nothing in the file does. */
  readonly end: (Step & { readonly how: readonly [string, string] }) | null
  /** The last day that any document bears. */
  readonly known: IsoDate
}

function startOf(file: CaseFile): Moment | null {
  const record = file.of('measure-record')[0]
  const recorded =
    record === undefined ? null : (momentAfter(record, /(?:实施)?时间[:：]?/u) ?? momentsIn(record)[0] ?? null)
  const decision = file.of('measure-decision')[0]
  if (decision === undefined) return recorded
  const term =
    momentAfter(decision, /期限[^。]{0,24}自|(?:查封|扣押)[^。]{0,12}期限[^。]{0,16}自/u, 4) ??
    momentsIn(decision).at(-1) ??
    null
  if (recorded === null || term === null) return recorded ?? term
  return term.day < recorded.day ? term : recorded
}

function endOf(file: CaseFile, start: Moment): Seizure['end'] {
  const releases = stepsOf(file.of('measure-release')).map((step) => ({
    ...step,
    how: ['解除或者处理', 'released or dealt with'] as const,
  }))
  const decisions = file
    .of('decision', 'no-penalty-decision')
    .filter((document) => !isDraft(document))
    .flatMap((document) => {
      const step = stepOf(document)
      if (step === null || step.day < start.day) return []
      const { text } = operativePart(document)
      // 没收违法所得 leaves the goods where they are
      const disposed = /没收(?!(?:违法|非法)所得(?![、和及]))|解除|退还|返还|销毁/u.test(text)
      const words = findFirst(
        document,
        /没收[^。；，]{0,24}(?:扣押|查封)[^。；，]{0,16}|解除(?:查封|扣押)[^。；，]{0,16}/u,
      )
      return disposed
        ? [{ ...step, place: words ?? step.place, how: ['在处罚决定中处理', 'dealt with in the decision'] as const }]
        : []
    })
  const transfers = stepsOf(file.of('transfer-paper')).map((step) => ({
    ...step,
    how: ['随案移送', 'moved with the case'] as const,
  }))
  return (
    [...releases, ...decisions, ...transfers]
      .filter(({ day }) => day >= start.day)
      .sort((one, other) => (one.day < other.day ? -1 : 1))[0] ?? null
  )
}

export function seizureOf(file: CaseFile): Seizure | null {
  if (file.of('measure-decision', 'measure-record').length === 0) return null
  const start = startOf(file)
  if (start === null) return null
  const extensions = stepsOf(file.of('measure-extension'))
  return {
    decision: file.of('measure-decision')[0] ?? null,
    start,
    extensions,
    end: endOf(file, start),
    known: latestDay(file) ?? start.day,
  }
}

/** A span for testing (检测、检验、鉴定期间) that the party was told of, and its days. */
export interface TestingSpan {
  readonly from: IsoDate
  readonly to: IsoDate
  readonly place: Place
}

const TESTING =
  /(?:检测|检验|检疫|鉴定)(?:[、和或者]*(?:检测|检验|检疫|技术鉴定|鉴定))*(?:的)?(?:期间|期限|所需时间)(?:为|自|从|[:：])*/u

/** The spans for testing that a paper of the measure states with its days. */
export function testingSpans(file: CaseFile): readonly TestingSpan[] {
  return file
    .of('measure-decision', 'measure-extension', 'measure-release', 'test-notice', 'other')
    .flatMap((document) => {
      const from = momentAfter(document, TESTING, 16)
      if (from === null) return []
      const to = momentsIn(document).find(({ start }) => start >= from.end && start <= from.end + 4)
      return to === undefined ? [] : [{ from: from.day, to: to.day, place: from }]
    })
}

/** Whether any paper tells the party of a time for testing. */
export function tellsTesting(file: CaseFile): boolean {
  return file
    .of('measure-decision', 'measure-extension', 'test-notice', 'service-receipt', 'other')
    .some((one) => says(one, TESTING))
}
