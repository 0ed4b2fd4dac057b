/** 6.6: charged or approved by a body that is no organ of government (领导小组、指挥部、专班 and their offices). */
import type { CaseFile } from '../../case-file.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { says } from '../../wording.ts'
import { affirmed } from '../facts/case-sections.ts'

const BODY = '(?:领导小组|指挥部|联席会议|工作专班|专班|工作组|整治办|拆违办|控违办|违建办|委员会办公室)(?:的)?(?:办公室)?'
const CHARGED = new RegExp(`${BODY}[^。；]{0,24}(?:责成|决定|批准|同意|授权|指令)[^。；]{0,40}(?:强制拆除|拆除|强制执行)`, 'u')
const BY_GOVERNMENT = /(?<![乡镇])(?:县|市|区|州|旗|省)(?:级)?人民政府(?!申请|提起)[^。；，]{0,30}(?:责成|决定(?!书)|批准|同意|批复|授权)|责成[^。；]{0,10}(?:县级以上地方人民政府)|人民政府(?:关于)?[^。；]{0,40}(?:批复|责成(?:决定|通知))/u

/** Only the people's government may charge its departments (城乡规划法 art. 68); a leading group has no power of its own. */
export const CHARGED_BY_A_GROUP: PrereviewRule = {
  id: '6.6-charged-by-a-group',
  questionId: '6.6',
  name: said('由领导小组（指挥部）而非人民政府责成、批准', 'Charged or approved by a leading group, not by the government'),
  basis: [
    { law: '城乡规划法', article: 68 },
    { law: '行政强制法', article: 13 },
  ],
  severity: 'F',
  check(file: CaseFile) {
    if (file.documents.some((one) => !['legal-basis-extract', 'defence'].includes(one.kind) && says(one, BY_GOVERNMENT))) return []
    return file.documents
      .filter((one) => one.sure && !['legal-basis-extract', 'defence', 'clue-form', 'inquiry-record'].includes(one.kind))
      .flatMap((document) => affirmed(document, CHARGED).slice(0, 1))
      .slice(0, 1)
      .map((place) => ({
        message: said(
          `“${place.match[0]}”：议事协调机构及其办公室不是一级人民政府，无权责成或者批准，案卷中没有人民政府的决定。`,
          'A coordinating body and its office are no people’s government and can neither charge nor approve; the file has no decision of the government.',
        ),
        suggestion: said('报请有权的人民政府作出责成（批准）决定，将文件附卷。', 'Ask the government for its own decision and file it.'),
        places: [place],
      }))
  },
}
