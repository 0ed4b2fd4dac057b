/** 2.3, 2.5, 2.6: what officers owe the party at every record, and who must not act alone. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeOf, titlePlace } from '../../places.ts'
import type { Place, PrereviewRule, Suspicion } from '../../rule.ts'
import { said } from '../../said.ts'
import { findAll, findFirst, says } from '../../wording.ts'
import { ASSISTANT_WORDS, officersOf, otherCardOf } from '../acting-officers.ts'
import { RECORD_KINDS } from '../document-groups.ts'
import { linesOf } from '../printed-lines.ts'

const SHOWN =
  /(?:出示|亮明|亮出|展示)(?!排污|许可)[^，。；？]{0,16}(?:执法|检查|行政|工作|身份|本人|有效|我们的|了)?[^，。；？]{0,8}证件?|亮证|表明(?:了)?(?:执法)?身份|(?:这是|以下是|下面是)[^，。；]{0,10}(?:执法)?证|证件[^。；]{0,14}(?:看过|看了|已看|过目|核对|查看|看清|看到|无误|清楚|确认)|(?:看过|看了|看清|已看|查看|核对|过目|确认)[^，。；]{0,10}(?:证件|执法证|你们的证)/u
/** What the party showed or could not show: 要求出示排污许可证, 不能出示合格证. */
const PARTY_SHOWED = /(?:要求|请|责令|当事人|未能|不能|无法|店主|负责人)[^，。；]{0,14}出示/u
const NOT_SHOWN =
  /(?:未|没有|没|拒不|拒绝)(?:主动)?(?:向[^，。；]{1,12})?(?:出示|亮明)[^，。；]{0,10}(?:执法|工作|身份|检查|行政执法)?证件?/u

function wasShown(document: CaseDocument): boolean {
  return findAll(document, SHOWN).some(({ match }) => {
    const before = match.input.slice(Math.max(0, match.index - 14), match.index + 2)
    return !PARTY_SHOWED.test(before) || /执法/u.test(match[0])
  })
}

/** Nobody can show a certificate who has none; that is question 2.2. */
function haveNoneToShow(document: CaseDocument): boolean {
  const officers = officersOf(document, { recorders: true })
  return officers.length > 0 && officers.every((officer) => otherCardOf(officer) !== null)
}

/** Officers show their certificates unasked when they inquire or inspect (行政处罚法 art. 55 para 1). */
export const CERTIFICATES_NOT_SHOWN: PrereviewRule = {
  id: '2.3-certificates-not-shown',
  questionId: '2.3',
  name: said('笔录未记载出示执法证件', 'Record does not say that certificates were shown'),
  basis: [{ law: '行政处罚法', article: 55, paragraph: 1 }],
  severity: 'C',
  check: (file) =>
    file.of('inspection-record', 'inquiry-record').flatMap((document): Suspicion[] => {
      if (haveNoneToShow(document) || isLicenceCase(file)) return []
      const denied = document.kind === 'inquiry-record' ? null : findFirst(document, NOT_SHOWN)
      if (denied === null && wasShown(document)) return []
      return [
        {
          message: said(
            '笔录没有记载执法人员主动出示执法证件。',
            'The record does not say that the officers showed their certificates.',
          ),
          suggestion: said(
            '核对音像记录；未出示的，补正说明或者重新调取。',
            'Check the recording; if they were not shown, explain or take the evidence anew.',
          ),
          places: [denied ?? titlePlace(document)],
        },
      ]
    }),
}

/** A measure is taken after the officers have shown their certificates (行政强制法 art. 18 item 3). */
export const CERTIFICATES_NOT_SHOWN_AT_MEASURE: PrereviewRule = {
  id: '2.3-not-shown-at-measure',
  questionId: '2.3',
  name: said('强制措施现场笔录未记载出示执法证件', 'Measure taken without showing certificates'),
  basis: [{ law: '行政强制法', article: 18, paragraph: 1, item: 3 }],
  severity: 'C',
  check: (file) =>
    file.of('measure-record').flatMap((document): Suspicion[] => {
      if (haveNoneToShow(document) || wasShown(document) || isOfExecution(document)) return []
      if (shownJustBefore(file, document)) return []
      return [
        {
          message: said(
            '现场笔录没有记载执法人员出示执法身份证件。',
            'The record does not say that the officers showed their certificates.',
          ),
          suggestion: said('核对音像记录，补充说明。', 'Check the recording and explain.'),
          places: [titlePlace(document)],
        },
      ]
    }),
}

/** 强制拆除现场笔录: a decision is carried out, no measure taken; 行政强制法 art. 18 is not about it. */
export function isOfExecution(document: CaseDocument): boolean {
  return /强制(?:拆除|执行|腾退|清除|搬迁)|代履行|拆除现场/u.test(document.facts.title?.text ?? document.text.slice(0, 60))
}

/** The same officers came to inspect and took the measure on the same day: they showed their certificates when they came. */
function shownJustBefore(file: CaseFile, measure: CaseDocument): boolean {
  const names = officersOf(measure).map(({ name }) => name)
  return file
    .of('inspection-record')
    .some(
      (record) =>
        measure.day !== null &&
        (record.day === measure.day || record.facts.dates.some(({ day }) => day === measure.day)) &&
        wasShown(record) &&
        officersOf(record, { recorders: true }).some(({ name }) => names.includes(name)),
    )
}

const ACTING_LABEL = /(?:检查|询问|调查|执法|实施|勘验|勘察|办案)人员?(?:（签名）|\(签名\))?\s*[：:\t]/u

/** Where a line that names those who act has one of them marked as an assistant. */
function markedAsAssistant(document: CaseDocument): Place | null {
  for (const line of linesOf(document)) {
    const label = ACTING_LABEL.exec(line.text)
    if (label === null || /被(?:检查|询问|调查)/u.test(line.text.slice(Math.max(0, label.index - 1), label.index + 3)))
      continue
    const marked =
      /[\u4e00-\u9fa5·]{2,4}\s*[（(][^）)]{0,20}(?:辅助|协管|协勤|辅警|临聘|实习|见习|劳务派遣|网格员|志愿者|编外|协查员|临时工)[^）)]{0,20}[）)]/u.exec(
        line.text.slice(label.index),
      )
    if (marked === null) continue
    const start = line.start + label.index + marked.index
    return { document, passage: document.passageAt(start, start + marked[0].length) }
  }
  return null
}

const ACTED =
  /(?:协管员|辅警|执法辅助人员|辅助人员|协勤员?|实习生|网格员|临聘人员)(?:[\u4e00-\u9fa5]{2,3})?(?:独自|单独|自行|负责)?(?:对[^，。；]{1,20})?(?:进行|开展|实施)?(?:询问|讯问|查封|扣押|检查|勘验|宣读|宣布|告知|制作(?:了)?笔录|作出)/u
const ASSISTED = /协助|配合|在[^，。；]{0,12}(?:带领|指导|陪同)下|不得|没有|未|仅/u

/** Names that some document gives to assistants. */
function assistantsOf(file: CaseFile): ReadonlyMap<string, Place> {
  const found = new Map<string, Place>()
  for (const document of file.documents) {
    for (const fact of document.facts.persons)
      if (fact.role === 'assistant') found.set(fact.name, placeOf(document, fact))
    if (document.kind !== 'officer-certificates') continue
    for (const line of linesOf(document)) {
      if (!ASSISTANT_WORDS.test(line.text) || /没有|未|无/u.test(line.text)) continue
      for (const { name } of file.documents.flatMap((other) => officersOf(other))) {
        if (line.text.includes(name)) found.set(name, line)
      }
    }
  }
  return found
}

/** Auxiliary personnel may help, not enforce: that needs the qualification (行政处罚法 art. 42, 行政强制法 art. 17). */
export const ASSISTANT_ACTS: PrereviewRule = {
  id: '2.5-assistant-acts',
  questionId: '2.5',
  name: said('辅助人员独立实施执法行为', 'Auxiliary personnel enforce'),
  basis: [
    { law: '行政处罚法', article: 42, paragraph: 1 },
    { law: '行政强制法', article: 17, paragraph: 3 },
  ],
  severity: 'F',
  check: (file) => {
    const assistants = assistantsOf(file)
    return file.of(...RECORD_KINDS, 'measure-decision', 'sampling-record').flatMap((document): Suspicion[] => {
      const officer = officersOf(document).find(({ name }) => assistants.has(name))
      const acted = findAll(document, ACTED).find(
        ({ match }) => !ASSISTED.test(match.input.slice(Math.max(0, match.index - 12), match.index + match[0].length)),
      )
      const place = markedAsAssistant(document) ?? officer ?? acted
      if (place === undefined) return []
      const other = officer === undefined ? undefined : assistants.get(officer.name)
      return [
        {
          message: said(
            '执法辅助人员以执法人员身份实施询问、检查或者强制措施。',
            'Auxiliary personnel inquired, inspected or took a measure as if they were officers.',
          ),
          suggestion: said(
            '查明实际实施人员；由辅助人员实施的，应当由具有执法资格的人员重新实施。',
            'Find out who acted; what auxiliary personnel did must be done anew by qualified officers.',
          ),
          places: other === undefined ? [place] : [place, other],
        },
      ]
    })
  },
}

/** Officers who check what an applicant says (行政许可法 art. 34) enforce nothing. */
const isLicenceCase = (file: CaseFile): boolean => file.of(...LICENCE_KINDS).length > 0 && file.of(...ENFORCEMENT_KINDS).length === 0

const LICENCE_KINDS = ['licence-application', 'licence-decision'] as const
const ENFORCEMENT_KINDS = ['filing-form', 'decision', 'measure-decision', 'inquiry-record'] as const

/** A record that counts the rights told leaves out what was not: 告知陈述、申辩的权利. */
const tellsOtherRights = (document: CaseDocument): boolean =>
  says(document, /告知[^。；]{0,16}(?:陈述|申辩)[^。；]{0,6}(?:权利|权)/u)

/** The party may ask that an officer with an interest step back, and is told so (行政处罚法 art. 43). */
export const RECUSAL_NOT_TOLD: PrereviewRule = {
  id: '2.6-recusal-not-told',
  questionId: '2.6',
  name: said('未告知申请回避的权利', 'Right to ask for recusal not told'),
  basis: [{ law: '行政处罚法', article: 43 }],
  severity: 'C',
  check: (file) => {
    // officers who check the conditions of a licence need not tell it
    if (isLicenceCase(file)) return []
    const inquiries = file.of('inquiry-record')
    const inspections = file.of('inspection-record')
    const records = inquiries.length > 0 ? [...inquiries, ...inspections.filter(tellsOtherRights)] : inspections
    return records.flatMap((document): Suspicion[] => {
      if (document.facts.rights.some(({ kind }) => kind === 'recusal') || says(document, /回避/u)) return []
      return [
        {
          message: said(
            '笔录没有记载告知申请回避的权利。',
            'The record does not say that the right to ask for recusal was told.',
          ),
          suggestion: said(
            '补充告知并记录，或者说明已经以其他方式告知。',
            'Tell it and put it on record, or show that it was told in another way.',
          ),
          places: [titlePlace(document)],
        },
      ]
    })
  },
}

/** At a hearing the party may ask that the chair step back (行政处罚法 art. 64 item 4), and is told so. */
export const RECUSAL_NOT_TOLD_AT_HEARING: PrereviewRule = {
  id: '2.6-recusal-not-told-at-hearing',
  questionId: '2.6',
  name: said('听证未告知申请回避的权利', 'Right to recusal not told at the hearing'),
  basis: [{ law: '行政处罚法', article: 64, paragraph: 1, item: 4 }],
  severity: 'C',
  check: (file) => {
    const papers = file.of('hearing-record', 'hearing-notice')
    const [record] = file.of('hearing-record')
    if (record === undefined || papers.some((document) => says(document, /回避/u))) return []
    return [
      {
        message: said(
          '听证通知书和听证笔录都没有告知申请主持人回避的权利。',
          'Neither notice nor record of the hearing tells the right to ask that the chair step back.',
        ),
        suggestion: said('核对听证录音录像，补充说明。', 'Check the recording and explain.'),
        places: papers.map(titlePlace),
      },
    ]
  },
}

const ASKED =
  /(?<!是否|可以|有权|不|无需|不用|不要求|权利|要不要|没有|未|如果|如|可)(?:要求|申请|请求)[^，。；？]{0,14}(?<!不)回避(?!的权利|权|吗|？|制度|情况|和|、|、陈述)/u
const DECIDED_BY_HEAD =
  /(?:局长|主任|厅长|县长|市长|机关负责人|局负责人|主要负责人|行政机关负责人|负责人)[^。；]{0,30}回避|回避[^。；]{0,40}(?:局长|机关负责人|局负责人|主要负责人|负责人)/u
const NO_HEAD = '中队长|大队长|支队长|总队长|科长|股长|处长|所长|站长|队长|组长|副?主办|主持人|承办人|办案人员|执法人员|调查人员|承办机构|办案机构|法规科|法制科|办公室'
/** 大队长…驳回回避申请, 回避申请由承办人口头驳回, 经大队研究不同意回避: of whoever stands behind the words. */
const DECIDED_BY_OTHER = new RegExp(
  `(?:${NO_HEAD})(?!员)[\\p{Script=Han}]{0,4}(?:[^。；？]{0,6}(?:决定|驳回|同意|批准|答复|认为|表示|告知|研究|当场|口头)[^。；？]{0,30})回避(?!权|的权利|制度)|回避(?:申请|请求)?[^。；]{0,24}(?:${NO_HEAD})[^，。；]{0,12}(?:决定|驳回|同意|批准|口头|答复)`,
  'u',
)

/** 执法人员告知申请回避的权利，栾某表示不申请回避: the right is told and not used, nobody decides anything. */
const RIGHT_OR_WAIVER = /(?:不(?:需要|需|要求)?(?:申请|要求|提出)?|无需|放弃)(?:[^，。；]{0,4})回避$|回避的?权利?/u

/** The agency’s head decides on recusal (行政处罚法 art. 43 para 3): not a team leader, and not nobody. */
export const RECUSAL_NOT_DECIDED_BY_HEAD: PrereviewRule = {
  id: '2.6-recusal-not-decided-by-head',
  questionId: '2.6',
  name: said('回避申请未由行政机关负责人决定', 'Recusal not decided by the agency’s head'),
  basis: [{ law: '行政处罚法', article: 43, paragraph: 3 }],
  severity: 'C',
  check: (file) => {
    for (const document of file.documents) {
      const wrong = findAll(document, DECIDED_BY_OTHER).find(({ match }) => !RIGHT_OR_WAIVER.test(match[0]))
      if (wrong !== undefined)
        return [
          recusalSuspicion(
            wrong,
            said(
              '回避申请由行政机关负责人以外的人员决定。',
              'A request for recusal was decided by somebody other than the agency’s head.',
            ),
          ),
        ]
    }
    const decided = file.documents.some((document) => says(document, DECIDED_BY_HEAD))
    if (decided) return []
    for (const document of file.of('inquiry-record', 'inspection-record', 'defence', 'hearing-record')) {
      const asked = findFirst(document, ASKED)
      if (asked !== null && answeredByParty(document, asked.match)) {
        return [
          recusalSuspicion(
            asked,
            said(
              '当事人申请回避，案卷中没有行政机关负责人的决定。',
              'The party asked for recusal; the file has no decision of the agency’s head.',
            ),
          ),
        ]
      }
    }
    return []
  },
}

/** In a record of questions and answers the words must stand in an answer. */
function answeredByParty(document: CaseDocument, match: RegExpExecArray): boolean {
  if (document.kind === 'defence') return true
  const before = match.input.slice(0, match.index)
  return before.lastIndexOf('答：') > before.lastIndexOf('问：')
}

function recusalSuspicion(place: Place, message: Suspicion['message']): Suspicion {
  return {
    message,
    suggestion: said(
      '提请行政机关负责人依法决定；决定作出之前不停止调查。',
      'Have the agency’s head decide; until then the investigation goes on.',
    ),
    places: [place],
  }
}

export const RECORD_DUTY_RULES: readonly PrereviewRule[] = [
  CERTIFICATES_NOT_SHOWN,
  CERTIFICATES_NOT_SHOWN_AT_MEASURE,
  ASSISTANT_ACTS,
  RECUSAL_NOT_TOLD,
  RECUSAL_NOT_TOLD_AT_HEARING,
  RECUSAL_NOT_DECIDED_BY_HEAD,
]
