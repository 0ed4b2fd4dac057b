/** 4.9: sampling, testing and what the party was told of the result. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { Place, PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll, says } from '../../wording.ts'
import { linesOf } from '../printed-lines.ts'
import { affirmed, chineseDay, daysBetween, fileSays, lastNotice, WHOLE_FILE } from './case-sections.ts'

const ADVERSE = /不合格|不符合|超标|超过(?:标准|限值|限量)|检出(?!限)/u
const TOLD =
  /(?:检验|检测|监测|鉴定|抽检|结果|结论|报告)[^。；]{0,24}(?:告知|送达|通知|签收|交付|出示)|(?:告知|送达|出示|收到|签收|通知)[^。；]{0,24}(?:检验|检测|监测|鉴定|抽检)(?:结果|报告|结论|意见)?|(?:检验|检测|监测|鉴定)(?:结果|报告)?告知/u

/** Notices of a result; that the testing takes so long (检验期间告知书) is another notice. */
function resultNotices(file: CaseFile): readonly CaseDocument[] {
  return file
    .of('test-notice')
    .filter((one) => !/期间|期限/u.test(one.facts.title?.text ?? denseText(one).slice(0, 60)) || says(one, /(?:检验|检测|鉴定|监测)(?:结果|结论|意见|报告)(?:为|：|显示|如下|不合格)|经(?:检验|检测|鉴定)，/u))
}

/** A report that speaks against the party. */
function adverseReports(file: CaseFile): readonly CaseDocument[] {
  return file.of('test-report').filter((document) => document.sure && affirmed(document, ADVERSE).length > 0)
}

/** 废水、废气、噪声: fixed or measured on the spot, kept but not sealed, and gone afterwards. */
const MONITORED = /监测报告|废水|废气|水样|水质|噪声|无组织|排放口|总排口|采样点位|大气|油烟/u
/** How a sample of water or air is kept instead. */
const KEPT = /加[^，。；]{0,6}(?:酸|碱|固定剂|氢氧化钠)|固定剂|冷藏|避光|保存(?:方法|剂|条件)|pH[≤<>≥]/u
const isMonitoring = (document: CaseDocument): boolean => says(document, MONITORED)

export const RESULT_NOT_TOLD: PrereviewRule = {
  id: '4.9-result-not-told',
  questionId: '4.9',
  name: said('检验结果未告知当事人', 'Test result not told'),
  basis: [
    { law: '行政处罚法', article: 46, paragraph: 2 },
    { law: '行政处罚法', article: 44 },
  ],
  severity: 'C',
  check(file) {
    const reports = adverseReports(file)
    if (reports.length === 0 || file.documents.length < WHOLE_FILE || resultNotices(file).length > 0) return []
    // What was monitored (水、气、噪声) cannot be tested again; the notice of the penalty tells it.
    if (reports.every(isMonitoring)) return []
    const elsewhere = file.documents.some(
      (document) =>
        (document.kind === 'test-report'
          ? says(document, /(?:检验|检测|鉴定|监测)结果告知|(?:结果|报告)已[^。；]{0,20}告知/u)
          : !['legal-basis-extract', 'materials-list', 'evidence-list'].includes(document.kind) && TOLD.test(denseText(document))),
    )
    if (elsewhere) return []
    return [
      {
        message: said(
          '检验（检测）结果对当事人不利，卷内没有告知当事人结果的材料。',
          'The result is against the party, and nothing shows that the party was told of it.',
        ),
        suggestion: said(
          '补充检验结果告知书及送达回证；没有告知的，应当告知并保障其申请复检、提出异议的权利。',
          'Add the notice of the result and its receipt; if none was given, give it with the right to a retest.',
        ),
        places: reports.map(titlePlace),
      },
    ]
  },
}

export const RETEST_RIGHT_NOT_TOLD: PrereviewRule = {
  id: '4.9-retest-right-not-told',
  questionId: '4.9',
  name: said('未告知复检、异议权利', 'Right to a retest not told'),
  basis: [{ law: '行政处罚法', article: 45, paragraph: 1 }],
  severity: 'C',
  check: (file) =>
    resultNotices(file)
      .filter(
        (document) =>
          document.sure && denseText(document).length > 40 && !says(document, /复检|复验|复查检验|异议|重新(?:检验|检测|鉴定)|复核/u),
      )
      .map((document) => ({
        message: said(
          '检验结果告知没有告知申请复检（提出异议）的权利和期限。',
          'The notice of the result does not tell the right to a retest or objection, nor its period.',
        ),
        suggestion: said(
          '补充告知复检（异议）的权利、期限和受理机构，并给予相应期间。',
          'Tell the right, its period and where to ask, and allow that time.',
        ),
        places: [titlePlace(document)],
      })),
}

export const RESULT_TOLD_LATE: PrereviewRule = {
  id: '4.9-result-told-late',
  questionId: '4.9',
  name: said('检验结果告知过迟', 'Test result told too late'),
  basis: [{ law: '行政处罚法', article: 45, paragraph: 1 }],
  severity: 'C',
  check(file) {
    const notice = lastNotice(file) ?? file.of('decision').at(-1)
    const first = file.of('prior-notice')[0]?.day ?? notice?.day ?? null
    if (notice === undefined || first === null) return []
    return resultNotices(file)
      .filter((document) => document.sure && document.day !== null && document.day > first)
      .map((document) => ({
        message: said(
          `检验结果在${chineseDay(document.day ?? '')}才告知，晚于处罚事先告知（${chineseDay(first)}），当事人未能及时申请复检。`,
          `The result was told on ${document.day}, after the notice of the penalty of ${first}.`,
        ),
        suggestion: said('在复检（异议）期间届满后重新告知，并听取意见。', 'Let the time for a retest pass and give notice anew.'),
        places: [titlePlace(document), ...(notice === undefined ? [] : [titlePlace(notice)])],
      }))
  },
}

/** Longer than this after the report, a right to a retest is hardly worth having. */
const LONG_AFTER = 30

export const RESULT_TOLD_LONG_AFTER: PrereviewRule = {
  id: '4.9-result-told-long-after',
  questionId: '4.9',
  name: said('检验结果未及时告知', 'Test result told long after the report'),
  basis: [{ law: '行政处罚法', article: 45, paragraph: 1 }],
  severity: 'C',
  check: (file) =>
    resultNotices(file)
      .filter((document) => document.sure && document.day !== null)
      .flatMap((told) => {
        const reports = file
          .of('test-report')
          .filter((document) => document.sure && document.day !== null && document.day <= (told.day ?? ''))
        const report = reports.at(-1)
        if (report === undefined || report.day === null || told.day === null || daysBetween(report.day, told.day) <= LONG_AFTER) return []
        return [
          {
            message: said(
              `检验报告于${chineseDay(report.day)}作出，${chineseDay(told.day)}才告知当事人，相隔${daysBetween(report.day, told.day)}日，可能影响申请复检的权利。`,
              `The report is of ${report.day}; the party was told on ${told.day}, ${daysBetween(report.day, told.day)} days later.`,
            ),
            suggestion: said(
              '核对规定的告知期限和复检期限，说明延迟的原因；影响复检权利的，该报告慎重采用。',
              'Check the periods that the rules set, explain the delay, and be careful with a report that could not be retested.',
            ),
            places: [titlePlace(told), titlePlace(report)],
            answer: 'cannotTell' as const,
          },
        ]
      })
      .slice(0, 1),
}

const SAMPLE_NUMBER = /(?:样品|抽样(?:单)?|采样|检样|样本)(?:编号|号)[:：]?([A-Za-z0-9（）()〔〕-]{3,24}?)(?=[^A-Za-z0-9（）()〔〕-]|$)/u

function sampleNumbers(document: CaseDocument): ReturnType<typeof findAll> {
  return findAll(document, SAMPLE_NUMBER).filter(({ match }) => /[0-9]/u.test(match[1] ?? ''))
}

const IN_COLUMN = /^[A-Za-z]{0,6}[-—－]?[0-9][A-Za-z0-9/]*(?:[-—－/][A-Za-z0-9]+)+$/u

/** Numbers in the column 样品编号 of a table, each with its row. */
function numbersInColumn(document: CaseDocument): readonly { readonly number: string; readonly place: Place }[] {
  const found: { readonly number: string; readonly place: Place }[] = []
  let column = -1
  for (const line of linesOf(document)) {
    const cells = line.text.split('\t').map((cell) => cell.replace(/\s/gu, ''))
    const heading = cells.findIndex((cell) => /^(?:样品|采样|检样)(?:编号|号)$/u.test(cell))
    if (heading >= 0 && cells.length > 2) column = heading
    else if (cells.length < 2) column = -1
    else {
      const number = cells[column] ?? ''
      if (IN_COLUMN.test(number)) found.push({ number, place: line })
    }
  }
  return found
}

/** Some samples of the report are those taken, and others are none of them: the laboratory kept the numbers. */
export const SAMPLE_NOT_TAKEN: PrereviewRule = {
  id: '4.9-sample-not-taken',
  questionId: '4.9',
  name: said('检验报告中有未采集的样品', 'The report has a sample that was not taken'),
  basis: [{ law: '行政处罚法', article: 46, paragraph: 2 }],
  severity: 'C',
  check(file) {
    const taken = file.of('sampling-record').filter(({ sure }) => sure).flatMap(numbersInColumn)
    const numbers = new Set(taken.map(({ number }) => number))
    const tested = file.of('test-report').filter(({ sure }) => sure).flatMap(numbersInColumn)
    if (!tested.some(({ number }) => numbers.has(number))) return []
    const strange = tested.find(({ number }) => !numbers.has(number))
    const [first] = taken
    if (strange === undefined || first === undefined) return []
    return [
      {
        message: said(
          `检验报告中的样品${strange.number}在采样（抽样）记录中没有。`,
          `The report tests the sample ${strange.number}, which the sampling record does not have.`,
        ),
        suggestion: said(
          '核对采样、流转和检验环节的样品编号；不能对应的，该结果不能采用。',
          'Trace the sample; where it cannot be traced, its result proves nothing here.',
        ),
        places: [strange.place, first.place],
        about: strange.number,
      },
    ]
  },
}

export const SAMPLE_NUMBER_DIFFERS: PrereviewRule = {
  id: '4.9-sample-number-differs',
  questionId: '4.9',
  name: said('样品编号不一致', 'Sample numbers differ'),
  basis: [{ law: '行政处罚法', article: 46, paragraph: 2 }],
  severity: 'C',
  check(file) {
    const taken = file
      .of('sampling-record')
      .filter(({ sure }) => sure)
      .flatMap(sampleNumbers)
    const takenText = file.of('sampling-record').map(denseText).join('\n')
    if (taken.length === 0) return []
    return file
      .of('test-report')
      .filter(({ sure }) => sure)
      .flatMap((report) => {
        const tested = sampleNumbers(report)
        const strange = tested.filter(({ match }) => !takenText.includes(match[1] ?? ''))
        const [one] = strange
        const reportText = denseText(report)
        if (one === undefined || strange.length < tested.length || taken.some(({ match }) => reportText.includes(match[1] ?? ''))) return []
        return [
          {
            message: said(
              `检验报告的样品编号${one.match[1]}与抽样记录的${taken[0]?.match[1]}不一致。`,
              `The report’s sample ${one.match[1]} is not the sample ${taken[0]?.match[1]} that was taken.`,
            ),
            suggestion: said(
              '核对抽样、流转和检验环节的样品编号；不能对应的，报告不能作为本案证据。',
              'Trace the sample; where it cannot be traced, the report proves nothing here.',
            ),
            places: [one, ...taken.slice(0, 1)],
          },
        ]
      })
  },
}

export const SAMPLE_UNSEALED: PrereviewRule = {
  id: '4.9-sample-unsealed',
  questionId: '4.9',
  name: said('样品未封存', 'Sample not sealed'),
  basis: [{ law: '行政处罚法', article: 46, paragraph: 2 }],
  severity: 'C',
  check: (file) =>
    file
      .of('sampling-record')
      .filter(
        (document) =>
          document.sure &&
          denseText(document).length > 120 &&
          ((!says(document, /封/u) && !(isMonitoring(document) && says(document, KEPT))) || says(document, /(?:未|没有)(?:当场)?(?:封样|封存|加封|贴封)/u)),
      )
      .map((document) => ({
        message: said('抽样（采样）记录没有样品封存的记载。', 'The sampling record says nothing of sealing the sample.'),
        suggestion: said(
          '说明样品封存、保管和流转情况，由抽样人和当事人签字确认。',
          'Show how the sample was sealed, kept and passed on, with signatures.',
        ),
        places: [titlePlace(document)],
      })),
}

export const RETEST_REFUSED: PrereviewRule = {
  id: '4.9-retest-ignored',
  questionId: '4.9',
  name: said('复检申请未答复', 'Request for a retest not answered'),
  basis: [{ law: '行政处罚法', article: 45, paragraph: 1 }],
  severity: 'C',
  check(file) {
    const asked = file.of('defence', 'inquiry-record', 'test-notice', 'hearing-record', 'other').flatMap((document) =>
      affirmed(document, /(?:申请|要求|请求)(?:进行)?(?:复检|复验|重新检验|重新鉴定)/u).filter(({ match }) => {
        const around = denseText(document).slice(match.index, match.index + 24)
        return (
          !/权利|期限|应当在/u.test(around) &&
          !/(?:可以|有权)[^，。；]{0,30}$|(?:如|放弃|不再?|不予|未)[^，。；]{0,8}$/u.test(denseText(document).slice(Math.max(0, match.index - 40), match.index))
        )
      }),
    )
    if (
      asked.length === 0 ||
      fileSays(
        file,
        /(?:复检|复验|重新检验|重新鉴定)[^。]{0,30}(?:结论|结果|不予受理|不予复检|予以受理|答复|维持|不符合)|(?:不予|同意|受理)[^。]{0,10}(?:复检|复验|重新检验)/u,
      )
    )
      return []
    return [
      {
        message: said('当事人申请复检（重新检验），卷内没有处理结果。', 'The party asked for a retest; nothing shows what became of it.'),
        suggestion: said('依法受理或者书面说明不予复检的理由。', 'Take it up, or give reasons in writing.'),
        places: asked.slice(0, 2),
      },
    ]
  },
}

export const SAMPLING_RULES: readonly PrereviewRule[] = [
  RESULT_NOT_TOLD,
  RETEST_RIGHT_NOT_TOLD,
  RESULT_TOLD_LATE,
  RESULT_TOLD_LONG_AFTER,
  SAMPLE_NUMBER_DIFFERS,
  SAMPLE_NOT_TAKEN,
  SAMPLE_UNSEALED,
  RETEST_REFUSED,
]
