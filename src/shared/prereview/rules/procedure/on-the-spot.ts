/** 3.1 the procedure on the spot (简易程序): for small fines and plain facts only. */
import type { CaseFile } from '../../case-file.ts'
import { titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { affirmed } from '../facts/case-sections.ts'
import { decisionOf, isSimple } from './reading/case-steps.ts'
import { partyKindOf } from './reading/hearing-line.ts'
import { both, penaltyLaw, suspect, yuanWords } from './reading/rule-words.ts'
import { fineOf, finePlace, sanctionsOf, SANCTION_WORDS } from './reading/sanctions.ts'

const ARTICLE = 51

/** The highest fine on the spot by the catalogue, in yuan; null where it has none. */
function highestOnTheSpot(file: CaseFile, citizen: boolean): number | null {
  const row = file.catalogue.penaltyRanges.find(({ law, article }) => law === '行政处罚法' && article === ARTICLE)
  return row?.bands.find(({ who }) => (who === 'citizen') === citizen)?.high ?? null
}

export const ON_THE_SPOT_TOO_HEAVY: PrereviewRule = {
  id: '3.1-on-the-spot-too-heavy',
  questionId: '3.1',
  name: both('超出简易程序的范围当场处罚', 'Too heavy for a decision on the spot'),
  basis: [penaltyLaw(ARTICLE)],
  severity: 'F',
  check(file) {
    const decision = decisionOf(file)
    if (decision === null || !decision.sure || !isSimple(decision)) return []
    const citizen = partyKindOf(file, decision) === 'citizen'
    const [fine, highest] = [fineOf(decision), highestOnTheSpot(file, citizen)]
    const other = sanctionsOf(decision).find(({ kind }) => kind !== 'fine' && kind !== 'warning')
    if (fine !== null && highest !== null && fine > highest) {
      return [
        suspect(
          [
            `适用简易程序对${citizen ? '公民' : '单位'}罚款${yuanWords(fine)}元，当场处罚的最高数额为${yuanWords(highest)}元。`,
            `A fine of ${yuanWords(fine)} yuan on the spot; the highest for ${citizen ? 'a citizen' : 'an entity'} is ${yuanWords(highest)}.`,
          ],
          ['撤销当场处罚决定，按普通程序立案、调查、告知后再作决定。', 'Withdraw it and go through the ordinary procedure.'],
          [finePlace(decision) ?? titlePlace(decision)],
        ),
      ]
    }
    if (other === undefined) return []
    const [zh, en] = SANCTION_WORDS[other.kind]
    return [
      suspect(
        [`适用简易程序作出“${zh}”，当场只能警告或者小额罚款。`, `On the spot only a warning or a small fine is possible, not a ${en}.`],
        ['按普通程序处理。', 'Go through the ordinary procedure.'],
        [other.place],
        { about: other.kind },
      ),
    ]
  },
}

export const ON_THE_SPOT_DISPUTED: PrereviewRule = {
  id: '3.1-on-the-spot-without-ground',
  questionId: '3.1',
  name: both('事实有待查证而适用简易程序', 'On the spot though the facts had to be found out'),
  basis: [penaltyLaw(ARTICLE)],
  severity: 'F',
  check(file) {
    const decision = decisionOf(file)
    if (decision === null || !isSimple(decision) || file.of('test-report').length === 0) return []
    const [place] = file
      .of('inspection-record', 'inquiry-record')
      .flatMap((document) => affirmed(document, /对[^。；]{0,12}(?:事实|结论|结果)[^。；]{0,6}(?:(?<!没|无)有异议|不认可|不承认)/u))
    if (place === undefined) return []
    return [
      suspect(
        ['当事人对事实有异议、需要检验查证，仍当场处罚。', 'The facts were disputed and had to be tested, yet it was decided on the spot.'],
        ['按普通程序查明事实。', 'Find the facts in the ordinary procedure.'],
        [place],
      ),
    ]
  },
}

export const ON_THE_SPOT_RULES: readonly PrereviewRule[] = [ON_THE_SPOT_TOO_HEAVY, ON_THE_SPOT_DISPUTED]
