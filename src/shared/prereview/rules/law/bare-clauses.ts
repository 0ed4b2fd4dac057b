/** 5.1, 5.4: a fine on a clause that names none of its own; the clause on villages where the land lies in a town. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeOf } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { densePlace, denseText, findAll } from '../../wording.ts'
import { affirmed, lastNotice, penaltyPaper } from '../facts/case-sections.ts'
import type { CitationFact } from '../../../facts/facts.ts'
import { actingAgency } from '../authority/places.ts'
import { governingDay, lawAndArticle, lawAndArticleInEnglish, plainLaw, rangesOf } from './clauses.ts'

/** 依法给予行政处罚 and nothing else: the register says that it mentions no kind, or the library has its words. */
function namesNoPenalty(file: CaseFile, citation: CitationFact, document: CaseDocument): boolean {
  const day = governingDay(file, document)
  const rows = rangesOf(file, citation.law).filter((row) => row.article === citation.article && row.articleSub === citation.articleSub)
  if (rows.length > 0) return rows.every(({ mentions, bands, verified }) => verified && mentions.length === 0 && bands.length === 0)
  const entry = file.laws.find(citation.law)
  const version = entry === null ? null : file.laws.versionOn(entry, day)
  if (entry === null || version === null || citation.article === null || citation.articleSub !== null) return false
  const shape = file.laws.article(entry, version, citation.article)
  if (shape === null || shape === 'missing') return false
  const words = shape.paragraphs.map(({ text }) => text).join('')
  return /依法(?:给予|予以)(?:行政)?处罚|依照有关法律[^。]{0,16}(?:规定)?(?:给予)?处罚/u.test(words) && !/罚款|没收|吊销|警告|停产停业/u.test(words)
}

const FINED_ON = /^(?:（[^）]{0,40}）)?(?:的?规定)?，?[^。；《第]{0,24}(?:处以?|给予|拟处以?|罚款)(?:人民币)?[0-9,.万元]{0,12}[^。；]{0,6}/u

export const CLAUSE_NAMES_NO_PENALTY: PrereviewRule = {
  id: '5.1-clause-names-no-penalty',
  questionId: '5.1',
  name: said('所引条款没有规定罚款的种类和幅度', 'Fined on a clause that names no fine'),
  basis: [
    { law: '行政处罚法', article: 16 },
    { law: '行政处罚法', article: 38, paragraph: 1 },
  ],
  severity: 'F',
  check: (file: CaseFile) =>
    [...new Set([penaltyPaper(file), lastNotice(file)])]
      .filter((one) => one !== null)
      .flatMap((document) => {
        const text = denseText(document)
        return document.facts.citations.flatMap((citation) => {
          if (citation.article === null || !namesNoPenalty(file, citation, document)) return []
          const numeral = document.file.text.pages.find(({ number }) => number === citation.passage.page)?.text.slice(citation.passage.start, citation.passage.end).replace(/\s/gu, '') ?? ''
          const at = [...indexesOf(text, numeral)].find((index) => {
            const rest = text.slice(index + numeral.length, index + numeral.length + 60)
            const sentence = FINED_ON.exec(rest)?.[0] ?? ''
            // another ground stands beside it: 和《某办法》第八条
            return /罚款[0-9一二三四五六七八九十]|[元]的?罚款/u.test(sentence)
          })
          if (at === undefined) return []
          return [
            {
              message: said(
                `${lawAndArticle(citation)}只规定依法给予处罚，没有规定罚款及其幅度，不能单独作为罚款依据。`,
                `${lawAndArticleInEnglish(citation)} only says that a penalty is given according to law; it sets no fine.`,
              ),
              suggestion: said(
                '引用设定该项罚款的法律、法规、规章条款；没有的，不得处以罚款。',
                'Cite the provision that sets the fine; without one there is none.',
              ),
              places: [densePlace(document, at, Math.min(text.length, at + numeral.length + 16)), placeOf(document, citation)],
              about: `${plainLaw(citation.law)}${citation.article}`,
            },
          ]
        })
      }),
}

function* indexesOf(text: string, words: string): Generator<number> {
  if (words === '') return
  for (let index = text.indexOf(words); index >= 0; index = text.indexOf(words, index + 1)) yield index
}

const PLANNING = '城乡规划法'
/** 乡、村庄规划区 and the townships' power over them; 城市、镇规划区 is another clause (art. 64). */
const VILLAGE_CLAUSE = 65
const IN_TOWN = /(?:位于|属于?|在|处于)[^。；]{0,30}(?:城市|城镇|镇|城区|中心城区|县城)(?:总体)?规划区|不在乡、?村庄规划区|(?:镇|城市)规划区范围内|（(?:镇|城市)规划区内?）/u
const IN_VILLAGE = /(?:位于|属于?|在|处于)[^。；]{0,30}(?:乡|村庄|村)规划区/u

export const VILLAGE_CLAUSE_IN_TOWN: PrereviewRule = {
  id: '5.4-village-clause-in-town',
  questionId: '5.4',
  name: said('乡村规划条款与城镇规划条款用错', 'Clause on villages for a town, or the other way round'),
  basis: [
    { law: PLANNING, article: 64 },
    { law: PLANNING, article: 68 },
  ],
  severity: 'F',
  check(file: CaseFile) {
    const papers = file.of('decision', 'prior-notice', 'correction-order', 'execution-decision').filter(({ sure }) => sure)
    const places = file.documents.filter((one) => one.sure && !['legal-basis-extract', 'defence'].includes(one.kind))
    const town = places.flatMap((one) => affirmed(one, IN_TOWN))[0]
    const village = places.flatMap((one) => findAll(one, IN_VILLAGE).filter(({ match }) => !/不在?|非|未/u.test(match.input.slice(Math.max(0, match.index - 2), match.index + 2))))[0]
    return papers.flatMap((document) => {
      const cited = document.facts.citations.find(({ law, article, role }) => plainLaw(law) === PLANNING && article === VILLAGE_CLAUSE && role !== 'violated')
      if (cited === undefined) return []
      const issuer = document.facts.agencies.find(({ role }) => role === 'issuer')?.name ?? actingAgency(file)?.name ?? ''
      const byOther = issuer !== '' && !/[乡镇]人民政府|街道办事处/u.test(issuer)
      const inTown = town !== undefined && village === undefined
      if (!inTown && !byOther) return []
      return [
        {
          message: said(
            `《城乡规划法》第六十五条适用于乡、村庄规划区，由乡、镇人民政府处理；${town === undefined || village !== undefined ? `本案由${issuer}作出` : '本案建设位于城市、镇规划区'}。`,
            'The clause cited is on the planning areas of townships and villages, and for township governments; this case is another.',
          ),
          suggestion: said(
            '城市、镇规划区内的建设依照第六十四条、第六十八条处理，更正依据；乡、村庄规划区内的移送乡、镇人民政府。',
            'Cite the clauses on cities and towns, or pass a village case to the township.',
          ),
          places: [placeOf(document, cited), ...(town === undefined ? [] : [town])],
          // powers can have been passed to a joint enforcement body (相对集中处罚权): the issuer alone proves nothing
          ...(inTown ? {} : { unverified: true }),
        },
      ]
    })
  },
}

export const BARE_CLAUSE_RULES: readonly PrereviewRule[] = [CLAUSE_NAMES_NO_PENALTY, VILLAGE_CLAUSE_IN_TOWN]
