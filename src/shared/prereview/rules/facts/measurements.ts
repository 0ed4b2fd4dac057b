/** 4.10: one thing measured differently (面积、长度、重量) in two papers of the file. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { Place, PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { findAll } from '../../wording.ts'
import { fileSays } from './case-sections.ts'

/** A group of labels that mean one measurement; the first word is what the message calls it. */
const MEASURES: readonly (readonly [string, RegExp])[] = [
  ['面积', /(?<![占用营积租赁])(?:(?:建筑|违法建设|违法建筑|违建|搭建|建设)?面积)(?:约|为|共|计|共计|合计|是|[:：])*([0-9][0-9,.]*)(平方米|㎡|m²|亩)/u],
  ['占地面积', /占(?:地|用)(?:[^，。；0-9]{0,6})?面积(?:约|为|共|计|共计|合计|是|[:：])*([0-9][0-9,.]*)(平方米|㎡|m²|亩)/u],
  ['总质量', /(?:车货)?总(?:质量|重量?)(?:约|为|达|是|[:：])*([0-9][0-9,.]*)(吨|千克|公斤)/u],
  ['超限', /超(?:限|载)(?:重量|质量|吨数)?(?:约|为|达|是|[:：])*([0-9][0-9,.]*)(吨|千克|公斤)/u],
  ['重量', /(?:称重|过磅|净重|总重|重量|共重)(?:约|为|共|计|共计|合计|是|[:：])*([0-9][0-9,.]*)(公斤|千克|吨|斤|kg)/u],
]

const MEASURED = [
  'inspection-record',
  'measure-record',
  'sampling-record',
  'test-report',
  'expert-opinion',
  'calculation-sheet',
  'investigation-report',
  'prior-notice',
  'correction-order',
  'decision',
  'other',
] as const

const MEASURING = /测绘|测量|勘测|丈量|称重|过磅|检斤|认定|鉴定/u
const HEAD = 60

interface Measured {
  readonly value: string
  readonly place: Place
}

/** The one value that a paper gives; null where it gives none or several (parts and a sum). */
function onlyValue(document: CaseDocument, pattern: RegExp): Measured | null {
  const found = findAll(document, pattern).map(({ match, ...place }) => ({
    value: `${(match[1] ?? '').replace(/,/gu, '').replace(/\.$/u, '')}${(match[2] ?? '').replace(/㎡|m²/u, '平方米').replace(/千克|kg/u, '公斤')}`,
    place,
  }))
  return new Set(found.map(({ value }) => value)).size === 1 ? (found[0] ?? null) : null
}

const EXPLAINED = /更正|重新(?:测量|认定|核定|勘验|测绘|称重)|复测|经核实[^。]{0,20}(?:应为|实为)|笔误|测量误差|扣除/u

export const MEASUREMENTS_DIFFER: PrereviewRule = {
  id: '4.10-measurements-differ',
  questionId: '4.10',
  name: said('面积、重量等测量结果前后矛盾', 'Measurements differ between papers'),
  basis: [
    { law: '行政处罚法', article: 40 },
    { law: '行政处罚法', article: 54, paragraph: 1 },
  ],
  severity: 'C',
  check(file: CaseFile) {
    if (fileSays(file, EXPLAINED)) return []
    return MEASURES.flatMap(([name, pattern]) => {
      const measured = file
        .of(...MEASURED)
        // a deed or a lease in the file measures something else
        .filter(({ sure, kind, text }) => sure && (kind !== 'other' || MEASURING.test(text.slice(0, HEAD))))
        .flatMap((document) => onlyValue(document, pattern) ?? [])
      const [first] = measured
      const unit = first?.value.replace(/[0-9.]/gu, '')
      const other = measured.find(({ value }) => value !== first?.value && value.endsWith(unit ?? '—'))
      if (first === undefined || other === undefined) return []
      return [
        {
          message: said(
            `${name}不一致：一处为${first.value}，另一处为${other.value}，未见说明。`,
            `What was measured differs: ${first.value} in one paper, ${other.value} in another, without explanation.`,
          ),
          suggestion: said('复核测量记录，统一数据；有变化的说明理由。', 'Check the measurement and use one figure, or say why it changed.'),
          places: [first.place, other.place],
          about: name,
        },
      ]
    })
  },
}
