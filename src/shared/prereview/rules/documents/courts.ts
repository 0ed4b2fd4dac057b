/** 7.3: the court of the right level (级别管辖). */
import type { PrereviewRule } from '../../rule.ts'
import { findFirst } from '../../wording.ts'
import { both, litigationLaw, penaltyLaw, suspect } from '../procedure/reading/rule-words.ts'

const TELLING = ['decision', 'measure-decision', 'measure-extension', 'correction-order', 'execution-decision', 'licence-decision', 'no-penalty-decision'] as const
const HIGHER = /向([\p{Script=Han}]{2,24}?(?:中级|高级)人民法院)(?:依法|直接)?(?:提起|起诉)/u
/** Whose acts a middle court hears in the first instance (art. 15). */
const HEARD_ABOVE = /人民政府|海关|国务院|[部署]$|总局|委员会$/u

export const COURT_LEVEL: PrereviewRule = {
  id: '7.3-court-level',
  questionId: '7.3',
  name: both('告知的管辖法院级别有误', 'The court told is of the wrong level'),
  basis: [penaltyLaw(59, 1, 5), litigationLaw(14)],
  severity: 'C',
  check: (file) =>
    file.of(...TELLING).flatMap((document) => {
      const told = document.sure ? findFirst(document, HIGHER) : null
      const agency = document.facts.agencies.find(({ role }) => role === 'issuer')?.name ?? null
      if (told === null || agency === null || HEARD_ABOVE.test(agency)) return []
      return [
        suspect(
          [
            `告知向${told.match[1] ?? ''}起诉；对${agency}的决定，第一审由基层人民法院管辖。`,
            `The paper names ${told.match[1] ?? ''}; suits about acts of this agency begin in the basic court.`,
          ],
          ['核对管辖，写明有管辖权的基层人民法院。', 'Check jurisdiction and name the basic court.'],
          [told],
          { about: document.kind },
        ),
      ]
    }),
}
