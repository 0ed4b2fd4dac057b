/** 1.11: third persons and others whose interests the act touches (第三人、利害关系人). */
import type { CaseFile } from '../../case-file.ts'
import type { PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { titlePlace } from '../../places.ts'
import { denseText, findAll, findFirst, says } from '../../wording.ts'
import { addressedParties } from '../case-parties.ts'
import { compareNames } from '../same-name.ts'

const HEARD =
  /(?:听取|征求|告知|通知|询问)[^，。；？：]{0,15}(?:第三人|利害关系人|相邻|邻居|业主|所有权人|车主|货主)|(?:第三人|利害关系人|相邻权人|所有权人|车主|货主)[^。；]{0,30}(?:陈述|申辩|无异议|没有意见|表示同意|意见如下|到场|参加听证)/u
/** 没有利害关系人, 是否有利害关系: nobody is named there. */
const NOBODY = /(?:无|没有|不存在|未发现|是否|有无|不涉及|如有|其他|等)[^，。；]{0,6}$/u

/** Said of the officers and members of a panel (与本案有利害关系), not of a third person. */
const INTERESTED = /(?<!与本案有|与案件有|与当事人有|直接|有重大)(?:第三人(?!代(?:为)?履行|实施(?:代履行|拆除|清除))|利害关系人|相邻权人|相邻方)[^，。；]{0,30}/u

function heard(file: CaseFile): boolean {
  return file.of('interested-party-paper').length > 0 || file.documents.some((document) => says(document, HEARD))
}

/**
 * Whose major rights the decision directly touches must be heard: review is due for the sake of third persons too
 * (行政处罚法 art. 58), and licences are not granted over their heads (行政许可法 art. 36).
 */
export const THIRD_PARTY_NOT_HEARD: PrereviewRule = {
  id: '1.11-third-party-not-heard',
  questionId: '1.11',
  name: said('涉及第三人、利害关系人，未听取其意见', 'Third person named but not heard'),
  basis: [
    { law: '行政许可法', article: 36 },
    { law: '行政处罚法', article: 58, paragraph: 1, item: 2 },
  ],
  severity: 'C',
  check: (file) => {
    if (heard(file)) return []
    for (const document of file.documents) {
      if (['legal-basis-extract', 'hearing-notice', 'review-opinion', 'materials-list'].includes(document.kind))
        continue
      const named = findAll(document, INTERESTED).find(
        ({ match }) => !NOBODY.test(match.input.slice(Math.max(0, match.index - 8), match.index)),
      )
      if (named === undefined) continue
      return [
        {
          message: said(
            '案卷提到第三人（利害关系人），没有告知或者听取其意见的记录。',
            'The file mentions a third person, but not that he was told or heard.',
          ),
          suggestion: said(
            '告知利害关系人并听取其意见，记录入卷。',
            'Tell the interested persons, hear them and put the record into the file.',
          ),
          places: [named],
        },
      ]
    }
    return []
  },
}

/** Made by the agency to tell or to hear them; anything else is what they wrote themselves. */
const BY_AGENCY = /告知|通知|征求|笔录|听证|回证|答复/u
const THEY = /邻居|业主|相邻|住户|利害关系人|第三人|受害人|投诉人|异议人/u

/** They wrote to the agency, and no paper of the agency takes it up. */
export const INTERESTED_PAPER_IGNORED: PrereviewRule = {
  id: '1.11-interested-paper-ignored',
  questionId: '1.11',
  name: said('利害关系人提出意见，没有处理', 'What an interested person wrote is not taken up'),
  basis: [
    { law: '行政许可法', article: 36 },
    { law: '行政处罚法', article: 58, paragraph: 1, item: 2 },
  ],
  severity: 'C',
  check: (file) => {
    const papers = file.of('interested-party-paper')
    const own = papers.filter(
      ({ sure, facts, text }) => sure && !BY_AGENCY.test((facts.title?.text ?? text.slice(0, 40)).replace(/\s/gu, '')),
    )
    const [first] = own
    if (first === undefined || own.length < papers.length) return []
    const writer = /(\p{Script=Han}{2,3})(?:（[^）]{1,10}）)?[12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日[^年]{0,24}$/u.exec(denseText(first))?.[1] ?? null
    const answered = file.documents.some(
      (document) =>
        !papers.includes(document) &&
        !['materials-list', 'legal-basis-extract', 'clue-form', 'measure-record', 'inspection-record', 'licence-application'].includes(document.kind) &&
        (says(document, THEY) || (writer !== null && document.text.includes(writer))),
    )
    if (answered) return []
    return [
      {
        message: said(
          `${writer ?? '利害关系人'}书面提出意见，卷内没有听取、答复的记录，决定也没有回应。`,
          `${writer ?? 'An interested person'} wrote to the agency; nothing shows an answer, and the decision is silent.`,
        ),
        suggestion: said('听取其意见并记录，告知处理结果。', 'Hear that person, record it and tell the outcome.'),
        places: [titlePlace(first)],
      },
    ]
  },
}

const OWNER =
  /(?:所有权人|所有人|登记车主|实际车主|车主|货主|产权人|出租人|实际所有人)(?:为|是|系|：)(?<name>[^，。；、（(：]{2,25})|(?:车|船|机|铲车|设备|工具|货|物品|仓库|机器|渔船|货车)(?:子|辆)?是(?<other>\p{Script=Han}{2,3})的(?=[，。；、])/u
const PROPERTY_KINDS = [
  'measure-decision',
  'measure-record',
  'goods-list',
  'inquiry-record',
  'investigation-report',
  'inspection-record',
] as const

/** Goods of somebody else are taken or confiscated: he must be heard before he loses them. */
export const OWNER_NOT_HEARD: PrereviewRule = {
  id: '1.11-owner-not-heard',
  questionId: '1.11',
  name: said('涉案财物属于案外人，未听取其意见', 'Owner of the goods not heard'),
  basis: [{ law: '行政处罚法', article: 58, paragraph: 1, item: 2 }],
  severity: 'C',
  check: (file) => {
    const taken = file
      .of('measure-decision', 'decision', 'prior-notice')
      .some((document) => says(document, /扣押|查封|没收[^，。；]{0,12}(?:车|船|设备|物品|工具|财物)/u))
    if (!taken || heard(file)) return []
    const parties = addressedParties(file)
    const seen = new Set<string>()
    return file.of(...PROPERTY_KINDS).flatMap((document): Suspicion[] => {
      const owner = findAll(document, OWNER).find(({ match }) => !/^(?:当事人|本人|你|我|其|该|谁|否)/u.test(match.groups?.['name'] ?? match.groups?.['other'] ?? '')) ?? null
      const name = owner?.match.groups?.['name'] ?? owner?.match.groups?.['other'] ?? ''
      if (owner === null || /^(?:当事人|本人|你|我|其|该|谁|否|别人|公司|他|她|自己|合法|新|旧|借来|租来)/u.test(name) || seen.has(name)) return []
      const known = parties.some(
        ({ fact }) =>
          compareNames(fact.name, name) !== 'different' ||
          (fact.legalRepresentative !== null && compareNames(fact.legalRepresentative.name, name) === 'same'),
      )
      if (known) return []
      seen.add(name)
      return [
        {
          message: said(
            `涉案财物属于${name}，案卷中没有听取其意见的记录。`,
            `The goods belong to ${name}; the file does not show that he was heard.`,
          ),
          suggestion: said(
            '查明权属，告知所有人并听取其意见；与违法行为无关的财物应当返还。',
            'Establish who owns them, hear the owner, and return what has nothing to do with the act.',
          ),
          places: [owner],
          about: name,
        },
      ]
    })
  },
}

const NEIGHBOURS =
  /(?:相邻|毗邻|周边|楼上|楼下|隔壁)[^，。；]{0,10}(?:住户|居民|业主|单位|邻居)[^，。；]{0,20}(?:反对|提出异议|有意见|投诉|影响|不同意)|(?:采光|日照|通风|通行|排水)[^，。；]{0,12}(?:影响|妨碍)/u

/** Before a licence that touches others directly is granted, they must be told and heard (行政许可法 art. 36). */
export const LICENCE_NEIGHBOURS_NOT_HEARD: PrereviewRule = {
  id: '1.11-neighbours-not-heard',
  questionId: '1.11',
  name: said('许可直接关系他人重大利益，未告知利害关系人', 'Licence touches neighbours who were not told'),
  basis: [{ law: '行政许可法', article: 36 }],
  severity: 'C',
  check: (file) => {
    if (file.of('licence-application', 'licence-decision').length === 0 || heard(file)) return []
    for (const document of file.documents) {
      const touched = findFirst(document, NEIGHBOURS)
      if (touched === null) continue
      return [
        {
          message: said(
            '许可事项直接关系相邻方的利益，案卷中没有告知其陈述、申辩权利的记录。',
            'The licence touches neighbours; the file does not show that they were told of their right to be heard.',
          ),
          suggestion: said(
            '告知利害关系人并听取其意见，依法组织听证。',
            'Tell the interested persons, hear them and hold a hearing where they ask for one.',
          ),
          places: [touched],
        },
      ]
    }
    return []
  },
}

const OCCUPANT =
  /(?:租给|出租给|转租给|借给)(?<tenant>\p{Script=Han}{2,4}?)(?=一家|使用|居住|经营|[，。；、])|(?:租客|租户|承租人|实际使用人|住户)(?:为|是|系|：)?(?<user>\p{Script=Han}{2,4}?)(?=居住|使用|经营|一家|[，。；、])|(?:和|与|跟)(?:我|其|当事人)?(?:的)?(?:弟弟|哥哥|姐姐|妹妹|妻子|丈夫|父亲|母亲|儿子|女儿|兄弟)?(?<owner>\p{Script=Han}{2,4}?)(?:共有|共同所有|共同共有|按份共有|共同建|合建|合伙)/u

/** Who lives in, rents or shares what is to be pulled down or closed loses it with the party (行政强制法 art. 8). */
export const OCCUPANT_NOT_HEARD: PrereviewRule = {
  id: '1.11-occupant-not-heard',
  questionId: '1.11',
  name: said('共有人、承租人未参加程序', 'Co-owner or tenant not heard'),
  basis: [
    { law: '行政强制法', article: 8 },
    { law: '行政处罚法', article: 58, paragraph: 1, item: 2 },
  ],
  severity: 'C',
  check: (file) => {
    const touched = file
      .of('execution-decision', 'correction-order', 'decision', 'prior-notice', 'measure-decision')
      .some((document) => says(document, /拆除|腾退|恢复原状|封闭|查封[^。；]{0,10}(?:场所|房屋|门面)/u))
    if (!touched || heard(file)) return []
    const parties = addressedParties(file)
    const seen = new Set<string>()
    return file.of('inquiry-record', 'inspection-record', 'measure-record', 'investigation-report').flatMap((document): Suspicion[] =>
      findAll(document, OCCUPANT).flatMap((place): Suspicion[] => {
        const { tenant, user, owner } = place.match.groups ?? {}
        const name = tenant ?? user ?? owner ?? ''
        if (name === '' || /^(?:他人|别人|其他|多人|我们|本人)/u.test(name) || seen.has(name)) return []
        if (parties.some(({ fact }) => compareNames(fact.name, name) === 'same')) return []
        seen.add(name)
        return [
          {
            message: said(
              `“${place.match[0]}”：处理结果直接影响该共有人（承租人、使用人），案卷中没有告知或者听取其意见的记录。`,
              `“${place.match[0]}”: the outcome touches this co-owner or tenant, whom nobody told or heard.`,
            ),
            suggestion: said('查明权属和使用情况，告知并听取其意见。', 'Establish who owns and uses it, and hear them.'),
            places: [place],
            about: name,
          },
        ]
      }),
    ).slice(0, 1)
  },
}

export const THIRD_PARTY_RULES: readonly PrereviewRule[] = [
  INTERESTED_PAPER_IGNORED,
  OCCUPANT_NOT_HEARD,
  THIRD_PARTY_NOT_HEARD,
  OWNER_NOT_HEARD,
  LICENCE_NEIGHBOURS_NOT_HEARD,
]
