/** What the notice of the right to a hearing and the application say of the time for asking (要求听证的期限) and of its basis. */
import { formatCitation } from '../catalogue/citation.ts'
import type { Form } from '../catalogue/forms.ts'
import type { PeriodRow } from '../catalogue/periods.ts'
import { basisOf, citedInFull } from './cited-in-full.ts'

const UNITS = { workingDay: '个工作日', calendarDay: '日', month: '个月', year: '年', hour: '小时' } as const
const DIGITS = '零一二三四五六七八九十'

/**
 * A period that nobody read in the text of the law says so beside itself and its provision: whoever makes the paper puts in
 * what holds.
 * @param notice the row `hearingRightNotice`: the provisions of the law stand with its elements
 * @param row the time for asking that holds in this station
 */
export function hearingRequestFacts(notice: Pick<Form, 'elements'>, row: Pick<PeriodRow, 'length' | 'unit' | 'basis' | 'verified'>) {
  const mark = row.verified ? '' : '（未核实）'
  const count = row.length <= 10 ? (DIGITS[row.length] ?? String(row.length)) : String(row.length)
  const ofLaw = basisOf(notice, ['hearingBasis', 'hearingRequestBy'])
  // provisions beside the Penalty Law that give the time: of a sector, of a place
  const own = row.basis.filter(({ law }) => ofLaw.every((one) => one.law !== law)).map((citation) => formatCitation(citation, 'zh-CN'))
  return {
    hearingRequestBy: `${count}${UNITS[row.unit]}${mark}`,
    hearingBasis: `${citedInFull(ofLaw, '、')}${own.length === 0 ? '' : `、${own.join('、')}${mark}`}`,
  }
}
