/** 4.10: days and quantities that a decision finds and no piece of evidence has. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { densePlace, denseText } from '../../wording.ts'
import { factsSection, fileSays, penaltyPaper } from './case-sections.ts'

const EVIDENCE = [
  'inspection-record',
  'inquiry-record',
  'sampling-record',
  'test-report',
  'photo-evidence',
  'measure-record',
  'measure-decision',
  'goods-list',
  'calculation-sheet',
  'preservation-paper',
  'identity-papers',
  'filing-form',
  'measure-approval',
  'investigation-report',
  'earlier-penalty',
  'other',
  'clue-form',
  'correction-order',
  'correction-check',
  'test-notice',
  'recheck-opinion',
  'defence',
  'hearing-record',
  'evidence-list',
] as const
/** Fewer papers than these prove nothing by their silence. */
const ENOUGH_EVIDENCE = 4
const MOST_FIGURES = 60

interface Evidence {
  readonly words: string
  readonly count: number
}

/** Null where the silence of the papers means nothing: too few, or some that could not be read. */
function evidenceOf(file: CaseFile): Evidence | null {
  const before = known.get(file)
  if (before !== undefined) return before
  const found = readEvidence(file)
  known.set(file, found)
  return found
}
const known = new WeakMap<CaseFile, Evidence | null>()

function readEvidence(file: CaseFile): Evidence | null {
  const papers = file.of(...EVIDENCE)
  const unread = file.documents.some(({ text, sure, kind }) => kind !== 'photo-evidence' && (text.trim().length < 20 || !sure))
  if (unread || papers.length < ENOUGH_EVIDENCE) return null
  return { words: papers.map(denseText).join('\n'), count: papers.length }
}

interface Figure {
  readonly text: string
  readonly index: number
}

function within(document: CaseDocument, pattern: RegExp): readonly (Figure & { readonly groups: RegExpExecArray })[] {
  const facts = factsSection(document)
  if (facts === null) return []
  return [...facts.text.matchAll(pattern)].map((groups) => ({ text: groups[0], index: facts.start + groups.index, groups }))
}

/** The end of a shelf life or a term, counted from a day that the evidence has. */
function isWorkedOut(words: string, index: number, length: number): boolean {
  return (
    /(?:至|截至|截止|届满|到期|应当?于|有效期|保质期|期限|最迟|计算)[^，。；]{0,8}$/u.test(words.slice(Math.max(0, index - 12), index)) ||
    /^(?:届满|到期|期满|为止|止|以前|之前|前|过期|起(?:即)?(?:已)?(?:超过|过期|失效))/u.test(words.slice(index + length, index + length + 8))
  )
}

export const DAY_IN_NO_EVIDENCE: PrereviewRule = {
  id: '4.10-day-in-no-evidence',
  questionId: '4.10',
  name: said('认定的日期在证据中没有出现', 'A day that no evidence has'),
  basis: [{ law: '行政处罚法', article: 40 }],
  severity: 'C',
  check(file) {
    const paper = penaltyPaper(file)
    const evidence = evidenceOf(file)
    if (paper === null || evidence === null) return []
    return within(paper, /([0-9]{4})年([0-9]{1,2})月([0-9]{1,2})日/gu)
      .flatMap(({ text, index, groups }) => {
        const [, year = '', month = '', day = ''] = groups
        const pad = (part: string): string => part.padStart(2, '0')
        const forms = [
          `${Number(month)}月${Number(day)}日`,
          `${pad(month)}月${pad(day)}日`,
          `${year}-${pad(month)}-${pad(day)}`,
          `${year}.${Number(month)}.${Number(day)}`,
          `${year}/${Number(month)}/${Number(day)}`,
          `${year}${pad(month)}${pad(day)}`,
        ]
        if (forms.some((form) => evidence.words.includes(form)) || isWorkedOut(denseText(paper), index, text.length)) return []
        // Another day of the same month is what a slip looks like; a month that no paper has is a paper that is missing.
        const near = new RegExp(`(?:${year}年)?0?${Number(month)}月[0-9]{1,2}日`, 'u').exec(evidence.words)
        if (near === null) return []
        return [
          {
            message: said(
              `认定的日期${text}在证据材料中没有出现（证据中有${near[0]}），前后可能矛盾。`,
              `The day ${text} that is found stands in no piece of evidence.`,
            ),
            suggestion: said('核对证据中的日期，更正或者说明。', 'Check the day against the evidence; correct or explain it.'),
            places: [densePlace(paper, index, index + text.length)],
            about: text,
          },
        ]
      })
      .slice(0, 2)
  },
}

const QUANTITY =
  /([\p{Script=Han}]{2})(?:共计|合计|共|约|计)?([0-9][0-9,]*(?:\.[0-9]+)?)(箱|件|台|辆|吨|公斤|千克|升|瓶|盒|条|支|只|头|袋|桶|平方米|㎡|立方米|亩|株|套|卷)/gu

/** Sums and differences of what the papers have are the agency's own arithmetic. */
function reckoned(count: number, figures: readonly number[]): boolean {
  return figures.some((one) => figures.some((other) => Math.abs(one + other - count) < 0.01 || Math.abs(one - other - count) < 0.01))
}

export const QUANTITY_IN_NO_EVIDENCE: PrereviewRule = {
  id: '4.10-quantity-in-no-evidence',
  questionId: '4.10',
  name: said('认定的数量在证据中没有出现', 'A quantity that no evidence has'),
  basis: [{ law: '行政处罚法', article: 40 }],
  severity: 'C',
  check(file) {
    const paper = penaltyPaper(file)
    const evidence = evidenceOf(file)
    if (paper === null || evidence === null || fileSays(file, /更正|笔误/u)) return []
    return within(paper, QUANTITY)
      .flatMap(({ text, index, groups }) => {
        const [, thing = '', number = '', unit = ''] = groups
        const count = Number(number.replace(/,/gu, ''))
        const others = [...evidence.words.matchAll(new RegExp(`([0-9][0-9,]*(?:\\.[0-9]+)?)${unit}`, 'gu'))].map((match) =>
          Number((match[1] ?? '').replace(/,/gu, '')),
        )
        // A sheet has its units in the heading: the bare figure counts too.
        const bare = new RegExp(`(?<![0-9.,])${number.replace(/[.]/gu, '\\.')}(?![0-9])`, 'u').test(evidence.words)
        const ofThing = new RegExp(`${thing}(?:共计|合计|共|约|计)?[0-9][0-9,.]*${unit}`, 'u').test(evidence.words)
        if (!ofThing || bare || others.includes(count) || others.length > MOST_FIGURES || reckoned(count, others)) return []
        return [
          {
            message: said(
              `认定的数量“${text}”在证据材料中没有出现，证据中为${[...new Set(others)].slice(0, 4).join('、')}${unit}。`,
              `The quantity ${count} that is found stands in no piece of evidence.`,
            ),
            suggestion: said(
              '核对笔录、清单和计算表中的数量，更正或者说明。',
              'Check it against records, lists and sheets; correct or explain it.',
            ),
            places: [densePlace(paper, index, index + text.length)],
            about: text,
          },
        ]
      })
      .slice(0, 2)
  },
}

export const UNSUPPORTED_RULES: readonly PrereviewRule[] = [DAY_IN_NO_EVIDENCE, QUANTITY_IN_NO_EVIDENCE]
