/** 4.10: what a device recorded itself (运行日志、事件记录) of the beginning of an act, and what the decision says of it. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, says } from '../../wording.ts'
import { momentsIn, type Moment } from '../procedure/reading/moments.ts'
import { chineseDay, factsSection, findingPapers } from './case-sections.ts'

const RECORD = /(?:事件|运行|操作|系统|开关机|报警|监控|数据|工况|电量|在线)[^。；]{0,10}(?:记录|日志|数据)|末条记录|最后一条记录/u
const STOPPED = /停机|断电|断开|停运|关闭|停用|离线|掉线|拔除|拆除|停止(?:运行|工作|记录|上传)|主电源故障/u
const STOPPED_BY_PARTY = /断开|关闭|停用|拔除|拆除|停止(?:运行|使用)|停运|擅自停/u
const EXPLAINED = /(?:不一致|不符|出入|误差|偏差|时钟|时间(?:存在)?差)[^。；]{0,60}(?:系|因|经|原因|说明|以[^。；]{1,16}为准|采信|校|核实)|经核实[^。；]{0,30}(?:时钟|系统时间)/u

/** The day on which the device's own record says that it stopped. */
function stoppedByRecord(document: CaseDocument): Moment | null {
  const text = denseText(document)
  return (
    momentsIn(document).find(
      ({ start, end }) => RECORD.test(text.slice(Math.max(0, start - 24), start)) && STOPPED.test(text.slice(end, end + 24)),
    ) ?? null
  )
}

/** The day from which the agency finds that the party had it off. */
function foundFrom(document: CaseDocument): Moment | null {
  const text = denseText(document)
  const facts = factsSection(document)
  return (
    momentsIn(document).find(
      ({ start, end }) =>
        (facts === null || (start >= facts.start - 2 && end <= facts.end)) &&
        /^(?:起|以来|开始|，)?(?:至[^，。；]{4,20}[，]?)?[^，。；]{0,6}(?:断开|关闭|停用|拔除|拆除|停止|停运|擅自停)/u.test(text.slice(end, end + 40)) &&
        STOPPED_BY_PARTY.test(text.slice(end, end + 40)),
    ) ?? null
  )
}

export const DEVICE_RECORD_DIFFERS: PrereviewRule = {
  id: '4.10-device-record-differs',
  questionId: '4.10',
  name: said('设备记录的停用时间与认定不一致', 'The device’s own record has another day'),
  basis: [
    { law: '行政处罚法', article: 40 },
    { law: '行政处罚法', article: 54, paragraph: 1 },
  ],
  severity: 'C',
  check(file: CaseFile) {
    const recorded = file.documents
      .filter((one) => one.sure && !['decision', 'prior-notice', 'legal-basis-extract', 'defence'].includes(one.kind))
      .flatMap((document) => stoppedByRecord(document) ?? [])[0]
    if (recorded === undefined || file.documents.some((one) => says(one, EXPLAINED))) return []
    const found = [...findingPapers(file), ...file.of('licence-decision')].flatMap((document) => foundFrom(document) ?? [])
    const [first] = found
    if (first === undefined || found.some(({ day }) => day === recorded.day)) return []
    return [
      {
        message: said(
          `设备记录显示${chineseDay(recorded.day)}即已停机（断电），认定的起始时间为${chineseDay(first.day)}，矛盾没有排除。`,
          `The device’s record has it off since ${recorded.day}; the act is found from ${first.day}. Nobody explains the difference.`,
        ),
        suggestion: said('核实设备时钟和停用经过，排除矛盾后认定起止时间。', 'Check the clock and what happened, and find the days anew.'),
        places: [recorded, ...found],
      },
    ]
  },
}
