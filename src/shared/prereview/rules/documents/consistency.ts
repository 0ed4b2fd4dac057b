/** 7.4 the same in every document (文书一致). */
import type { CitationFact, PartyFact } from '../../../facts/facts.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeOf } from '../../places.ts'
import type { Place, PrereviewRule } from '../../rule.ts'
import { findAll, says } from '../../wording.ts'
import { checkSocialCreditCode } from '../../../identifiers/social-credit-code.ts'
import { momentAfter, momentsIn, type Moment } from '../procedure/reading/moments.ts'
import { decisionOf, discussionsOf, lastNoticeOf } from '../procedure/reading/case-steps.ts'
import { both, dayWords, opinionsOf2018, penaltyLaw, suspect, yuanWords } from '../procedure/reading/rule-words.ts'
import { fineOf, finePlace, sanctionsOf } from '../procedure/reading/sanctions.ts'

/** Documents that must call the party by its one name. */
const NAMING = [
  'filing-form',
  'investigation-report',
  'prior-notice',
  'decision',
  'no-penalty-decision',
  'measure-decision',
  'measure-extension',
  'correction-order',
  'hearing-notice',
  'service-receipt',
  'discussion-minutes',
  'licence-application',
  'licence-decision',
  'urging-notice',
  'execution-decision',
] as const

interface Named {
  readonly party: PartyFact
  readonly document: CaseDocument
}

function namesIn(file: CaseFile): readonly Named[] {
  return file
    .of(...NAMING)
    .filter(({ sure }) => sure)
    .flatMap((document) => document.facts.parties.map((party) => ({ party, document })))
}

const plainName = (name: string): string => name.replace(/\s/gu, '').replace(/（/gu, '(').replace(/）/gu, ')')

/** Whether two names are one name with a slip: as long or one character apart, and one or two characters differ. */
export function isSlip(one: string, other: string): boolean {
  if (one === other || Math.abs(one.length - other.length) > 1 || one.length < 2) return false
  if (/[某×*]/u.test(one + other) || one.includes(other) || other.includes(one)) return false
  const allowed = one.length >= 8 ? 2 : 1
  return differences([...one], [...other]) <= allowed && (one.length >= 4 || one[0] === other[0])
}

/** Edit distance, for short names. */
function differences(one: readonly string[], other: readonly string[]): number {
  let previous = Array.from({ length: other.length + 1 }, (_, place) => place)
  for (const [row, character] of one.entries()) {
    const current = [row + 1]
    for (const [column, against] of other.entries()) {
      current.push(
        Math.min(
          (previous[column + 1] ?? 0) + 1,
          (current[column] ?? 0) + 1,
          (previous[column] ?? 0) + (character === against ? 0 : 1),
        ),
      )
    }
    previous = current
  }
  return previous.at(-1) ?? 0
}

export const PARTY_NAME_DIFFERS: PrereviewRule = {
  id: '7.4-party-name',
  questionId: '7.4',
  name: both('当事人名称在文书之间不一致', 'The party’s name differs between documents'),
  basis: [opinionsOf2018(13)],
  severity: 'C',
  check(file) {
    const named = namesIn(file)
    const uses = new Map<string, Named[]>()
    for (const one of named) {
      const name = plainName(one.party.name)
      uses.set(name, [...(uses.get(name) ?? []), one])
    }
    const ranked = [...uses.entries()].sort(([, one], [, other]) => other.length - one.length)
    const [main] = ranked
    if (main === undefined) return []
    return ranked.slice(1).flatMap(([name, found]) => {
      const right = main[1][0]
      const sameCode = found.every(({ party }) => party.codes.some(({ text, whole }) => whole && main[1].some((one) => one.party.codes.some((code) => code.text === text))))
      const isSame = isSlip(name, main[0]) || (sameCode && !name.includes(main[0]) && !main[0].includes(name))
      if (!isSame || found.length >= main[1].length || right === undefined) return []
      // Two parties of one case can have names that are near to each other: father and son, two branches.
      const inBoth = found.every(({ document }) =>
        document.facts.parties.some((party) => plainName(party.name) === main[0]),
      )
      if (inBoth) return []
      return [
        suspect(
          [
            `当事人名称多数文书为“${main[0]}”，此处为“${name}”。`,
            `Most documents call the party “${main[0]}”, here it is “${name}”.`,
          ],
          ['核对身份证件，更正名称。', 'Check the identity papers and correct the name.'],
          [...found.map(({ document, party }) => placeOf(document, party)), placeOf(right.document, right.party)],
          { about: name },
        ),
      ]
    })
  },
}

export const PARTY_CODE_DIFFERS: PrereviewRule = {
  id: '7.4-party-code',
  questionId: '7.4',
  name: both('当事人身份代码在文书之间不一致', 'The party’s code differs between documents'),
  basis: [opinionsOf2018(13)],
  severity: 'C',
  check(file) {
    const byName = new Map<string, { readonly text: string; readonly place: Place }[]>()
    for (const { party, document } of namesIn(file)) {
      for (const code of party.codes) {
        // A wrong check digit is a finding of its own (1.9).
        if (code.kind !== 'uscc' || !code.whole || !checkSocialCreditCode(code.text).ok) continue
        const name = plainName(party.name)
        byName.set(name, [...(byName.get(name) ?? []), { text: code.text, place: placeOf(document, code) }])
      }
    }
    return [...byName].flatMap(([name, codes]) => {
      const [first] = codes
      const other = codes.find(({ text }) => text !== first?.text)
      if (first === undefined || other === undefined) return []
      return [
        suspect(
          [
            `“${name}”的统一社会信用代码在文书之间不一致：${first.text}、${other.text}。`,
            `The code of “${name}” differs between documents: ${first.text} and ${other.text}.`,
          ],
          ['核对营业执照，更正代码。', 'Check the business licence and correct the code.'],
          [other.place, first.place],
          { about: name },
        ),
      ]
    })
  },
}

export const FINE_LOWER_UNEXPLAINED: PrereviewRule = {
  id: '7.4-fine-notice-decision',
  questionId: '7.4',
  name: both('决定与告知的罚款数额不一致且未说明', 'Fine of notice and decision differ without a word'),
  basis: [opinionsOf2018(13), penaltyLaw(44)],
  severity: 'C',
  check(file) {
    const decision = decisionOf(file)
    const notice = lastNoticeOf(file)?.document
    if (decision === null || notice === undefined || file.of('decision').length > 1) return []
    const [told, ordered] = [fineOf(notice), fineOf(decision)]
    if (told === null || ordered === null || ordered >= told) return []
    const explained = [
      decision,
      ...file.of('recheck-opinion', 'discussion-minutes', 'hearing-report', 'review-opinion', 'explanation'),
    ].some((one) =>
      says(
        one,
        // what the party asked for, or what was found absent, explains nothing
        /(?<!(?:请求|要求|希望|没有|不具有|不属于|不存在|不予|不|未|无)[^。；]{0,14})(?:予以采纳|部分采纳|采纳(?!情况)[^。；]{0,20}意见|调整|从轻|减轻|降低|变更|更正|核减|减少)/u,
      ),
    )
    if (explained) return []
    return [
      suspect(
        [
          `告知书拟罚款${yuanWords(told)}元，决定为${yuanWords(ordered)}元，没有文书说明变动的理由。`,
          `The notice proposed ${yuanWords(told)} yuan, the decision has ${yuanWords(ordered)}; no paper says why.`,
        ],
        ['写明数额变动的事实和理由，或者更正数额。', 'State why the amount changed, or correct it.'],
        [finePlace(decision), finePlace(notice)],
      ),
    ]
  },
}

export const DISCUSSION_DIFFERS: PrereviewRule = {
  id: '7.4-fine-discussion-decision',
  questionId: '7.4',
  name: both('决定与集体讨论的罚款数额不一致', 'Fine of discussion and decision differ'),
  basis: [penaltyLaw(57, 2)],
  severity: 'C',
  check(file) {
    const decision = decisionOf(file)
    const discussed = discussionsOf(file).at(-1)?.document
    const ordered = decision === null ? null : fineOf(decision)
    if (decision === null || discussed === undefined || ordered === null || file.of('decision').length > 1) return []
    const fines = [
      ...sanctionsOf(discussed).flatMap(({ kind, yuan, place }) =>
        kind === 'fine' && yuan !== null ? [{ yuan, place }] : [],
      ),
      ...discussed.facts.amounts.flatMap((fact) =>
        fact.meaning === 'fine' ? [{ yuan: Number(fact.yuan), place: placeOf(discussed, fact) }] : [],
      ),
    ]
    const named = new Set([
      ...fines.map(({ yuan }) => yuan),
      ...discussed.facts.amounts.map(({ yuan }) => Number(yuan)),
    ])
    const parts = sanctionsOf(decision).flatMap(({ kind, yuan }) => (kind === 'fine' && yuan !== null ? [yuan] : []))
    if (fines.length === 0 || named.has(ordered) || parts.every((one) => named.has(one))) return []
    const amounts = [...new Set(fines.map(({ yuan }) => yuanWords(yuan)))]
    return [
      suspect(
        [
          `集体讨论的罚款为${amounts.join('、')}元，决定为${yuanWords(ordered)}元。`,
          `The fine that was discussed is ${amounts.join('; ')} yuan, that of the decision ${yuanWords(ordered)}.`,
        ],
        ['按集体讨论的结论更正决定，或者重新讨论。', 'Correct the decision by what was settled, or discuss again.'],
        [finePlace(decision), fines.at(-1)?.place],
      ),
    ]
  },
}

const articleOf = ({ law, article, articleSub }: CitationFact): string =>
  `${law.replace(/^中华人民共和国/u, '')}#${article ?? 0}.${articleSub ?? 0}`

export const BASIS_DIFFERS: PrereviewRule = {
  id: '7.4-basis-notice-decision',
  questionId: '7.4',
  name: both('决定与告知的法律依据不一致', 'Legal basis of notice and decision differ'),
  basis: [opinionsOf2018(13), penaltyLaw(44)],
  severity: 'C',
  check(file) {
    const decision = decisionOf(file)
    const notice = lastNoticeOf(file)?.document
    if (decision === null || notice === undefined || file.of('decision').length > 1) return []
    return (['violated', 'basis'] as const).flatMap((role) => {
      const of = (document: CaseDocument): readonly CitationFact[] =>
        document.facts.citations.filter(
          (one) => one.role === role && one.article !== null && !/行政处罚法/u.test(one.law),
        )
      const [told, ordered] = [of(notice), of(decision)]
      const [first, other] = [told[0], ordered[0]]
      if (first === undefined || other === undefined) return []
      const known = new Set(told.map(articleOf))
      if (ordered.some((one) => known.has(articleOf(one)))) return []
      const [zh, en] = role === 'violated' ? ['违反的条款', 'provision broken'] : ['处罚依据', 'basis of the penalty']
      const words = (one: CitationFact): string => `《${one.law}》第${one.article}条`
      return [
        suspect(
          [
            `告知书的${zh}为${words(first)}，决定书为${words(other)}，没有相同的条款。`,
            `The ${en} in the notice is ${words(first)}, in the decision ${words(other)}: none in common.`,
          ],
          ['核对法律依据；确需变更依据的，重新告知。', 'Check the basis; if it must change, notify anew.'],
          [placeOf(decision, other), placeOf(notice, first)],
          { about: role },
        ),
      ]
    })
  },
}

/** When the act was: the day behind 经查. */
function actOf(document: CaseDocument): Moment | null {
  return momentAfter(document, /经查[明实]?|查明|经(?:依法)?调查/u, 20)
}

/** 2026年2月10日至3月5日, as each paper tells the span of the act; null where a paper tells none or several. */
function spanOf(document: CaseDocument): (Place & { readonly from: string; readonly until: string }) | null {
  const found = findAll(document, /([12][0-9]{3}年[0-9]{1,2}月[0-9]{1,2}日)(?:起)?至([12][0-9]{3}年)?([0-9]{1,2}月[0-9]{1,2}日)(?!内|前)/u)
  const [first] = found
  const spans = new Set(found.map(({ match }) => `${match[1]}${match[3]}`))
  return first === undefined || spans.size !== 1
    ? null
    : { document, passage: first.passage, from: first.match[1] ?? '', until: `${first.match[2] ?? (first.match[1] ?? '').slice(0, 5)}${first.match[3] ?? ''}` }
}

/** From one day, but to another. */
function endsDiffer(notice: CaseDocument, decision: CaseDocument): ReturnType<typeof suspect> | null {
  const [told, found] = [spanOf(notice), spanOf(decision)]
  if (told === null || found === null || told.from !== found.from || told.until === found.until) return null
  return suspect(
    [
      `违法行为的终了时间，告知书为${told.until}，决定书为${found.until}。`,
      `The act ends on ${told.until} in the notice and on ${found.until} in the decision.`,
    ],
    ['核对证据，更正时间；事实有变化的，重新告知。', 'Check the evidence and correct the day; if the facts changed, notify anew.'],
    [found, told],
  )
}

export const ACT_DAY_DIFFERS: PrereviewRule = {
  id: '7.4-act-day',
  questionId: '7.4',
  name: both('决定与告知的违法时间不一致', 'Days of the act differ between notice and decision'),
  basis: [opinionsOf2018(13), penaltyLaw(44)],
  severity: 'C',
  check(file) {
    const decision = decisionOf(file)
    const notice = lastNoticeOf(file)?.document
    if (decision === null || notice === undefined) return []
    const [first, other] = [actOf(notice), actOf(decision)]
    if (first === null || other === null) return []
    const ends = endsDiffer(notice, decision)
    if (ends !== null) return [ends]
    const names = (document: CaseDocument, day: string): boolean =>
      momentsIn(document).some((moment) => moment.day === day)
    if (names(decision, first.day) || names(notice, other.day)) return []
    return [
      suspect(
        [
          `违法行为的时间，告知书为${dayWords(first.day)}，决定书为${dayWords(other.day)}。`,
          `The act is of ${first.day} in the notice and of ${other.day} in the decision.`,
        ],
        [
          '核对证据，更正时间；事实有变化的，重新告知。',
          'Check the evidence and correct the day; if the facts changed, notify anew.',
        ],
        [other, first],
      ),
    ]
  },
}

export const CONSISTENCY_RULES: readonly PrereviewRule[] = [
  PARTY_NAME_DIFFERS,
  PARTY_CODE_DIFFERS,
  FINE_LOWER_UNEXPLAINED,
  DISCUSSION_DIFFERS,
  BASIS_DIFFERS,
  ACT_DAY_DIFFERS,
]
