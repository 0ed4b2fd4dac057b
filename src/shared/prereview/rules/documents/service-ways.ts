/** 7.9 the ways of service that need more than a signature: electronic service and announcement (电子送达、公告送达). */
import { chineseInteger } from '../../../facts/chinese-numerals.ts'
import type { CaseDocument } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { denseText, findFirst, says } from '../../wording.ts'
import { dayOf } from '../procedure/reading/moments.ts'
import { both, civilProcedure, penaltyLaw, suspect } from '../procedure/reading/rule-words.ts'
import { lengthWords, periodOf } from '../procedure/reading/statutory-period.ts'

export const ELECTRONIC_UNCONFIRMED: PrereviewRule = {
  id: '7.9-electronic-unconfirmed',
  questionId: '7.9',
  name: both('电子送达没有当事人同意的确认书', 'Electronic service without the party’s consent'),
  basis: [penaltyLaw(61, 2)],
  severity: 'C',
  check(file) {
    if (
      file.documents.some((one) =>
        says(
          one,
          /(?:送达地址|电子送达)确认书|同意[^。；]{0,16}(?:电子|传真|邮件|短信|微信)[^。；]{0,6}(?:方式)?送达/u,
        ),
      )
    )
      return []
    return file
      .of('service-receipt')
      .filter(({ sure }) => sure)
      .flatMap((receipt) => {
        const electronic = findFirst(
          receipt,
          /送达方式[:：]?(?:☑|√|■)?(?:电子|微信|短信|传真|电子邮件|电子邮箱)(?:送达)?|(?:通过|以|采用)(?:微信|短信|传真|电子邮件|邮箱)[^。；]{0,12}送达/u,
        )
        if (electronic === null) return []
        return [
          suspect(
            [
              `采用电子方式送达（“${electronic.match[0]}”），没有当事人同意并签订的确认书。`,
              `Served electronically (“${electronic.match[0]}”) without a confirmation signed by the party.`,
            ],
            [
              '补充送达地址（电子送达）确认书；没有的，以其他方式重新送达。',
              'Add the confirmation, or serve in another way.',
            ],
            [electronic],
          ),
        ]
      })
  },
}

export const ANNOUNCED_TOO_SHORT: PrereviewRule = {
  id: '7.9-announced-too-short',
  questionId: '7.9',
  name: both('公告送达期间不足', 'Announcement shorter than the rule'),
  basis: [civilProcedure(95, 1)],
  severity: 'C',
  check(file) {
    return file
      .of('service-announcement')
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        const day = dayOf(document)
        const row = day === null ? null : periodOf(file, 'announcement', day)
        const stated = findFirst(
          document,
          /(?:公告|发布|刊登|张贴)?(?:之日|次日)起[^。；]{0,8}?(\d{1,3}|[一二三四五六七八九十]{1,3})(?:日|天)[^。；]{0,10}(?:视为送达|即视)/u,
        )
        const days = stated === null ? null : chineseInteger(stated.match[1] ?? '')
        if (row === null || stated === null || days === null || days >= row.length) return []
        const [zh, en] = lengthWords(row)
        return [
          suspect(
            [
              `公告写明${days}日后视为送达，规定为${zh}。`,
              `The announcement counts as service after ${days} days; the rule says ${en}.`,
            ],
            ['按规定期间重新公告送达。', 'Announce again for the time of the rule.'],
            [stated],
            { unverified: !row.verified },
          ),
        ]
      })
  },
}

const FAILED =
  /下落不明|无法(?:直接|邮寄|留置|以其他方式|用其他方式|联系上?(?:你|当事人|受送达人)|送达)|其他方式[^。；]{0,8}(?:无法|不能)送达|未能送达|(?:邮件|邮寄|信函|快递|挂号|EMS|送达)[^。；]{0,16}(?:退回|查无此人|地址不详|拒收)|查无此人/u
const SERVES: ReadonlySet<string> = new Set(['service-receipt', 'service-announcement'])

/** 限期自行拆除公告 (行政强制法 art. 44) is an act of its own, addressed to everybody who may see it; it serves nothing. */
function isService(document: CaseDocument): boolean {
  return says(document, /公告送达|送达公告|视为送达|即视|送达/u) && !(says(document, /限期[^。；]{0,8}(?:拆除|清除|搬离|恢复)|限(?:你|于)[^。；]{0,24}前[^。；]{0,8}(?:拆除|清除|搬离|恢复)|听证公告|公开听证/u) && !says(document, /视为送达|公告送达|送达公告/u))
}

export const ANNOUNCED_AT_ONCE: PrereviewRule = {
  id: '7.9-announced-at-once',
  questionId: '7.9',
  name: both('未穷尽其他方式即公告送达', 'Announced without trying another way'),
  basis: [civilProcedure(95, 1), civilProcedure(95, 2)],
  severity: 'C',
  check(file) {
    const [document] = file.of('service-announcement')
    if (document === undefined || !document.sure || denseText(document).length < 60 || !isService(document)) return []
    // that the notice once went by post is no attempt to serve the decision, and goods that were sent back are none either
    const tried = file.documents.some(
      (one) =>
        says(one, FAILED) ||
        (SERVES.has(one.kind) && says(one, /退回|拒收/u)) ||
        (says(one, /邮寄送达/u) && (one === document || (one.kind === 'service-receipt' && says(one, /决定书/u)))),
    )
    if (tried) return []
    return [
      suspect(
        [
          '采用公告送达，没有受送达人下落不明或者其他方式无法送达的记载。',
          'Served by announcement; nothing says that the addressee cannot be found or that other ways failed.',
        ],
        [
          '补充直接、邮寄等方式无法送达的材料，在案卷中记明公告送达的原因和经过。',
          'Add the papers of the failed attempts and note why and how it was announced.',
        ],
        [titlePlace(document)],
      ),
    ]
  },
}

export const SERVICE_WAY_RULES: readonly PrereviewRule[] = [
  ELECTRONIC_UNCONFIRMED,
  ANNOUNCED_TOO_SHORT,
  ANNOUNCED_AT_ONCE,
]
