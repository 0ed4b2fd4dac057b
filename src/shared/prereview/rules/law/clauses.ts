/** The penalty clauses (罚则) that a paper applies, as far as the catalogue or the library of laws has their figures. */
import type { ClauseMeasure, ClauseMention, FineBand, FineBase, PenaltyRange } from '../../../catalogue/penalty-ranges.ts'
import type { CitationFact } from '../../../facts/facts.ts'
import type { IsoDate } from '../../../values/values.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { placeOf } from '../../places.ts'
import type { Place } from '../../rule.ts'
import { denseText, findAll } from '../../wording.ts'
import { groupedBy } from '../grouped-by.ts'
import { actEnd } from '../facts/case-sections.ts'
import { amountsIn } from '../facts/case-amounts.ts'
import { fineBandsIn, measuresIn, mentionsIn, readsWhole } from './fine-bands.ts'
import { numberOf } from './numerals.ts'

export interface Clause {
  readonly citation: CitationFact
  readonly bands: readonly FineBand[]
  readonly demands: readonly ClauseMeasure[]
  readonly whenSerious: readonly ClauseMeasure[]
  readonly mentions: readonly ClauseMention[]
  readonly governmentApproval: boolean
  readonly verified: boolean
}

const plainLaws = new Map<string, string>()
/** Titles are few, and the same ones are asked for again and again. */
const MOST_TITLES = 4000

export function plainLaw(title: string): string {
  const before = plainLaws.get(title)
  if (before !== undefined) return before
  if (plainLaws.size > MOST_TITLES) plainLaws.clear()
  const plain = title
    .replace(/[《》\s]/gu, '')
    .replace(/^中华人民共和国/u, '')
    .replace(/[（(](?:19|20)[0-9]{2}年?[^）)]*[）)]$/u, '')
  plainLaws.set(title, plain)
  return plain
}

const byLaw = new WeakMap<readonly PenaltyRange[], ReadonlyMap<string, readonly PenaltyRange[]>>()

/** The registered penalty clauses of one law. */
export function rangesOf(file: CaseFile, law: string): readonly PenaltyRange[] {
  const all = file.catalogue.penaltyRanges
  let index = byLaw.get(all)
  if (index === undefined) byLaw.set(all, (index = groupedBy(all, (row) => row.law)))
  return index.get(plainLaw(law)) ?? []
}

/** General laws that say how to punish, not what. */
const PROCEDURAL = new Set([
  '行政处罚法',
  '行政强制法',
  '行政复议法',
  '行政诉讼法',
  '行政许可法',
  '民事诉讼法',
  '刑事诉讼法',
  '刑法',
  '立法法',
  '民法典',
])

export function isSubstantive(citation: CitationFact): boolean {
  return !PROCEDURAL.has(plainLaw(citation.law)) && !/程序规定|程序暂行规定|听证|裁量|处罚办法$/u.test(citation.law)
}

/** What a paper cites as the ground of its penalty. */
export function basisOf(document: CaseDocument): readonly CitationFact[] {
  return document.facts.citations.filter((citation) => citation.role === 'basis' && isSubstantive(citation))
}

/** The day by which the clauses are chosen: the end of the act, else the paper's own, else today. */
export function governingDay(file: CaseFile, document: CaseDocument): IsoDate {
  return actEnd(file)?.day ?? document.day ?? file.today
}

function fits(row: PenaltyRange, citation: CitationFact, day: IsoDate): boolean {
  return (
    row.article === citation.article &&
    row.articleSub === citation.articleSub &&
    (row.paragraph === null || citation.paragraph === null || row.paragraph === citation.paragraph) &&
    (row.item === null || citation.item === null || row.item === citation.item) &&
    row.validFrom <= day &&
    (row.validTo === null || day <= row.validTo)
  )
}

function fromLibrary(file: CaseFile, citation: CitationFact, day: IsoDate): readonly Clause[] {
  const entry = file.laws.find(citation.law)
  const version = entry === null ? null : file.laws.versionOn(entry, day)
  if (entry === null || version === null || citation.article === null || citation.articleSub !== null) return []
  const shape = file.laws.article(entry, version, citation.article)
  if (shape === null || shape === 'missing') return []
  const wanted = citation.paragraph === null ? shape.paragraphs : shape.paragraphs.slice(citation.paragraph - 1, citation.paragraph)
  return wanted.flatMap(({ text }) => {
    const bands = fineBandsIn(text)
    if (bands.length === 0 || !readsWhole(text)) return []
    return [{ citation, bands, ...measuresIn(text), ...mentionsIn(text), verified: entry.verified }]
  })
}

/** The clauses behind one citation; empty where nothing is known of it. */
export function clausesOf(file: CaseFile, citation: CitationFact, day: IsoDate): readonly Clause[] {
  const rows = rangesOf(file, citation.law).filter((row) => fits(row, citation, day))
  if (rows.length > 0) return rows.map((row) => ({ ...row, citation }))
  return fromLibrary(file, citation, day)
}

/** A fine that a paper imposes or proposes. */
export interface ImposedFine {
  readonly yuan: number
  readonly whom: 'party' | 'responsible'
  readonly place: Place
}

const WHOM = /对(?:你|其|该)?[^，。；]{0,24}(?:法定代表人|主管人员|责任人|负责人)[^，。；]{0,24}$/u

/** Where the operative words begin: 决定…如下, 拟…处罚. */
export function operativeStart(document: CaseDocument): number {
  const text = denseText(document)
  const turn = text.search(/违反了?(?:《|[^。]{0,12}规定)/u)
  const from = Math.max(turn, 0)
  const found = text
    .slice(from)
    .search(/(?:决定|拟)(?:对|给予|作出|处以|处|如下|没收|罚款|：|:)|(?:作出|给予)[^。]{0,16}(?:如下)?(?:行政)?处罚|(?:责令|并决定)/u)
  return found < 0 ? from : from + found
}

/** The operative words themselves, up to how and when to pay or to appeal. */
export function operativeText(document: CaseDocument): string {
  const words = denseText(document).slice(operativeStart(document))
  const stop = words.search(
    /缴纳罚款|缴(?:纳|至|到)[^。]{0,20}银行|到期不缴|逾期不(?:缴|履行)|如(?:果)?(?:对|不服)|(?:你[^，。]{0,8})?(?:有权|可以)(?:自|在|于)?收到/u,
  )
  return stop < 0 ? words : words.slice(0, stop)
}

export function imposedFines(document: CaseDocument): readonly ImposedFine[] {
  const start = operativeStart(document)
  const length = operativeText(document).length
  const written = findAll(
    document,
    /(?:罚款|罚金)(?:，?(?:计|即))?(?:人民币)?[（(]?(?:￥|¥)?([0-9][0-9,.，]*)(万)?元|(?:处以|处|给予)(?:人民币)?([0-9][0-9,.，]*)(万)?元(?:（[^）]{0,30}）)?的?罚款/u,
  ).flatMap(({ match, ...place }) => {
    if (match.index < start || match.index > start + length) return []
    const yuan = numberOf(`${match[1] ?? match[3] ?? ''}${match[2] ?? match[4] ?? ''}`)
    const before = denseText(document).slice(Math.max(0, match.index - 50), match.index)
    // 罚没款合计, 加处罚款 and the like are not fines of their own.
    if (yuan === null || /合计|共计|总计|罚没$|加处$/u.test(before.slice(-8))) return []
    return [{ yuan, whom: WHOM.test(before) ? ('responsible' as const) : ('party' as const), place }]
  })
  if (written.length > 0) return written
  return document.facts.measures.flatMap((measure) =>
    measure.kind === 'fine' && measure.yuan !== null
      ? [{ yuan: measure.yuan, whom: 'party' as const, place: placeOf(document, measure) }]
      : [],
  )
}

/** The fine on the party, where the paper has exactly one amount. */
export function theFine(document: CaseDocument): ImposedFine | null {
  const fines = imposedFines(document).filter(({ whom }) => whom === 'party')
  return new Set(fines.map(({ yuan }) => yuan)).size === 1 ? (fines[0] ?? null) : null
}

/** The base of a fine in multiples, where the paper gives one figure of it; null where it gives none or several. */
export function baseIn(document: CaseDocument, base: FineBase): number | null {
  if (base === 'income') return incomeIn(document)
  const of = base === 'goodsValue' ? 'goodsValue' : base === 'illegalGain' ? 'gain' : base === 'turnover' ? 'turnover' : null
  if (of === null) return null
  const figures = new Set(amountsIn(document, of).map(({ yuan }) => yuan))
  return figures.size === 1 ? ([...figures][0] ?? null) : null
}

/** 上一年年收入180,000元, as the paper gives it beside the rate. */
function incomeIn(document: CaseDocument): number | null {
  const figures = findAll(document, /(?:年|年度)(?:的)?(?:工资)?(?:总)?收入(?:合计|共计|共|为|计|的)?(?:人民币)?(?:[(（][^）)]{0,12}[）)])?([0-9][0-9,.]*)(万)?元/u).map(
    ({ match }) => numberOf(`${match[1] ?? ''}${match[2] ?? ''}`),
  )
  const distinct = new Set(figures.filter((one) => one !== null))
  return distinct.size === 1 ? ([...distinct][0] ?? null) : null
}

/** 《烟花爆竹安全管理条例》第三十八条 */
export function lawAndArticle(citation: CitationFact): string {
  const sub = citation.articleSub === null ? '' : `之${citation.articleSub}`
  const paragraph = citation.paragraph === null ? '' : `第${citation.paragraph}款`
  const item = citation.item === null ? '' : `第（${citation.item}）项`
  return `《${plainLaw(citation.law)}》第${citation.article ?? ''}条${sub}${paragraph}${item}`
}
export function lawAndArticleInEnglish(citation: CitationFact): string {
  const item = citation.item === null ? '' : ` item (${citation.item})`
  return `art. ${citation.article ?? ''}${citation.paragraph === null ? '' : ` para. ${citation.paragraph}`}${item} of 《${plainLaw(citation.law)}》`
}
