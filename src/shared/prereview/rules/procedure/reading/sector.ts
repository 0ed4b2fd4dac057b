/** The field of enforcement (执法领域) of a case, for periods and lines that differ by it. */
import type { CaseDocument, CaseFile } from '../../../case-file.ts'
import { denseText } from '../../../wording.ts'

/** What an agency's name says of its field; the first that fits counts. */
const BY_NAME: readonly (readonly [RegExp, string])[] = [
  [/海事(?:局|处)/u, 'maritime'],
  [/海关/u, 'customs'],
  [/市场监督管理局|市场监管局|食品药品监督管理局|药品监督管理局/u, 'market-regulation'],
  [/农业农村局|农业农村厅|农业局|畜牧|渔政|渔业/u, 'agriculture'],
  [/住房和城乡建设(?:局|厅|委员会)|住房城乡建设|住建局/u, 'housing-construction'],
  [/交通运输(?:局|厅|委员会)|交通运输综合/u, 'transport'],
  [/医疗保障局/u, 'healthcare-security'],
  [/商务部/u, 'commerce'],
  [/自然资源(?:局|厅)|国土资源局|自然资源和规划局/u, 'natural-resources'],
  [/广播电视局/u, 'broadcasting'],
  [/民政(?:局|厅)/u, 'civil-affairs'],
  [/生态环境(?:局|厅)|环境保护局/u, 'ecology'],
  [/应急管理(?:局|厅)|安全生产监督管理局/u, 'emergency'],
  [/卫生健康(?:局|委员会)/u, 'health'],
  [/税务局/u, 'tax'],
  [/烟草专卖局/u, 'tobacco'],
  [/公安(?:局|分局)/u, 'public-security'],
]

/** The agency stands in the heading and in the signature of what it issues. */
function issuerWords(document: CaseDocument): string {
  const issuer = document.facts.agencies.find(({ role }) => role === 'issuer')
  if (issuer !== undefined) return issuer.name
  const words = denseText(document)
  return `${words.slice(0, 24)} ${words.slice(-40)}`
}

/** As registered, else as the issuer of the notice, the decision or the measure is called; null where neither tells. */
export function sectorOf(file: CaseFile): string | null {
  if (file.sector !== null) return file.sector
  for (const document of file.of(
    'decision',
    'prior-notice',
    'measure-decision',
    'licence-decision',
    'correction-order',
  )) {
    const words = issuerWords(document)
    const found = BY_NAME.find(([pattern]) => pattern.test(words))
    if (found !== undefined && file.catalogue.sectors.some(({ id }) => id === found[1])) return found[1]
  }
  return null
}
