/** 7.9 service (送达): right person, right way, in time. */
import { workingDaysBetween } from '../../../deadlines/periods.ts'
import { daysBetween } from '../../../deadlines/day-arithmetic.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeOf, titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { findFirst, says } from '../../wording.ts'
import { linesOf } from '../printed-lines.ts'
import { madeDecisionOf } from '../procedure/reading/case-steps.ts'
import { momentAfter } from '../procedure/reading/moments.ts'
import { both, civilProcedure, dayWords, penaltyLaw, suspect } from '../procedure/reading/rule-words.ts'
import { serviceOf } from '../procedure/reading/services.ts'
import { lastDay, lengthWords, periodOf } from '../procedure/reading/statutory-period.ts'
import { SERVICE_WAY_RULES } from './service-ways.ts'

/** Receipts, and documents on which the party signs for them at the foot. */
function serviceWords(file: CaseFile): readonly CaseDocument[] {
  const signedOn = file
    .of(
      'prior-notice',
      'decision',
      'measure-decision',
      'measure-extension',
      'hearing-notice',
      'hearing-reply',
      'correction-order',
    )
    .filter((one) => says(one, /送达方式|签收[:：]|收件人/u))
  return [...file.of('service-receipt'), ...signedOn].filter(({ sure }) => sure)
}

/** A child, or an official of the village who is no witness of a refusal. */
const NO_ADULT =
  /(?:儿子|女儿|孙子|孙女|弟弟|妹妹|学生)[^。；]{0,8}[（(]?(?:[5-9]|1[0-7])(?:周)?岁|村(?:民)?(?:委会)?(?:主任|支书|书记|干部|会计)[^。；，]{0,8}(?:代收|代签)/u
const STRANGER =
  /(?:邻居|邻人|隔壁|同村|村民|朋友|房东|租客|租户|保安|门卫|物业|路人|同乡|老乡|亲戚|对门|快递|超市|小区)[^。；，]{0,12}(?:代收|代为签收|签收|收下|转交|代签)|(?:代收|代为签收|转交|代签|签收|收件人|代收人)[^。；]{0,16}(?:邻居|邻人|隔壁|同村|村民|朋友|房东|租客|租户|保安|门卫|物业|路人|老乡|亲戚|对门)/u
/** 签收人：水清（保洁员） */
const NO_RECEIVER = /(?:签收人?|收件人|受送达人签[名字收]|收到人)(?:（签[名字]）)?[:：]?\p{Script=Han}{2,4}（[^）]{0,8}(?:保洁|清洁工|保姆|钟点工|顾客|客人|租客|房客|邻居|装修工|施工人员|临时工|实习生|学徒|厨师|快递|外卖|司机)[^）]{0,6}）/u
const REFUSED = /拒绝(?:签收|接收|签字|签名)|拒收|拒签|留置送达/u
/** Who may sign for it, or a way in which nobody must. */
const ENTITLED =
  /(?:指定|授权|委托)(?:的)?(?:代收人?|签收|收件|代理人)|授权委托书|收发(?:室|部门|人员)|负责收件|同住(?:的)?成年|成年家属/u

export const WRONG_RECIPIENT: PrereviewRule = {
  id: '7.9-wrong-recipient',
  questionId: '7.9',
  name: both('由无权签收的人代收', 'Signed for by somebody who may not'),
  basis: [penaltyLaw(61, 1), civilProcedure(88, 1)],
  severity: 'C',
  check(file) {
    return serviceWords(file).flatMap((receipt) => {
      const stranger = findFirst(receipt, STRANGER) ?? findFirst(receipt, NO_RECEIVER) ?? (says(receipt, REFUSED) ? null : findFirst(receipt, NO_ADULT))
      if (
        stranger === null ||
        says(receipt, ENTITLED) ||
        says(receipt, /见证人[^。；:：]{0,8}[:：]?(?!无|没有)\p{Script=Han}{2,4}[^。；]{0,20}留置/u)
      )
        return []
      return [
        suspect(
          [
            `送达回证记载“${stranger.match[0]}”：不是受送达人、同住成年家属，也不是其指定或者授权的代收人。`,
            `The receipt says “${stranger.match[0]}”: neither the addressee, an adult of its household, nor one whom it authorised.`,
          ],
          [
            '重新送达受送达人本人、负责收件的人或者其指定的代收人。',
            'Serve again: on the addressee, the one in charge of its mail, or one whom it named.',
          ],
          [stranger],
        ),
      ]
    })
  },
}

export const PROXY_UNEXPLAINED: PrereviewRule = {
  id: '7.9-proxy-unexplained',
  questionId: '7.9',
  name: both('代收人身份、权限没有记载', 'Proxy without any word of who it is'),
  basis: [penaltyLaw(61, 1), civilProcedure(88, 1)],
  severity: 'C',
  check(file) {
    return serviceWords(file).flatMap((receipt) => {
      const proxy = findFirst(
        receipt,
        /(?:由)?(\p{Script=Han}{2,4})?代(?:为签)?收(?:人)?(?:（?签[名字]）?)?[:：]?(\p{Script=Han}{2,4})?/u,
      )
      if (proxy === null || says(receipt, STRANGER) || says(receipt, ENTITLED)) return []
      // An empty place of the form: 代收人： without a name.
      if (
        /代收人?(?:（?签[名字]）?)?[:：]?(?:及|理由|与|事由|原因|年|送达|无|备注|见证|$)/u.test(
          proxy.match.input.slice(proxy.match.index, proxy.match.index + 16),
        )
      )
        return []
      if (
        says(
          receipt,
          /经理|员工|职工|职员|店员|会计|财务|主任|厂长|负责人|法定代表人|经营者|股东|妻|丈夫|配偶|父|母|儿子|女儿|家属|家人|代理人|律师|办公室|前台|管理人员|身份|关系/u,
        )
      )
        return []
      if (file.of('power-of-attorney').length > 0) return []
      return [
        suspect(
          [
            `送达回证由他人代收（“${proxy.match[0]}”），没有写明代收人与受送达人的关系或者授权。`,
            `Somebody else signed the receipt (“${proxy.match[0]}”); nothing says who that is or by what power.`,
          ],
          ['补充代收人的身份和授权材料；不能证明的，重新送达。', 'Add who the proxy is and its power, or serve again.'],
          [proxy],
          { answer: 'cannotTell' },
        ),
      ]
    })
  },
}

export const SERVED_LATE: PrereviewRule = {
  id: '7.9-served-late',
  questionId: '7.9',
  name: both('决定书没有在七个工作日内送达', 'Decision served after seven working days'),
  basis: [penaltyLaw(61, 1), penaltyLaw(85)],
  severity: 'C',
  check(file) {
    const decided = madeDecisionOf(file)
    const service = decided === null ? null : serviceOf(file, decided.document)
    const row = decided === null ? null : periodOf(file, 'service', decided.day)
    if (decided === null || service === null || row === null || file.of('service-announcement').length > 0) return []
    const due = lastDay(file, row, decided.day)
    if (due === null || service.day <= due.due || says(service.on, /公告|邮寄|快递|EMS|挂号/u)) return []
    const { days } = workingDaysBetween(file.calendar, decided.day, service.day)
    const [zh, en] = lengthWords(row)
    return [
      suspect(
        [
          `决定书${dayWords(decided.day)}作出，${dayWords(service.day)}送达，历时${days}个工作日，超过${zh}（${dayWords(due.due)}）。`,
          `The decision is of ${decided.day} and was served on ${service.day}, ${days} working days later; the limit is ${en} (${due.due}).`,
        ],
        ['说明逾期送达的原因，补充此前送达未成的材料。', 'Explain the delay, with papers of any earlier attempt.'],
        [service.place, decided.place],
        { unverified: !row.verified || due.provisional },
      ),
    ]
  },
}

const FORM_CHOICE = /[□☐]留置送达|[□☐]?直接送达[、/□☐\s]{1,3}留置送达/u
const WITNESSED =
  /见证人?[^。；:：]{0,12}[:：]?(?!无|没有|—|－|\/|（?签[名字]）?[:：]?(?:年|无|\d{4}|送达|$))[（(]?(?:签[名字]）[:：])?\p{Script=Han}{2,4}|(?:居民|村民)委员会|居委会|村委会|社区|基层组织|所在单位(?:的)?代表/u
const PICTURED = /拍照|照片|录像|视频|摄像|执法记录仪|录音/u

export const REFUSED_WITHOUT_WITNESS: PrereviewRule = {
  id: '7.9-refused-without-witness',
  questionId: '7.9',
  name: both('拒收后留置送达没有见证人或者影像', 'Left behind without witness or picture'),
  basis: [penaltyLaw(61, 1), civilProcedure(89)],
  severity: 'C',
  check(file) {
    return serviceWords(file).flatMap((receipt) => {
      const refused = findFirst(receipt, REFUSED)
      if (refused === null || says(receipt, FORM_CHOICE) || says(receipt, WITNESSED) || says(receipt, PICTURED))
        return []
      // Words of the notice that warn of refusing are no refusal.
      if (receipt.kind !== 'service-receipt' && !/拒绝签收|拒收|留置送达/u.test(refused.match[0])) return []
      return [
        suspect(
          [
            `受送达人拒收（“${refused.match[0]}”），没有见证人签名，也没有拍照、录像记录送达过程。`,
            `The addressee refused (“${refused.match[0]}”); no witness signed and no picture or video shows the service.`,
          ],
          ['补充见证人签名或者影像；没有的，重新送达。', 'Add the witness or the pictures, or serve again.'],
          [refused],
        ),
      ]
    })
  },
}

export const RECEIPT_UNSIGNED: PrereviewRule = {
  id: '7.9-receipt-unsigned',
  questionId: '7.9',
  name: both('送达回证没有受送达人签名', 'Receipt without a signature'),
  basis: [penaltyLaw(61, 1), civilProcedure(87, 1)],
  severity: 'C',
  check(file) {
    return file
      .of('service-receipt')
      .filter(({ sure }) => sure)
      .flatMap((receipt) => {
        if (says(receipt, /留置|拒收|拒绝|公告送达|邮寄|快递|挂号|EMS|电子送达|传真|委托送达|转交/u)) return []
        const theirs = receipt.facts.signatures.filter(({ who }) => /受送达|收件|签收|被送达|当事人|代收/u.test(who))
        const blank = theirs.find(({ state }) => state === 'blank')
        const signed = theirs.some(({ state }) => state !== 'blank')
        const empty = findFirst(
          receipt,
          /(?:受送达人|收件人|签收人|被送达人)(?:（?(?:签[名字]|盖章|签名或者?盖章|签名、盖章)）?)(?:及日期)?[:：](?=(?:年|\d{4}年|日期|送达人|见证人|代收人|备注|$))/u,
        )
        // A row of the form with the label and nothing in its cell.
        const bare = linesOf(receipt).find(({ text }) => /^\s*(?:收件人|签收人|受送达人(?:签[名字]|（签[^）]*）)|代收人或收件人)(?:签[名字]|（[^）]*）)?(?:及日期)?\s*[:：]?\s*(?:\t\s*)*$/u.test(text))
        const named = says(
          receipt,
          /(?:收件人|签收人|受送达人)(?:（?签[名字][^）]{0,6}）?|签名)[:：]?\p{Script=Han}{2,4}/u,
        )
        if (bare !== undefined && !signed) {
          return [
            suspect(
              ['送达回证的收件人栏空白，没有受送达人签名或者盖章。', 'The receipt bears neither signature nor seal of the addressee.'],
              ['补充签收材料；未签收的，重新送达。', 'Add the signature, or serve again.'],
              [bare],
            ),
          ]
        }
        if (signed || (blank === undefined && empty === null) || (blank === undefined && named)) return []
        return [
          suspect(
            ['送达回证没有受送达人签名或者盖章。', 'The receipt bears neither signature nor seal of the addressee.'],
            ['补充签收材料；未签收的，重新送达。', 'Add the signature, or serve again.'],
            [blank === undefined ? (empty ?? titlePlace(receipt)) : placeOf(receipt, blank)],
          ),
        ]
      })
  },
}

export const AGENT_WITHOUT_POWER: PrereviewRule = {
  id: '7.9-agent-without-power',
  questionId: '7.9',
  name: both('代理人签收而没有授权委托书', 'Agent signed without a power of attorney'),
  basis: [civilProcedure(88, 1)],
  severity: 'C',
  check(file) {
    if (
      file.of('power-of-attorney').length > 0 ||
      file.documents.some((one) => says(one, /授权委托书|委托书/u) && one.kind !== 'enforcement-delegation')
    )
      return []
    return serviceWords(file).flatMap((receipt) => {
      const agent = findFirst(
        receipt,
        /(?:收件人|签收人?|受送达人|代收人?)[^。；]{0,24}(?:委托代理人|代理人|受委托人|受托人)/u,
      )
      if (agent === null) return []
      return [
        suspect(
          [
            `文书由代理人签收（“${agent.match[0]}”），案卷中没有授权委托书。`,
            `An agent signed for the document (“${agent.match[0]}”); the file has no power of attorney.`,
          ],
          [
            '补充有代收文书权限的授权委托书；没有的，重新送达。',
            'Add a power of attorney that covers the receipt of documents, or serve again.',
          ],
          [agent],
        ),
      ]
    })
  },
}

export const SIGNED_ANOTHER_DAY: PrereviewRule = {
  id: '7.9-signed-on-another-day',
  questionId: '7.9',
  name: both('送达时间与签收日期不一致', 'Time of service and day of the signature differ'),
  basis: [penaltyLaw(61, 1), civilProcedure(87, 2)],
  severity: 'C',
  check(file) {
    return file
      .of('service-receipt')
      .filter(({ sure }) => sure)
      .flatMap((receipt) => {
        const served = momentAfter(receipt, /送达(?:时间|日期)[:：]?/u, 4)
        const signed = momentAfter(
          receipt,
          /(?:受送达人|收件人|签收人)(?:（?签[名字][^）:：]{0,6}）?)?[:：]\p{Script=Han}{2,4}(?:（[^）]{1,12}）)?/u,
          4,
        )
        if (
          served === null ||
          signed === null ||
          served.day === signed.day ||
          Math.abs(daysBetween(served.day, signed.day)) > 400
        )
          return []
        return [
          suspect(
            [
              `送达回证的送达时间为${dayWords(served.day)}，签收日期为${dayWords(signed.day)}，两者不一致。`,
              `The receipt gives ${served.day} as the time of service and ${signed.day} beside the signature.`,
            ],
            ['核对签收日期，以受送达人签收的日期为准更正。', 'Check: the day on which the addressee signed counts.'],
            [served, signed],
          ),
        ]
      })
  },
}

export const SERVICE_RULES: readonly PrereviewRule[] = [
  WRONG_RECIPIENT,
  PROXY_UNEXPLAINED,
  SERVED_LATE,
  REFUSED_WITHOUT_WITNESS,
  RECEIPT_UNSIGNED,
  AGENT_WITHOUT_POWER,
  ...SERVICE_WAY_RULES,
  SIGNED_ANOTHER_DAY,
]
