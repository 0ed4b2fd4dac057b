/** 5.5: what the party has to put back (补种树木), within the multiples of the clause. */
import type { PenaltyRange } from '../../../catalogue/penalty-ranges.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll, findFirst, type FoundWords } from '../../wording.ts'
import { lastNotice, penaltyPaper } from '../facts/case-sections.ts'
import { plainLaw } from './clauses.ts'
import { NUMBER, numberOf } from './numerals.ts'

type Restoration = NonNullable<PenaltyRange['restoration']>

interface RestoringClause {
  readonly row: PenaltyRange
  readonly restoration: Restoration
}

/** The clause of a law that the paper names, by the word for the act. */
function clauseOf(file: CaseFile, paper: CaseDocument): RestoringClause | null {
  const text = denseText(paper)
  const laws = new Set(paper.facts.citations.map(({ law }) => plainLaw(law)))
  const day = paper.day ?? file.today
  for (const row of file.catalogue.penaltyRanges) {
    const { restoration } = row
    if (restoration === undefined || !laws.has(row.law) || !text.includes(restoration.act)) continue
    if (row.validFrom <= day && (row.validTo === null || day <= row.validTo)) return { row, restoration }
  }
  return null
}

const REPLANTED = new RegExp(`补(?:种|植|栽)[^。；0-9]{0,16}(${NUMBER})(?:株|棵)(?:[（(][^）)]{0,16}?(${NUMBER})倍[^）)]{0,4}[）)])?`, 'u')
const BY_MULTIPLE = new RegExp(`补(?:种|植|栽)[^。；]{0,20}(?:株数|数量)?(?:的)?(${NUMBER})倍(?!以)`, 'u')
/** 超出许可采伐78株: what counts is what was felled beyond the licence, else all that was felled. */
const BEYOND = new RegExp(`(?:超出|超过|多)[^。；，0-9]{0,14}?(${NUMBER})(?:株|棵)`, 'u')

interface Planted {
  readonly times: number
  readonly place: FoundWords
}

function plantedIn(paper: CaseDocument, act: string): Planted | null {
  const planted = findFirst(paper, REPLANTED)
  const multiple = findFirst(paper, BY_MULTIPLE)
  const place = planted ?? multiple
  if (place === null) return null
  const told = numberOf(planted?.match[2] ?? multiple?.match[1] ?? '')
  if (told !== null && told > 0) return { times: told, place }
  const felled = findFirst(paper, BEYOND) ?? findAll(paper, new RegExp(`${act}[^。；，0-9]{0,16}(${NUMBER})(?:株|棵)`, 'u'))[0]
  const [count, base] = [numberOf(planted?.match[1] ?? ''), numberOf(felled?.match[1] ?? '')]
  return count === null || base === null || base === 0 ? null : { times: count / base, place }
}

export const REPLANTING_OUTSIDE_RANGE: PrereviewRule = {
  id: '5.5-replanting-outside-range',
  questionId: '5.5',
  name: said('责令补种的倍数超出法定幅度', 'Replanting ordered outside the range'),
  basis: [{ law: '行政处罚法', article: 5, paragraph: 2 }],
  severity: 'F',
  check(file) {
    const papers = new Set([penaltyPaper(file), lastNotice(file)].filter((one) => one !== null))
    const found = [...papers].flatMap((paper) => {
      const clause = clauseOf(file, paper)
      const planted = clause === null ? null : plantedIn(paper, clause.restoration.act)
      if (clause === null || planted === null) return []
      const { low, high } = clause.restoration
      return planted.times < low - 0.01 || planted.times > high + 0.01 ? [{ clause, ...planted }] : []
    })
    const [one] = found
    if (one === undefined) return []
    const { row, restoration } = one.clause
    const times = Math.round(one.times * 100) / 100
    return [
      {
        message: said(
          `责令补种为${restoration.act}株数的${times}倍，《${row.law}》第${row.article}条${row.paragraph === null ? '' : `第${row.paragraph}款`}规定为${restoration.low}倍以上${restoration.high}倍以下；下位规定与上位法不一致的，适用上位法。`,
          `${times} times is ordered to be replanted; art. ${row.article} of 《${row.law}》 has ${restoration.low} to ${restoration.high} times, which goes before a lower rule.`,
        ),
        suggestion: said('按上位法的幅度重新确定补种数量，并重新告知。', 'Fix the number inside the range of the higher law and notify anew.'),
        places: found.map(({ place }) => place),
        about: restoration.act,
        unverified: !row.verified,
      },
    ]
  },
}

export const RESTORATION_RULES: readonly PrereviewRule[] = [REPLANTING_OUTSIDE_RANGE]
