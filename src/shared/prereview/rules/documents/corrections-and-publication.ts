/** 7.10 corrections in documents for the party (更正) and 7.11 what is published (公开). */
import { checkResidentId } from '../../../identifiers/resident-id.ts'
import { workingDaysBetween } from '../../../deadlines/periods.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { PrereviewRule } from '../../rule.ts'
import { findAll, findFirst, says } from '../../wording.ts'
import { madeDecisionOf } from '../procedure/reading/case-steps.ts'
import { momentAfter } from '../procedure/reading/moments.ts'
import { both, dayWords, opinionsOf2018, penaltyLaw, suspect } from '../procedure/reading/rule-words.ts'
import { lastDay, lengthWords, periodOf } from '../procedure/reading/statutory-period.ts'

/** Documents that go out to the party. */
const EXTERNAL = [
  'decision',
  'no-penalty-decision',
  'prior-notice',
  'measure-decision',
  'measure-extension',
  'goods-list',
  'correction-order',
  'hearing-notice',
  'service-receipt',
  'inquiry-record',
  'inspection-record',
  'measure-record',
] as const

const CHANGED =
  /(?:手写|手工|笔)(?:涂改|划改|修改|更改|改写|改为|改成|更正)|涂改|划改|挖补|修正液|涂黑(?:处|重写)|（(?:更正|改为|改正为|涂改)[^）]{0,20}）|原(?:写|为|填|填写|记载|载)(?:为)?[^。；]{0,24}(?:改为|改成|更改为|涂改为)|(?:改为|改成|改写为|更改为)[^。；）]{0,24}(?:未|没有|无)[^。；）]{0,8}(?:盖章|签章|签名|签字|捺印|校对章|更正章)/u
const CONFIRMED =
  /校对章|更正章|校正章|骑缝|补正|捺印|按指印|指印|押印|更正处[^。；]{0,10}(?:盖章|签名|签字)|(?:改动|修改|涂改|更正)处[^。；]{0,12}(?:盖章|签名|签字|捺|按)/u
const TALKED_OF =
  /(?:不得|禁止|未|无|没有|是否|如有|有无|严禁|不准)[^。；，]{0,6}(?:涂改|划改)|涂改[^。；]{0,8}(?:许可证|执照|证书|标签|日期标识)|(?:伪造|变造|倒卖|出租|出借|转让)[、或者和]{0,2}涂改|涂改[、或者]{0,2}(?:伪造|变造|倒卖|出租|出借|转让)/u

export const CORRECTION_UNSEALED: PrereviewRule = {
  id: '7.10-correction-unsealed',
  questionId: '7.10',
  name: both('对外文书的改动没有盖章或者签名', 'Change in a document without seal or signature'),
  basis: [opinionsOf2018(13)],
  severity: 'C',
  check(file) {
    return file
      .of(...EXTERNAL)
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        const changed = findFirst(document, CHANGED)
        if (changed === null || says(document, CONFIRMED) || says(document, TALKED_OF)) return []
        return [
          suspect(
            [
              `文书有改动（“${changed.match[0]}”），没有校对章、签名或者捺印确认。`,
              `The document was changed (“${changed.match[0]}”) without seal, signature or fingerprint.`,
            ],
            [
              '由当事人或者经办人在改动处确认；决定书等对外文书加盖校对章或者作出补正。',
              'Have the change confirmed where it stands; put the correction seal on a decision, or issue a correction.',
            ],
            [changed],
          ),
        ]
      })
  },
}

/** What is put before the public: a publication sheet, a web notice, a bulletin. */
function publications(file: CaseFile): readonly CaseDocument[] {
  const about = /公示|公开(?!听证|举行)|网站发布|信息发布/u
  return file.documents.filter(
    (one) =>
      about.test(one.file.name) ||
      about.test(one.facts.title?.text ?? '') ||
      (one.kind === 'service-announcement' && one.sure),
  )
}

export const ID_UNMASKED: PrereviewRule = {
  id: '7.11-id-unmasked',
  questionId: '7.11',
  name: both('公开文本没有遮蔽身份证号', 'Identity number published whole'),
  basis: [penaltyLaw(48, 1), penaltyLaw(50)],
  severity: 'A',
  check(file) {
    return publications(file).flatMap((document) => {
      const whole = findAll(document, /(?<![\dA-Z])\d{17}[\dXx](?![\dA-Z])/u).find(
        ({ match }) => checkResidentId(match[0].toUpperCase(), file.today).ok,
      )
      if (whole === undefined) return []
      return [
        suspect(
          ['公开文本中有完整的公民身份号码。', 'The text for publication has a whole resident identity number.'],
          [
            '遮蔽身份证号、住址、电话等个人信息后公开。',
            'Mask identity numbers, addresses and telephone numbers before publishing.',
          ],
          [whole],
        ),
      ]
    })
  },
}

export const PHONE_UNMASKED: PrereviewRule = {
  id: '7.11-phone-unmasked',
  questionId: '7.11',
  name: both('公开文本没有遮蔽个人手机号', 'Mobile number published whole'),
  basis: [penaltyLaw(48, 1), penaltyLaw(50)],
  severity: 'A',
  check(file) {
    return publications(file).flatMap((document) => {
      const phone = findFirst(
        document,
        /(?:当事人|相对人|被处罚人|法定代表人|经营者|负责人)[^。；]{0,40}(?<!\d)1[3-9]\d{9}(?!\d)/u,
      )
      if (phone === null) return []
      return [
        suspect(
          ['公开文本中有当事人的完整手机号码。', 'The text for publication has the party’s whole mobile number.'],
          ['遮蔽后公开。', 'Mask it before publishing.'],
          [phone],
        ),
      ]
    })
  },
}

export const PUBLISHED_LATE: PrereviewRule = {
  id: '7.11-published-late',
  questionId: '7.11',
  name: both('处罚决定没有在七个工作日内公开', 'Decision published after seven working days'),
  basis: [opinionsOf2018(6)],
  severity: 'A',
  check(file) {
    const decided = madeDecisionOf(file)
    const row = decided === null ? null : periodOf(file, 'publication', decided.day)
    const due = row === null || decided === null ? null : lastDay(file, row, decided.day)
    if (decided === null || row === null || due === null) return []
    return publications(file).flatMap((document) => {
      if (document.kind === 'service-announcement') return []
      const published = momentAfter(document, /(?:公开|公示|发布)(?:时间|日期|起始日期?)[:：]?/u, 6)
      if (published === null || published.day <= due.due) return []
      const { days } = workingDaysBetween(file.calendar, decided.day, published.day)
      const [zh, en] = lengthWords(row)
      return [
        suspect(
          [
            `决定${dayWords(decided.day)}作出，${dayWords(published.day)}公开，历时${days}个工作日，超过${zh}。`,
            `Decided on ${decided.day}, published on ${published.day}: ${days} working days, the limit being ${en}.`,
          ],
          ['说明逾期公开的原因。', 'Explain the delay.'],
          [published, decided.place],
          { unverified: !row.verified || due.provisional },
        ),
      ]
    })
  },
}

export const CORRECTION_RULES: readonly PrereviewRule[] = [CORRECTION_UNSEALED]
export const PUBLICATION_RULES: readonly PrereviewRule[] = [ID_UNMASKED, PHONE_UNMASKED, PUBLISHED_LATE]
