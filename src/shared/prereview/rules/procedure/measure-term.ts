/** 3.6 the term of a seizure (查封、扣押期限). */
import { addCalendarDays } from '../../../deadlines/periods.ts'
import { daysBetween, shiftDays } from '../../../deadlines/day-arithmetic.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { findFirst, says } from '../../wording.ts'
import { momentsIn, wholeNumber } from './reading/moments.ts'
import { both, compulsionLaw, dayWords, suspect } from './reading/rule-words.ts'
import { seizureOf, tellsTesting, testingSpans } from './reading/seizure.ts'
import { seizureTermOf, type SeizureTerm } from './reading/seizure-term.ts'
import { hasReceipt } from './reading/services.ts'
import { periodOf } from './reading/statutory-period.ts'

function allowedWords({ first, allowed, testing }: SeizureTerm): readonly [string, string] {
  const extended = allowed - first - testing
  const zh = [
    `${first}日`,
    ...(extended > 0 ? [`延长${extended}日`] : []),
    ...(testing > 0 ? [`检验${testing}日`] : []),
  ]
  const en = [
    `${first}`,
    ...(extended > 0 ? [`${extended} extended`] : []),
    ...(testing > 0 ? [`${testing} testing`] : []),
  ]
  return [zh.join('＋'), `${en.join(' + ')} days`]
}

export const SEIZURE_OVERDUE: PrereviewRule = {
  id: '3.6-overdue',
  questionId: '3.6',
  name: both('查封、扣押超过法定期限', 'Seizure beyond its term'),
  basis: [compulsionLaw(25, 1), compulsionLaw(27), compulsionLaw(28, 1)],
  severity: 'F',
  check(file) {
    const seizure = seizureOf(file)
    const term = seizure === null ? null : seizureTermOf(file, seizure)
    if (seizure === null || seizure.end === null || term === null || seizure.end.day <= term.due) return []
    const days = daysBetween(seizure.start.day, seizure.end.day)
    const [zh, en] = allowedWords(term)
    return [
      suspect(
        [
          `${dayWords(seizure.start.day)}起查封、扣押，期限${zh}，至${dayWords(term.until)}届满；${dayWords(seizure.end.day)}才${seizure.end.how[0]}，共${days}日，期满后没有解除决定。`,
          `Seized from ${seizure.start.day}, ${en}, up to ${term.until}; ${seizure.end.how[1]} only on ${seizure.end.day}, day ${days}, without a release after the term.`,
        ],
        [
          '期限届满后的查封、扣押没有依据，应当立即解除；对没收等后续处理的影响在审核意见中说明。',
          'After the term the seizure has no basis: release at once, and say what this means for the confiscation.',
        ],
        [seizure.end.place, seizure.extensions.at(-1)?.place, seizure.start],
        { unverified: !term.verified },
      ),
    ]
  },
}

export const NO_RELEASE: PrereviewRule = {
  id: '3.6-no-release',
  questionId: '3.6',
  name: both('查封、扣押期满没有解除或者处理', 'Nothing ends the seizure after its term'),
  basis: [compulsionLaw(27), compulsionLaw(28, 1)],
  severity: 'F',
  check(file) {
    const seizure = seizureOf(file)
    const term = seizure === null ? null : seizureTermOf(file, seizure)
    if (seizure === null || term === null || seizure.end !== null || seizure.known <= term.due) return []
    const [zh, en] = allowedWords(term)
    return [
      suspect(
        [
          `${dayWords(seizure.start.day)}起查封、扣押，期限${zh}，已于${dayWords(term.until)}届满；案卷最后日期为${dayWords(seizure.known)}，没有解除或者处理决定。`,
          `Seized from ${seizure.start.day}, ${en}, up to ${term.until}; the file runs to ${seizure.known} and has neither release nor disposal.`,
        ],
        ['立即作出解除或者处理决定，补充相应文书。', 'Decide at once on release or disposal and add the paper.'],
        [seizure.start, seizure.extensions.at(-1)?.place],
        { unverified: !term.verified },
      ),
    ]
  },
}

export const EXTENDED_AFTER_EXPIRY: PrereviewRule = {
  id: '3.6-extended-after-expiry',
  questionId: '3.6',
  name: both('期满后才延长查封、扣押期限', 'Term extended after it had expired'),
  basis: [compulsionLaw(25, 1)],
  severity: 'F',
  check(file) {
    const seizure = seizureOf(file)
    const [extension] = seizure?.extensions ?? []
    if (seizure === null || extension === undefined) return []
    const row = periodOf(file, 'seizure', seizure.start.day)
    if (row === null) return []
    const { due } = addCalendarDays(file.calendar, seizure.start.day, row.length, 'compulsion')
    if (extension.day <= due || testingSpans(file).length > 0) return []
    const until = shiftDays(seizure.start.day, row.length)
    return [
      suspect(
        [
          `查封、扣押首期至${dayWords(until)}届满，延长期限决定书的日期为${dayWords(extension.day)}，在期满之后。`,
          `The first term ended on ${until}; the decision to extend is of ${extension.day}, after it.`,
        ],
        ['期满后不能再延长，应当解除查封、扣押。', 'An expired term cannot be extended: release the property.'],
        [extension.place, seizure.start],
        { unverified: !row.verified },
      ),
    ]
  },
}

export const EXTENSION_WITHOUT_REASON: PrereviewRule = {
  id: '3.6-extension-without-reason',
  questionId: '3.6',
  name: both('延长查封、扣押没有理由、批准或者告知', 'Extension without reason, approval or notice'),
  basis: [compulsionLaw(25, 1), compulsionLaw(25, 2)],
  severity: 'F',
  check(file) {
    return file.of('measure-extension').flatMap((document) => {
      if (!document.sure) return []
      const reasoned = says(document, /情况复杂|案情复杂|因[^。；]{3,}|由于|理由|鉴于|尚需|需要/u)
      const approved =
        says(document, /批准|负责人|审批/u) ||
        file.documents.some((one) => one !== document && says(one, /(?:同意|批准)[^。；]{0,10}延长/u))
      const others = file.of('service-receipt').length
      const told = hasReceipt(file, document) || others < 3
      const lacking: (readonly [string, string])[] = [
        ...(reasoned ? [] : [['没有说明延长的理由', 'gives no reason'] as const]),
        ...(approved ? [] : [['没有经负责人批准的记载', 'shows no approval of the head'] as const]),
        ...(told ? [] : [['没有送达当事人的材料', 'was not shown to be served'] as const]),
      ]
      return lacking.length === 0
        ? []
        : [
            suspect(
              [
                `延长查封、扣押期限决定书${lacking.map(([zh]) => zh).join('，')}。`,
                `The decision to extend ${lacking.map(([, en]) => en).join(' and ')}.`,
              ],
              ['补充延长的理由、审批和送达材料。', 'Add the reason, the approval and the receipt of the extension.'],
              [titlePlace(document)],
              { about: lacking.map(([, en]) => en).join() },
            ),
          ]
    })
  },
}

const STATED_DAYS = /(?:期限|延长)[^。；]{0,16}?(\d{1,3}|[一二三四五六七八九十]{1,3})(?:个)?(工作日|日|天|个月)/u

export const STATED_TERM_TOO_LONG: PrereviewRule = {
  id: '3.6-stated-term-too-long',
  questionId: '3.6',
  name: both('文书写明的查封、扣押期限超过三十日', 'A term of more than the law allows is stated'),
  basis: [compulsionLaw(25, 1)],
  severity: 'F',
  check(file) {
    return file.of('measure-decision', 'measure-extension').flatMap((document) => {
      const stated = findFirst(document, STATED_DAYS)
      const [, number = '', unit = ''] = stated?.match ?? []
      const day = momentsIn(document)[0]?.day
      const row = day === undefined ? null : periodOf(file, 'seizure', day)
      if (stated === null || row === null || testingSpans(file).length > 0) return []
      const days = wholeNumber(number) * (unit === '个月' ? 30 : 1)
      const limit = document.kind === 'measure-extension' ? (row.extensions[0]?.length ?? row.length) : row.length
      if (!(days > limit)) return []
      return [
        suspect(
          [
            `文书写明的期限为${days}日，法定最长为${limit}日。`,
            `The paper states ${days} days; the law allows ${limit} at most.`,
          ],
          [
            '更正期限；法律、行政法规另有规定的，写明依据。',
            'Correct the term, or cite the law that allows a longer one.',
          ],
          [stated],
          { unverified: !row.verified },
        ),
      ]
    })
  },
}

export const TESTING_NOT_TOLD: PrereviewRule = {
  id: '3.6-testing-not-told',
  questionId: '3.6',
  name: both('检测、检验、鉴定期间没有书面告知', 'Time for testing not told to the party'),
  basis: [compulsionLaw(25, 3)],
  severity: 'F',
  check(file) {
    const seizure = seizureOf(file)
    const term = seizure === null ? null : seizureTermOf(file, seizure)
    if (seizure === null || term === null || tellsTesting(file)) return []
    const until = seizure.end?.day ?? seizure.known
    const tested = file
      .of('test-report', 'sampling-record')
      .find(({ day }) => day !== null && day > seizure.start.day && day <= until)
    if (tested === undefined || until <= term.due) return []
    return [
      suspect(
        [
          '查封、扣押期间作了检测、检验或者鉴定，案卷中没有写明其期间并书面告知当事人，该时间不能从期限中扣除。',
          'The property was tested while seized; no paper tells the party from when to when, so that time cannot be left out of the count.',
        ],
        [
          '补充检测、检验、鉴定期间告知书；没有告知的，不得扣除。',
          'Add the notice of the time for testing; without it nothing is left out.',
        ],
        [titlePlace(tested), seizure.start],
      ),
    ]
  },
}

export const MEASURE_TERM_RULES: readonly PrereviewRule[] = [
  SEIZURE_OVERDUE,
  NO_RELEASE,
  EXTENDED_AFTER_EXPIRY,
  EXTENSION_WITHOUT_REASON,
  STATED_TERM_TOO_LONG,
  TESTING_NOT_TOLD,
]
