/** 2.7, 2.8, 2.9: who chairs the hearing and who reviews. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeOf, titlePlace } from '../../places.ts'
import type { Place, PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { findFirst } from '../../wording.ts'
import { investigatorNamed, officersOf, type ActingOfficer } from '../acting-officers.ts'
import { linesOf } from '../printed-lines.ts'
import { compareNames } from '../same-name.ts'

interface NamedPerson extends Place {
  readonly name: string
}

function hearingPanel(file: CaseFile): readonly NamedPerson[] {
  return file
    .of('hearing-record', 'hearing-notice', 'hearing-report')
    .flatMap((document) =>
      document.facts.persons
        .filter(({ role }) => role === 'chair')
        .map((fact) => ({ ...placeOf(document, fact), name: fact.name })),
    )
}

/** Papers that name the officers of the case beside the one who chairs or reviews (案件调查人员、承办人). */
const NAMING_HANDLERS = [
  'hearing-record',
  'hearing-notice',
  'hearing-report',
  'review-opinion',
  'submission-form',
] as const

/** An officer of the case by the documents, or as the case was registered. */
function handlerNamed(file: CaseFile, name: string): ActingOfficer | { readonly name: string } | undefined {
  const named = file.of(...NAMING_HANDLERS).flatMap((document) => officersOf(document))
  return (
    investigatorNamed(file, name) ??
    named.find((officer) => compareNames(officer.name, name) === 'same') ??
    file.fields?.handlers.find((handler) => compareNames(handler.name, name) === 'same')
  )
}

const placesOf = (handler: ActingOfficer | { readonly name: string }): readonly Place[] =>
  'document' in handler ? [handler] : []

/** The hearing is chaired by somebody who did not investigate the case (行政处罚法 art. 64 item 4). */
export const INVESTIGATOR_CHAIRS: PrereviewRule = {
  id: '2.7-investigator-chairs',
  questionId: '2.7',
  name: said('听证主持人是本案调查人员', 'Investigator chairs the hearing'),
  basis: [
    { law: '行政处罚法', article: 64, paragraph: 1, item: 4 },
    { law: '行政许可法', article: 48, paragraph: 1, item: 3 },
  ],
  severity: 'F',
  check: (file) => {
    const seen = new Set<string>()
    return hearingPanel(file).flatMap((chair): Suspicion[] => {
      const handler = handlerNamed(file, chair.name)
      if (handler === undefined || seen.has(chair.name)) return []
      seen.add(chair.name)
      return [
        {
          message: said(
            `听证主持人${chair.name}参加了本案调查。`,
            `${chair.name}, who chairs the hearing, investigated the case.`,
          ),
          suggestion: said(
            '由非本案调查人员重新组织听证。',
            'Hold the hearing anew, chaired by somebody who did not investigate.',
          ),
          places: [chair, ...placesOf(handler)],
          about: chair.name,
        },
      ]
    })
  },
}

function reviewers(file: CaseFile): readonly NamedPerson[] {
  return file
    .of('review-opinion')
    .flatMap((document) =>
      document.facts.persons
        .filter(({ role }) => role === 'reviewer')
        .map((fact) => ({ ...placeOf(document, fact), name: fact.name })),
    )
}

const UNQUALIFIED =
  /(?:未|尚未|没有|无|不具有|不具备|正在申请|暂无|暂未)(?:取得|通过|持有)?[^，。；]{0,8}(?:国家统一)?法律职业资格[^，。；]{0,10}|法律职业资格(?:证书|考试)?(?:编号|号|情况|取得情况)?[：:]?(?:无|—|－|\/|暂无|没有|尚未|暂未|未(?:取得|通过|考取|参加))(?![^，。；）)]{0,4}\d)/u

/** Who reviews penalties for the first time in an agency needs the legal qualification (行政处罚法 art. 58 para 2). */
export const REVIEWER_UNQUALIFIED: PrereviewRule = {
  id: '2.8-reviewer-unqualified',
  questionId: '2.8',
  name: said('法制审核人员未取得法律职业资格', 'Reviewer without the legal qualification'),
  basis: [{ law: '行政处罚法', article: 58, paragraph: 2 }],
  severity: 'F',
  check: (file) => {
    const suggestion = said(
      '核对从事该项工作的起始时间；初次从事的，由取得法律职业资格的人员重新审核。',
      'Check since when this person reviews; a first-timer must be replaced by a qualified reviewer.',
    )
    const worded = file.documents.flatMap((document): Suspicion[] => {
      if (document.kind === 'legal-basis-extract') return []
      const words = findFirst(document, UNQUALIFIED)
      if (words === null || !isAboutReview(document, words.match)) return []
      return [
        {
          message: said(
            '材料显示法制审核人员没有取得法律职业资格。',
            'The papers say that the reviewer lacks the legal qualification.',
          ),
          suggestion,
          places: [words],
        },
      ]
    })
    if (worded.length > 0 || file.reviewer === null || file.reviewer.qualified !== false) return worded
    const { name } = file.reviewer
    return [
      {
        message: said(
          `本站登记的审核人员${name}没有法律职业资格信息。`,
          `The reviewer ${name} is registered without the legal qualification.`,
        ),
        suggestion,
        places: file.of('submission-form').slice(0, 1).map(titlePlace),
        answer: 'cannotTell',
        about: name,
      },
    ]
  },
}

/** In a list of everybody's papers the words must be about who reviews. */
function isAboutReview(document: CaseDocument, match: RegExpExecArray): boolean {
  if (document.kind === 'review-opinion') return true
  return /审核/u.test(match.input.slice(Math.max(0, match.index - 40), match.index + match[0].length + 20))
}

/** Nobody reviews what he did himself (行政处罚法 art. 43; 市场监督管理行政处罚程序规定 art. 49). */
export const REVIEWER_HANDLED: PrereviewRule = {
  id: '2.9-reviewer-handled',
  questionId: '2.9',
  name: said('法制审核人员参与本案办理', 'Reviewer handled the case'),
  basis: [
    { law: '行政处罚法', article: 43, paragraph: 1 },
    { law: '市场监督管理行政处罚程序规定', article: 49, paragraph: 3 },
  ],
  severity: 'C',
  check: (file) => {
    const named: readonly (NamedPerson | { readonly name: string })[] = [
      ...reviewers(file),
      ...(file.reviewer === null ? [] : [{ name: file.reviewer.name }]),
    ]
    const seen = new Set<string>()
    return named.flatMap((reviewer): Suspicion[] => {
      const handler = handlerNamed(file, reviewer.name)
      if (handler === undefined || seen.has(reviewer.name)) return []
      seen.add(reviewer.name)
      return [
        {
          message: said(
            `法制审核人员${reviewer.name}参加了本案办理。`,
            `The reviewer ${reviewer.name} handled the case.`,
          ),
          suggestion: said('由未参与办理的人员重新审核。', 'Have the case reviewed by somebody who did not handle it.'),
          places: [...('document' in reviewer ? [reviewer] : []), ...placesOf(handler)],
          about: reviewer.name,
        },
      ]
    })
  },
}

/** The unit that a row of the form names behind its label. */
function unitOn(document: CaseDocument, label: RegExp): NamedPerson | null {
  for (const line of linesOf(document)) {
    const cells = line.text.split(/[\t：:]|[ 　]{2,}/u)
    const at = cells.findIndex((cell) => label.test(cell))
    const name = at < 0 ? '' : (cells[at + 1]?.trim() ?? '')
    if (name !== '') return { document, passage: line.passage, name }
  }
  return null
}

/** The review is done by a body for legal review with people of its own (国办发〔2018〕118号（十一）), not by who handled. */
export const REVIEWED_BY_HANDLING_UNIT: PrereviewRule = {
  id: '2.9-reviewed-by-handling-unit',
  questionId: '2.9',
  name: said('法制审核由承办机构自行作出', 'Handling unit reviews its own case'),
  basis: [
    { law: '国务院办公厅关于全面推行行政执法公示制度执法全过程记录制度重大执法决定法制审核制度的指导意见', item: 11 },
  ],
  severity: 'C',
  check: (file) =>
    file.of('review-opinion').flatMap((document): Suspicion[] => {
      const sent = findFirst(
        document,
        /(?:送审|承办|办案)(?:机构|单位|部门)[：:]?(?<unit>[^，。；：（）]{2,24}?)(?=案件|承办人|收件|送审|审核|立案|当事人|[，。；（）]|$)/u,
      )
      const reviewed = findFirst(
        document,
        /(?:法制审核|审核)(?:机构|单位|部门)[：:](?<unit>[^，。；：（）]{2,24}?)(?=审核|案件|承办|送审|意见|收件|[，。；（）]|$)/u,
      )
      const onLines = [unitOn(document, /^\s*(?:送审|承办|办案)(?:机构|单位|部门)$/u), unitOn(document, /^\s*(?:法制审核|审核)(?:机构|单位|部门)$/u)]
      const [from, by] = [onLines[0]?.name ?? sent?.match.groups?.['unit'], onLines[1]?.name ?? reviewed?.match.groups?.['unit']]
      const places = [onLines[0] ?? sent, onLines[1] ?? reviewed].filter((place) => place !== null)
      if (from === undefined || by === undefined || compareNames(from, by) !== 'same') return []
      return [
        {
          message: said(`承办机构与审核机构同为“${by}”。`, `“${by}” both handled and reviewed the case.`),
          suggestion: said('由法制审核机构审核。', 'Have the body for legal review do the review.'),
          places,
        },
      ]
    }),
}

const SIGNED_ON = /(\p{Script=Han}{2,4})\s*(?:[（(][^）)]{0,12}[）)])?\s*20\d{2}\s*年/u

/** The legal review is a row of an approval form, signed by who signed as officer of the case above it. */
export const SAME_HAND_ON_FORM: PrereviewRule = {
  id: '2.9-same-hand-on-form',
  questionId: '2.9',
  name: said('审批表上承办与法制审核为同一人', 'One hand handles and reviews on one form'),
  basis: [{ law: '行政处罚法', article: 43, paragraph: 1 }],
  severity: 'C',
  check: (file) =>
    file.documents.flatMap((document): Suspicion[] => {
      if (!document.sure || document.kind === 'legal-basis-extract') return []
      const lines = linesOf(document)
      const signer = (label: RegExp): NamedPerson | null => {
        const line = lines.find(({ dense }) => label.test(dense))
        const name = line === undefined ? undefined : SIGNED_ON.exec(line.text)?.[1]
        return line === undefined || name === undefined ? null : { document, passage: line.passage, name }
      }
      const handler = signer(/^(?:承办|审查|经办|办案|受理|核查)(?:人员?|机构|部门|科室)?(?:意见|签名|审查意见)/u)
      const reviewer = signer(/^(?:法制|合法性)(?:审核|机构|科室?|股|部门)?(?:审核)?(?:人员)?(?:意见|签名)/u)
      if (handler === null || reviewer === null || compareNames(handler.name, reviewer.name) !== 'same') return []
      return [
        {
          message: said(
            `${reviewer.name}既签署承办（审查）意见，又签署法制审核意见。`,
            `${reviewer.name} signs both as officer of the case and for the legal review.`,
          ),
          suggestion: said('由未参与办理的人员重新审核。', 'Have the case reviewed by somebody who did not handle it.'),
          places: [reviewer, handler],
          about: reviewer.name,
        },
      ]
    }),
}

export const HEARING_AND_REVIEW_RULES: readonly PrereviewRule[] = [
  INVESTIGATOR_CHAIRS,
  REVIEWER_UNQUALIFIED,
  REVIEWER_HANDLED,
  REVIEWED_BY_HANDLING_UNIT,
  SAME_HAND_ON_FORM,
]
