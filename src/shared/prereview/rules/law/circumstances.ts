/** 5.10, 5.13, 5.14: statutory circumstances of the party, necessity of measures, conditions of licences. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeOf, titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll, says } from '../../wording.ts'
import { actEnd, affirmed, fileSays, penaltyPaper, yearsAfter } from '../facts/case-sections.ts'
import { listedGoods } from '../facts/exhibits.ts'

const DECIDING = [
  'decision',
  'prior-notice',
  'investigation-report',
  'recheck-opinion',
  'discretion-sheet',
  'explanation',
  'hearing-report',
] as const

interface Circumstance {
  readonly id: string
  readonly chinese: string
  readonly english: string
  /** In records and the party's own papers. */
  readonly raised: RegExp
  /** In the agency's: taken up, whether accepted or not. */
  readonly discussed: RegExp
}

const CIRCUMSTANCES: readonly Circumstance[] = [
  {
    id: '5.10-first-offence-not-discussed',
    chinese: '初次违法',
    english: 'first offence',
    raised:
      /初次(?:违法|违规)|首次(?:违法|违规)|第一次(?:违法|做|干|卖|进|这样|被|[。，])|头一(?:次|回)|以前(?:没有|从未|没)(?:被|受过)?(?:处罚|罚)|(?:没有|无|未|从未)(?:受过|受到过?|被)[^。；，]{0,12}处罚|从来没有?(?:违法|被处罚)/u,
    discussed:
      /初次|首次|首违|第一次|没有(?:受过|违法)|无(?:违法|处罚)记录|未(?:曾)?(?:受过|受到|被)[^。]{0,16}处罚|从轻|减轻|不予处罚|第三十[二三]条|头一/u,
  },
  {
    id: '5.10-correction-not-discussed',
    chinese: '主动改正、消除危害后果',
    english: 'correction of one’s own accord',
    raised:
      /主动(?:改正|整改|消除|停止|召回|退还|赔偿|下架|拆除)|自行(?:改正|整改|拆除|停止|下架)|已经?(?:改正|整改)(?:完毕|到位)?|及时(?:改正|整改|召回|下架|停止)|全部(?:召回|退还|下架)/u,
    discussed: /改正|整改|消除|召回|下架|拆除|停止|减轻|从轻|不予处罚|第三十[二三]条/u,
  },
]

/** 责令停止销售 orders, it does not discuss what the party did of its own accord. */
const withoutOrders = (document: CaseDocument): string => denseText(document).replace(/责令[^，。；]*/gu, '')

function notDiscussed({ id, chinese, english, raised, discussed }: Circumstance): PrereviewRule {
  return {
    id,
    questionId: '5.10',
    name: said(`未审查“${chinese}”`, `Not discussed: ${english}`),
    basis: [
      { law: '行政处罚法', article: 32 },
      { law: '行政处罚法', article: 33, paragraph: 1 },
    ],
    severity: 'C',
    check(file) {
      const paper = penaltyPaper(file)
      if (paper === null || denseText(paper).length < 150) return []
      const places = file
        .of('inquiry-record', 'defence', 'earlier-penalty', 'correction-check', 'hearing-record', 'hearing-request')
        .filter(({ sure }) => sure)
        .flatMap((document) =>
          findAll(document, raised)
            .filter(
              ({ match }) => !/(?:不|没有|未|不是|不属于)$/u.test(denseText(document).slice(Math.max(0, match.index - 4), match.index)),
            )
            .slice(0, 1),
        )
      // What only the defence says is the matter of the re-check (3.9), where nobody looked at it at all.
      const unheard = file.of('recheck-opinion', 'hearing-report').length === 0
      if (unheard && places.every(({ document }) => ['defence', 'hearing-request', 'hearing-record'].includes(document.kind))) return []
      if (places.length === 0 || file.of(...DECIDING).some((document) => discussed.test(withoutOrders(document)))) return []
      return [
        {
          message: said(
            `材料反映当事人有“${chinese}”的情形（“${places[0]?.match[0] ?? ''}”），调查报告、决定等没有审查是否不予、从轻或者减轻处罚。`,
            `The papers show a ${english}; neither report nor decision discusses whether it lightens or bars the penalty.`,
          ),
          suggestion: said(
            '对照行政处罚法第三十二条、第三十三条和首违不罚清单审查，并写明采用与否的理由。',
            'Discuss arts 32 and 33 and the local list of first offences, with reasons.',
          ),
          places: places.slice(0, 2),
        },
      ]
    },
  }
}

export const FIRST_OFFENCE = notDiscussed(CIRCUMSTANCES[0] as Circumstance)
export const OWN_CORRECTION = notDiscussed(CIRCUMSTANCES[1] as Circumstance)

/** Of a resident id, the day of birth; null where it is masked or another code. */
function birthday(code: string): string | null {
  const found = /^[0-9]{6}((?:19|20)[0-9]{2})([0-9]{2})([0-9]{2})[0-9]{3}[0-9Xx]$/u.exec(code)
  return found === null ? null : `${found[1]}-${found[2]}-${found[3]}`
}

/** 行政处罚法第三十条: under 14 no penalty, under 18 lighter or mitigated. */
const ADULT = 18

export const MINOR: PrereviewRule = {
  id: '5.10-minor',
  questionId: '5.10',
  name: said('当事人未成年', 'The party is a minor'),
  basis: [{ law: '行政处罚法', article: 30 }],
  severity: 'C',
  check(file) {
    const act = actEnd(file)?.day ?? file.of('filing-form')[0]?.day ?? null
    const paper = penaltyPaper(file)
    if (act === null || paper === null || says(paper, /未成年|不满十八|不满十四|第三十条/u)) return []
    return paper.facts.parties
      .filter(({ kind }) => kind === 'citizen')
      .flatMap((party) =>
        party.codes.flatMap((code) => {
          const born = code.kind === 'residentId' && code.whole ? birthday(code.text) : null
          if (born === null || yearsAfter(born as typeof act, ADULT) <= act) return []
          return [
            {
              message: said(
                `当事人${party.name}在违法行为发生时不满十八周岁，没有审查行政处罚法第三十条。`,
                `${party.name} was under 18 at the time of the act; art. 30 is not discussed.`,
              ),
              suggestion: said(
                '不满十四周岁的不予处罚，责令监护人管教；不满十八周岁的应当从轻或者减轻。',
                'Under 14 no penalty; under 18 it must be lighter or mitigated.',
              ),
              places: [placeOf(paper, code)],
            },
          ]
        }),
      )
  },
}

const UNRELATED =
  /家用|家庭(?:自用|使用|生活|财产|车辆)?|自用|自家|私家|生活(?:区|用品|用具|必需品|物资)|个人(?:物品|用品|衣物|手机|电脑|财物)|(?:妻子|丈夫|子女|孩子|父母|亲属|家属|朋友|员工|他人)(?:的|所有|个人)|与(?:本)?案(?:件)?无关|日常(?:经营|办公|生活)用|办公(?:用|电脑|桌椅)|厨房|卧室|宿舍|电视机|洗衣机|热水器|被褥|学习用/u

export const UNRELATED_THINGS_SEIZED: PrereviewRule = {
  id: '5.13-unrelated-things-seized',
  questionId: '5.13',
  name: said('扣押与违法行为无关的财物', 'Things seized that have nothing to do with the act'),
  basis: [
    { law: '行政强制法', article: 23, paragraph: 1 },
    { law: '行政强制法', article: 5 },
  ],
  severity: 'C',
  check: (file) =>
    file
      .of('goods-list', 'measure-record', 'measure-decision')
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        // A list of what was carried out before a demolition takes nothing away.
        if (!fileSays(file, /扣押|查封|登记保存|收缴/u)) return []
        const goods = listedGoods(document).filter(({ line }) => UNRELATED.test(line.replace(/\s/gu, '')))
        if (goods.length === 0) return []
        const names = goods.map(({ name }) => name)
        return [
          {
            message: said(
              `清单中的${names.join('、')}（${goods.map(({ line }) => UNRELATED.exec(line.replace(/\s/gu, ''))?.[0] ?? '').join('、')}）看来与违法行为无关。`,
              `${names.join(', ')} on the list look unrelated to the act.`,
            ),
            suggestion: said(
              '与违法行为无关的财物、公民及其所扶养家属的生活必需品不得查封、扣押，应当解除并退还。',
              'Release and return what is unrelated; necessities of life must not be seized.',
            ),
            places: goods.map(({ place }) => place),
            about: names.join(),
          },
        ]
      })
      .slice(0, 1),
}

const WHOLE =
  /(?:查封|扣押)(?:了)?(?:你[^，。]{0,10}|当事人)?(?:的)?(?:全部|整个|整栋|所有|整座|全店|全厂)[^，。；]{0,20}(?:库房|仓库|厂房|厂区|车间|场所|店铺|商品|货物|物品|设备|房屋|楼)|(?:全部|整个|整栋|所有)(?:的)?(?:库房|仓库|厂房|厂区|车间|经营场所|店铺|商品|货物)(?:及[^，。]{0,14})?(?:予以|进行|均)?(?:查封|扣押)/u

export const WHOLE_PREMISES_SEALED: PrereviewRule = {
  id: '5.13-whole-premises-sealed',
  questionId: '5.13',
  name: said('查封范围超出涉案财物', 'More sealed than the act concerns'),
  basis: [
    { law: '行政强制法', article: 5 },
    { law: '行政强制法', article: 23, paragraph: 1 },
  ],
  severity: 'C',
  check: (file) =>
    file
      .of('measure-decision', 'measure-record', 'measure-approval')
      .filter(({ sure }) => sure)
      .flatMap((document) =>
        findAll(document, WHOLE)
          .slice(0, 1)
          .flatMap((place) => {
            if (
              /全部涉案|所有涉案|涉案的?全部/u.test(place.match[0]) ||
              says(document, /(?:均|全部)(?:为|系|用于)[^。]{0,12}(?:涉案|违法)|确有必要|不足以/u)
            )
              return []
            return [
              {
                message: said(
                  `“${place.match[0]}”，没有限定在涉案的场所、设施和财物，也没有说明必要性。`,
                  `“${place.match[0]}” is not limited to what the act concerns, and its necessity is not shown.`,
                ),
                suggestion: said(
                  '查封、扣押限于涉案的场所、设施、财物；说明为何非强制手段不足以达到目的，对无关部分予以解除。',
                  'Limit it to what the act concerns, show why nothing milder would do, and release the rest.',
                ),
                places: [place],
              },
            ]
          }),
      )
      .slice(0, 1),
}

/** What a person or a family has of his own, taken beside the goods of the case: 同时扣押驾驶人手机一部. */
const PERSONAL_THINGS =
  /(?:同时|一并|并|另|还|以及|及)(?:将)?(?:对)?(?:扣押|查封|暂扣|收缴|带走|登记保存)[^。；，]{0,20}(?:手机|身份证|银行卡|儿童|家具|家电|冰柜|冰箱|电视|衣物|首饰|现金|私家车|自用|生活用品|个人物品)[^。；]{0,24}|(?:手机|银行卡|身份证|儿童座椅|儿童安全座椅|衣物|家具|生活用品)[^。；，]{0,10}(?:一并|同时|也)(?:被|予以|予)?(?:扣押|查封|暂扣|收缴|带走)/u

export const PERSONAL_THINGS_TAKEN: PrereviewRule = {
  id: '5.13-personal-things-taken',
  questionId: '5.13',
  name: said('一并扣押个人、家庭物品', 'Personal things taken beside the goods'),
  basis: [{ law: '行政强制法', article: 23, paragraph: 1 }],
  severity: 'C',
  check: (file) =>
    file
      .of('measure-decision', 'measure-record', 'measure-approval', 'preservation-paper')
      .filter(({ sure }) => sure)
      .flatMap((document) =>
        affirmed(document, PERSONAL_THINGS)
          .slice(0, 1)
          .map((place) => ({
            message: said(
              `“${place.match[0]}”：个人、家庭物品看来与违法行为无关。`,
              `“${place.match[0]}”: personal or household things look unrelated to the act.`,
            ),
            suggestion: said(
              '说明与违法行为的关系；无关的财物、生活必需品不得扣押，应当解除并退还。',
              'Show what they have to do with the act; what is unrelated or necessary for life must be returned.',
            ),
            places: [place],
          })),
      )
      .slice(0, 1),
}

const LAWFUL_GOODS =
  /(?:手续齐全|来源合法|合格|正规|证照齐全|与本案无关)[^。；]{0,40}(?:一并|也|同时|全部)?(?:予以)?(?:扣押|查封)|(?:一并|同时)(?:扣押|查封)[^。；]{0,30}(?:手续齐全|来源合法|合格|正规|证照齐全)/u

export const LAWFUL_GOODS_SEIZED: PrereviewRule = {
  id: '5.13-lawful-goods-seized',
  questionId: '5.13',
  name: said('扣押手续齐全的合法财物', 'Lawful goods seized'),
  basis: [{ law: '行政强制法', article: 23, paragraph: 1 }],
  severity: 'C',
  check: (file) =>
    file
      .of('measure-decision', 'measure-record', 'inspection-record', 'goods-list')
      .filter(({ sure }) => sure)
      .flatMap((document) =>
        affirmed(document, LAWFUL_GOODS)
          .filter(
            ({ match }) =>
              !/不合格|未(?:予)?扣押/u.test(denseText(document).slice(Math.max(0, match.index - 2), match.index + match[0].length)),
          )
          .slice(0, 1)
          .map((place) => ({
            message: said(
              '材料显示手续齐全、来源合法的财物也被查封、扣押。',
              'The papers show that goods in good order were seized as well.',
            ),
            suggestion: said('对合法财物予以解除、退还。', 'Release them.'),
            places: [place],
          })),
      )
      .slice(0, 1),
}

export const INVENTED_CONDITION: PrereviewRule = {
  id: '5.14-refusal-without-ground',
  questionId: '5.14',
  name: said('不予许可未说明法定理由', 'Licence refused without a legal reason'),
  basis: [
    { law: '行政许可法', article: 38, paragraph: 2 },
    { law: '行政许可法', article: 16, paragraph: 4 },
  ],
  severity: 'F',
  check: (file: CaseFile) =>
    file
      .of('licence-decision')
      .filter((document) => document.sure && says(document, /不予(?:行政)?许可|不准予|不予批准/u))
      .flatMap((document) => {
        const laws = [...denseText(document).matchAll(/《([^》]+)》/gu)]
          .map((match) => match[1] ?? '')
          .filter((title) => !/申请|决定|通知书|申请书|许可证|告知/u.test(title))
        const substantive = laws.filter((title) => !/行政(?:许可|复议|诉讼)法$/u.test(title))
        const circulars = substantive.filter(
          (title) => file.laws.find(title)?.kind === 'document' || /(?:通知|意见|方案|纪要|函)$/u.test(title),
        )
        if (substantive.length > circulars.length) return []
        return [
          {
            message:
              circulars.length > 0
                ? said(
                    `不予许可以《${circulars[0]}》为条件，规范性文件不得增设许可条件。`,
                    `The refusal rests on 《${circulars[0]}》; a circular may not add conditions.`,
                  )
                : said('不予许可的决定没有引用法定条件，没有说明理由。', 'The refusal names no statutory condition.'),
            suggestion: said(
              '写明申请不符合哪一法定条件及其依据；不得以法外条件拒绝。',
              'State which statutory condition is not met; nothing else is a ground.',
            ),
            places: [titlePlace(document)],
          },
        ]
      }),
}

const EXTRA_CONDITION =
  /(?:加入|参加|成为)[^，。；]{0,16}(?:协会|商会|联盟|联合会)|(?:缴纳|交纳|预交|先行缴)[^，。；]{0,16}(?:保证金|押金|管理费|赞助费?|捐款|集资|服务费)|(?:购买|使用)[^，。；]{0,12}(?:指定|推荐)[^，。；]{0,16}|(?:接受|委托)[^，。；]{0,16}(?:有偿服务|指定(?:机构|单位|公司))|(?:承诺|投资|设立子公司|纳税)[^，。；]{0,16}(?:后|方可|才)[^，。；]{0,10}(?:许可|发证|领取)/u

/** Nothing may be asked of an applicant but what the law asks (行政许可法 art. 16, 27, 31). */
export const EXTRA_CONDITION_ASKED: PrereviewRule = {
  id: '5.14-extra-condition',
  questionId: '5.14',
  name: said('许可附加法外条件', 'Something beyond the law is asked of the applicant'),
  basis: [
    { law: '行政许可法', article: 16, paragraph: 4 },
    { law: '行政许可法', article: 27, paragraph: 1 },
  ],
  severity: 'F',
  check: (file: CaseFile) => {
    const licence = file.of('licence-decision', 'licence-application').length > 0
    if (!licence) return []
    return file.documents
      .filter(({ sure, kind }) => sure && !['licence-application', 'legal-basis-extract', 'materials-list', 'review-opinion'].includes(kind))
      .flatMap((document) =>
        affirmed(document, EXTRA_CONDITION)
          .slice(0, 1)
          .map((place) => ({
            message: said(
              `“${place.match[0]}”：没有法律、法规规定的依据，不得作为许可的条件。`,
              `“${place.match[0]}” is no condition that a law or regulation knows.`,
            ),
            suggestion: said('核对有无法定依据；没有的，删去该要求。', 'See whether a law asks for it; if not, drop it.'),
            places: [place],
          })),
      )
      .slice(0, 2)
  },
}

export const CIRCUMSTANCE_RULES: readonly PrereviewRule[] = [
  FIRST_OFFENCE,
  OWN_CORRECTION,
  MINOR,
  UNRELATED_THINGS_SEIZED,
  WHOLE_PREMISES_SEALED,
  LAWFUL_GOODS_SEIZED,
  PERSONAL_THINGS_TAKEN,
  INVENTED_CONDITION,
  EXTRA_CONDITION_ASKED,
]
