/** 8.3, 8.4: what the papers tell of earlier penalties and of waiting for proof, with which nobody did anything. */
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { findAll, says } from '../../wording.ts'
import { affirmed } from '../facts/case-sections.ts'
import { finedFirst, isTransferred, linesOfCase } from './lines-in-case.ts'

const TWICE_BEFORE =
  /(?:罚|处罚|查处|处理)(?:过|了)?(?:我|他|其|当事人)?(?:过)?(?:两|二|2|三|3|好几|几|多)次|(?:两|二|2|三|3|多)次(?:被|受到|受过|因)[^。；]{0,24}(?:处罚|查处|罚款)|(?:因|为)[^。；，]{1,20}罚过[^。；？]{0,12}[，；、][^。；？]{0,30}罚(?:过|了|款)/u

/** Told in a record, and nobody looks at it again: neither for the limb of repetition nor for the discretion. */
export const EARLIER_PENALTIES_UNCONSIDERED: PrereviewRule = {
  id: '8.3-earlier-penalties-unconsidered',
  questionId: '8.3',
  name: said('多次受处罚的陈述没有查证', 'Told of several earlier penalties, not looked into'),
  basis: [{ law: '行政执法机关移送涉嫌犯罪案件的规定', article: 3 }],
  severity: 'C',
  check(file) {
    if (linesOfCase(file).length === 0 || isTransferred(file) || file.of('earlier-penalty', 'transfer-check').length > 0) return []
    const considered = file
      .of('investigation-report', 'decision', 'discretion-sheet', 'explanation')
      .some((document) => says(document, /(?:两|二|多|三)次[^。；]{0,20}处罚|曾(?:因|被|受)|受过[^。；]{0,12}处罚|处罚(?:记录|查询)|再次(?:实施|违法)|屡/u))
    if (considered) return []
    return file
      .of('inquiry-record', 'inspection-record')
      .filter(({ sure }) => sure)
      .flatMap((document) => affirmed(document, TWICE_BEFORE).slice(0, 1))
      .slice(0, 1)
      .map((place) => ({
        message: said(
          `材料称“${place.match[0]}”，没有查证以前的处罚，也没有与追诉标准的次数条件比较。`,
          `The papers tell of earlier penalties (“${place.match[0]}”); nobody looked into them or compared them with the limb of repetition.`,
        ),
        suggestion: said('调取以前的处罚决定，核对行为种类和日期，符合次数条件的移送。', 'Get the earlier decisions and compare kind and day; transfer where the limb is met.'),
        places: [place],
        answer: 'cannotTell' as const,
      }))
  },
}

const WAITING =
  /(?:待|需|尚需|有待|等待)[^。；]{0,24}(?:鉴定|查证|核实|查实|进一步|确认)[^。；]{0,20}(?:再|后)[^。；]{0,10}(?:移送|考虑)|证据(?:尚)?不足[^。；]{0,16}(?:不|暂不|暂缓)移送|暂不移送|暂缓移送/u

export const IP_WAITED: PrereviewRule = {
  id: '8.4-waited-for-proof',
  questionId: '8.4',
  name: said('知识产权案件等待证据而未移送', 'An intellectual property case waited for proof'),
  basis: [{ law: '行政执法机关移送涉嫌犯罪案件的规定', article: 3, paragraph: 2 }],
  severity: 'C',
  check(file) {
    if (file.of('transfer-paper').length > 0 && !finedFirst(file)) return []
    const ip = linesOfCase(file).filter(({ intellectualProperty }) => intellectualProperty)
    if (ip.length === 0) return []
    return file.documents
      .filter(({ sure, kind }) => sure && kind !== 'legal-basis-extract')
      .flatMap((document) => findAll(document, WAITING).slice(0, 1))
      .slice(0, 1)
      .map((place) => ({
        message: said(
          `涉嫌${ip[0]?.offence['zh-CN'] ?? ''}，材料称“${place.match[0]}”；存在犯罪的合理嫌疑即应移送。`,
          `${ip[0]?.offence.en ?? ''}: the papers wait for proof, though reasonable suspicion is enough to transfer.`,
        ),
        suggestion: said('有犯罪合理嫌疑、需要公安机关采取措施进一步获取证据的，及时移送。', 'Transfer without waiting for full proof.'),
        places: [place],
      }))
  },
}
