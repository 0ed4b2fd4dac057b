/** 4.15: lists of things (清单、清点登记表) whose rows and sum do not agree, and those that nobody of the other side signed. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { Place, PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { says } from '../../wording.ts'
import { linesOf } from '../printed-lines.ts'

const INVENTORY = /清点|(?:物品|财物)[^\n]{0,6}(?:登记表|清单)/u

function inventories(file: CaseFile): readonly CaseDocument[] {
  return file.documents.filter(
    (one) => one.sure && (one.kind === 'goods-list' || (one.kind === 'other' && INVENTORY.test(one.facts.title?.text.replace(/\s/gu, '') ?? one.text.slice(0, 40).replace(/\s/gu, '')))),
  )
}

interface Sum {
  readonly rows: number
  readonly printed: number
  readonly place: Place
}

/** The column 数量 added up, and what the row 合计 prints; null where a row is no plain figure. */
function sumOf(document: CaseDocument): Sum | null {
  const lines = linesOf(document)
  const at = lines.findIndex(({ text }) => text.split('\t').some((cell) => cell.replace(/\s/gu, '') === '数量'))
  const head = lines[at]
  if (head === undefined) return null
  const column = head.text.split('\t').findIndex((cell) => cell.replace(/\s/gu, '') === '数量')
  let rows = 0
  let counted = 0
  for (const line of lines.slice(at + 1)) {
    if (!line.text.includes('\t')) return null
    const cells = line.text.split('\t').map((cell) => cell.replace(/\s/gu, ''))
    if (cells.some((cell) => /^(?:合计|总计|共计)/u.test(cell))) {
      const printed = cells.map((cell) => /^(?:合计|总计|共计)?[:：]?([0-9]+)(?:[\p{Script=Han}（）()、/]{0,8})$/u.exec(cell)?.[1]).filter((one) => one !== undefined)
      return printed.length === 1 && counted > 1 ? { rows, printed: Number(printed[0]), place: line } : null
    }
    const own = /^([0-9]+)(?:\p{Script=Han}{0,2})$/u.exec(cells[column] ?? '')
    if (own === null) return null
    rows += Number(own[1])
    counted += 1
  }
  return null
}

export const LIST_SUM_WRONG: PrereviewRule = {
  id: '4.15-list-sum-wrong',
  questionId: '4.15',
  name: said('清单各行之和与合计不符', 'Rows of a list do not add up to its total'),
  basis: [{ law: '行政强制法', article: 24 }],
  severity: 'C',
  check: (file: CaseFile) =>
    inventories(file).flatMap((document) => {
      const sum = sumOf(document)
      if (sum === null || sum.rows === sum.printed) return []
      return [
        {
          message: said(`清单各行数量之和为${sum.rows}，合计栏为${sum.printed}，账物不符。`, `The rows add up to ${sum.rows}; the total says ${sum.printed}.`),
          suggestion: said('核对实物，更正清单并由当事人（见证人）确认。', 'Check the things and correct the list, with the party’s or a witness’s confirmation.'),
          places: [sum.place],
        },
      ]
    }),
}

const BLANK = /(?:被清点人|当事人|持有人|物品所有人|被执行人|见证人)(?:（[^）]{0,8}）|签名|签字|确认)*[:：](?=$|\n|见证人|拒签|清点人|执法人员|备注|[12][0-9]{3}年)/mu
const SIGNED = /(?:被清点人|当事人|持有人|物品所有人|被执行人|见证人)(?:（[^）]{0,8}）|签名|签字|确认)*[:：](?!见证|拒签|清点|执法|备注|当事)[\p{Script=Han}·]{2,4}/u

export const INVENTORY_UNSIGNED: PrereviewRule = {
  id: '4.15-inventory-unsigned',
  questionId: '4.15',
  name: said('物品清点登记没有当事人或者见证人签名', 'Inventory signed neither by the party nor by a witness'),
  basis: [{ law: '行政强制法', article: 18 }],
  severity: 'C',
  check: (file: CaseFile) =>
    inventories(file)
      .filter((document) => document.kind === 'other' && says(document, BLANK) && !says(document, SIGNED) && !says(document, /拒绝签|拒不签|拒签(?!情况说明：(?:清点|执法|见证|$))/u))
      .map((document) => ({
        message: said(
          '物品清点登记没有当事人签名，也没有见证人签名或者拒签的记载。',
          'The inventory is signed neither by the party nor by a witness, and no refusal is noted.',
        ),
        suggestion: said('由当事人签名；拒绝签名的，注明情况并由见证人签名。', 'Have it signed, or note the refusal with a witness.'),
        places: [titlePlace(document)],
      })),
}

export const INVENTORY_RULES: readonly PrereviewRule[] = [LIST_SUM_WRONG, INVENTORY_UNSIGNED]
