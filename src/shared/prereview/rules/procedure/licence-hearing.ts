/** 3.17 interested persons of a licence (许可利害关系人): told, heard, and given the hearing that they ask for. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { findAll, says, type FoundWords } from '../../wording.ts'
import { both, licensingLaw, suspect } from './reading/rule-words.ts'

function isLicenceCase(file: CaseFile): boolean {
  return file.of('licence-application', 'licence-decision').length > 0 && file.of('prior-notice', 'decision').length === 0
}

/** Who is near, competes or holds a right beside the applicant's. */
const OTHERS = /住户|居民|业主|邻居|相邻|村民|商户|利害关系人|竞争者|同业|权利人|住(?:宅|家)/u
const ASKS = /(?:要求|申请|请求|提出|希望)[^。；]{0,16}听证/u

const RIGHT_TOLD = /(?:可以|可[自在于]|有权|享有|逾期)[^。；，]{0,24}$/u

function requests(file: CaseFile): readonly { readonly document: CaseDocument; readonly words: FoundWords }[] {
  return file.documents
    .filter(({ kind }) => !['licence-decision', 'legal-basis-extract', 'hearing-notice', 'hearing-record'].includes(kind))
    .flatMap((document) => {
      // the agency's papers tell of the right: 可以自收到本告知书之日起五日内申请听证
      const [words] = findAll(document, ASKS).filter(({ match }) => !RIGHT_TOLD.test(match.input.slice(0, match.index)))
      return words !== undefined && says(document, OTHERS) ? [{ document, words }] : []
    })
}

export const INTERESTED_HEARING_IGNORED: PrereviewRule = {
  id: '3.17-hearing-ignored',
  questionId: '3.17',
  name: both('利害关系人要求听证而没有组织', 'Hearing that interested persons asked for not held'),
  basis: [licensingLaw(47, 1)],
  severity: 'F',
  check(file) {
    if (!isLicenceCase(file) || file.of('hearing-record', 'hearing-notice', 'hearing-report').length > 0) return []
    const [asked] = requests(file)
    if (asked === undefined) return []
    return [
      suspect(
        [
          `利害关系人提出“${asked.words.match[0]}”，案卷中没有听证权利告知、听证通知和听证笔录。`,
          'Interested persons asked for a hearing; the file has neither a notice of that right nor a hearing.',
        ],
        [
          '告知申请人、利害关系人听证权利，依法组织听证，根据听证笔录作出决定。',
          'Tell applicant and interested persons of the right, hold the hearing, and decide on its record.',
        ],
        [asked.words, ...file.of('licence-decision').slice(-1).map(titlePlace)],
      ),
    ]
  },
}

/** Words that somebody else's major interests are touched, in the agency's own papers. */
const TOUCHED =
  /(?:住户|居民|业主|邻居|村民|商户|利害关系人|相邻(?:方|权人)?)[^，。；]{0,16}(?:反对|异议|反映|意见|投诉|担心)|(?:直接)?(?:涉及|关系|影响)[^，。；]{0,16}(?:他人|相邻|周边|利害关系人|居民|住户)[^，。；]{0,10}(?:利益|权益|通行|采光|日照)/u
const TOLD = /(?:告知|通知|听取|征求|公示|公告)[^。；]{0,30}(?:利害关系人|住户|居民|业主|相邻|邻居|村民)|利害关系人[^。；]{0,30}(?:告知|听取|陈述|申辩|听证笔录)|听证权利告知书/u

export const INTERESTED_NOT_TOLD: PrereviewRule = {
  id: '3.17-interested-not-told',
  questionId: '3.17',
  name: both('许可涉及他人重大利益而没有告知', 'Interested persons of a licence not told'),
  basis: [licensingLaw(36), licensingLaw(47, 1)],
  severity: 'F',
  check(file) {
    if (!isLicenceCase(file) || requests(file).length > 0) return []
    if (file.of('interested-party-paper', 'hearing-record').length > 0 || file.documents.some((one) => says(one, TOLD))) return []
    const [words] = file.documents.flatMap((document) => findAll(document, TOUCHED).slice(0, 1))
    if (words === undefined) return []
    return [
      suspect(
        [
          `材料显示许可事项涉及他人利益（“${words.match[0]}”），没有告知利害关系人、听取其意见。`,
          'The papers show that the licence touches others; nobody told them or heard their views.',
        ],
        ['告知利害关系人，听取意见，告知听证权利。', 'Tell the interested persons, hear them, and tell them of the hearing.'],
        [words],
      ),
    ]
  },
}

export const LICENCE_HEARING_RULES: readonly PrereviewRule[] = [INTERESTED_HEARING_IGNORED, INTERESTED_NOT_TOLD]
