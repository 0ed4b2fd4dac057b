/** 4.1, 4.2, 4.4, 4.14: whether the elements of the act are proved and told. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll, findFirst, says } from '../../wording.ts'
import { affirmed, beforeEvidence, factsSection, findingPapers, lastNotice, penaltyPaper, WHOLE_FILE } from './case-sections.ts'

/** Words that give a circumstance instead of naming it. */
const CIRCUMSTANCE =
  /因|由于|鉴于|曾|多次|再次|屡次|持续|造成|致使|拒不|逾期|隐瞒|隐匿|销毁|伪造|数量|货值|金额|达到|超过|[0-9一二三四五六七八九十]倍|受伤|死亡|恶劣|后果|影响|第[二三四五六七八九十0-9]次|情形|认定标准|裁量基准|拒绝|阻碍|未成年人|学生/u

interface SeriousAssertion {
  readonly document: CaseDocument
  readonly place: ReturnType<typeof findAll>[number]
  readonly reasoned: boolean
}

/** 情节严重 as the agency's own finding; 情节严重的，吊销… is the statute's condition. */
function seriousAssertions(document: CaseDocument): readonly SeriousAssertion[] {
  const text = denseText(document)
  return findAll(document, /情节(?:特别)?严重(?!的[，,：；:]|的情形|[^。]{0,2}”)/u).flatMap((place) => {
    const at = place.match.index
    const before = text.slice(Math.max(text.lastIndexOf('。', at), text.lastIndexOf('；', at), text.lastIndexOf('：', at), 0), at)
    if (/(?:不属于|不构成|未达到|尚未|不是|没有|是否)$/u.test(before) || /[“"]$/u.test(before)) return []
    const after = /^[^。；]*?(?=依据|依照|根据|拟|决定|。|；|$)/u.exec(text.slice(at + place.match[0].length))?.[0] ?? ''
    const own = before.replace(/违反了?[^，]*《[^》]*》[^，]*/gu, '').replace(/《[^》]*》/gu, '')
    return [{ document, place, reasoned: CIRCUMSTANCE.test(own) || CIRCUMSTANCE.test(after) }]
  })
}

export const SERIOUS_WITHOUT_FACTS: PrereviewRule = {
  id: '4.1-serious-without-facts',
  questionId: '4.1',
  name: said('认定情节严重而无事实', 'Serious circumstances without facts'),
  basis: [
    { law: '行政处罚法', article: 40 },
    { law: '行政处罚法', article: 5, paragraph: 2 },
  ],
  severity: 'F',
  check(file) {
    const papers = [penaltyPaper(file), lastNotice(file)].filter((one) => one !== null)
    const asserted = [...new Set(papers)].flatMap(seriousAssertions)
    if (asserted.length === 0) return []
    const explained = file
      .of('decision', 'prior-notice', 'investigation-report', 'discretion-sheet', 'explanation', 'recheck-opinion', 'discussion-minutes')
      .some((document) => seriousAssertions(document).some(({ reasoned }) => reasoned))
    if (explained) return []
    const first = file.documents.some((document) => says(document, /初次|首次|头一回|第一次/u))
      ? '卷内材料还有当事人系初次违法的陈述。'
      : ''
    return [
      {
        message: said(
          `认定“情节严重”，但没有写明属于情节严重的具体事实和证据。${first}`,
          'The papers call the circumstances serious without the facts and evidence that make them so.',
        ),
        suggestion: said(
          '写明情节严重的具体情形（数量、次数、后果等）及其证据和认定标准；没有事实支持的，不得适用情节严重的罚则（如吊销许可证件、责令停产停业）。',
          'State the facts (quantity, repetition, harm), their evidence and the standard; otherwise do not apply the penalties kept for serious circumstances.',
        ),
        places: asserted.map(({ place }) => place),
      },
    ]
  },
}

/** Evidence that is easily told by its name: what the decision calls it, and what such a paper is called. */
const NAMED_EVIDENCE: readonly (readonly [RegExp, RegExp, string])[] = [
  [/检(?:验|测)报告/u, /检验|检测|监测|鉴定|测试/u, 'test report'],
  [/监测报告/u, /监测|检测|检验/u, 'monitoring report'],
  [/鉴定(?:意见|报告|结论|书)/u, /鉴定|检验|检测|认定/u, 'expert appraisal'],
  [/询问(?:调查)?笔录|调查询问笔录/u, /询问|调查笔录|谈话/u, 'inquiry record'],
  [/现场(?:检查|勘验|勘察)(?:（勘察）|（勘验）)?(?:笔录|记录)/u, /现场|检查|勘验|勘察/u, 'on-site record'],
  [/抽样(?:取证)?(?:记录|凭证|笔录|单)|采样记录/u, /抽样|采样|取样/u, 'sampling record'],
]

function isInFile(file: CaseFile, name: RegExp): boolean {
  return (
    file.files.some((one) => name.test(one.name)) ||
    file.documents.some(
      (document) => !['decision', 'prior-notice', 'materials-list', 'evidence-list'].includes(document.kind) && name.test(denseText(document).slice(0, 60)),
    )
  )
}

export const NAMED_EVIDENCE_MISSING: PrereviewRule = {
  id: '4.1-named-evidence-missing',
  questionId: '4.1',
  name: said('决定所列证据未入卷', 'Evidence named in the decision is not in the file'),
  basis: [
    { law: '行政处罚法', article: 40 },
    { law: '行政处罚法', article: 46, paragraph: 2 },
  ],
  severity: 'F',
  check(file) {
    const paper = penaltyPaper(file)
    // A file whose text was not read may be the very paper.
    const unread = file.documents.some(({ text, sure }) => text.trim().length < 20 || !sure)
    if (paper === null || unread || file.documents.length < WHOLE_FILE) return []
    return NAMED_EVIDENCE.flatMap(([named, kept, english]) => {
      const found = findFirst(paper, named)
      if (found === null || isInFile(file, kept)) return []
      return [
        {
          message: said(`所列证据“${found.match[0]}”在送审材料中没有找到。`, `The ${english} named as evidence is not among the papers.`),
          suggestion: said(
            '补充该证据；没有该证据的，重新核对其所证明的事实能否认定。',
            'Add it; if there is none, see whether the fact that it should prove can stand.',
          ),
          places: [found],
          answer: 'cannotTell' as const,
          about: found.match[0],
        },
      ]
    })
  },
}

export const NO_EVIDENCE_NAMED: PrereviewRule = {
  id: '4.1-no-evidence-named',
  questionId: '4.1',
  name: said('决定未列证据', 'Decision names no evidence'),
  basis: [
    { law: '行政处罚法', article: 59, paragraph: 1, item: 2 },
    { law: '行政处罚法', article: 40 },
  ],
  severity: 'F',
  check(file) {
    const decision = file.of('decision').findLast(({ sure }) => sure)
    if (decision === undefined || denseText(decision).length < 200 || says(decision, /当场(?:行政)?处罚决定书/u)) return []
    if (says(decision, /证据|证明|证实|为证|佐证|笔录|证言|鉴定|报告/u)) return []
    // Where the file has evidence, what the decision lacks is an item of its form (7.2).
    if (file.of('inquiry-record', 'inspection-record', 'test-report').length > 0) return []
    return [
      {
        message: said('行政处罚决定书没有写明认定违法事实的任何证据。', 'The decision names no evidence for the facts that it finds.'),
        suggestion: said('逐项列明证据及其证明的事实。', 'List the evidence and what each piece proves.'),
        places: [titlePlace(decision)],
      },
    ]
  },
}

const QUALITY =
  /(?:经(?:检验|检测|监测)?，?)?(?:检验|检测|监测)(?:结果|结论)?(?:为|：)?不合格|(?:排放)?浓度超(?:过|标)|超标(?:排放)?[0-9.]+倍|不符合[^。，]{0,30}标准[^。]{0,6}(?:的产品|的食品|的要求)/u

export const QUALITY_WITHOUT_TEST: PrereviewRule = {
  id: '4.1-quality-without-test',
  questionId: '4.1',
  name: said('认定不合格、超标而无检验报告', 'Substandard or over the limit without a test report'),
  basis: [
    { law: '行政处罚法', article: 40 },
    { law: '行政处罚法', article: 46 },
  ],
  severity: 'F',
  check(file) {
    const unread = file.documents.some(({ text, sure }) => text.trim().length < 20 || !sure)
    if (unread || file.documents.length < WHOLE_FILE || file.of('test-report', 'test-notice', 'expert-opinion').length > 0) return []
    if (isInFile(file, /检验|检测|监测|鉴定/u)) return []
    return findingPapers(file)
      .slice(0, 1)
      .flatMap((document) => {
        const [found] = affirmed(document, QUALITY)
        if (found === undefined) return []
        return [
          {
            message: said(
              `认定“${found.match[0]}”，但送审材料中没有检验、检测报告。`,
              'The goods or the discharge are found below standard, yet there is no test report in the file.',
            ),
            suggestion: said(
              '补充有资质机构出具的检验、检测报告；没有报告的，该要件不能认定。',
              'Add the report of a qualified body; without it this element is only asserted.',
            ),
            places: [found],
          },
        ]
      })
  },
}

const TIME = /[0-9０-９]{4}年|[0-9０-９]{1,2}月|(?:当日|当天|期间|至今|以来|去年|今年|本月|上午|下午|凌晨)|二〇/u
const PLACE =
  /[省市区县旗镇乡村屯]|[路街巷道][0-9０-９一二三四五六七八九十]|场所|地址|店内|厂区|工地|仓库|车间|现场|网店|网站|平台|公众号|直播间|水域|河段|路段|门店|饭店|医院|学校|国道|省道|高速|排(?:放|污)?口|厂房|公司内|[GSXY][0-9]{3}|K[0-9]+\+?|[0-9]公里处|[0-9一二三四五六七八九十]号(?:线|机|炉|窑|楼|井|泵|塔|库|门|厂|仓)|生产线|排气筒|锅炉|[窑炉]|塔式?起重机|塔吊|码头|港口|车站|库房|机房|房屋|项目|工程/u

/** Facts that no word opens: all that stands before the rule that was broken. Forms that tell little are left alone. */
function wholeLeadTimeless(document: CaseDocument): boolean {
  const text = denseText(document)
  const broken = text.search(/违反了?《|处理(?:意见|建议)|处罚建议/u)
  const lead = text.slice(0, Math.max(broken, 0))
  return lead.length >= 80 && /行为|事故|事实|未|擅自|销售|生产|经营/u.test(lead) && !TIME.test(lead)
}

/** A time is missing where neither the facts nor the words that lead to them print any. */
function timeMissing(document: CaseDocument): boolean {
  const facts = factsSection(document)
  if (facts === null) return wholeLeadTimeless(document)
  if (facts.text.length < 30 || TIME.test(facts.text)) return false
  const lead = beforeEvidence(document) ?? ''
  return document.kind === 'investigation-report' || !TIME.test(lead)
}

export const ACT_TIME_MISSING: PrereviewRule = {
  id: '4.2-act-time-missing',
  questionId: '4.2',
  name: said('违法事实未写明时间', 'Time of the act not told'),
  basis: [{ law: '行政处罚法', article: 59, paragraph: 1, item: 2 }],
  severity: 'C',
  check: (file) =>
    file
      .of('decision', 'investigation-report')
      .filter((document) => document.sure && timeMissing(document))
      .slice(0, 1)
      .map((document) => ({
        message: said('认定的违法事实没有写明违法行为发生的时间。', 'The facts found do not say when the act was done.'),
        suggestion: said('查明并写明违法行为开始和终了的时间。', 'Establish and state when the act began and ended.'),
        places: [titlePlace(document)],
      })),
}

/** Names and seats of the party and the agency are no place of the act; business premises (经营场所) are where a shop acts. */
const NO_ACT_PLACE =
  /(?:住所地?|住址|(?<!经营)地址)[：:]?[^，。；：:]{4,40}|[\p{Script=Han}（）]{2,24}?(?:公司|商行|经营部|店|厂|局|委员会|大队|支队|中心|政府|法院|门诊部|医院|公安)/gu

export const ACT_PLACE_MISSING: PrereviewRule = {
  id: '4.2-act-place-missing',
  questionId: '4.2',
  name: said('违法事实未写明地点', 'Place of the act not told'),
  basis: [
    { law: '行政处罚法', article: 59, paragraph: 1, item: 2 },
    { law: '行政处罚法', article: 22 },
  ],
  severity: 'C',
  check: (file) =>
    file
      .of('decision', 'investigation-report')
      .filter((document) => {
        const facts = document.sure ? factsSection(document) : null
        return facts !== null && facts.text.length >= 30 && !PLACE.test(facts.text) && !PLACE.test((beforeEvidence(document) ?? '').replace(NO_ACT_PLACE, ''))
      })
      .slice(0, 1)
      .map((document) => ({
        message: said('认定的违法事实没有写明违法行为发生的地点。', 'The facts found do not say where the act was done.'),
        suggestion: said('查明并写明违法行为发生地，并据此核对管辖。', 'Establish and state the place, and check jurisdiction by it.'),
        places: [titlePlace(document)],
      })),
}

export const UNLAWFUL_SOURCE: PrereviewRule = {
  id: '4.4-unlawful-source',
  questionId: '4.4',
  name: said('取证方式涉嫌违法', 'Evidence taken by unlawful means'),
  basis: [{ law: '行政处罚法', article: 46, paragraph: 3 }],
  severity: 'F',
  check: (file) =>
    file.documents
      .filter(({ sure }) => sure)
      .flatMap((document) =>
        affirmed(
          document,
          /执法人员[^。]{0,20}(?:假扮|乔装|冒充|引诱|诱使|诱导|利诱|胁迫|威胁|殴打)|钓鱼执法|(?:执法人员|辅助人员|协管员|工作人员|检查人员|执法队员|线人|[\p{Script=Han}]{2,3})(?:事先|提前|先)?(?:以|装作|扮作|冒充|谎称|佯装|自称)[^。]{0,16}(?:老板|顾客|客户|买家|乘客|游客|消费者|患者|家长|客商)[^。]{0,30}(?:要求|约定|叫|让|联系|打电话|下单|购买|订购|提出)|(?:便衣|便装)[^。]{0,24}(?:主动|要求|提出|叫|让|约|问)[^。]{0,40}|以(?:乘客|顾客|客户|买家|消费者|游客|患者|货主|求职者|购买者)(?:的)?(?:身份|名义)[^。]{0,16}(?:主动|要求|提出|约|招|叫|向)[^。]{0,40}|(?:反复|多次|再三|主动)(?:要求|劝说|加价|提出加价|央求)[^。；]{0,24}(?:后|才|，)[^。；]{0,10}(?:同意|答应|勉强)|经[^。；，]{2,8}加价[^。；]{0,16}(?:同意|答应)|为(?:查获|抓获|抓住)[^。]{0,20}(?:要求|约定|约|引|诱|让)[^。]{0,30}|不(?:签字|承认|配合)(?:就|的话)[^。]{0,12}(?:关门|拘留|加重|停业)|(?:签|承认)了就(?:不|可以不|少)罚/u,
        )
          // 执法人员…不得采用暴力、胁迫: a rule of conduct, no report of what was done
          .filter(({ match }) => !/不得|禁止|严禁|不准|不许|未(?:采用|采取|使用)|没有|不(?:采用|采取|使用)/u.test(match[0]))
          .slice(0, 1)
          .map((place) => ({
            message: said(
              `材料显示取证方式可能违法：“${place.match[0]}”。`,
              'The words suggest that the evidence was got by inducement, deceit or threat.',
            ),
            suggestion: said(
              '核实取证经过；以利诱、欺诈、胁迫、暴力等手段取得的证据不得作为认定事实的根据。',
              'Check how it was got; evidence so taken must not found the decision.',
            ),
            places: [place],
            answer: 'cannotTell' as const,
          })),
      ),
}

const REQUESTED =
  /(?:申请|请求|请(?:贵|你)?(?:们|局|单位|机关|委|队)|要求|希望)[^。；]{0,16}(?:调取|核实|询问证人|询问[^，。；]{1,10}(?:证人|可以证明)|出庭作证|补充调查|实地核查|重新(?:测量|勘验|测绘|称重|鉴定|检测|核算|丈量))/u
const FOLLOWED = /调取|核实|核查|询问了|补充(?:调查|询问)|复核查明|不予(?:调取|准许)|无必要|没有必要|向[^，。；]{2,20}(?:了解|函询|查询)/u

export const REQUESTED_EVIDENCE_IGNORED: PrereviewRule = {
  id: '4.12-requested-evidence-ignored',
  questionId: '4.12',
  name: said('当事人申请调取的证据未收集', 'Evidence that the party asked for was not collected'),
  basis: [{ law: '行政处罚法', article: 54, paragraph: 1 }],
  severity: 'C',
  check(file) {
    const asked = file
      .of('defence', 'hearing-record', 'hearing-request', 'inquiry-record')
      .filter(({ sure }) => sure)
      .flatMap((document) => affirmed(document, REQUESTED).slice(0, 1))
    const agency = file
      .of('recheck-opinion', 'hearing-report', 'investigation-report', 'decision', 'discussion-minutes', 'explanation')
      .filter(({ sure }) => sure)
    if (asked.length === 0 || agency.length === 0 || agency.some((document) => says(document, FOLLOWED))) return []
    return [
      {
        message: said(
          `当事人提出“${asked[0]?.match[0] ?? ''}”，卷内没有收集该证据，也没有说明理由。`,
          'The party asked for evidence to be collected; it was neither collected nor refused with reasons.',
        ),
        suggestion: said(
          '全面、客观收集证据，包括对当事人有利的证据；不予收集的，说明理由。',
          'Collect also what speaks for the party, or say why not.',
        ),
        places: asked.slice(0, 2),
      },
    ]
  },
}

export const ELEMENT_RULES: readonly PrereviewRule[] = [
  SERIOUS_WITHOUT_FACTS,
  NAMED_EVIDENCE_MISSING,
  NO_EVIDENCE_NAMED,
  QUALITY_WITHOUT_TEST,
  ACT_TIME_MISSING,
  ACT_PLACE_MISSING,
  UNLAWFUL_SOURCE,
  REQUESTED_EVIDENCE_IGNORED,
]
