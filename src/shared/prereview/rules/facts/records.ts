/** 4.8: inquiry and inspection records (询问笔录、检查笔录). */
import type { CaseDocument } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { Place, PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { compareNames } from '../same-name.ts'
import { denseText, findAll, findFirst, says } from '../../wording.ts'
import { dayFrom } from './case-sections.ts'

const CLOCK = '([0-9０-９]{1,2})(?:时|点|[:：])([0-9０-９]{1,2})?分?'
const SPAN = new RegExp(
  `([12][0-9]{3})年([0-9]{1,2})月([0-9]{1,2})日(?:上午|下午)?${CLOCK}(?:至|到|—+|－|-|～|~|起至)(?:(?:[12][0-9]{3}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日)?(?:上午|下午)?${CLOCK}`,
  'u',
)

interface RecordSpan {
  readonly document: CaseDocument
  readonly day: string
  /** Minutes of the day. */
  readonly from: number
  readonly to: number
  readonly place: Place
}

function spanOf(document: CaseDocument): RecordSpan | null {
  const found = findFirst(document, SPAN)
  if (found === null) return null
  const [, year, month, date, fromHour, fromMinute, toHour, toMinute] = found.match
  const day = dayFrom(year, month, date)
  const minutes = (hour = '0', minute = '0'): number => Number(hour.normalize('NFKC')) * 60 + Number(minute.normalize('NFKC'))
  if (day === null) return null
  return { document, day, from: minutes(fromHour, fromMinute), to: minutes(toHour, toMinute), place: found }
}

export const RECORD_WITHOUT_TIMES: PrereviewRule = {
  id: '4.8-record-without-times',
  questionId: '4.8',
  name: said('笔录未载明起止时间', 'Record without start and end'),
  basis: [{ law: '行政处罚法', article: 55, paragraph: 2 }],
  severity: 'C',
  check: (file) =>
    file
      .of('inquiry-record', 'inspection-record')
      .filter((document) => document.sure && denseText(document).length > 150 && spanOf(document) === null && !hasTwoClocks(document))
      .map((document) => ({
        message: said(
          `“${document.file.name}”没有载明完整的开始和结束时间。`,
          `“${document.file.name}” does not give both its start and its end.`,
        ),
        suggestion: said(
          '补正笔录的起止时间（由制作人说明），并与音像记录核对。',
          'Complete the times (with the makers’ explanation) and check them against the recording.',
        ),
        places: [findFirst(document, /(?:询问|检查|勘验|调查)?时间[:：][^，。；]{0,30}/u) ?? titlePlace(document)],
      })),
}

/** A form with 开始时间, 结束时间 in cells of their own. */
function hasTwoClocks(document: CaseDocument): boolean {
  const head = denseText(document).slice(0, 400)
  return [...head.matchAll(new RegExp(CLOCK, 'gu'))].length >= 2
}

const PERSON_SIGNS =
  /(?:被询问人|被调查人|被检查人|当事人|现场负责人|现场人员|在场人员?|驾驶员|承运人|陪同人员?|负责人|被检查单位|被勘验人|被抽样人|委托代理人|申请人|经营者|店主|业主|店员|司机|船长|住户|户主|企业人员|单位代表|项目经理|法定代表人|受检单位(?:人员)?|到场人员?)(?:（?(?:签名|签字|签章|盖章|签名或者?盖章|签名、捺印|确认)[^：:）]{0,10}）?)[:：]/u

export const RECORD_UNSIGNED: PrereviewRule = {
  id: '4.8-record-unsigned',
  questionId: '4.8',
  name: said('笔录无被询问人、当事人签名', 'Record not signed'),
  basis: [{ law: '行政处罚法', article: 55, paragraph: 2 }],
  severity: 'C',
  check: (file) =>
    file
      .of('inquiry-record', 'inspection-record')
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        if (says(document, /拒绝签|拒签|不愿签|无法签名|见证人(?:（?签[^）：:]{0,6}）?)?[:：][\p{Script=Han}]{2,4}/u)) return []
        const text = denseText(document)
        return findAll(document, PERSON_SIGNS).flatMap((place) => {
          const after = text.slice(place.match.index + place.match[0].length)
          const blank = /^(?:_+|年月日|[12][0-9]{3}年|日期|(?:询问|调查|检查|执法|记录)人|$)/u.test(after)
          return blank
            ? [
                {
                  message: said(
                    `“${document.file.name}”中“${place.match[0]}”处没有签名。`,
                    `Nobody signed at “${place.match[0]}” in “${document.file.name}”.`,
                  ),
                  suggestion: said(
                    '说明未签名的原因；拒绝签名的应当注明并由见证人签名。没有签名的笔录不能单独作为定案证据。',
                    'Explain it; a refusal is to be noted with a witness. Unsigned, the record proves nothing alone.',
                  ),
                  places: [place],
                },
              ]
            : []
        })
      }),
}

/** Where a record ends and everybody signs; a caption of photographs may follow. */
const END = 320
const OFFICERS_SIGN =
  /(?<!被)(?:询问|检查|勘验|勘察|执法|调查|记录|实施|办案)(?:人员|人|员)?(?:（?(?:签名|签字|签章)[^：:）]{0,10}）?)[:：]/u
const REFUSED_OR_WITNESSED = /拒绝签|拒签|不愿签|无法签名|见证人|当事人(?:未到场|不在场)/u

/** 晏飞（签名、捺印）2026年2月4日: the name first. */
const SIGNED_BEHIND = /[\p{Script=Han}·]{2,4}（(?:签名|签字|签章|捺印|按指印|手印)[^）]{0,8}）(?![：:])|申请人(?:代表)?[：:][\p{Script=Han}]{2,4}|(?:属实|无误|一致|相符|一样|看过)[。，]?[\p{Script=Han}·]{2,4}(?:（[^）]{1,8}）)?[12][0-9]{3}年/u

/** Names beside their labels, and a day. */
const LAST_LINES = 80
/** 当事人：潘某 勘验人：龙某 on the last lines: the label with a name, without 签名. */
const SIGNED_BESIDE =
  /(?:被询问人|被调查人|被检查人|被勘验人|当事人|现场负责人|在场人|陪同人|被检查单位)[：:](?!_|年|无|[12][0-9]{3}年|\/)[\p{Script=Han}·]{2,4}(?![^：]{0,4}(?:，|（男|男|女))/u
const OFFICERS_BESIDE = /(?<!被)(?:询问|检查|勘验|勘察|执法|调查|实施|办案)(?:人员|人|员)[：:](?!_|年|无|[12][0-9]{3}年|\/)[\p{Script=Han}·]{2,4}/u

/** Both sides sign a record at its end; one of them has no place there. */
export const SIGNATURE_LINE_MISSING: PrereviewRule = {
  id: '4.8-signature-line-missing',
  questionId: '4.8',
  name: said('笔录缺一方签名栏', 'Record signed by one side only'),
  basis: [{ law: '行政处罚法', article: 55, paragraph: 2 }],
  severity: 'C',
  check: (file) =>
    file
      .of('inquiry-record', 'inspection-record')
      .filter((document) => document.sure && denseText(document).length > 150)
      .flatMap((document) => {
        const text = denseText(document)
        const end = text.slice(-END)
        const isAtEnd = (role: 'officer' | 'questioned'): boolean =>
          document.facts.persons
            .filter((person) => person.role === role || (role === 'officer' && person.role === 'recorder'))
            .some(({ name }) => text.lastIndexOf(name) > text.length - END && text.indexOf(name) !== text.lastIndexOf(name))
        const theirs = PERSON_SIGNS.test(end) || SIGNED_BESIDE.test(text.slice(-LAST_LINES)) || SIGNED_BEHIND.test(end) || isAtEnd('questioned') || REFUSED_OR_WITNESSED.test(text) || /(?:店员|经理|负责人|陪同人|在场人|家属|代表)[^：:]{0,8}（?签[^：:]{0,8}[:：]/u.test(end)
        const ours = OFFICERS_SIGN.test(end) || OFFICERS_BESIDE.test(text.slice(-LAST_LINES)) || isAtEnd('officer')
        if (theirs === ours) return []
        const [zh, en] = theirs ? ['执法人员', 'the officers'] : ['被询问人（当事人）', 'the person questioned or inspected']
        return [
          {
            message: said(`“${document.file.name}”末尾没有${zh}的签名。`, `“${document.file.name}” ends without the signature of ${en}.`),
            suggestion: said('核对原件，说明未签名的原因并补强证据。', 'Check the original, explain it and support the record.'),
            places: [titlePlace(document)],
            about: zh,
          },
        ]
      }),
}

/** The foot of a page, where people sign. */
const FOOT = 60

function signers(document: CaseDocument): readonly string[] {
  const named = findAll(
    document,
    /(?:被询问人|被调查人)(?:（[^）]{0,8}）)?[:：]?([\p{Script=Han}·]{2,4}?)(?=[，,。；]|男|女|[12][0-9]{3}年|$)/u,
  ).map(({ match }) => match[1] ?? '')
  return [...new Set([...named, ...document.facts.persons.filter(({ role }) => role === 'questioned').map(({ name }) => name)])]
}

export const PAGE_UNSIGNED: PrereviewRule = {
  id: '4.8-page-unsigned',
  questionId: '4.8',
  name: said('笔录有页未签名', 'A page of the record is unsigned'),
  basis: [{ law: '行政处罚法', article: 55, paragraph: 2 }],
  severity: 'C',
  check: (file) =>
    file
      .of('inquiry-record')
      .filter((document) => document.sure && document.spans.length > 1)
      .flatMap((document) => {
        const names = signers(document)
        if (names.length === 0 || says(document, /逐页签|每页签|骑缝/u)) return []
        const feet = document.spans.map((span) => {
          const page = document.file.text.pages.find(({ number }) => number === span.page)
          const words = (page?.text.slice(span.start, span.end) ?? '').replace(/\s|—?\d+—?$/gu, '')
          return { span, signed: words.length < FOOT || names.some((name) => words.slice(-FOOT).includes(name)) }
        })
        // Where no page but the last is signed at its foot, signatures by hand are simply not in the text.
        if (feet.slice(0, -1).every(({ signed }) => !signed) && feet.length > 2) return []
        const bare = feet.filter(({ signed }) => !signed)
        if (bare.length === 0 || feet.filter(({ signed }) => signed).length < 2) return []
        return bare.map(({ span }) => ({
          message: said(
            `“${document.file.name}”第${span.page}页没有被询问人签名，其他页有。`,
            `Page ${span.page} of “${document.file.name}” is unsigned while others are signed.`,
          ),
          suggestion: said('说明该页未签名的原因；无法说明的，该页内容不予采信。', 'Explain why; otherwise do not rely on that page.'),
          places: [{ document, passage: { page: span.page, start: Math.max(span.start, span.end - FOOT), end: span.end } }],
          about: String(span.page),
        }))
      }),
}

const CORRECTED =
  /(?:此处|该处|第[0-9一二三四五六七八九十]+(?:页|行))[^。]{0,16}(?:涂改|划改|修改|更正)[^。]{0,10}(?:未|没有)[^。]{0,8}(?:捺印|签名|确认|盖章)|涂改(?:处)?(?:未|没有)[^。]{0,8}(?:捺印|签名|确认|盖章)/u

export const CORRECTION_UNCONFIRMED: PrereviewRule = {
  id: '4.8-correction-unconfirmed',
  questionId: '4.8',
  name: said('笔录涂改未经确认', 'Change in a record not confirmed'),
  basis: [{ law: '行政处罚法', article: 55, paragraph: 2 }],
  severity: 'C',
  check: (file) =>
    file.documents.flatMap((document) =>
      findAll(document, CORRECTED)
        .slice(0, 1)
        .map((place) => ({
          message: said(
            '笔录有涂改而没有被询问人的签名或者捺印确认。',
            'A record was changed without the questioned person’s confirmation.',
          ),
          suggestion: said('由被询问人在更正处签名或者捺印。', 'Have it confirmed at the change.'),
          places: [place],
        })),
    ),
}

/** Names of those who held the record: officers and recorder. */
function holders(document: CaseDocument): readonly string[] {
  const read = document.facts.persons.filter(({ role }) => role === 'officer' || role === 'recorder').map(({ name }) => name)
  const labelled = findAll(
    document,
    /(?:询问人|调查人|检查人|检查人员|执法人员|记录人)(?:（签名）)?[:：]([\p{Script=Han}]{2,3})(?:（|\(|、|[^\p{Script=Han}])(?:[^、]{0,30}[）)]?、([\p{Script=Han}]{2,3})[（(])?/u,
  )
  return [...new Set([...read, ...labelled.flatMap(({ match }) => [match[1] ?? '', match[2] ?? ''])])].filter((name) => name !== '')
}

export const OVERLAPPING_RECORDS: PrereviewRule = {
  id: '4.8-overlapping-records',
  questionId: '4.8',
  name: said('同一人员同一时间制作两份笔录', 'One officer in two records at one time'),
  basis: [
    { law: '行政处罚法', article: 42, paragraph: 1 },
    { law: '行政处罚法', article: 55 },
  ],
  severity: 'C',
  check(file) {
    const spans = file
      .of('inquiry-record', 'inspection-record', 'measure-record')
      .filter(({ sure }) => sure)
      .map(spanOf)
      .filter((one) => one !== null)
    return spans.flatMap((one, index) =>
      spans.slice(index + 1).flatMap((other) => {
        // An inquiry during the inspection at the same place is one visit.
        if (one.day !== other.day || one.document.kind !== 'inquiry-record' || other.document.kind !== 'inquiry-record') return []
        if (one.from >= other.to || other.from >= one.to) return []
        // At two places at once: too few officers at one of them (2.1).
        const [here, there] = [one, other].map(({ document }) => /地点\s*[:：\t]\s*(\S+)/u.exec(document.text)?.[1])
        if (here !== undefined && there !== undefined && compareNames(here, there) === 'different') return []
        const both = holders(one.document).filter((name) => holders(other.document).includes(name))
        if (both.length === 0) return []
        return [
          {
            message: said(
              `${both.join('、')}在${one.day}同一时段出现在两份询问笔录中（${one.document.file.name}；${other.document.file.name}）。`,
              `${both.join(', ')} appear in two inquiry records of ${one.day} at overlapping times.`,
            ),
            suggestion: said(
              '核对音像记录，说明各份笔录的实际询问人员和时间；不能说明的，笔录不予采信。',
              'Check the recordings and establish who asked whom and when; otherwise do not rely on the records.',
            ),
            places: [one.place, other.place],
            about: both.join('、'),
          },
        ]
      }),
    )
  },
}

/** An end before its start: a slip, or a record made up later. */
export const RECORD_ENDS_FIRST: PrereviewRule = {
  id: '4.8-record-ends-first',
  questionId: '4.8',
  name: said('笔录结束早于开始', 'Record ends before it begins'),
  basis: [{ law: '行政处罚法', article: 55, paragraph: 2 }],
  severity: 'C',
  check: (file) =>
    file
      .of('inquiry-record', 'inspection-record', 'measure-record')
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        const span = spanOf(document)
        if (span === null || span.to >= span.from || /下午|次日|翌日/u.test(denseText(document).slice(0, 300)) || crossesDay(document))
          return []
        return [
          {
            message: said(`“${document.file.name}”的结束时间早于开始时间。`, `“${document.file.name}” ends before it begins.`),
            suggestion: said('核对音像记录后补正时间。', 'Correct the times by the recording.'),
            places: [span.place],
          },
        ]
      }),
}

function crossesDay(document: CaseDocument): boolean {
  return /(?:至|到|—|-|～|~)(?:[12][0-9]{3}年)?(?:[0-9]{1,2}月)?[0-9]{1,2}日/u.test(findFirst(document, SPAN)?.match[0] ?? '')
}

export const RECORD_RULES: readonly PrereviewRule[] = [
  RECORD_WITHOUT_TIMES,
  RECORD_UNSIGNED,
  SIGNATURE_LINE_MISSING,
  PAGE_UNSIGNED,
  CORRECTION_UNCONFIRMED,
  OVERLAPPING_RECORDS,
  RECORD_ENDS_FIRST,
]
