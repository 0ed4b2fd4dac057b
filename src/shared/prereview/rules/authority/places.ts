/** Places of the act and the agency's area (管辖区域), as far as names of divisions tell. */
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import type { Place } from '../../rule.ts'
import { denseText, densePlace, findAll } from '../../wording.ts'

/** 省, 市, 县/区/旗 of an address or of an agency's name, as printed. */
export interface Divisions {
  readonly province: string | null
  readonly city: string | null
  readonly county: string | null
}

const ADDRESS =
  /^(?<province>[\p{Script=Han}]{2,4}?(?:省|自治区)|北京市|上海市|天津市|重庆市)?(?<city>[\p{Script=Han}]{2,6}?(?:市|地区|自治州|盟|州(?=[\p{Script=Han}]{2,6}[县市])))?(?<county>[\p{Script=Han}]{1,6}?(?:县|区|旗|市))?/u
/** Zones whose names look like districts and lie inside one: they tell nothing of the county. */
const ZONE =
  /开发区|高新区|新区|园区|工业区|示范区|保税区|度假区|风景区|管理区|小区|社区|景区|库区|林区|自治区|校区|厂区|矿区|港区|片区|片$/u

export function divisionsOf(text: string): Divisions {
  const groups = ADDRESS.exec(text.replace(/^(?:中国|我|本)/u, ''))?.groups ?? {}
  const plain = (name: string | undefined): string | null => (name === undefined || ZONE.test(name) ? null : name)
  const [province, city, county] = [plain(groups['province']), plain(groups['city']), plain(groups['county'])]
  return { province, city, county }
}

/** The agency that acts: who issues the decision, the notice or the filing form. */
export function actingAgency(file: CaseFile): { readonly name: string; readonly document: CaseDocument; readonly place: Place } | null {
  for (const document of file.of('decision', 'prior-notice', 'measure-decision', 'licence-decision', 'filing-form')) {
    if (!document.sure) continue
    const issuer = document.facts.agencies.find(({ role }) => role === 'issuer')
    if (issuer !== undefined) return { name: issuer.name, document, place: { document, passage: issuer.passage } }
    const text = denseText(document)
    const heading =
      /^(?:[^\p{Script=Han}]{0,4})([\p{Script=Han}]{2,24}?(?:局|委员会|厅|支队|大队|总队|人民政府|办事处|管理所|监督所))(?=行政|责令|查封|扣押|处罚|听证|立案|先行|案件)/u.exec(
        text,
      )
    if (heading !== null) return { name: heading[1] ?? '', document, place: densePlace(document, 0, heading[0].length) }
  }
  return null
}

/** Where the act was done, as a form or record labels it. */
export function actPlaces(file: CaseFile): readonly { readonly text: string; readonly place: Place }[] {
  const labelled = /(?:违法行为发生地|案发地(?:点)?|违法地点|行为发生地)(?:点)?[:：]?([\p{Script=Han}0-9A-Za-z（）()-]{4,40})/u
  return file
    .of('filing-form', 'investigation-report', 'decision', 'prior-notice', 'clue-form')
    .filter(({ sure }) => sure)
    .flatMap((document) => findAll(document, labelled).map((place) => ({ text: place.match[1] ?? '', place })))
}

/** Where a record was made (检查地点, 地点). */
export function recordPlaces(
  file: CaseFile,
  ...kinds: readonly string[]
): readonly { readonly text: string; readonly place: Place; readonly document: CaseDocument }[] {
  return file
    .of(...kinds)
    .filter(({ sure }) => sure)
    .flatMap((document) =>
      findAll(document, /(?:(?:检查|勘验|勘察|询问|实施|执行)(?:地点|场所)[:：]?|(?:地点|场所)[:：])([\p{Script=Han}0-9A-Za-z（）()-]{4,40})/u)
        .slice(0, 1)
        .map((place) => ({ text: place.match[1] ?? '', place, document })),
    )
}

/**
 * Whether the address lies outside the agency's area, judged by names alone: both name a division of the same rank and
 * the names differ. Anything less is no evidence.
 */
export function liesOutside(agency: string, address: string): boolean {
  // 区市场监管局询问室, 县局: the agency itself, by its short name
  if (/^(?:本|我|区|县|市|旗|州)?[\p{Script=Han}]{0,10}(?:局|队|所|委|中心|站|厅)(?![\p{Script=Han}]{0,6}[路街巷])/u.test(address) && !/[省市州县](?=[\p{Script=Han}]{2,})/u.test(address.slice(2, 12).replace(/市场/gu, ''))) return false
  const own = divisionsOf(agency)
  const there = divisionsOf(address)
  const names = [own.province, own.city, own.county].filter((name) => name !== null)
  const plain = (name: string): string => name.replace(/[省市县区旗]$/u, '')
  // Two districts of one city: 江北区 against 城南区.
  if (own.county !== null && there.county !== null && own.city !== null && there.city === own.city)
    return !address.includes(plain(own.county)) && own.county !== there.county
  if (names.length === 0 || names.some((name) => address.includes(plain(name)))) return false
  // 安陵县… against 青木县…: the only division of the agency is of the county's rank.
  const ownCounty = own.county ?? (own.city?.endsWith('市') === true ? null : own.city)
  if (ownCounty !== null && there.county !== null) return ownCounty !== there.county
  if (own.city !== null && there.city !== null && own.county === null) return own.city !== there.city
  return own.province !== null && there.province !== null && own.province !== there.province
}
