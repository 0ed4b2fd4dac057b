/** Provisions as letters to others cite them, from the citations of a form's elements. */
import { formatCitation, type Citation } from '../catalogue/citation.ts'
import type { Form } from '../catalogue/forms.ts'
import type { FormFact } from './form-facts.ts'

/** What the elements that print these facts rest on, in the order of the facts. */
export function basisOf({ elements }: Pick<Form, 'elements'>, facts: readonly FormFact[]): readonly Citation[] {
  return facts.flatMap((fact) => elements.filter((element) => element.fact === fact).flatMap(({ basis }) => basis))
}

/** Articles of one law behind one title, with 中华人民共和国 before that of a law (法, not 办法), which the register leaves out. */
export function citedInFull(citations: readonly Citation[], between: '、' | '和'): string {
  const laws = [...new Set(citations.map(({ law }) => law))]
  return laws
    .map((law) => {
      const places = citations.filter((one) => one.law === law).map((one) => formatCitation(one, 'zh-CN').slice(`《${law}》`.length))
      return `《${/(?<!办)法$/u.test(law) ? '中华人民共和国' : ''}${law}》${[...new Set(places)].join('、')}`
    })
    .join(between)
}
