/** 3.18: how the agency carries its decision out: the time of the urging, what the party says to it, and what must not be done. */
import { addCalendarDays, addWorkingDays } from '../../../deadlines/periods.ts'
import { daysOf } from '../../../deadlines/regimes.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { denseText, findAll, findFirst, says } from '../../wording.ts'
import { affirmed } from '../facts/case-sections.ts'
import { stepOf } from './reading/case-steps.ts'
import { dayOf, momentsIn, wholeNumber } from './reading/moments.ts'
import { both, compulsionLaw, dayWords, suspect } from './reading/rule-words.ts'
import { serviceOf } from './reading/services.ts'

const TOLD = /(?:之日|次日)起(\d{1,2}|[一二三四五六七八九十]{1,3})个?(工作日|日|天)/u
/** 期限十日，至2026年6月8日届满; 催告期限于2026年6月8日届满. */
const ENDS = /催告(?:书)?[^。]{0,60}?$/u

/** The day on which a paper says that the time of the urging ended. */
function statedEnd(document: CaseDocument) {
  const text = denseText(document)
  return momentsIn(document).find(
    ({ start, end }) => /^(?:届满|期满|到期|止)/u.test(text.slice(end, end + 4)) && ENDS.test(text.slice(Math.max(0, start - 70), start)),
  )
}

export const URGING_COUNTED_SHORT: PrereviewRule = {
  id: '3.18-urging-counted-short',
  questionId: '3.18',
  name: both('催告期限计算过短', 'Time of the urging counted too short'),
  basis: [compulsionLaw(35), compulsionLaw(37, 1), compulsionLaw(69)],
  severity: 'F',
  check(file: CaseFile) {
    const urging = file.of('urging-notice').findLast(({ sure }) => sure)
    const told = urging === undefined ? null : findFirst(urging, TOLD)
    const served = urging === undefined ? null : serviceOf(file, urging)
    const length = wholeNumber(told?.match[1] ?? '')
    if (urging === undefined || told === null || served === null || !(length > 0)) return []
    const working = told.match[2] === '工作日' || daysOf('compulsion', length).kind === 'workingDays'
    const { due, provisional } = (working ? addWorkingDays : addCalendarDays)(file.calendar, served.day, length, 'compulsion')
    const places = file.documents.filter(({ sure }) => sure).flatMap((document) => statedEnd(document) ?? []).filter(({ day }) => day < due && day >= served.day)
    const [first] = places
    if (first === undefined) return []
    return [
      suspect(
        [
          `催告书${dayWords(served.day)}送达，期限应当至${dayWords(due)}届满${working ? '（十日以内的期间按工作日计算）' : ''}，文书却计至${dayWords(first.day)}。`,
          `The urging was served on ${served.day} and ran to ${due}; the papers let it end on ${first.day}.`,
        ],
        ['重新计算期限；期限内提出的陈述、申辩应当听取、记录、复核。', 'Count anew; what the party said within the time must be heard, recorded and checked.'],
        [...places, served.place],
        { unverified: provisional },
      ),
    ]
  },
}

const ANSWERED = /(?:陈述|申辩)[^。；]{0,40}(?:复核|采纳|理由|不成立|成立)|(?:复核|采纳)[^。；]{0,30}(?:陈述|申辩)/u
const LEFT_UNANSWERED = /(?:申辩|陈述)[^。；]{0,40}(?:不再|未予?|不予|没有)(?:进行)?(?:复核|答复|回复|处理|审查)/u

export const URGING_DEFENCE_UNANSWERED: PrereviewRule = {
  id: '3.18-urging-defence-unanswered',
  questionId: '3.18',
  name: both('催告后的陈述申辩没有复核、答复', 'What the party said to the urging was not checked'),
  basis: [compulsionLaw(36)],
  severity: 'F',
  check(file: CaseFile) {
    const urging = file.of('urging-notice').findLast(({ sure }) => sure)
    const from = urging === undefined ? null : (serviceOf(file, urging)?.day ?? stepOf(urging)?.day ?? null)
    const decision = file.of('execution-decision').findLast(({ sure }) => sure)
    if (urging === undefined || from === null || decision === undefined) return []
    const defence = file.of('defence').find((one) => one.sure && (dayOf(one) ?? '') >= from && !says(one, /放弃[^。；]{0,6}(?:陈述|申辩)/u))
    const day = defence === undefined ? null : dayOf(defence)
    if (defence === undefined || day === null) return []
    const later = file.documents.filter((one) => one !== defence && (dayOf(one) ?? '9') >= day && !['materials-list', 'legal-basis-extract', 'defence'].includes(one.kind))
    const refused = later.flatMap((one) => findFirst(one, LEFT_UNANSWERED) ?? [])[0]
    const looked = later.some((one) => one.kind === 'recheck-opinion' || says(one, ANSWERED))
    if (refused === undefined && looked) return []
    return [
      suspect(
        [
          `当事人收到催告书后于${dayWords(day)}陈述、申辩，没有记录、复核，强制执行决定也没有回应。`,
          `After the urging the party stated its case on ${day}; nobody recorded or checked it, and the decision is silent.`,
        ],
        ['充分听取意见，对提出的事实、理由和证据进行记录、复核；成立的应当采纳。', 'Hear, record and check it, and accept what is right.'],
        [refused ?? titlePlace(defence), titlePlace(decision)],
      ),
    ]
  },
}

const SUPPLY =
  /(?:停止|切断|中断|断绝|掐断|停)[^。；，]{0,16}?(?:供(?:应)?(?:水|电|热|燃气|气|暖)|(?:水|电|燃气|供暖)供应)|(?:停|断)(?:水|电|气|暖)(?:停|断)?(?:水|电|气)?(?=[，。；、]|措施|处理|方式|迫使|促使)/u
/** Papers in which the agency says how it will make the party perform. */
const FORCING = /(?:强制|执行|拆除|腾退|搬迁)[^。；]{0,30}(?:方案|通知|决定|催告|公告|措施)|(?:迫使|促使|逼迫)[^。；]{0,20}(?:履行|拆除|搬|腾)/u
/** It is the party, or a company, that cuts off what it supplies: the facts of a case, no measure. */
const BY_ANOTHER = /(?:当事人|被处罚人|公司|企业|物业|热力|供水|燃气|站|厂)[^。；]{0,16}$/u
const DWELLING = /居住|住宅|居民|生活用|住户|搬离|腾房|老人|家中|家属/u

/** The living of people is not cut off to make them perform (行政强制法 art. 43 para 2). */
export const LIVING_SUPPLY_CUT: PrereviewRule = {
  id: '3.18-living-supply-cut',
  questionId: '3.18',
  name: both('对居民生活停止供水、供电、供热、供燃气', 'Water, power, heat or gas of a dwelling cut off'),
  basis: [compulsionLaw(43, 2)],
  severity: 'F',
  check: (file: CaseFile) =>
    file.documents
      .filter((one) => one.sure && !['legal-basis-extract', 'defence', 'clue-form', 'interested-party-paper'].includes(one.kind))
      .flatMap((document) =>
        affirmed(document, SUPPLY)
          .filter(({ match }) => {
            const around = match.input.slice(Math.max(0, match.index - 30), match.index + match[0].length + 40)
            const before = match.input.slice(Math.max(0, match.index - 40), match.index)
            if (BY_ANOTHER.test(before) && !/迫使|促使|逼迫/u.test(around)) return false
            return DWELLING.test(around) && !/不得|禁止|严禁|不(?:采取|以|停)|非居(?:民|住)/u.test(around) && FORCING.test(denseText(document))
          })
          .slice(0, 1),
      )
      .slice(0, 2)
      .map((place) =>
        suspect(
          [
            `“${place.match[0]}”：行政机关不得对居民生活采取停止供水、供电、供热、供燃气等方式迫使当事人履行。`,
            `“${place.match[0]}”: the supply of a dwelling must not be cut off to make the party perform.`,
          ],
          ['删去该措施，恢复供应。', 'Take it out and restore the supply.'],
          [place],
        ),
      ),
}

const HELD_OUT = /(?:以|采取|使用)[^。；]{0,12}(?:恐吓|威胁|暴力|断路|堵门|株连|限制(?:其)?(?:子女|亲属))[^。；]{0,20}(?:迫使|促使|逼)/u

export const FORCED_BY_OTHER_MEANS: PrereviewRule = {
  id: '3.18-forced-by-unlawful-means',
  questionId: '3.18',
  name: both('以非法方式迫使当事人履行', 'Unlawful pressure to perform'),
  basis: [compulsionLaw(43, 2), compulsionLaw(51)],
  severity: 'F',
  check: (file: CaseFile) =>
    file.documents
      .filter((one) => one.sure && !['legal-basis-extract', 'defence'].includes(one.kind))
      .flatMap((document) => findAll(document, HELD_OUT).filter(({ match }) => !/不得|禁止|严禁|不$|未$/u.test(match.input.slice(Math.max(0, match.index - 8), match.index))).slice(0, 1))
      .slice(0, 1)
      .map((place) =>
        suspect(
          [`“${place.match[0]}”：不得采用暴力、胁迫以及其他非法方式执行。`, `“${place.match[0]}”: execution must not use violence, threats or other unlawful means.`],
          ['删去该措施，依法执行。', 'Take it out and execute lawfully.'],
          [place],
        ),
      ),
}

export const EXECUTION_CONDUCT_RULES: readonly PrereviewRule[] = [URGING_COUNTED_SHORT, URGING_DEFENCE_UNANSWERED, LIVING_SUPPLY_CUT, FORCED_BY_OTHER_MEANS]
