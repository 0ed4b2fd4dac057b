/** 7.4: one identity number, and another name beside it (姓名写错). */
import type { CaseDocument } from '../../case-file.ts'
import { onceADocument } from '../../once-a-document.ts'
import type { PrereviewRule } from '../../rule.ts'
import { findAll, type FoundWords } from '../../wording.ts'
import { both, opinionsOf2018, suspect } from '../procedure/reading/rule-words.ts'

interface NameBesideCode {
  readonly name: string
  readonly code: string
  readonly place: FoundWords
}

const ID = '([0-9]{17}[0-9Xx])(?![0-9])'
/** 潘某，男，1979年4月21日出生，公民身份号码：…, also 被处罚人：潘某性别：男公民身份号码：… of a form. */
const BESIDE = new RegExp(
  `([\\p{Script=Han}·]{2,12})(?:[，,、（(]?(?:性别[：:]?)?(?:男|女)(?![\\p{Script=Han}]{0,1}[，,]?店))[，,、；]?[^。；]{0,40}?(?:公民身份号码|居民身份证号码?|身份证(?:件)?号码?|身份号码)[：:]?${ID}`,
  'u',
)

const namesIn = onceADocument((document: CaseDocument): readonly NameBesideCode[] =>
  findAll(document, BESIDE).map((place) => ({ name: place.match[1] ?? '', code: (place.match[2] ?? '').toUpperCase(), place })),
)

/** What precedes the name in dense words (乌岭县林业行政处罚告知书潘某) is cut to as many characters as the right name has. */
const lastOf = (words: string, name: string): string => words.slice(-name.length)

/** One character of two to four is a slip; another person's number is question 1.9. */
const near = (one: string, other: string): boolean =>
  one.length === other.length && one[0] === other[0] && [...one].filter((character, place) => character !== other[place]).length === 1

export const NAME_BESIDE_CODE: PrereviewRule = {
  id: '7.4-name-beside-code',
  questionId: '7.4',
  name: both('同一身份号码，姓名不一致', 'Another name beside the same identity number'),
  basis: [opinionsOf2018(13)],
  severity: 'C',
  check(file) {
    const named = file.documents.flatMap(({ facts }) => facts.parties)
    const all = file.documents.filter(({ sure, kind }) => sure && kind !== 'legal-basis-extract').flatMap(namesIn)
    return [...Map.groupBy(all, ({ code }) => code)].flatMap(([code, beside]) => {
      // the name that the papers' heads have for this number, by far the most often
      const counts = Map.groupBy(named.filter((party) => party.codes.some(({ text }) => text.toUpperCase() === code)), ({ name }) => name)
      const [main] = [...counts].toSorted(([, one], [, other]) => other.length - one.length)
      if (main === undefined || main[1].length < 2) return []
      const [name] = main
      const wrong = beside.filter((one) => near(lastOf(one.name, name), name))
      const right = beside.find((one) => lastOf(one.name, name) === name)
      const [first] = wrong
      // a name that the heads have as well is found by the names themselves (7.4-party-name)
      if (first === undefined || named.some((party) => party.name === lastOf(first.name, name))) return []
      return [
        suspect(
          [
            `身份号码${code.slice(0, 6)}…在其他文书中为“${name}”，此处写为“${lastOf(first.name, name)}”。`,
            `Beside one identity number the papers have “${name}”, here “${lastOf(first.name, name)}”.`,
          ],
          ['核对身份证件，更正姓名；对外文书应当更正并重新送达。', 'Check the identity card, correct the name and serve the paper again.'],
          [...wrong.map(({ place }) => place), right?.place],
          { about: lastOf(first.name, name) },
        ),
      ]
    })
  },
}
