/** 5.9: a table that prints the benchmark's steps beside the fine: the step that the facts fit, and the fine above it. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { says } from '../../wording.ts'
import { yuanInEnglish, yuanText } from '../facts/case-amounts.ts'
import { penaltyPaper } from '../facts/case-sections.ts'
import { linesOf, type PrintedLine } from '../printed-lines.ts'
import { fineBandsIn } from './fine-bands.ts'
import { numberOf } from './numerals.ts'

interface Step {
  readonly words: string
  readonly low: number
  readonly high: number
}

/** 较轻：初次违法且在限期内改正的，处1万元以上2万元以下；一般：… */
function stepsIn(cell: string): readonly Step[] {
  return cell.split(/[；;]/u).flatMap((words): Step[] => {
    const range = /(?:处|罚款)?([0-9.,]+万?元|[一二三四五六七八九十百千万]+元)以上([0-9.,]+万?元|[一二三四五六七八九十百千万]+元)以下/u.exec(words)
    const [band] = range === null ? [] : fineBandsIn(`处${range[1]}以上${range[2]}以下的罚款`)
    return band === undefined || band.low === null ? [] : [{ words, low: band.low, high: band.high }]
  })
}

const IN_TIME = /(?:限期|期限|规定期限|时限)内[^，。；]{0,4}改正|及时改正|按期改正|主动改正|当(?:场|日|天)改正|立即改正/u
const LATE = /逾期|拒不|未改正|未按期/u
/** 在限期内整改完毕, 当日恢复供电, 限期内整改属实. */
const WAS_IN_TIME = /(?:限期|期限|规定期限)内[^，。；]{0,6}(?:整改|改正)(?:完毕|完成|到位|属实|的情节)?|(?:当日|当天|当场|立即)(?:已)?(?:恢复|改正|整改|纠正)|按期(?:整改|改正)|已按期|主动(?:改正|整改)/u
const WAS_LATE = /逾期未(?:改|整改)|拒不改正|未按期(?:改|整改)|复查[^。；]{0,20}(?:未改正|未整改|仍)/u
const REASONED = /偏离|调整适用|上浮|不适用[^。；]{0,12}(?:基准|档)|(?:从重|加重|提高)[^。；]{0,20}(?:理由|因|情节|情形)|因[^。；]{4,40}(?:从重|提高|上调)/u

function fineIn(words: string): number | null {
  const printed = /罚款(?:人民币)?([0-9][0-9,.]*)(万)?元/u.exec(words)
  return printed === null ? null : numberOf(`${printed[1] ?? ''}${printed[2] ?? ''}`)
}

interface Row {
  readonly line: PrintedLine
  readonly steps: readonly Step[]
  readonly fine: number
  readonly facts: string
}

function rowsOf(document: CaseDocument): readonly Row[] {
  return linesOf(document).flatMap((line): Row[] => {
    const cells = line.text.split('\t').map((cell) => cell.replace(/\s/gu, ''))
    const at = cells.findIndex((cell) => stepsIn(cell).length > 1)
    const fine = at < 0 ? null : fineIn(cells.slice(at + 1).join('，'))
    return at < 0 || fine === null ? [] : [{ line, steps: stepsIn(cells[at] ?? ''), fine, facts: cells.slice(at + 1).join('，') }]
  })
}

export const ABOVE_THE_FITTING_STEP: PrereviewRule = {
  id: '5.9-above-the-fitting-step',
  questionId: '5.9',
  name: said('高于与情节对应的裁量档次且没有理由', 'Above the step that the facts fit, without a reason'),
  basis: [
    { law: '行政处罚法', article: 34 },
    { law: '国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见', item: 12 },
  ],
  severity: 'C',
  check(file: CaseFile) {
    const paper = penaltyPaper(file)
    const corrected = file.documents.some((one) => one.kind === 'correction-check' && says(one, WAS_IN_TIME)) && !file.documents.some((one) => says(one, WAS_LATE) && one.kind !== 'investigation-report')
    if (paper !== null && says(paper, REASONED)) return []
    return file
      .of('investigation-report', 'discretion-sheet', 'explanation', 'discussion-minutes', 'decision')
      .filter((one) => one.sure && !says(one, REASONED))
      .flatMap((document) =>
        rowsOf(document).flatMap(({ line, steps, fine, facts }) => {
          const inTime = (WAS_IN_TIME.test(facts) || corrected) && !WAS_LATE.test(facts)
          const fitting = steps.filter(({ words }) => IN_TIME.test(words) && !LATE.test(words))
          const [step] = fitting
          if (!inTime || step === undefined || fitting.length !== 1 || fine <= step.high || !/改正|整改|恢复|纠正|[\p{Script=Han}]/u.test(facts)) return []
          return [
            {
              message: said(
                `已在期限内改正，对应的裁量档次为${yuanText(step.low)}以上${yuanText(step.high)}以下，拟罚款${yuanText(fine)}，没有说明偏离的理由和批准。`,
                `Put right in time, the step is ${yuanInEnglish(step.low)} to ${yuanInEnglish(step.high)}; the fine is ${yuanInEnglish(fine)} with neither reason nor approval.`,
              ),
              suggestion: said('按对应档次处罚；确需偏离的，说明理由并经批准或者集体讨论。', 'Stay within the step, or give the reason and have it approved.'),
              places: [line],
              about: String(fine),
            },
          ]
        }),
      )
  },
}
