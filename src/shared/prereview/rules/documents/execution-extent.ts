/** 7.4: what is carried out must be what was decided, announced and urged, and no more. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { Place, PrereviewRule } from '../../rule.ts'
import { denseText, densePlace, says } from '../../wording.ts'
import { isCourtApplication } from '../procedure/court-application.ts'
import { operativePart } from '../procedure/reading/sanctions.ts'
import { both, compulsionLaw, suspect } from '../procedure/reading/rule-words.ts'
import { titlePlace } from '../../places.ts'

const NUMBERED = /(?<![0-9A-Za-z])([0-9]{1,3})[#＃号](?=[、，。；（）]|建筑|房|楼|棚|栋|幢|仓库|构筑|地块|设施|井|船|塔|$)/gu
const EXTENT = /(?:面积)?(?:合计|共计|共|总计)?([0-9][0-9,]*(?:\.[0-9]+)?)(平方米|㎡|亩|公顷|立方米|株|台|座|间)/gu
const ORDERS = /限期|责令|自行拆除|恢复原状|清除|拆除|履行/u

/** The words that carry it out: behind 决定 at the end of a line. */
function carriedOut(document: CaseDocument): { readonly start: number; readonly text: string } {
  return operativePart(document)
}

function numbersIn(text: string): ReadonlyMap<string, number> {
  return new Map([...text.matchAll(NUMBERED)].map((match) => [match[1] ?? '', match.index]))
}

interface Extent {
  readonly value: number
  readonly unit: string
  readonly index: number
  readonly length: number
}
function extentsIn(text: string): readonly Extent[] {
  return [...text.matchAll(EXTENT)].map((match) => ({
    value: Number((match[1] ?? '').replace(/,/gu, '')),
    unit: match[2] === '㎡' ? '平方米' : (match[2] ?? ''),
    index: match.index,
    length: match[0].length,
  }))
}

/** The decision that is carried out: an order that came before. */
function underlying(file: CaseFile, execution: CaseDocument): readonly CaseDocument[] {
  return file
    .of('decision', 'correction-order', 'execution-decision')
    .filter(
      (one) =>
        one !== execution &&
        one.sure &&
        one.day !== null &&
        (execution.day === null || one.day < execution.day) &&
        /决定书|通知书/u.test(one.facts.title?.text.replace(/\s/gu, '') ?? one.text.slice(0, 60)) &&
        says(one, ORDERS),
    )
}

export const MORE_THAN_DECIDED: PrereviewRule = {
  id: '7.4-executed-beyond-decision',
  questionId: '7.4',
  name: both('强制执行的范围超出原决定', 'More is carried out than was decided'),
  basis: [compulsionLaw(34), compulsionLaw(35)],
  severity: 'F',
  check(file: CaseFile) {
    const execution = file.of('execution-decision').findLast((one) => one.sure && !isCourtApplication(one) && says(one, /强制(?:拆除|执行|清除|腾退)|代履行/u))
    if (execution === undefined) return []
    const orders = underlying(file, execution)
    if (orders.length === 0) return []
    const { start, text } = carriedOut(execution)
    const before = orders.map(denseText).join('\n')
    const decided = numbersIn(before)
    const place = (index: number, length: number): Place => densePlace(execution, start + index, start + index + length)
    const added = decided.size === 0 ? [] : [...numbersIn(text)].filter(([number]) => !decided.has(number))
    const known = extentsIn(before)
    const larger = extentsIn(text).filter(({ value, unit }) => {
      const same = known.filter((one) => one.unit === unit)
      return same.length > 0 && same.every((one) => one.value < value * 0.999)
    })
    const [thing] = added
    const [extent] = larger
    if (thing === undefined && extent === undefined) return []
    const most = extent === undefined ? 0 : Math.max(...known.filter(({ unit }) => unit === extent.unit).map(({ value }) => value))
    const things = added.map(([number]) => `${number}#`).join('、')
    return [
      suspect(
        [
          `${thing === undefined ? '' : `${things}不在原决定之内；`}${extent === undefined ? '' : `强制执行${extent.value}${extent.unit}，原决定为${most}${extent.unit}；`}执行范围超出原决定。`,
          `${thing === undefined ? '' : `Not in the decision: ${things}. `}${extent === undefined ? '' : `Carried out: ${extent.value}, decided: ${most}. `}More is carried out than was decided.`,
        ],
        ['按原决定、公告和催告的范围执行；超出部分另行立案、决定。', 'Carry out what was decided, announced and urged; the rest needs a case of its own.'],
        [thing === undefined ? null : place(thing[1], thing[0].length + 1), extent === undefined ? null : place(extent.index, extent.length), ...orders.slice(-1).map(titlePlace)],
      ),
    ]
  },
}
