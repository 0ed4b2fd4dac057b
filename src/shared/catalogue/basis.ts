/** The legal basis of a question as an opinion cites it: the laws that concern the case, each named once. */
import { chineseNumeral, type Citation } from './citation.ts'
import type { CatalogueContent, Law, Question } from './schema.ts'
import type { ActionKind } from './vocabulary.ts'

function lawOf(catalogue: CatalogueContent, title: string): Law | undefined {
  return catalogue.laws.find((row) => row.title['zh-CN'] === title)
}

/**
 * Of a question's basis, the laws that concern this kind of action and this sector. Where none is left, the basis of
 * the heading itself (国办发〔2018〕118号), which asks for it in every kind.
 */
export function basisFor(
  catalogue: CatalogueContent,
  question: Question,
  about: { readonly actionKinds: readonly ActionKind[]; readonly sector: string | null },
): readonly Citation[] {
  const own = question.basis.filter(({ law: title }) => {
    const law = lawOf(catalogue, title)
    if (law === undefined) return true
    const kind = law.actionKinds.length === 0 || law.actionKinds.some((one) => about.actionKinds.includes(one))
    return kind && (law.sector === null || law.sector === about.sector)
  })
  return own.length > 0 ? own : (catalogue.headings.find(({ id }) => id === question.heading)?.basis ?? [])
}

function placeOf({ article, paragraph, item }: Citation): string {
  const whole = article === undefined ? '' : `第${chineseNumeral(article)}条`
  const part = paragraph === undefined ? '' : `第${chineseNumeral(paragraph)}款`
  return whole + part + (item === undefined ? '' : `第（${chineseNumeral(item)}）项`)
}

/** A document or standard is known by its number: 《…指导意见》（国办发〔2018〕118号）. */
function nameOf(law: Law | undefined, title: string): string {
  const number = law !== undefined && (law.kind === 'document' || law.kind === 'standard') ? law.aliases[0] : undefined
  return `《${title}》${number === undefined ? '' : `（${number}）`}`
}

/**
 * 《行政处罚法》第四十四条、第四十五条第一款、第六十二条. A law whose row nobody has read in the text carries `unverified`
 * (未核实).
 */
export function basisInWords(catalogue: CatalogueContent, basis: readonly Citation[], unverified: string): string {
  const places = new Map<string, string[]>()
  for (const citation of basis) places.set(citation.law, [...(places.get(citation.law) ?? []), placeOf(citation)])
  return [...places]
    .map(([title, inside]) => {
      const law = lawOf(catalogue, title)
      const mark = law !== undefined && !law.verified ? unverified : ''
      return `${nameOf(law, title)}${inside.filter((place) => place !== '').join('、')}${mark}`
    })
    .join('；')
}
