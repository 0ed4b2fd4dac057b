/** 2.6: whoever is called in to help must have no interest (没有利害关系): the performer of an execution, an expert, a witness. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { findAll, type FoundWords } from '../../wording.ts'

const NAME = '([\\p{Script=Han}]{2,4}?)(?=[，。；、（：\\d]|电话|联系|性别|男|女|与|系|举报|投诉|身份|住|签|$)'
/** Who set the case going or quarrels with the party. */
const OPPONENT = new RegExp(`(?:举报人|投诉人|检举人|控告人|竞争者|相邻权人|邻居)(?:姓名)?[：:]?${NAME}`, 'u')
const HELPER =
  new RegExp(`(?:(?:代履行人|代履行单位|受托人|受托单位|乙方|承揽方|施工单位|评估机构|鉴定机构|测绘单位|检测单位|拍卖机构|保管单位|保管人)[^。；]{0,60}?(?:法定代表人|负责人|经营者)|鉴定人|评估人|评估师|专家(?:（签名）)?|翻译(?:人员)?|见证人(?:（签名）)?|保管人)[：:]?${NAME}`, 'u')
const NO_NAMES = /^(?:情况|电话|姓名|意见|签名|信息|诉求|要求|反映|提供|方式|地址|单位|处理|保护|本人|匿名|不详|无)/u
const PHONE = /1[3-9][0-9]{9}/u

interface Somebody {
  readonly name: string
  readonly phone: string | null
  readonly place: FoundWords
}

function named(document: CaseDocument, pattern: RegExp): readonly Somebody[] {
  return findAll(document, pattern).flatMap((place): Somebody[] => {
    const name = place.match[1] ?? ''
    const rest = place.match.input.slice(place.match.index, place.match.index + place.match[0].length + 24)
    return name.length < 2 || NO_NAMES.test(name) ? [] : [{ name, phone: PHONE.exec(rest)?.[0] ?? null, place }]
  })
}

/** A substitute performer has no interest in the matter (行政强制法 art. 50); the agency's own people step back where they have one. */
export const INTERESTED_HELPER: PrereviewRule = {
  id: '2.6-interested-helper',
  questionId: '2.6',
  name: said('代履行人、鉴定人或者见证人与案件有利害关系', 'Performer, expert or witness has an interest'),
  basis: [
    { law: '行政强制法', article: 50 },
    { law: '行政处罚法', article: 43 },
  ],
  severity: 'C',
  check(file: CaseFile): readonly Suspicion[] {
    const sure = file.documents.filter((one) => one.sure && one.kind !== 'legal-basis-extract')
    const opponents = sure.flatMap((document) => named(document, OPPONENT))
    const seen = new Set<string>()
    return sure.flatMap((document) =>
      named(document, HELPER).flatMap((helper): Suspicion[] => {
        const other = opponents.find(
          ({ name, phone, place }) => name === helper.name && place.document !== document && (phone === null || helper.phone === null || phone === helper.phone),
        )
        if (other === undefined || seen.has(helper.name)) return []
        seen.add(helper.name)
        return [
          {
            message: said(
              `“${helper.place.match[0]}”与案件的举报人（相对方）${other.name}同名${helper.phone !== null && helper.phone === other.phone ? '、同一电话' : ''}，不是没有利害关系的人。`,
              `${helper.name}, who performs or helps, bears the name of the complainant: not a person without an interest.`,
            ),
            suggestion: said('核实身份；有利害关系的，另行委托没有利害关系的人。', 'Check who it is, and call in somebody without an interest.'),
            places: [helper.place, other.place],
            about: helper.name,
            ...(helper.phone !== null && helper.phone === other.phone ? {} : { answer: 'cannotTell' as const }),
          },
        ]
      }),
    )
  },
}
