/** 5.1, 5.4: whether the paper rests on a law that may found it. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeOf, titlePlace } from '../../places.ts'
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll, says } from '../../wording.ts'
import { affirmed, lastNotice, penaltyPaper } from '../facts/case-sections.ts'
import { plainLaw } from './clauses.ts'

/** Titles of circulars (规范性文件), where the law is not known: 通知, 意见, 批复… */
const CIRCULAR = /(?:通知|意见|批复|复函|函|方案|纪要|通告|公告|要点|指引|裁量(?:权)?基准|裁量规则|清单|会议精神|实施方案)(?:（[^）]*）)?$/u

function isCircular(file: CaseFile, title: string): boolean {
  const entry = file.laws.find(title)
  return entry === null ? CIRCULAR.test(plainLaw(title)) : entry.kind === 'document'
}

interface Ground {
  readonly titles: readonly string[]
  readonly place: ReturnType<typeof findAll>[number]
}

/** The titles that stand between 依据 and what is decided. */
export function groundsOf(document: CaseDocument): readonly Ground[] {
  return findAll(
    document,
    /(?:依据|依照|根据|按照)((?:[^。；]{0,60}?《[^》]{3,60}》[^。；《]{0,40}){1,5}?)(?:的规定|之规定|规定)?[，,]?(?:我局|本局|本机关|现)?(?:并)?(?:决定|拟|责令|对你|给予|作出|处以|予以)/u,
  ).map((place) => ({
    titles: [...(place.match[1] ?? '').matchAll(/《([^》]+)》/gu)].map((match) => match[1] ?? ''),
    place,
  }))
}

export const ONLY_A_CIRCULAR: PrereviewRule = {
  id: '5.1-only-a-circular',
  questionId: '5.1',
  name: said('仅以规范性文件为依据', 'Only a circular as ground'),
  basis: [
    { law: '行政处罚法', article: 16 },
    { law: '行政处罚法', article: 38, paragraph: 1 },
  ],
  severity: 'F',
  check: (file) =>
    [...new Set([penaltyPaper(file), lastNotice(file)])]
      .filter((one) => one !== null)
      .flatMap((document) => {
        const grounds = groundsOf(document)
        const titles = [
          ...grounds.flatMap((ground) => ground.titles),
          ...document.facts.citations
            .filter(({ role, article }) => role === 'basis' || (role === 'other' && article !== null))
            .map(({ law }) => law),
        ]
        const own = titles.filter((title) => !/^(?:中华人民共和国)?行政处罚法$/u.test(title))
        if (own.length === 0 || !own.every((title) => isCircular(file, title))) return []
        return [
          {
            message: said(
              `处罚仅以规范性文件《${own[0]}》为依据，没有引用法律、法规、规章的罚则。`,
              `The penalty rests only on a circular, 《${own[0]}》, and on no law, regulation or rule.`,
            ),
            suggestion: said(
              '引用设定该项处罚的法律、法规或者规章条款；没有的，不得处罚。',
              'Cite the law, regulation or rule that provides the penalty; without one there is none.',
            ),
            places:
              grounds.length > 0
                ? grounds.slice(0, 1).map(({ place }) => place)
                : document.facts.citations.slice(0, 1).map((citation) => placeOf(document, citation)),
          },
        ]
      }),
}

const PLAN = /(?:方案|通知|意见|纪要|函|通告|计划|细则|清单)$/u
const ON_DISCRETION = /裁量|基准|从轻|减轻|不予处罚|免罚/u

/** 依据某法第八十三条和《整治工作方案》第九条: what a circular says adds nothing to the power of the law, and must not. */
export const CIRCULAR_BESIDE_LAW: PrereviewRule = {
  id: '5.1-circular-beside-law',
  questionId: '5.1',
  name: said('把规范性文件并列为处罚依据', 'A circular beside the law as ground'),
  basis: [{ law: '行政处罚法', article: 16 }],
  severity: 'A',
  check(file) {
    const paper = penaltyPaper(file)
    if (paper === null) return []
    const grounds = groundsOf(paper).filter(({ titles }) => titles.length > 1)
    const isPlan = (title: string): boolean => PLAN.test(title) && !ON_DISCRETION.test(title) && isCircular(file, title)
    const found = grounds.find(({ titles }) => titles.some(isPlan) && titles.some((title) => !isCircular(file, title)))
    const title = found?.titles.find(isPlan)
    if (found === undefined || title === undefined) return []
    return [
      {
        message: said(
          `《${title}》是规范性文件，不能与法律、法规、规章并列作为处罚依据。`,
          `《${title}》 is a circular and no ground of a penalty beside the law.`,
        ),
        suggestion: said('删去该依据，只引用设定处罚的法律、法规、规章。', 'Take it out and cite the law, regulation or rule alone.'),
        places: [found.place],
        about: title,
      },
    ]
  },
}

export const LICENCE_ON_A_CIRCULAR: PrereviewRule = {
  id: '5.1-licence-on-a-circular',
  questionId: '5.1',
  name: said('许可决定仅以规范性文件为依据', 'Licence decided on a circular alone'),
  basis: [
    { law: '行政许可法', article: 16 },
    { law: '行政许可法', article: 38, paragraph: 2 },
  ],
  severity: 'F',
  check: (file) =>
    file
      .of('licence-decision', 'correction-order', 'execution-decision')
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        const found = findAll(document, /《([^》]{3,60})》/u).filter(({ match }) => !/申请|决定书|通知书|告知书|许可证|清单|笔录/u.test(match[1] ?? ''))
        const titles = found.map(({ match }) => match[1] ?? '').filter((title) => !/行政(?:许可|强制|复议|诉讼)法$/u.test(title))
        if (titles.length === 0 || !titles.every((title) => isCircular(file, title))) return []
        // A law named without its marks is still a law.
        if (/(?:依据|依照|根据)[^。；《]{0,16}(?:法|条例|规定|办法)第[一二三四五六七八九十百]+条/u.test(denseText(document))) return []
        return [
          {
            message: said(
              `决定仅以《${titles[0]}》为依据，没有引用法律、法规、规章的条款。`,
              `The decision rests only on 《${titles[0]}》 and on no law, regulation or rule.`,
            ),
            suggestion: said('引用法律、法规、规章的条款；没有的，不得作出。', 'Cite a law, regulation or rule; without one it must not be made.'),
            places: found.slice(0, 1),
          },
        ]
      }),
}

export const MEASURE_WITHOUT_LAW: PrereviewRule = {
  id: '5.1-measure-without-law',
  questionId: '5.1',
  name: said('强制措施没有法律、法规依据', 'Compulsory measure without a law or regulation'),
  basis: [
    { law: '行政强制法', article: 10 },
    { law: '行政强制法', article: 11 },
  ],
  severity: 'F',
  check: (file) =>
    file
      .of('measure-decision')
      .filter(({ sure }) => sure)
      .flatMap((document) => {
        const cited = [...new Set([...denseText(document).matchAll(/《([^》]{3,60})》/gu)].map((match) => match[1] ?? ''))].filter(
          (title) => !/清单|告知|决定书|笔录|通知书/u.test(title),
        )
        const substantive = cited.filter((title) => !/^(?:中华人民共和国)?行政强制法$/u.test(title))
        if (cited.length === 0 && !says(document, /扣押|查封/u)) return []
        const weak = substantive.filter((title) => isCircular(file, title) || file.laws.find(title)?.kind === 'rule')
        if (substantive.length > weak.length) return []
        // The procedure law alone gives nobody the power to seize.
        const [place] = findAll(document, /(?:依据|依照|根据)[^。]{0,60}/u)
        return [
          {
            message:
              weak.length > 0
                ? said(
                    `查封、扣押仅以《${weak[0]}》为依据，不是法律、法规。`,
                    `The seizure rests only on 《${weak[0]}》, neither a law nor a regulation.`,
                  )
                : said(
                    '强制措施决定没有引用授予查封、扣押权的法律、法规条款。',
                    'The decision cites no law or regulation that gives the power to seize.',
                  ),
            suggestion: said(
              '引用授权的法律、法规条款；没有授权的，解除措施。',
              'Cite the provision that gives the power; without one, release.',
            ),
            places: [place ?? titlePlace(document)],
          },
        ]
      }),
}

/** 5.4: the norm named fits another act. Only where the papers themselves say so. */
export const WRONG_NORM_ADMITTED: PrereviewRule = {
  id: '5.4-norm-disputed-in-file',
  questionId: '5.4',
  name: said('卷内材料指出定性有误', 'Papers of the file say that the act is classed wrongly'),
  basis: [{ law: '行政处罚法', article: 40 }],
  severity: 'F',
  check: (file) =>
    file
      .of('hearing-report', 'recheck-opinion', 'discussion-minutes', 'expert-opinion', 'review-opinion')
      .filter(({ sure }) => sure)
      .flatMap((document) =>
        affirmed(document, /(?:定性|适用法律|法律适用|适用依据|适用条款)(?:有误|错误|不当|不准确|不正确)/u)
          .filter(({ match }) => {
            const before = denseText(document).slice(Math.max(0, match.index - 40), match.index)
            return !/(?:当事人|代理人|申请人|申辩|辩称|主张)[^。；]{0,40}$/u.test(before)
          })
          .slice(0, 1)
          .map((place) => ({
            message: said(
              `“${place.match[0]}”：卷内意见认为定性或者法律适用有误，未见更正。`,
              'An opinion in the file finds the act classed or the law applied wrongly; no correction is seen.',
            ),
            suggestion: said(
              '对该意见作出回应；确有错误的，重新定性并重新告知。',
              'Answer it; if right, class the act anew and give notice again.',
            ),
            places: [place],
            answer: 'cannotTell' as const,
          })),
      )
      .slice(0, 1),
}

const CORRECTABLE = /(?:尚)?可(?:以)?采取改正措施[^。；]{0,12}消除|可以(?:补办|完善)(?:规划|许可|审批)?手续/u
/** 尚可采取改正措施消除影响的，限期改正 is what the statute says of every case. */
const BY_STATUTE = /(?:无法|不能|不可|属于无法)采取改正措施|的，(?:责令|限期|处)|[“"《]/u

/**
 * 城乡规划法 art. 64 knows two limbs: what can be put right is to be put right, with a fine; only what cannot is pulled down.
 */
export const DEMOLITION_THOUGH_CORRECTABLE: PrereviewRule = {
  id: '5.4-demolition-though-correctable',
  questionId: '5.4',
  name: said('认定可以改正却决定拆除', 'Found correctable and yet pulled down'),
  basis: [{ law: '城乡规划法', article: 64 }],
  severity: 'F',
  check(file) {
    const paper = penaltyPaper(file)
    if (paper === null) return []
    const [ordered] = affirmed(paper, /(?:限期|责令|自行|限你)[^。；]{0,24}拆除|予以拆除/u)
    if (ordered === undefined) return []
    const [opinion] = file.documents
      .filter(({ kind }) => !['legal-basis-extract', 'defence', 'hearing-request', 'inquiry-record', 'decision', 'prior-notice'].includes(kind))
      .flatMap((document) =>
        affirmed(document, CORRECTABLE).filter(
          ({ match }) => !BY_STATUTE.test(denseText(document).slice(Math.max(0, match.index - 16), match.index + match[0].length + 20)),
        ),
      )
    if (opinion === undefined) return []
    return [
      {
        message: said(
          `卷内认定“${opinion.match[0]}”，决定却要求拆除，适用的情形与认定相反。`,
          'A paper of the file finds that it can be put right; the decision orders it pulled down.',
        ),
        suggestion: said(
          '按规划主管部门的认定适用“限期改正并处罚款”，或者重新征求认定意见并说明理由。',
          'Follow the planning office (put right, with a fine), or ask it anew and give reasons.',
        ),
        places: [opinion, ordered],
      },
    ]
  },
}

export const GROUND_RULES: readonly PrereviewRule[] = [ONLY_A_CIRCULAR, CIRCULAR_BESIDE_LAW, LICENCE_ON_A_CIRCULAR, MEASURE_WITHOUT_LAW, WRONG_NORM_ADMITTED, DEMOLITION_THOUGH_CORRECTABLE]
