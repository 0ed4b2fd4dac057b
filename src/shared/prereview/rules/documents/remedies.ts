/** 7.3 remedies (救济途径): told at all, with the right organ, court and periods. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { denseText, findFirst, says } from '../../wording.ts'
import { isSimple } from '../procedure/reading/case-steps.ts'
import { dayOf, wholeNumber } from '../procedure/reading/moments.ts'
import {
  both,
  compulsionLaw,
  licensingLaw,
  litigationLaw,
  penaltyLaw,
  reconsiderationLaw,
  suspect,
} from '../procedure/reading/rule-words.ts'
import { lengthWords, periodOf } from '../procedure/reading/statutory-period.ts'

/** Decisions in which the party must be told where it can turn. */
function decisionsIn(file: CaseFile): readonly CaseDocument[] {
  return file.of('decision', 'no-penalty-decision').filter(({ sure, text }) => sure && text.length > 100)
}

const NAMES: Readonly<Record<string, readonly [string, string]>> = {
  decision: ['行政处罚决定书', 'decision on the penalty'],
  'no-penalty-decision': ['不予处罚决定书', 'decision of no penalty'],
  'measure-decision': ['查封、扣押决定书', 'seizure decision'],
  'measure-extension': ['延长期限决定书', 'decision to extend the seizure'],
  'correction-order': ['责令改正决定书', 'order to correct'],
  'licence-decision': ['许可决定书', 'licence decision'],
  'execution-decision': ['强制执行决定书', 'execution decision'],
}
const nameOf = ({ kind }: CaseDocument): readonly [string, string] => NAMES[kind] ?? ['文书', 'document']

function missingIn(document: CaseDocument): readonly [string, string] | null {
  const reconsideration =
    says(document, /复议/u) || document.facts.remedies.some(({ kind }) => kind === 'reconsideration')
  const litigation =
    says(document, /诉讼|起诉|提起诉/u) || document.facts.remedies.some(({ kind }) => kind === 'litigation')
  if (reconsideration && litigation) return null
  if (!reconsideration && !litigation)
    return ['申请行政复议和提起行政诉讼的途径和期限', 'the remedies: reconsideration and suit, and their periods']
  return reconsideration
    ? ['提起行政诉讼的途径和期限', 'the suit and its period']
    : ['申请行政复议的途径和期限', 'reconsideration and its period']
}

export const REMEDIES_MISSING: PrereviewRule = {
  id: '7.3-remedies-missing',
  questionId: '7.3',
  name: both('处罚决定没有告知救济途径', 'Remedies missing in the decision'),
  basis: [penaltyLaw(59, 1, 5)],
  severity: 'C',
  check(file) {
    return decisionsIn(file).flatMap((document) => {
      const missing = missingIn(document)
      if (missing === null) return []
      const [zh, en] = nameOf(document)
      return [
        suspect(
          [`${zh}没有告知${missing[0]}。`, `The ${en} does not tell ${missing[1]}.`],
          ['写明复议机关、管辖法院的名称和期限。', 'Name the organ of reconsideration, the court, and the periods.'],
          [titlePlace(document)],
          { about: document.kind },
        ),
      ]
    })
  },
}

export const MEASURE_REMEDIES_MISSING: PrereviewRule = {
  id: '7.3-measure-remedies-missing',
  questionId: '7.3',
  name: both('查封、扣押决定没有告知救济途径', 'Remedies missing in the seizure decision'),
  basis: [compulsionLaw(18, 1, 5), compulsionLaw(24, 2, 4)],
  severity: 'C',
  check(file) {
    return file.of('measure-decision').flatMap((document) => {
      if (!document.sure || denseText(document).length < 80) return []
      const missing = missingIn(document)
      if (missing === null) return []
      return [
        suspect(
          [`查封、扣押决定书没有告知${missing[0]}。`, `The seizure decision does not tell ${missing[1]}.`],
          [
            '补正决定书，写明申请行政复议、提起行政诉讼的途径和期限，并送达当事人。',
            'Correct the decision: tell the remedies and their periods, and serve it.',
          ],
          [findFirst(document, /[^。；]{0,20}陈述[^。；]{0,12}/u) ?? titlePlace(document)],
        ),
      ]
    })
  },
}

/** Other decisions that touch the party's rights: who may go against them must be told where. */
const TELLING = ['licence-decision', 'execution-decision'] as const

export const OTHER_REMEDIES_MISSING: PrereviewRule = {
  id: '7.3-other-remedies-missing',
  questionId: '7.3',
  name: both('许可、强制执行等决定没有告知救济途径', 'Remedies missing in a licence or execution decision'),
  basis: [licensingLaw(38, 2), compulsionLaw(37, 2, 4)],
  severity: 'C',
  check(file) {
    return file.of(...TELLING).flatMap((document) => {
      if (!document.sure || denseText(document).length < 80 || !/决定/u.test(document.facts.title?.text ?? document.file.name)) return []
      // A licence that is granted burdens nobody who would be told in it.
      if (document.kind === 'licence-decision' && !says(document, /不予|不准予|撤销|撤回|注销|吊销|驳回|终止/u)) return []
      const missing = missingIn(document)
      if (missing === null) return []
      const [zh, en] = nameOf(document)
      return [
        suspect(
          [`${zh}没有告知${missing[0]}。`, `The ${en} does not tell ${missing[1]}.`],
          ['写明复议机关、管辖法院的名称和期限。', 'Name the organ of reconsideration, the court, and the periods.'],
          [titlePlace(document)],
          { about: document.kind },
        ),
      ]
    })
  },
}

/** Every document that tells remedies, whichever it must be. */
function tellingRemedies(file: CaseFile): readonly CaseDocument[] {
  return file
    .of(
      'decision',
      'no-penalty-decision',
      'measure-decision',
      'measure-extension',
      'correction-order',
      'licence-decision',
      'execution-decision',
    )
    .filter(({ sure }) => sure)
}

const SUIT = String.raw`(?:提起(?:行政)?诉讼|起诉)`
const UNNAMED_COURT = new RegExp(
  `向?(?:有管辖权的|有权管辖的|具有管辖权的|管辖|相关|有关|当地|所在地|本地)(?:的)?(?:基层|中级)?(?:人民)?法院|(?:依法|直接|可以?|内|[,，])向(?:人民)?法院${SUIT}`,
  'u',
)

export const COURT_NOT_NAMED: PrereviewRule = {
  id: '7.3-court-not-named',
  questionId: '7.3',
  name: both('没有写明管辖法院名称', 'The court is not named'),
  basis: [penaltyLaw(59, 1, 5), litigationLaw(46, 1)],
  severity: 'C',
  check(file) {
    return tellingRemedies(file).flatMap((document) => {
      const unnamed = findFirst(document, UNNAMED_COURT)
      if (unnamed === null) return []
      const [zh, en] = nameOf(document)
      return [
        suspect(
          [
            `${zh}没有写明管辖法院的名称，只写“${unnamed.match[0]}”。`,
            `The ${en} does not name the court; it says “${unnamed.match[0]}”.`,
          ],
          ['写明有管辖权的人民法院的全称。', 'Name the court in full.'],
          [unnamed],
          { about: document.kind },
        ),
      ]
    })
  },
}

const UNNAMED_ORGAN =
  /向(?:(?:我局|本机关|本局)?(?:的)?上(?:一)?级(?:行政|主管)?(?:机关|部门|单位)|有关(?:行政)?(?:机关|部门)|相关(?:行政)?(?:机关|部门)|(?:行政)?复议机关|有权(?:机关|部门)|本级人民政府|同级人民政府|有管辖权的[^，。；]{0,12}(?:机关|政府)|人民政府)(?:或者[^，。；]{2,24})?(?:依法)?(?:申请|提出|提起)(?:行政)?复议/u

export const ORGAN_NOT_NAMED: PrereviewRule = {
  id: '7.3-organ-not-named',
  questionId: '7.3',
  name: both('没有写明复议机关名称', 'The organ of reconsideration is not named'),
  basis: [penaltyLaw(59, 1, 5), reconsiderationLaw(20, 3)],
  severity: 'C',
  check(file) {
    return tellingRemedies(file).flatMap((document) => {
      const unnamed = findFirst(document, UNNAMED_ORGAN)
      if (unnamed === null) return []
      const [zh, en] = nameOf(document)
      return [
        suspect(
          [
            `${zh}没有写明复议机关的名称，只写“${unnamed.match[0]}”。`,
            `The ${en} does not name the organ of reconsideration; it says “${unnamed.match[0]}”.`,
          ],
          ['写明复议机关的全称。', 'Name the organ in full.'],
          [unnamed],
          { about: document.kind },
        ),
      ]
    })
  },
}

/** Led from above: reconsideration goes to the next higher department (行政复议法 art. 27). */
const LED_FROM_ABOVE =
  /海关|税务|金融|银行|外汇|国家安全|证券|保险|银保监|国家[^，。]{0,8}局|中国|海事|邮政管理|民航|铁路|通信管理|部$/u
/** 行政复议法 as revised: in force on this day, by its row in the register. */
const RECONSIDERATION_LAW = 'arl'

export const ORGAN_WRONG: PrereviewRule = {
  id: '7.3-organ-wrong',
  questionId: '7.3',
  name: both('复议机关不正确（写成上级主管部门）', 'Wrong organ of reconsideration: a higher department'),
  basis: [reconsiderationLaw(24, 1)],
  severity: 'C',
  check(file) {
    const since = file.catalogue.laws.find(({ id }) => id === RECONSIDERATION_LAW)?.inForceFrom
    return tellingRemedies(file).flatMap((document) => {
      const day = dayOf(document) ?? file.today
      const named = findFirst(document, /向([^，。；、向]{4,40}?)(?:依法)?(?:申请|提出|提起)(?:行政)?复议/u)
      const organs = named?.match[1] ?? ''
      if (named === null || since === undefined || day < since) return []
      const department = /\p{Script=Han}{2,}(?:局|厅|委员会|总队)(?=$|或者?|申请|（)/u.exec(organs)
      const issuer =
        document.facts.agencies.find(({ role }) => role === 'issuer')?.name ??
        `${denseText(document).slice(0, 20)}${denseText(document).slice(-36)}`
      if (department === null || /复议/u.test(organs) || LED_FROM_ABOVE.test(issuer) || LED_FROM_ABOVE.test(organs))
        return []
      if (!/(?:局|厅|委员会|队|所)/u.test(issuer)) return []
      return [
        suspect(
          [
            `“${named.match[0]}”：2024年1月1日起，对县级以上地方人民政府工作部门的决定不服，由本级人民政府管辖，不再由上级主管部门管辖。`,
            `“${named.match[0]}”: since ${since} the people’s government of the same level decides on reconsideration against its departments, not the higher department.`,
          ],
          [
            '复议机关改为本级人民政府（海关、金融、外汇管理等实行垂直领导的机关除外）。',
            'Name the people’s government of the same level (except for agencies led from above).',
          ],
          [named],
          { about: document.kind },
        ),
      ]
    })
  },
}

/** The last place in a name: 沱州市安陵县应急管理局 → 安陵县. Null where it has none that can be told apart. */
function placeIn(name: string): string | null {
  const place = name.replace(/(?:市场监督|市场监管|城市管理|城市综合|城管|住房和城乡|区域|人民政府).*$/u, '')
  const parts = [...place.matchAll(/\p{Script=Han}{1,6}?(?:自治州|自治县|省|市|县|区|旗|州|盟)/gu)].map(([one]) => one)
  return parts.at(-1) ?? null
}

/** Agencies whose reconsideration does not lie with the government of the place in their name. */
const OTHER_LEVEL =
  /生态环境|环境保护|公安|分局|税务|海关|自然资源|气象|开发区|高新区|新区|园区|示范区|管委会|人民政府|街道|镇|(?<!城)乡/u

export const GOVERNMENT_WRONG: PrereviewRule = {
  id: '7.3-government-wrong',
  questionId: '7.3',
  name: both('复议机关不是本级人民政府', 'Reconsideration with the government of another place'),
  basis: [reconsiderationLaw(24, 1)],
  severity: 'C',
  check(file) {
    return tellingRemedies(file).flatMap((document) => {
      const issuer = document.facts.agencies.find(({ role }) => role === 'issuer')?.name ?? ''
      const named = findFirst(
        document,
        /向(\p{Script=Han}{2,20}?)人民政府[^，。；]{0,12}(?:申请|提出|提起)(?:行政)?复议/u,
      )
      const [own, told] = [placeIn(issuer), placeIn(named?.match[1] ?? '')]
      if (named === null || own === null || told === null || !/(?:县|区|旗)$/u.test(own) || OTHER_LEVEL.test(issuer))
        return []
      if (!/(?:局|委员会|大队|支队)$/u.test(issuer) || own === told || own.endsWith(told) || told.endsWith(own))
        return []
      return [
        suspect(
          [
            `作出机关为${issuer}，复议机关应为其本级人民政府；文书写为${named.match[1] ?? ''}人民政府。`,
            `The deciding agency is ${issuer}, so that the government of its own level decides; the paper names that of ${named.match[1] ?? ''}.`,
          ],
          ['核对并更正复议机关。', 'Check and correct the organ of reconsideration.'],
          [named],
          { about: document.kind },
        ),
      ]
    })
  },
}

const NUMBER = String.raw`(\d{1,3}|[一二三四五六七八九十]{1,4})`

export const WRONG_REMEDY_PERIOD: PrereviewRule = {
  id: '7.3-wrong-period',
  questionId: '7.3',
  name: both('复议或者起诉期限错误', 'Wrong period for reconsideration or suit'),
  basis: [reconsiderationLaw(20, 1), litigationLaw(46, 1)],
  severity: 'C',
  check(file) {
    return tellingRemedies(file).flatMap((document) => {
      const day = dayOf(document) ?? file.today
      return [
        {
          subject: 'reconsideration' as const,
          zh: '申请行政复议',
          en: 'reconsideration',
          found: findFirst(
            document,
            new RegExp(`${NUMBER}个?(工作日|日|天|个?月)(?:以?内)?[^。；]{0,50}?(?:申请|提出|提起)(?:行政)?复议`, 'u'),
          ),
        },
        {
          subject: 'litigation' as const,
          zh: '提起行政诉讼',
          en: 'suit',
          found: findFirst(
            document,
            new RegExp(`${NUMBER}个?(工作日|日|天|个?月)(?:以?内)?(?:(?!复议)[^。；]){0,50}?${SUIT}`, 'u'),
          ),
        },
      ].flatMap(({ subject, zh, en, found }) => {
        const row = periodOf(file, subject, day)
        const [, number = '', unit = ''] = found?.match ?? []
        if (found === null || row === null) return []
        const length = wholeNumber(number)
        const days = /月/u.test(unit) ? length * 30 : length
        const lawful = row.unit === 'month' ? row.length * 30 : row.length
        // Sixty days and two months, six months and 180 days are one for this purpose.
        if (!(length > 0) || days >= lawful) return []
        if (subject === 'litigation' && says(document, /复议决定书?之日起|土地管理法|海关|专利/u)) return []
        const [limitZh, limitEn] = lengthWords(row)
        return [
          suspect(
            [
              `告知的${zh}期限为${number}${/月/u.test(unit) ? '个月' : unit}，法律规定为${limitZh}。`,
              `The period told for ${en} is ${number} ${/月/u.test(unit) ? 'months' : 'days'}; by law it is ${limitEn}.`,
            ],
            ['更正期限。', 'Correct the period.'],
            [found],
            { about: `${subject}${document.kind}`, unverified: !row.verified },
          ),
        ]
      })
    })
  },
}

export const REVIEW_FIRST_NOT_SAID: PrereviewRule = {
  id: '7.3-review-first-not-said',
  questionId: '7.3',
  name: both('复议前置而告知可以直接起诉', 'Reconsideration comes first and the paper says otherwise'),
  basis: [reconsiderationLaw(23, 1)],
  severity: 'C',
  check(file) {
    const since = file.catalogue.laws.find(({ id }) => id === RECONSIDERATION_LAW)?.inForceFrom
    return tellingRemedies(file).flatMap((document) => {
      const onTheSpot = document.kind === 'decision' && isSimple(document) && says(document, /当场/u)
      const direct = findFirst(
        document,
        /(?:也可以|或者|亦可|可以)[^。；]{0,40}?(?:直接)?[^。；]{0,30}(?:提起(?:行政)?诉讼|起诉)/u,
      )
      const first = says(document, /(?:应当|须|必须)先[^。；]{0,12}复议|对(?:行政)?复议决定不服/u)
      if (!onTheSpot || direct === null || first || since === undefined || (dayOf(document) ?? file.today) < since)
        return []
      return [
        suspect(
          [
            '对当场作出的行政处罚决定不服，应当先申请行政复议；决定书告知可以直接提起行政诉讼。',
            'Against a penalty decided on the spot reconsideration comes first; the decision offers a suit at once.',
          ],
          [
            '改为告知先申请行政复议，对复议决定不服的再起诉。',
            'Tell that reconsideration comes first, and the suit against its decision.',
          ],
          [direct],
        ),
      ]
    })
  },
}

export const REMEDY_RULES: readonly PrereviewRule[] = [
  REMEDIES_MISSING,
  MEASURE_REMEDIES_MISSING,
  OTHER_REMEDIES_MISSING,
  COURT_NOT_NAMED,
  ORGAN_NOT_NAMED,
  ORGAN_WRONG,
  GOVERNMENT_WRONG,
  WRONG_REMEDY_PERIOD,
  REVIEW_FIRST_NOT_SAID,
]
