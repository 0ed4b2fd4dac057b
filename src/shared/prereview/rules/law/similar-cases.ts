/** 5.12: like cases of the same agency, as far as the papers tell of them. */
import type { PrereviewRule } from '../../rule.ts'
import { said } from '../../said.ts'
import { denseText, findAll, says } from '../../wording.ts'
import { yuanInEnglish, yuanText } from '../facts/case-amounts.ts'
import { affirmed, penaltyPaper } from '../facts/case-sections.ts'
import { theFine } from './clauses.ts'
import { numberOf } from './numerals.ts'

/** How far from like cases is worth a look. */
const GAP = 5
/** What the report itself sets beside its proposal without a word of why it goes beyond all of them. */
const GAP_TOLD = 2
const WHY = /(?:情节|后果|危害|主观|次数)[^。；]{0,20}(?:更|较|不同|差异)|不具有可比性|(?:重|轻)于(?:上述|前述|同类)/u

export const FAR_FROM_SIMILAR: PrereviewRule = {
  id: '5.12-far-from-similar-cases',
  questionId: '5.12',
  name: said('与卷内同类案件相差悬殊', 'Far from the similar cases in the file'),
  basis: [
    { law: '行政处罚法', article: 5, paragraph: 2 },
    { law: '国务院办公厅关于进一步规范行政裁量权基准制定和管理工作的意见', item: 6 },
  ],
  severity: 'C',
  check(file) {
    const paper = penaltyPaper(file)
    const fine = paper === null ? null : theFine(paper)
    if (paper === null || fine === null) return []
    const listed = file
      .of('earlier-penalty', 'discretion-sheet', 'investigation-report', 'explanation', 'other')
      .filter((document) => document.sure && says(document, /同类案件|类似案件|类案|相似案件/u))
    const found = listed.flatMap((document) => {
      const start = denseText(document).search(/同类案件|类似案件|类案|相似案件/u)
      return findAll(document, /罚[字]?〔20[0-9]{2}〕[0-9]+号[^〔]{0,80}?罚款(?:（元）)?(?:人民币)?([0-9][0-9,.]*)(万)?元/u).filter(
        ({ match }) => match.index >= start,
      )
    })
    // 同类案件3件，罚款分别为1万元、1万元、1.2万元
    const told = listed.flatMap((document) => findAll(document, /(?:同类案件|类似案件|类案|相似案件)[^。；]{0,30}?罚款(?:数额|金额)?(?:分别)?(?:为|是|：)([^。；]{4,60}?元)(?=[。；，])/u))
    // 同类案件：甲公司罚款12万元；乙厂罚款11万元；…
    const eachTold = listed.flatMap((document) =>
      findAll(document, /(?:同类案件|类似案件|类案|相似案件)(?:[:：]|[^。]{0,12}[:：])([^。]{10,240}。)/u).flatMap(({ match, ...place }) => {
        const sums = [...(match[1] ?? '').matchAll(/罚款(?:人民币)?([0-9][0-9,.]*)(万)?元/gu)]
        return sums.length < 3 ? [] : [{ ...place, sums: sums.map((one) => numberOf(`${one[1] ?? ''}${one[2] ?? ''}`)) }]
      }),
    )
    const amounts = eachTold.flatMap(({ sums }) => sums).concat(told.flatMap(({ match }) => [...(match[1] ?? '').matchAll(/([0-9][0-9,.]*)(万)?元/gu)].map((one) => numberOf(`${one[1] ?? ''}${one[2] ?? ''}`))))
    const fines = found
      .map(({ match }) => numberOf(`${match[1] ?? ''}${match[2] ?? ''}`))
      .concat(amounts)
      .filter((one) => one !== null && one > 0)
      .toSorted((one, other) => (one ?? 0) - (other ?? 0)) as number[]
    const median = fines[Math.floor(fines.length / 2)]
    const gap = eachTold.length > 0 && !listed.some((document) => says(document, WHY)) ? GAP_TOLD : GAP
    if (median === undefined || fines.length < 3 || (fine.yuan <= median * gap && fine.yuan * gap >= median)) return []
    return [
      {
        message: said(
          `卷内${fines.length}件同类案件罚款的中位数为${yuanText(median)}，本案${yuanText(fine.yuan)}，相差超过${gap}倍，未见说明。`,
          `The ${fines.length} similar cases in the file have a median fine of ${yuanInEnglish(median)}; this one is ${yuanInEnglish(fine.yuan)}.`,
        ),
        suggestion: said('比较案件情节，说明差异的理由，或者调整数额。', 'Compare the circumstances, explain the difference or adjust.'),
        places: [fine.place, ...found.slice(0, 1), ...told.slice(0, 1), ...eachTold.slice(0, 1).map(({ document, passage }) => ({ document, passage }))],
      },
    ]
  },
}

const UNLIKE = /(?:同类案件|类似案件|类案)[^。]{0,60}(?:仅|均|只)[^。]{0,10}(?:罚款)?[^。]{0,10}元/u

export const SIMILAR_CASES_ADMITTED: PrereviewRule = {
  id: '5.12-similar-cases-unexplained',
  questionId: '5.12',
  name: said('材料提到同类案件处罚明显不同', 'The papers mention like cases punished otherwise'),
  basis: [{ law: '行政处罚法', article: 5, paragraph: 2 }],
  severity: 'C',
  check: (file) =>
    file
      .of('defence', 'hearing-record', 'discussion-minutes', 'investigation-report', 'recheck-opinion')
      .filter(({ sure }) => sure)
      .flatMap((document) => affirmed(document, UNLIKE).slice(0, 1))
      .slice(0, 1)
      .flatMap((place) => {
        if (
          file
            .of('recheck-opinion', 'decision', 'hearing-report')
            .some((document) => says(document, /(?:同类案件|类似案件|类案)[^。]{0,80}(?:不同|情节|理由|不具有可比性|不一致|差异|区别)/u))
        )
          return []
        return [
          {
            message: said(
              '材料提到同类案件的处罚明显不同，未见比较和说明。',
              'The papers mention like cases punished otherwise, without comparison.',
            ),
            suggestion: said('检索本机关同类案件，比较情节后说明理由。', 'Look up the agency’s like cases and explain the difference.'),
            places: [place],
            answer: 'cannotTell' as const,
          },
        ]
      }),
}

export const SIMILAR_CASE_RULES: readonly PrereviewRule[] = [FAR_FROM_SIMILAR, SIMILAR_CASES_ADMITTED]
