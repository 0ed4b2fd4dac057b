/** 3.14 collective discussion by the heads of the agency (负责人集体讨论). */
import type { CaseDocument } from '../../case-file.ts'
import { placeAt, titlePlace } from '../../places.ts'
import type { Place, PrereviewRule } from '../../rule.ts'
import { findFirst, says } from '../../wording.ts'
import { decisionOf, discussionsOf, madeDecisionOf, reviewsOf } from './reading/case-steps.ts'
import { both, dayWords, penaltyLaw, suspect } from './reading/rule-words.ts'
import { isHeavy } from './review.ts'

export const DISCUSSION_MISSING: PrereviewRule = {
  id: '3.14-discussion-missing',
  questionId: '3.14',
  name: both('重大处罚没有负责人集体讨论', 'Heavy penalty without a collective discussion'),
  basis: [penaltyLaw(57, 2)],
  severity: 'F',
  check(file) {
    const decided = madeDecisionOf(file)
    const heavy = isHeavy(file)
    if (decided === null || heavy === null || file.of('discussion-minutes').length > 0) return []
    if (file.documents.some((one) => says(one, /集体讨论|案审会|案件审理委员会|案件审议|局长办公会|办公会议/u)))
      return []
    return [
      suspect(
        [
          `本案处罚较重（${heavy[0]}），${dayWords(decided.day)}作出决定，案卷中没有负责人集体讨论的记录。`,
          `The penalty is heavy (${heavy[1]}) and was decided on ${decided.day}; the file shows no collective discussion by the heads.`,
        ],
        [
          '补充集体讨论笔录；没有讨论的，集体讨论后重新作出决定。',
          'Add the minutes; if there was no discussion, discuss and decide anew.',
        ],
        [titlePlace(decided.document)],
      ),
    ]
  },
}

interface Attendee {
  readonly name: string
  readonly title: string | null
}

const TITLED = /(\p{Script=Han}{2,4})[（(]([^（）()]{2,16})[）)]/gu

const PART = /(?:参加|出席|参会|与会)(?:讨论)?(?:人员|人|成员)?(?:（[^）\n]*）)?[ \t]*[:：\t][ \t]*/u
/** The label of what comes next in the minutes. */
const NEXT_LABEL =
  /[\s\t](?:列席|记录|主持|汇报|讨论|会议|回避|案由|案件|承办|缺席|地点|时间|请假)[^\n：:\t]{0,8}[：:\t]/u

/** Those who take part (参加人员, 出席人员) with the chair, not those who only sit in (列席), by the line that names them. */
function attendeesOf(
  minutes: CaseDocument,
): { readonly people: readonly Attendee[]; readonly line: Place; readonly end: number } | null {
  const label = PART.exec(minutes.text)
  if (label === null) return null
  const from = label.index + label[0].length
  const rest = minutes.text.slice(from)
  const next = NEXT_LABEL.exec(rest)
  const paragraph = /\n(?!\s*[、，,（(])/u.exec(rest)
  const length = Math.min(next?.index ?? rest.length, paragraph?.index ?? rest.length)
  const names = rest.slice(0, length).replace(/\s/gu, '')
  const titled = [...names.matchAll(TITLED)].map(([, name = '', title = '']) => ({ name, title }))
  const plain = names
    .split(/[、，,]/u)
    .filter((one) => /^\p{Script=Han}{2,4}$/u.test(one))
    .map((name) => ({ name, title: null }))
  const people = titled.length > 0 ? titled : plain
  if (people.length === 0) return null
  const chair = chairOf(minutes)
  const all = chair === null || people.some(({ name }) => name === chair.name) ? people : [chair, ...people]
  return { people: all, line: placeAt(minutes, label.index, from + length), end: from + length }
}

function chairOf(minutes: CaseDocument): (Attendee & { readonly place: Place }) | null {
  const chair = findFirst(minutes, /主持人?(?:（[^）]*）)?[:：]?(\p{Script=Han}{2,4})[（(]([^（）()]{2,16})[）)]/u)
  return chair === null ? null : { name: chair.match[1] ?? '', title: chair.match[2] ?? '', place: chair }
}

const HEAD =
  /局长|厅长|主任|书记|党组成员|党委委员|委员|总工程师|总经济师|总会计师|分管|负责人|领导|支队长|大队长|县长|区长|镇长|乡长|街道/u
const NOT_HEAD = /科长|股长|处长|承办|办案|执法人员|科员|队员|中队长|所长|干部|工作人员|法制|记录/u

/** The head of a unit inside the agency (执法大队大队长, 法规科科长); of an agency that is a 大队 itself the 大队长 is the head. */
const HEAD_OF_UNIT = /(?:大队|支队|中队|总队|执法队|稽查局|分局|科|股|处|室|所|站|中心)(?:的)?(?:副)?(?:大队长|支队长|中队长|总队长|队长|局长|科长|股长|处长|主任|所长|站长|负责人)$/u

function isHead({ title }: Attendee): boolean {
  if (title !== null && HEAD_OF_UNIT.test(title) && !/局党组|党委|分管|委员/u.test(title)) return false
  return title === null || (HEAD.test(title) && !/^(?:副)?(?:科|股)/u.test(title)) || !NOT_HEAD.test(title)
}

export const TOO_FEW_HEADS: PrereviewRule = {
  id: '3.14-too-few-heads',
  questionId: '3.14',
  name: both('参加集体讨论的负责人不足两名', 'Fewer than two heads took part in the discussion'),
  basis: [penaltyLaw(57, 2)],
  severity: 'F',
  check(file) {
    return file.of('discussion-minutes').flatMap((minutes) => {
      const attended = attendeesOf(minutes)
      if (attended === null || !minutes.sure) return []
      const heads = attended.people.filter(isHead)
      if (heads.length >= 2) return []
      return [
        suspect(
          [
            `集体讨论的参加人员中负责人为${heads.length}名（${attended.people.map(({ name, title }) => `${name}${title === null ? '' : `，${title}`}`).join('；')}），不是负责人集体讨论。`,
            `Of those who took part in the discussion ${heads.length} ${heads.length === 1 ? 'is a head' : 'are heads'} of the agency: no collective discussion.`,
          ],
          ['由行政机关负责人（两名以上）重新集体讨论。', 'Discuss again with at least two heads of the agency.'],
          [attended.line],
        ),
      ]
    })
  },
}

export const NO_VIEWS: PrereviewRule = {
  id: '3.14-no-views',
  questionId: '3.14',
  name: both('集体讨论没有记录各人意见', 'Views of those who discussed not recorded'),
  basis: [penaltyLaw(57, 2)],
  severity: 'F',
  check(file) {
    return file.of('discussion-minutes').flatMap((minutes) => {
      const attended = attendeesOf(minutes)
      if (attended === null || !minutes.sure || attended.people.length < 2) return []
      const words = minutes.text.slice(attended.end).replace(/\s/gu, '')
      const spoke = (name: string): boolean =>
        new RegExp(
          `${name}(?:（[^）]{1,12}）|[^：:，。；、]{0,5})?(?:[:：](?!\\d)|认为|表示|发言|提出|同意|意见)`,
          'u',
        ).test(words)
      const viewed = attended.people.filter(({ name }) => spoke(name))
      if (viewed.length >= 2 || viewed.length === attended.people.length) return []
      return [
        suspect(
          [
            '集体讨论记录只有结论，没有记载参加人员各自的意见。',
            'The minutes have the conclusion only and not the view of each who took part.',
          ],
          ['补充每位参加人员的意见，由本人核对签名。', 'Add the view of each, checked and signed by that person.'],
          [findFirst(minutes, /(?:讨论|会议)(?:结论|决定|意见)[:：]?[^。]{0,40}/u) ?? titlePlace(minutes)],
        ),
      ]
    })
  },
}

export const CIRCULATED: PrereviewRule = {
  id: '3.14-circulated',
  questionId: '3.14',
  name: both('以传签代替集体讨论', 'Circulated for signature instead of a discussion'),
  basis: [penaltyLaw(57, 2)],
  severity: 'F',
  check(file) {
    return file.of('discussion-minutes', 'decision', 'explanation', 'submission-form').flatMap((document) => {
      const circulated = findFirst(
        document,
        /(?:以|采取|采用|通过|经)[^。；]{0,8}(?:传签|传阅|会签|书面征求意见|微信群|电话)[^。；]{0,12}(?:方式)?[^。；]{0,8}(?:讨论|征求|同意|审议|签名|签字)|(?:讨论|会议|审议)(?:方式|形式)[:：]?(?:以|采取)?[^。；]{0,6}(?:传签|传阅|会签|微信|电话)|电话(?:同意|表决|征求)|[（(][^）)]{0,10}代(?:填|签)[）)]/u,
      )
      if (circulated === null) return []
      return [
        suspect(
          [
            `“${circulated.match[0]}”：以传签等方式代替负责人集体讨论。`,
            `“${circulated.match[0]}”: papers were passed round instead of a discussion by the heads.`,
          ],
          ['召开负责人集体讨论会，如实记录各人意见。', 'Hold a meeting of the heads and record what each says.'],
          [circulated],
        ),
      ]
    })
  },
}

export const DISCUSSED_BEFORE_REVIEW: PrereviewRule = {
  id: '3.14-before-review',
  questionId: '3.14',
  name: both('集体讨论早于法制审核', 'Discussed before the legal review'),
  basis: [penaltyLaw(57, 2), penaltyLaw(58, 1)],
  severity: 'F',
  check(file) {
    const review = reviewsOf(file)[0]
    const discussed = discussionsOf(file)
    const last = discussed.at(-1)
    const decision = decisionOf(file)
    const decided = madeDecisionOf(file)
    // A review after the decision is a finding of its own (3.13).
    if (review !== undefined && decided !== null && review.day > decided.day) return []
    if (
      review === undefined ||
      last === undefined ||
      decision === null ||
      discussed.some(({ day }) => day >= review.day)
    )
      return []
    return [
      suspect(
        [
          `负责人集体讨论在${dayWords(last.day)}，法制审核意见在${dayWords(review.day)}，讨论决定在审核之前，此后没有再讨论。`,
          `The heads discussed on ${last.day}, the review opinion is of ${review.day}: settled before the review and not discussed again.`,
        ],
        ['法制审核后再次提交负责人集体讨论。', 'Put the case to the heads again after the review.'],
        [last.place, review.place],
      ),
    ]
  },
}

export const CHAIRED_BY_HANDLER: PrereviewRule = {
  id: '3.14-chaired-by-no-head',
  questionId: '3.14',
  name: both('集体讨论由非负责人主持', 'Discussion chaired by somebody who is no head'),
  basis: [penaltyLaw(57, 2)],
  severity: 'F',
  check(file) {
    return file.of('discussion-minutes').flatMap((minutes) => {
      const chair = chairOf(minutes)
      if (chair === null || isHead(chair)) return []
      const { name, title } = chair
      return [
        suspect(
          [
            `集体讨论由${name}（${title}）主持，不是行政机关负责人。`,
            `The discussion was chaired by ${name} (${title}), who is no head of the agency.`,
          ],
          [
            '由行政机关主要负责人或者其委托的负责人主持，重新讨论。',
            'Discuss again under the head of the agency or one whom the head appoints.',
          ],
          [chair.place],
        ),
      ]
    })
  },
}

export const DISCUSSION_RULES: readonly PrereviewRule[] = [
  DISCUSSION_MISSING,
  TOO_FEW_HEADS,
  NO_VIEWS,
  CIRCULATED,
  DISCUSSED_BEFORE_REVIEW,
  CHAIRED_BY_HANDLER,
]
