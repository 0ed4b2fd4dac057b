/** 7.8 numbers, days and order of the documents (文号、日期、先后顺序). */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeOf, titlePlace } from '../../places.ts'
import type { Place, PrereviewRule } from '../../rule.ts'
import { denseText, findAll, findFirst, says } from '../../wording.ts'
import { discussionsOf, filingOf, isDraft, madeDecisionOf, stepOf, stepsOf } from '../procedure/reading/case-steps.ts'
import { dayOf, dayPlace } from '../procedure/reading/moments.ts'
import { both, dayWords, NO_PROVISION, penaltyLaw, suspect } from '../procedure/reading/rule-words.ts'
import { ownNumber, plainNumber, receiptsOf, serviceOf } from '../procedure/reading/services.ts'

export const DECIDED_BEFORE_DISCUSSION: PrereviewRule = {
  id: '7.8-decided-before-discussion',
  questionId: '7.8',
  name: both('决定日期早于集体讨论', 'Decision dated before the discussion'),
  basis: [penaltyLaw(57, 2)],
  severity: 'C',
  check(file) {
    const decided = madeDecisionOf(file)
    const discussed = discussionsOf(file)
    const [first] = discussed
    if (decided === null || first === undefined || discussed.some(({ day }) => day <= decided.day)) return []
    return [
      suspect(
        [
          `行政处罚决定书的日期为${dayWords(decided.day)}，集体讨论在${dayWords(first.day)}，决定在讨论之前。`,
          `The decision is dated ${decided.day}, the discussion was on ${first.day}: decided before it.`,
        ],
        [
          '核对日期；确系先决定后讨论的，撤回决定，讨论后重新作出。',
          'Check the days; if the decision came first, withdraw it and decide after the discussion.',
        ],
        [decided.place, first.place],
      ),
    ]
  },
}

/** Documents that are numbered by the year in which they are made. */
const NUMBERED = [
  'prior-notice',
  'decision',
  'no-penalty-decision',
  'measure-decision',
  'measure-extension',
  'correction-order',
  'hearing-notice',
  'filing-form',
] as const

function numberPlace(document: CaseDocument): Place {
  const fact = document.facts.numbers.find(({ role }) => role === 'own')
  return fact === undefined ? titlePlace(document) : placeOf(document, fact)
}

const partsOf = (number: string): { readonly year: number; readonly serial: string } | null => {
  const found = /〔(\d{4})〕(\d+)号/u.exec(number)
  return found === null ? null : { year: Number(found[1]), serial: found[2] ?? '' }
}

export const NUMBER_YEAR: PrereviewRule = {
  id: '7.8-number-year',
  questionId: '7.8',
  name: both('文号年份与文书日期不符', 'Year of the number and of the document differ'),
  basis: [],
  noBasisBecause: NO_PROVISION,
  severity: 'C',
  check(file) {
    const filing = file.of('filing-form').flatMap((one) => partsOf(ownNumber(one) ?? '') ?? [])[0]
    return file.of(...NUMBERED).flatMap((document) => {
      const number = ownNumber(document)
      const parts = number === null ? null : partsOf(number)
      const day = dayOf(document)
      if (number === null || parts === null || day === null || !document.sure) return []
      const year = Number(day.slice(0, 4))
      // Some agencies number every document of a case as the filing is numbered.
      if (parts.year === year || (filing !== undefined && filing.year === parts.year && filing.serial === parts.serial))
        return []
      return [
        suspect(
          [
            `文号为${number}，文书日期为${dayWords(day)}，年份不符。`,
            `The number is ${number}, the document is dated ${day}: the years differ.`,
          ],
          ['核对文号和日期，更正有误的一处。', 'Check number and date and correct the wrong one.'],
          [numberPlace(document), dayPlace(document)],
          { about: number },
        ),
      ]
    })
  },
}

export const NUMBER_TWICE: PrereviewRule = {
  id: '7.8-number-twice',
  questionId: '7.8',
  name: both('不同文书使用同一文号', 'One number on two documents'),
  basis: [],
  noBasisBecause: NO_PROVISION,
  severity: 'C',
  check(file) {
    const byNumber = new Map<string, CaseDocument[]>()
    for (const document of file.of(...NUMBERED)) {
      const number = ownNumber(document)
      if (number !== null && document.sure) byNumber.set(number, [...(byNumber.get(number) ?? []), document])
    }
    return [...byNumber].flatMap(([number, documents]) => {
      const [first, other] = documents
      if (first === undefined || other === undefined) return []
      // The same document twice in the file (a copy, a draft beside the clean one) is no defect.
      const copies = documents.every((one) => one.kind === first.kind && (dayOf(one) === dayOf(first) || isDraft(one)))
      // Kinds that share a number: a form and the paper that it approves.
      const form = documents.some(({ kind }) => kind === 'filing-form')
      if (copies || form) return []
      return [
        suspect(
          [
            `文号${number}同时用于${documents.map((one) => `${one.facts.title?.text ?? one.file.name}${dayOf(one) === null ? '' : `（${dayWords(dayOf(one) ?? file.today)}）`}`).join('、')}。`,
            `The number ${number} stands on ${documents.length} different documents.`,
          ],
          ['核对发文登记，更正重复的文号。', 'Check the register and correct the number that was used twice.'],
          documents.map(numberPlace),
          { about: number },
        ),
      ]
    })
  },
}

const CITED = /((?:\p{Script=Han}){1,10}[〔[［（(]\d{4}[〕\]］)）]第?\d+号)/gu

export const RECEIPT_NUMBER: PrereviewRule = {
  id: '7.8-receipt-number',
  questionId: '7.8',
  name: both('送达回证的文号与文书不符', 'The receipt has another number than the document'),
  basis: [],
  noBasisBecause: NO_PROVISION,
  severity: 'C',
  check(file) {
    return file
      .of('service-receipt')
      .filter(({ sure }) => sure)
      .flatMap((receipt) => {
        const cited = findAll(receipt, CITED)[0]
        if (cited === undefined) return []
        const number = plainNumber(cited.match[1] ?? '')
        const parts = partsOf(number)
        const numbers = file.documents.flatMap((one) => (one === receipt ? [] : [{ one, own: ownNumber(one) }]))
        if (parts === null || numbers.some(({ own }) => own !== null && (number.endsWith(own) || own.endsWith(number))))
          return []
        // A document of the same series (罚, 罚告) in the file that bears another number.
        const near = numbers.find(
          ({ one, own }) =>
            own !== null &&
            one.kind !== 'service-receipt' &&
            seriesOf(number).endsWith(seriesOf(own)) &&
            file.of(one.kind).length === 1,
        )
        if (
          near === undefined ||
          near.own === null ||
          near.one.facts.numbers.some(({ text }) => plainNumber(text) === number)
        )
          return []
        return [
          suspect(
            [
              `送达回证写的文号为${number}，案卷中的该文书为${near.own}。`,
              `The receipt names ${number}; the document in the file bears ${near.own}.`,
            ],
            ['核对送达的文书，更正回证的文号。', 'Check what was served and correct the number on the receipt.'],
            [cited, numberPlace(near.one)],
            { about: number },
          ),
        ]
      })
  },
}

/** What stands before the year: 安应急罚. */
function seriesOf(number: string): string {
  return number.replace(/〔.*$/u, '')
}

export const SERVED_BEFORE_MADE: PrereviewRule = {
  id: '7.8-served-before-made',
  questionId: '7.8',
  name: both('送达日期早于文书日期', 'Served before it was made'),
  basis: [],
  noBasisBecause: NO_PROVISION,
  severity: 'C',
  check(file) {
    return file
      .of('prior-notice', 'decision', 'measure-extension', 'hearing-notice', 'correction-order')
      .flatMap((document) => {
        const step = stepOf(document)
        const service = receiptsOf(file, document).length > 0 ? serviceOf(file, document) : null
        if (step === null || service === null || service.day >= step.day) return []
        return [
          suspect(
            [
              `文书日期为${dayWords(step.day)}，送达日期为${dayWords(service.day)}，送达在前。`,
              `The document is dated ${step.day} and was served on ${service.day}: before it was made.`,
            ],
            ['核对两处日期，更正有误的一处。', 'Check both days and correct the wrong one.'],
            [service.place, step.place],
            { about: document.kind },
          ),
        ]
      })
  },
}

interface Pair {
  readonly id: string
  readonly zh: readonly [string, string]
  readonly en: readonly [string, string]
  readonly days: (
    file: CaseFile,
  ) => readonly [ReturnType<typeof stepOf> | undefined, ReturnType<typeof stepOf> | undefined]
}

/** Steps of which the first cannot come after the second. */
const ORDER: readonly Pair[] = [
  {
    id: 'sampling',
    zh: ['抽样', '检验报告'],
    en: ['the sampling', 'the test report'],
    days: (file) => [stepsOf(file.of('sampling-record'))[0], stepsOf(file.of('test-report').filter((one) => says(one, /报告/u))).at(-1)],
  },
  {
    id: 'report',
    zh: ['案件调查终结报告', '行政处罚决定书'],
    en: ['the investigation report', 'the decision'],
    days: (file) => [stepsOf(file.of('investigation-report'))[0], madeDecisionOf(file)],
  },
  {
    id: 'filing',
    zh: ['立案审批', '行政处罚决定书'],
    en: ['the filing', 'the decision'],
    days: (file) => [
      filingOf(file)?.document.kind === 'filing-form' ? filingOf(file) : undefined,
      madeDecisionOf(file),
    ],
  },
  {
    id: 'hearing-notice',
    zh: ['听证通知书', '听证笔录'],
    en: ['the notice of the hearing', 'the hearing record'],
    days: (file) => [stepsOf(file.of('hearing-notice'))[0], stepsOf(file.of('hearing-record')).at(-1)],
  },
]

export const OUT_OF_ORDER: PrereviewRule = {
  id: '7.8-out-of-order',
  questionId: '7.8',
  name: both('文书日期先后颠倒', 'Days of documents in the wrong order'),
  basis: [],
  noBasisBecause: NO_PROVISION,
  severity: 'C',
  check(file) {
    return ORDER.flatMap(({ id, zh, en, days }) => {
      const [first, second] = days(file)
      if (!first || !second || first.day <= second.day) return []
      return [
        suspect(
          [
            `${zh[0]}的日期为${dayWords(first.day)}，${zh[1]}的日期为${dayWords(second.day)}，先后颠倒。`,
            `The day of ${en[0]} is ${first.day}, that of ${en[1]} ${second.day}: the wrong way round.`,
          ],
          ['核对日期，更正有误的一处并作出说明。', 'Check the days, correct the wrong one, and explain.'],
          [first.place, second.place],
          { about: id },
        ),
      ]
    })
  },
}

export const UNDATED: PrereviewRule = {
  id: '7.8-undated',
  questionId: '7.8',
  name: both('对外文书没有日期', 'Document for the party without a date'),
  basis: [penaltyLaw(59, 1, 6)],
  severity: 'C',
  check(file) {
    return file.of('prior-notice', 'measure-decision', 'measure-extension', 'correction-order', 'hearing-notice').flatMap((document) => {
      // Served, so that it is no draft whose day is still to come.
      const served = receiptsOf(file, document).length > 0
      const blank = findFirst(document, /(?:\d{4})?年[_＿]*月[_＿]*日/u)
      if (!document.sure || !served || blank === null || dayOf(document) !== null || denseText(document).length < 80)
        return []
      return [
        suspect(
          ['文书已经送达，落款日期空白。', 'The document was served and bears no day.'],
          ['核对原件，补充作出日期。', 'Check the original and add the day.'],
          [blank],
        ),
      ]
    })
  },
}

export const ORDER_RULES: readonly PrereviewRule[] = [
  DECIDED_BEFORE_DISCUSSION,
  NUMBER_YEAR,
  NUMBER_TWICE,
  RECEIPT_NUMBER,
  SERVED_BEFORE_MADE,
  OUT_OF_ORDER,
  UNDATED,
]
