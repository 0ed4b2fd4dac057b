/** 4.14: whether each condition of a licence (许可条件) was proved. */
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { findAll, says } from '../../wording.ts'
import { linesOf } from '../printed-lines.ts'
import { fileSays } from './case-sections.ts'

export const LICENCE_WITH_GAP: PrereviewRule = {
  id: '4.14-granted-with-missing-material',
  questionId: '4.14',
  name: said('材料不齐而准予许可', 'Licence granted on incomplete materials'),
  basis: [
    { law: '行政许可法', article: 34 },
    { law: '行政许可法', article: 38, paragraph: 1 },
  ],
  severity: 'C',
  check(file) {
    const granted = file
      .of('licence-decision')
      .find((document) => says(document, /准予(?:行政)?许可|同意(?:许可|颁发|核发)/u) && !says(document, /不予(?:行政)?许可/u))
    if (granted === undefined || fileSays(file, /已补(?:正|齐|交)|补正材料(?:齐全|符合)/u)) return []
    return file.documents
      .filter((document) => document !== granted && document.sure)
      .flatMap((document) => {
        const [found] = findAll(
          document,
          /(?:缺少|未提交|未提供|未附|缺)(?!席|陷|乏)[^，。；\n]{2,24}(?:图|表|证明|材料|文件|报告|方案|合同|证书|预案)/u,
        )
        if (
          found === undefined ||
          !['licence-application', 'inspection-record', 'other', 'review-opinion', 'investigation-report'].includes(document.kind)
        )
          return []
        return [
          {
            message: said(
              `材料记载“${found.match[0]}”，但决定准予许可，未见补齐。`,
              'A condition is recorded as unproved, yet the licence is granted.',
            ),
            suggestion: said('逐项核对法定条件的证明材料，补齐后再作决定。', 'Prove each statutory condition before deciding.'),
            places: [found],
          },
        ]
      })
  },
}

/** Rows of a check list without a result, while others have one. */
const RESULT_HEAD = /核查(?:结果|情况|结论|意见)|审查(?:结果|意见|情况)|检查(?:结果|情况)|是否(?:符合|具备|合格)|符合情况|结果/u

export const CONDITION_UNCHECKED: PrereviewRule = {
  id: '4.14-condition-unchecked',
  questionId: '4.14',
  name: said('许可条件没有逐项核查', 'Conditions of the licence not each checked'),
  basis: [{ law: '行政许可法', article: 34 }],
  severity: 'C',
  check(file) {
    if (file.of('licence-application', 'licence-decision').length === 0) return []
    return file.documents
      .filter((document) => document.sure && !['licence-application', 'identity-papers', 'materials-list', 'goods-list'].includes(document.kind))
      .flatMap((document) => {
        const rows = linesOf(document).map((line) => ({ line, cells: line.text.split('\t').map((cell) => cell.trim()) }))
        const head = rows.findIndex(({ cells }) => cells.length >= 2 && cells.slice(1).some((cell) => cell.length <= 8 && RESULT_HEAD.test(cell)))
        if (head < 0) return []
        const column = rows[head]?.cells.findIndex((cell, index) => index > 0 && RESULT_HEAD.test(cell)) ?? -1
        const below = rows.slice(head + 1).filter(({ cells }) => (cells[0] ?? '') !== '' && !/[:：]/u.test(cells[0] ?? ''))
        const table = below.slice(0, endOf(below))
        const open = table.filter(({ cells }) => /^(?:—|-|\/|未核查|待核查|未检查)?$/u.test(cells[column] ?? ''))
        if (open.length === 0 || open.length === table.length) return []
        return [
          {
            message: said(
              `许可条件“${open.map(({ cells }) => cells[0]).join('”、“')}”没有核查结果。`,
              `${open.length} of the conditions of the licence have no result.`,
            ),
            suggestion: said('对法定条件逐项核查，记录结果和证明材料。', 'Check each statutory condition and record result and proof.'),
            places: open.slice(0, 3).map(({ line }) => line),
          },
        ]
      })
  },
}

/** Where the table below its head ends: rows with an empty cell keep their tab, so a line of one cell is text again. */
function endOf(rows: readonly { readonly cells: readonly string[]; readonly line: { readonly text: string } }[]): number {
  const first = rows.findIndex(({ line }) => /[：:。]/u.test(line.text))
  return first < 0 ? rows.length : first
}

export const LICENCE_CONDITION_RULES: readonly PrereviewRule[] = [LICENCE_WITH_GAP, CONDITION_UNCHECKED]
