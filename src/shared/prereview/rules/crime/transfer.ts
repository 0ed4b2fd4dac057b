/** 8.5–8.9: what is done with a suspected crime. */
import type { CaseFile } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll, says } from '../../wording.ts'
import { affirmed, chineseDay, DAY, dayFrom, daysBetween, fileSays, penaltyPaper } from '../facts/case-sections.ts'
import { imposedFines } from '../law/clauses.ts'
import { isTransferred, reachedLines } from './lines-in-case.ts'
import { REPEATED } from './lines.ts'

const SUSPECTED =
  /(?:已|已经)?(?:达到|超过)(?:了)?[^。；，]{0,16}(?:刑事)?(?:立案)?追诉标准|涉嫌(?:构成)?(?:犯罪|[\p{Script=Han}、]{2,16}?罪)(?!线索|案件移送|案件的规定)|应(?:当)?(?:依法)?移送(?:公安|司法)机关|(?:可能|已)构成犯罪/u
/** Words that lead in a rule or a question, or say no. */
const NOT_FOUND = /(?:不|未|无|没有|尚不|尚未|是否|如|如果|若|的，|经排查)[^。；，]{0,12}$/u

function suspicions(file: CaseFile): ReturnType<typeof findAll> {
  return file.documents
    .filter(
      (document) =>
        document.sure && !['legal-basis-extract', 'materials-list', 'submission-form'].includes(document.kind),
    )
    .flatMap((document) =>
      affirmed(document, SUSPECTED).filter(({ match }) => {
        const text = denseText(document)
        const before = text.slice(Math.max(0, match.index - 14), match.index)
        const after = text.slice(match.index + match[0].length, match.index + match[0].length + 16)
        return !NOT_FOUND.test(before) && !/^(?:的，|的应|：否|的证据不足|线索)|不成立|证据不足|否$/u.test(after)
      }),
    )
}

/** 以行政处罚处理为宜，不再移送公安机关: that a transfer is weighed against a fine says that a crime was in sight. */
const WEIGHED_AGAINST =
  /(?:行政处罚|罚款)(?:处理)?(?:为宜|即可|足以)[^。；]{0,16}(?:不再|不予|不|无需)移送|(?:鉴于|考虑到?|因)[^。；]{0,60}(?:不再|不予|可以不|无需|暂不)移送(?:公安|司法)/u

function refusals(file: CaseFile): ReturnType<typeof findAll> {
  return file
    .of('investigation-report', 'discussion-minutes', 'explanation', 'transfer-check', 'submission-form', 'decision')
    .filter(({ sure }) => sure)
    .flatMap((document) => findAll(document, WEIGHED_AGAINST))
    .filter(({ match }) => !/(?:未达到|不足|低于|没有达到|不构成犯罪|未构成犯罪|证据不足)/u.test(match.input.slice(Math.max(0, match.index - 60), match.index + match[0].length)))
}

export const FINE_IN_PLACE: PrereviewRule = {
  id: '8.5-fine-in-place-of-transfer',
  questionId: '8.5',
  name: said('以罚代刑', 'A fine in place of a transfer'),
  basis: [
    { law: '行政处罚法', article: 8, paragraph: 2 },
    { law: '行政处罚法', article: 27, paragraph: 1 },
    { law: '行政执法机关移送涉嫌犯罪案件的规定', article: 11 },
  ],
  severity: 'F',
  check(file) {
    const paper = penaltyPaper(file)
    if (paper === null || imposedFines(paper).length === 0 || isTransferred(file)) return []
    const places = [...refusals(file), ...suspicions(file)]
    const reached = paper.kind === 'decision' ? reachedLines(file).filter(({ share, inRange, line }) => share >= 1 && !inRange && line.verified) : []
    const [first] = reached
    if (places.length === 0 && first !== undefined) {
      return [
        {
          message: said(
            `已达到${first.line.offence['zh-CN']}的追诉标准（${first.chinese}），本案作罚款处理，没有移送公安机关。`,
            `A filing line of ${first.line.offence.en} is reached; the case is ended with a fine and not transferred.`,
          ),
          suggestion: said(
            '依法移送公安机关，不得以罚款等行政处罚代替移送；移送前已作出的警告、责令停产停业等不停止执行。',
            'Transfer to the police; a fine must not take its place.',
          ),
          places: [first.place, titlePlace(paper)],
          about: first.line.id,
        },
      ]
    }
    const [repeated] = paper.kind === 'decision' ? REPEATED.check(file).filter(({ answer }) => answer !== 'cannotTell') : []
    if (places.length === 0 && repeated !== undefined) {
      return [
        {
          message: said(
            '以前受处罚的次数已达到入罪条件，本案作罚款处理，没有移送公安机关。',
            'Earlier penalties reach the limb of repetition; the case is ended with a fine and not transferred.',
          ),
          suggestion: said('依法移送公安机关，不得以罚款代替移送。', 'Transfer to the police; a fine must not take its place.'),
          places: [titlePlace(paper), ...repeated.places.slice(0, 1)],
        },
      ]
    }
    if (places.length === 0) return []
    return [
      {
        message: said(
          `卷内材料认为“${places[0]?.match[0] ?? ''}”，本案却作罚款处理，没有移送公安机关。`,
          'Papers of the file see a suspected crime; the case is ended with a fine and not transferred.',
        ),
        suggestion: said(
          '依法移送公安机关，不得以罚款等行政处罚代替移送；移送前已作出的警告、责令停产停业等不停止执行。',
          'Transfer to the police; a fine must not take its place.',
        ),
        places: places.slice(0, 3),
      },
    ]
  },
}

/** The day (and hour) on which the head approved the transfer. */
const APPROVED = new RegExp(
  `(?:同意|批准|决定)(?:依法)?(?:将(?:本案|案件))?移送[^；]{0,40}?${DAY}(?:([0-9]{1,2})时)?|${DAY}(?:([0-9]{1,2})时)?，[^。；]{0,30}(?:负责人|局长|主任)[^。；]{0,16}(?:同意|批准|决定)移送`,
  'u',
)

export const TRANSFER_LATE: PrereviewRule = {
  id: '8.6-transfer-late',
  questionId: '8.6',
  name: said('移送超过二十四小时', 'Transfer later than allowed'),
  basis: [{ law: '行政执法机关移送涉嫌犯罪案件的规定', article: 5, paragraph: 2 }],
  severity: 'C',
  check: (file) =>
    file
      .of('transfer-paper')
      .filter(({ sure, day }) => sure && day !== null)
      .flatMap((transfer) => {
        const approvals = file
          .of('transfer-check', 'transfer-paper', 'investigation-report', 'discussion-minutes', 'other')
          .flatMap((document) =>
            findAll(document, APPROVED).flatMap((place) => {
              const [, y1, m1, d1, , y2, m2, d2] = place.match
              const day = dayFrom(y1 ?? y2, m1 ?? m2, d1 ?? d2)
              return day === null ? [] : [{ day, place }]
            }),
          )
        const last = approvals.toSorted((one, other) => (one.day < other.day ? -1 : 1)).at(-1)
        const limit = periodDays(file, 'transfer')
        if (last === undefined || transfer.day === null || limit === null || daysBetween(last.day, transfer.day) <= limit) return []
        return [
          {
            message: said(
              `${chineseDay(last.day)}批准移送，${chineseDay(transfer.day)}才移送，超过二十四小时。`,
              `Approved on ${last.day}, transferred only on ${transfer.day}: more than 24 hours.`,
            ),
            suggestion: said('说明延迟的原因，立即移送。', 'Explain the delay and transfer at once.'),
            places: [last.place, titlePlace(transfer)],
          },
        ]
      }),
}

const REFUSED = new RegExp(`(?:暂|先)?不(?:予|宜|作)?移送[^；]{0,40}?${DAY}`, 'u')
const REPORTED = new RegExp(`(?:建议|提请|报请)(?:依法)?(?:将(?:本案|案件))?移送[^；]{0,40}?${DAY}`, 'u')

export const TRANSFER_DECIDED_LATE: PrereviewRule = {
  id: '8.6-transfer-decided-late',
  questionId: '8.6',
  name: said('负责人逾三日才决定移送', 'The head decided later than allowed'),
  basis: [{ law: '行政执法机关移送涉嫌犯罪案件的规定', article: 5, paragraph: 2 }],
  severity: 'C',
  check(file) {
    const limit = periodDays(file, 'transferDecision')
    if (limit === null) return []
    const day = (place: ReturnType<typeof findAll>[number], offset: number) =>
      dayFrom(place.match[offset], place.match[offset + 1], place.match[offset + 2])
    const papers = file.of('transfer-check', 'transfer-paper', 'investigation-report', 'other')
    const reports = papers.flatMap((document) => findAll(document, REPORTED).map((place) => ({ place, day: day(place, 1) })))
    const approvals = papers.flatMap((document) =>
      findAll(document, APPROVED).map((place) => ({ place, day: day(place, 1) ?? day(place, 5) })),
    )
    const refusals = papers.flatMap((document) => findAll(document, REFUSED).map((place) => ({ place, day: day(place, 1) })))
    const first = reports.find((one) => one.day !== null)
    const last = [...approvals, ...refusals].findLast((one) => one.day !== null)
    if (first === undefined || last === undefined || first.day === null || last.day === null || daysBetween(first.day, last.day) <= limit)
      return []
    return [
      {
        message: said(
          `${chineseDay(first.day)}提出移送报告，${chineseDay(last.day)}才作出决定，超过${limit}日。`,
          `Reported on ${first.day}, decided only on ${last.day}: more than ${limit} days.`,
        ),
        suggestion: said('说明原因；正职负责人应当自接到报告之日起三日内决定。', 'Explain; the head must decide within three days.'),
        places: [first.place, last.place],
      },
    ]
  },
}

/** Days of a period of the catalogue; a period in hours counts as days begun. */
function periodDays(file: CaseFile, subject: 'transfer' | 'transferDecision'): number | null {
  const row = file.catalogue.periods.find((one) => one.subject === subject)
  return row === undefined ? null : row.unit === 'hour' ? Math.ceil(row.length / 24) : row.length
}

/** A form on which a deputy writes the decision, and nobody above. */
const DEPUTY_ON_FORM =
  /(?:审批|批示|领导|负责人|局领导|单位负责人)意见[^；]{0,60}?(?:(?:分管)?副(?:局长|主任|厅长|队长|支队长)|分管(?:负责人|领导))[^。；]{0,12}[12][0-9]{3}年/u
const HEAD_ON_FORM = /(?<!副)(?:局长|主任|厅长|县长|主要负责人|主持工作)[^。；]{0,12}[12][0-9]{3}年/u

const DEPUTY =
  /(?:(?:分管)?副(?:局长|主任|厅长|队长|支队长)|分管(?:负责人|领导))[^。；\n]{0,12}[:：（(]?[^。；\n]{0,16}(?:同意|批准|决定)移送|(?:同意|批准)移送[^。；\n]{0,16}[（(](?:分管)?副(?:局长|主任|厅长|队长)/u

export const DEPUTY_APPROVED: PrereviewRule = {
  id: '8.6-deputy-approved',
  questionId: '8.6',
  name: said('移送由副职批准', 'Transfer approved by a deputy'),
  basis: [{ law: '行政执法机关移送涉嫌犯罪案件的规定', article: 5, paragraph: 2 }],
  severity: 'C',
  check: (file) =>
    file
      .of('transfer-check', 'transfer-paper', 'investigation-report', 'other')
      .filter(({ sure }) => sure)
      .flatMap((document) =>
        [
          ...findAll(document, DEPUTY),
          ...(/移送/u.test(document.facts.title?.text ?? document.file.name) && !says(document, HEAD_ON_FORM)
            ? findAll(document, DEPUTY_ON_FORM)
            : []),
        ]
          .filter(() => !fileSays(file, /主持工作/u))
          .slice(0, 1)
          .map((place) => ({
            message: said(
              '移送由副职批准；应当由正职负责人或者主持工作的负责人决定。',
              'A deputy approved the transfer; the head or the person in charge decides.',
            ),
            suggestion: said('由正职负责人（主持工作的负责人）审批。', 'Have the head decide.'),
            places: [place],
          })),
      )
      .slice(0, 1),
}

const ATTACHMENTS: readonly (readonly [RegExp, string, string])[] = [
  [/调查(?:情况)?(?:终结)?报告|案件(?:情况)?报告|情况(?:的)?(?:调查)?报告/u, '涉嫌犯罪案件情况的调查报告', 'the report on the case'],
  [/(?:物品|财物)清单|清单/u, '涉案物品清单', 'the list of goods'],
]

export const ATTACHMENTS_MISSING: PrereviewRule = {
  id: '8.7-attachments-missing',
  questionId: '8.7',
  name: said('移送材料不齐', 'Attachments of the transfer missing'),
  basis: [{ law: '行政执法机关移送涉嫌犯罪案件的规定', article: 6 }],
  severity: 'C',
  check: (file) =>
    file
      .of('transfer-paper')
      .filter((document) => document.sure && denseText(document).length > 60 && says(document, /移送/u))
      // The form by which the head decides has no attachments.
      .filter(({ facts, file: { name } }) => !/审批|呈批|报告/u.test(facts.title?.text ?? name))
      .flatMap((document) => {
        const tested = file.of('test-report').length > 0 && !says(document, /检验|鉴定|检测|监测/u) ? ['检验报告或者鉴定结论'] : []
        const goods = file.of('goods-list', 'measure-decision').length > 0 || says(document, /涉案物品/u)
        const missing = [
          ...ATTACHMENTS.filter(([pattern], index) => !says(document, pattern) && (index === 0 || goods)).map(([, name]) => name),
          ...tested,
        ]
        if (missing.length === 0) return []
        return [
          {
            message: said(
              `移送书没有附${missing.join('、')}。`,
              `The transfer does not have all attachments (missing: ${missing.length}).`,
            ),
            suggestion: said(
              '补齐移送书、调查报告、涉案物品清单、检验报告或者鉴定结论及其他材料。',
              'Attach the transfer form, the report, the list of goods, the tests and other papers.',
            ),
            places: [titlePlace(document)],
            about: missing.join(),
          },
        ]
      }),
}

export const GOODS_KEPT: PrereviewRule = {
  id: '8.8-goods-kept',
  questionId: '8.8',
  name: said('查封、扣押的财物未随案移送', 'Seized goods not moved with the case'),
  basis: [
    { law: '行政强制法', article: 21 },
    { law: '行政执法机关移送涉嫌犯罪案件的规定', article: 12 },
  ],
  severity: 'C',
  check(file) {
    const [transfer] = file.of('transfer-paper').filter(({ sure }) => sure)
    const [seized] = file.of('measure-decision', 'goods-list', 'preservation-paper')
    if (
      transfer === undefined ||
      seized === undefined ||
      fileSays(
        file,
        /(?:随案|一并|已)(?:移送|移交)[^。；]{0,20}(?:物品|财物|清单)|(?:物品|财物)[^。；]{0,20}(?:随案|一并|已)?(?:移送|移交)(?!书|审批|报告)|移交(?:物品|财物)?清单/u,
      )
    )
      return []
    return [
      {
        message: said(
          '案件已移送公安机关，没有查封、扣押财物随案移送并书面告知当事人的材料。',
          'The case was transferred; nothing shows that the seized goods went with it and that the party was told.',
        ),
        suggestion: said('将涉案财物一并移送，并书面告知当事人。', 'Move the goods and tell the party in writing.'),
        places: [titlePlace(transfer), titlePlace(seized)],
      },
    ]
  },
}

const MISCONDUCT =
  /(?:公职人员|国家工作人员|(?:监管|执法|管理|工作)人员|(?:局|所|站|政府)[^，。；]{0,10}(?:干部|职工|副?局长|副?所长))[^。；]{0,40}(?:收受|索要|通风报信|充当保护伞|徇私|包庇|失职|渎职|入股|参与经营|受贿|吃拿卡要|滥用职权|玩忽职守)|(?:局|所|站|队|政府|单位|科|办)的?(?:[\p{Script=Han}]{2,3})[^。；]{0,30}(?:提前|事先|预先|检查前)[^。；]{0,20}(?:打(?:过|了)?(?:个)?电话|发(?:过|了)?(?:信息|消息|微信)|告诉|通知|报信|透露|打招呼)|(?:检查|执法|行动)(?:前|之前)[^。；]{0,16}(?:他|她|[\p{Script=Han}]{2,3})(?:就|还|也)?(?:给我|向我|跟我|通知我)[^。；]{0,12}(?:打|发|说|报信|透露|电话|消息)[^。；]{0,30}|(?:给|送)(?:了|过)?[^。；，]{0,10}(?:局|所|队|科)(?:里|长|员)?[^。；，]{0,16}(?:红包|烟酒|购物卡|现金|好处费|[0-9]+元)|(?:给|送|塞|托人给|托人送)(?:了|过)?[^。；]{0,24}(?:主任|局长|所长|站长|队长|科长|股长|镇长|书记|办事员|工作人员|执法人员|监管员|领导|他|她)[\p{Script=Han}]{0,4}[^。；，]{0,8}(?:[0-9一二两三四五六七八九十百千]+(?:万|千|百)?(?:元|块)|现金|红包|购物卡|烟|酒|好处费|辛苦费|礼金)|(?:收受|接受|收了|拿了)[^。；]{0,16}(?:烟|酒|购物卡|红包|现金|礼品|礼金|宴请|好处费)|有(?:人|熟人)(?:在)?[^。；]{0,12}(?:局|所|站|队)[^。；]{0,16}(?:照应|打点|罩|关照|提前)/u

export const MISCONDUCT_NOT_PASSED_ON: PrereviewRule = {
  id: '8.9-misconduct-not-passed-on',
  questionId: '8.9',
  name: said('公职人员违法线索未移送', 'Official misconduct not passed on'),
  basis: [{ law: '行政执法机关移送涉嫌犯罪案件的规定', article: 18 }],
  severity: 'F',
  check(file) {
    if (
      fileSays(file, /(?:移送|移交|报送|转交)[^。；]{0,20}(?:监察|纪委|纪检|检察)|(?:监察|纪委|纪检)[^。；]{0,20}(?:移送|移交|受理|处理)/u)
    )
      return []
    return file
      .of(
        'inquiry-record',
        'inspection-record',
        'investigation-report',
        'defence',
        'hearing-record',
        'discussion-minutes',
        'clue-form',
        'transfer-check',
      )
      .filter(({ sure }) => sure)
      .flatMap((document) =>
        affirmed(document, MISCONDUCT)
          .filter(({ match }) => !/未发现|没有|不存在/u.test(match[0]))
          .slice(0, 1)
          .map((place) => ({
            message: said(
              `材料提到“${place.match[0]}”，没有移送监察机关的记录。`,
              'The papers mention misconduct of an official; nothing shows that it was passed on.',
            ),
            suggestion: said(
              '将线索移送监察机关或者人民检察院，并附移送材料。',
              'Pass it to the supervisory commission or the procuratorate.',
            ),
            places: [place],
          })),
      )
      .slice(0, 1)
  },
}

export const TRANSFER_RULES: readonly PrereviewRule[] = [
  FINE_IN_PLACE,
  TRANSFER_LATE,
  TRANSFER_DECIDED_LATE,
  DEPUTY_APPROVED,
  ATTACHMENTS_MISSING,
  GOODS_KEPT,
  MISCONDUCT_NOT_PASSED_ON,
]
