/**
 * The score of a file (案卷得分). Points are counted in tenths. What does not apply is taken out of the whole and the rest
 * counts for 100 (不适用项折算); an item gives at least nothing (扣完为止). The grade follows from the standard's own lines,
 * and a veto (一票否决) gives the lowest, whatever the points.
 */
import { itemsOf, TENTHS, type EvaluationStandard, type Grade, type ScoredItem } from '../catalogue/evaluation-standards.ts'
import { HEADING_IDS, type Severity } from '../catalogue/vocabulary.ts'
import type { ItemMark, Sheet } from './sheet.ts'

/** What keeps a sheet from being signed; ids are the standard's. */
export interface SheetProblem {
  readonly id: string
  readonly problem: 'notMarked' | 'twice' | 'unknown' | 'mustApply' | 'tooMuch' | 'nothingApplies'
}

export interface Score {
  /** 0 to 100 with two decimals, cut off and not rounded up: 89.999 is no 90. */
  readonly score: number
  /** Points given and points that apply, in points. */
  readonly given: number
  readonly applicable: number
  readonly grade: Grade
  /** Ids of the vetoes that are there. */
  readonly vetoed: readonly string[]
}

/** A defect that the review should have found, as it is counted later (漏检). */
export interface FoundDefect {
  /** Of the item or the veto. */
  readonly lineId: string
  /** 1 to 8. */
  readonly heading: number
  readonly severity: Severity
  readonly description: string
}

const tenths = (points: number): number => Math.round(points * TENTHS)

/** Everything that is wrong with a sheet, in the order of the standard; empty: it can be signed. */
export function sheetProblems(standard: EvaluationStandard, { vetoes, items }: Sheet): SheetProblem[] {
  const lines = itemsOf(standard)
  const known = new Set([...standard.vetoes, ...lines].map(({ id }) => id))
  const strangers = [...vetoes, ...items].filter(({ id }) => !known.has(id)).map(({ id }) => ({ id, problem: 'unknown' as const }))
  const missing = standard.vetoes.flatMap(({ id }) => countProblem(id, vetoes.filter((mark) => mark.id === id).length))
  const wrong = lines.flatMap((item) => itemProblems(item, items.filter((mark) => mark.id === item.id)))
  const none = items.length > 0 && lines.every(({ id }) => items.some((mark) => mark.id === id && mark.mark === 'notApplicable'))
  return [...strangers, ...missing, ...wrong, ...(none ? [{ id: '', problem: 'nothingApplies' as const }] : [])]
}

function countProblem(id: string, marks: number): SheetProblem[] {
  return marks === 1 ? [] : [{ id, problem: marks === 0 ? 'notMarked' : 'twice' }]
}

function itemProblems({ id, points, mayNotApply }: ScoredItem, marks: readonly ItemMark[]): SheetProblem[] {
  const [mark] = marks
  if (marks.length !== 1 || mark === undefined) return countProblem(id, marks.length)
  if (mark.mark === 'notApplicable' && !mayNotApply) return [{ id, problem: 'mustApply' }]
  if (mark.mark === 'deducted' && mark.deductions.some((one) => tenths(one.points) > tenths(points))) return [{ id, problem: 'tooMuch' }]
  return []
}

/** Tenths that an item gives; null where it does not apply. */
function givenBy({ points }: Pick<ScoredItem, 'points'>, mark: ItemMark | undefined): number | null {
  if (mark?.mark === 'notApplicable') return null
  const taken = mark?.mark === 'deducted' ? mark.deductions.reduce((sum, one) => sum + tenths(one.points), 0) : 0
  return Math.max(0, tenths(points) - taken)
}

/**
 * What the marks come to. An item that is not marked yet counts as full, so that the score can be shown while it is made;
 * a sheet with {@link sheetProblems} is never signed. Null where nothing applies.
 */
export function scoreOf(standard: EvaluationStandard, { vetoes, items }: Sheet): Score | null {
  const marks = new Map(items.map((mark) => [mark.id, mark]))
  let [given, applicable] = [0, 0]
  for (const item of itemsOf(standard)) {
    const here = givenBy(item, marks.get(item.id))
    if (here === null) continue
    given += here
    applicable += tenths(item.points)
  }
  if (applicable === 0) return null
  // whole numbers: nothing is rounded before it is cut
  const score = Math.floor((given * 10_000) / applicable) / 100
  const vetoed = vetoes.flatMap(({ id, present }) => (present && standard.vetoes.some((veto) => veto.id === id) ? [id] : []))
  const grade = vetoed.length > 0 ? standard.grades.at(-1) : standard.grades.find(({ from }) => score >= from)
  if (grade === undefined) throw new Error(`the standard ${standard.id} has no grade for ${score}`)
  return { score, given: given / TENTHS, applicable: applicable / TENTHS, grade, vetoed }
}

/** Defects of the sheet that belong to a heading of the review; service and archiving come after it and are none of its. */
export function foundDefects(standard: EvaluationStandard, { vetoes, items }: Sheet): FoundDefect[] {
  const ofVetoes = standard.vetoes.flatMap(({ id, heading, text }) => {
    const mark = vetoes.find((one) => one.id === id)
    return heading === null || mark?.present !== true ? [] : [defect(id, heading, 'F', text['zh-CN'], mark.reason)]
  })
  const ofItems = itemsOf(standard).flatMap(({ id, heading, severity, text }) => {
    const mark = items.find((one) => one.id === id)
    if (heading === null || mark?.mark !== 'deducted') return []
    return [defect(id, heading, severity, text['zh-CN'], mark.deductions.map(({ reason }) => reason).join('；'))]
  })
  return [...ofVetoes, ...ofItems]
}

/** Longest description of a defect found later, in characters. */
const LONGEST = 1000

function defect(lineId: string, heading: (typeof HEADING_IDS)[number], severity: Severity, line: string, reason: string): FoundDefect {
  return { lineId, heading: HEADING_IDS.indexOf(heading) + 1, severity, description: `案卷评查：${line}。${reason}`.slice(0, LONGEST) }
}
