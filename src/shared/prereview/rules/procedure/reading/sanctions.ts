/** What a notice, a decision, a review or a discussion would have done to the party (处理内容): kinds and amounts. */
import type { EffectKind } from '../../../../catalogue/vocabulary.ts'
import { yuanInWords } from '../../../../facts/chinese-numerals.ts'
import type { MeasureFact, MeasureKind } from '../../../../facts/facts.ts'
import type { CaseDocument } from '../../../case-file.ts'
import { placeOf } from '../../../places.ts'
import type { Place } from '../../../rule.ts'
import { densePlace, denseText, findAll } from '../../../wording.ts'

export interface Sanction {
  readonly kind: MeasureKind
  readonly yuan: number | null
  readonly place: Place
}

const OPENING =
  /(?:决定如下|(?:作出|给予|处以)[^。；]{0,12}(?:如下|下列|以下)(?:行政)?(?:处罚|处理|决定)|(?:并|现|我[局厅委队]|本机关)?决定(?:对[^，。；：]{2,40})?[:：]|拟(?:对[^，。；]{2,40})?(?:作出|给予|处(?!罚(?!款))以?|决定)|决定(?:对[^，。；]{2,40})?(?:处以?|给予|作出))/u
const CLOSING =
  /(?:应当?|须|请)?自收到本?.{0,12}之日起|如(?:对本?决定)?不服|逾期不|(?:你|当事人).{0,8}(?:有权|可以|享有)|根据《[^》]*行政处罚法》第四十[四五]条|十五日内.{0,30}缴/u

/**
 * The part that says what is done (主文), in the words without white space: from the words that open it to those that
 * tell of payment, rights or remedies. The whole document where nothing opens it.
 */
export function operativePart(document: CaseDocument): { readonly start: number; readonly text: string } {
  const words = denseText(document)
  const opening = findAll(document, OPENING).at(-1)?.match
  if (opening === undefined) return { start: 0, text: words }
  const rest = words.slice(opening.index)
  const closing = CLOSING.exec(rest.slice(opening[0].length))
  return { start: opening.index, text: closing === null ? rest : rest.slice(0, opening[0].length + closing.index) }
}

const WORDS: readonly (readonly [RegExp, MeasureKind])[] = [
  [/警告(?!标)/u, 'warning'],
  [/通报批评/u, 'criticism'],
  [/没收(?:你[^，。；]{0,8})?(?:全部)?(?:违法所得|非法所得)/u, 'confiscateGain'],
  [/没收(?!(?:全部)?(?:违法|非法)所得)[^，。；]{0,40}/u, 'confiscateProperty'],
  [/责令(?:限期)?(?:停产停业|停产|停业|关闭)/u, 'suspendBusiness'],
  [/暂扣[^，。；]{0,20}(?:许可证|执照|证)/u, 'suspendLicence'],
  [/降低[^，。；]{0,8}资质/u, 'downgrade'],
  [/吊销[^，。；]{0,30}(?:证|执照|许可|资格)/u, 'revokeLicence'],
  [/限制(?:开展)?生产经营活动/u, 'restrictActivity'],
  [/(?:限制|禁止)从业|不得(?:从事|担任)[^，。；]{0,30}(?:年内|终身)|终身不得/u, 'banFromProfession'],
]
const FINE = /罚款(?:人民币)?(?:共计|合计|计)?[¥￥]?([\d,，]+(?:\.\d+)?)(万)?元/u

function readFromWords(document: CaseDocument): readonly Sanction[] {
  const { start, text } = operativePart(document)
  if (text.length === denseText(document).length) return []
  const place = (at: number, length: number): Place => densePlace(document, start + at, start + at + length)
  const fines = [...text.matchAll(new RegExp(FINE.source, 'gu'))].map(
    ({ 0: whole, 1: digits = '', 2: wan, index }): Sanction => ({
      kind: 'fine',
      yuan: Number(digits.replace(/[,，]/gu, '')) * (wan === undefined ? 1 : 10_000),
      place: place(index, whole.length),
    }),
  )
  const others = WORDS.flatMap(([pattern, kind]): readonly Sanction[] => {
    const found = pattern.exec(text)
    return found === null ? [] : [{ kind, yuan: null, place: place(found.index, found[0].length) }]
  })
  return [...fines, ...others]
}

const MONEY = String.raw`(?:人民币)?[¥￥]?(?:[\d,，.]+|[一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟萬]+)(?:万)?元?`
const RANGE = new RegExp(
  `罚款${MONEY}(?:以上)?(?:至|到|-|—|－|~|～|、|，)?${MONEY}元(?:以下|之间)?|${MONEY}(?:以上|至|到|-|—|－|~|～)${MONEY}元?(?:以下|之间)?的?罚款`,
  'u',
)
const JOINED = /以上|以下|至|到|-|—|－|~|～|之间/u

/** A range of fines in words of a document: 罚款1,000元至2,000元, 处一千元以上二千元以下罚款. Null where there is none. */
export function fineRange(text: string): RegExpExecArray | null {
  const range = RANGE.exec(text)
  return range !== null && JOINED.test(range[0]) ? range : null
}

/** The upper end of a range of fines that is proposed, in yuan: 罚款30万元以上50万元以下. Null where there is none in figures. */
export function proposedCeiling(document: CaseDocument): number | null {
  const words = fineRange(operativePart(document).text)?.[0].replace(/[,，]/gu, '') ?? ''
  const ends = [...words.matchAll(/([0-9.]+)(万)?元?/gu)].map(([, figure, wan]) => Number(figure) * (wan === undefined ? 1 : 10_000))
  return ends.length < 2 ? null : Math.max(...ends)
}

/** Where the figure read as the fine is one end of a range that is proposed. */
function isRangeEnd(text: string, yuan: number): boolean {
  const plain = fineRange(text)?.[0].replace(/[,，]/gu, '')
  if (plain === undefined || chineseAmounts(plain).includes(yuan)) return plain !== undefined
  return plain.includes(String(yuan)) || (yuan % 10_000 === 0 && plain.includes(`${yuan / 10_000}万`))
}

function chineseAmounts(words: string): readonly number[] {
  return [...words.matchAll(/[一二三四五六七八九十百千万壹贰叁肆伍陆柒捌玖拾佰仟]+(?=元|以)/gu)].flatMap(
    ([one]) => yuanInWords(`${one}元`) ?? [],
  )
}

const NO_SANCTION: ReadonlySet<MeasureKind> = new Set(['orderCorrection', 'noPenalty', 'seizure', 'other'])

const known = new WeakMap<CaseDocument, readonly Sanction[]>()

/** The sanctions of the document: as they were read, else as its operative words say. Orders to correct are left out. */
export function sanctionsOf(document: CaseDocument): readonly Sanction[] {
  const before = known.get(document)
  if (before !== undefined) return before
  const facts = document.facts.measures.filter(({ kind }) => !NO_SANCTION.has(kind))
  const read = facts.map((fact: MeasureFact): Sanction => ({
    kind: fact.kind,
    yuan: fact.yuan,
    place: placeOf(document, fact),
  }))
  const words = readFromWords(document)
  const hasFine = read.some(({ kind, yuan }) => kind === 'fine' && yuan !== null)
  const sanctions =
    read.length === 0 ? words : [...read, ...(hasFine ? [] : words.filter(({ kind }) => kind === 'fine'))]
  const { text } = operativePart(document)
  const exact = sanctions.map((one) =>
    one.kind === 'fine' && one.yuan !== null && isRangeEnd(text, one.yuan) ? { ...one, yuan: null } : one,
  )
  known.set(document, exact)
  return exact
}

/** 以上罚款合计人民币90,000元: the total that the paper prints, of several fines. */
const TOTAL = /罚款(?:金额|数额)?(?:合计|共计|总计|总额(?:为)?)(?:人民币)?[¥￥]?([0-9][0-9,]*(?:\.[0-9]+)?)(万)?元/u

function printedTotal(document: CaseDocument): number | null {
  const totals = new Set(findAll(document, TOTAL).map(({ match }) => Number((match[1] ?? '').replace(/,/gu, '')) * (match[2] === undefined ? 1 : 10_000)))
  const [total] = totals
  return totals.size === 1 ? (total ?? null) : null
}

/** The fines added up, one amount counted once however often it is named; null where no amount is named. */
export function fineOf(document: CaseDocument): number | null {
  const total = printedTotal(document)
  if (total !== null) return total
  const amounts = new Set(
    sanctionsOf(document).flatMap(({ kind, yuan }) => (kind === 'fine' && yuan !== null ? [yuan] : [])),
  )
  return amounts.size === 0 ? null : [...amounts].reduce((sum, one) => sum + Math.round(one * 100), 0) / 100
}

export function finePlace(document: CaseDocument): Place | null {
  return sanctionsOf(document).find(({ kind }) => kind === 'fine')?.place ?? null
}

export const SANCTION_WORDS: Readonly<Record<MeasureKind, readonly [string, string]>> = {
  orderCorrection: ['责令改正', 'order to correct'],
  warning: ['警告', 'warning'],
  criticism: ['通报批评', 'public criticism'],
  fine: ['罚款', 'fine'],
  confiscateGain: ['没收违法所得', 'confiscation of illegal gain'],
  confiscateProperty: ['没收财物', 'confiscation of property'],
  suspendBusiness: ['责令停产停业、关闭', 'suspension or closure of business'],
  suspendLicence: ['暂扣许可证件', 'suspension of a licence'],
  downgrade: ['降低资质等级', 'downgrading of a qualification'],
  revokeLicence: ['吊销许可证件', 'revocation of a licence'],
  restrictActivity: ['限制开展生产经营活动', 'restriction of business activity'],
  banFromProfession: ['限制从业', 'ban from the profession'],
  detention: ['行政拘留', 'detention'],
  noPenalty: ['不予处罚', 'no penalty'],
  seizure: ['查封、扣押', 'seizure'],
  other: ['其他处理', 'other'],
}

/** The effect of the catalogue (处理内容) that a sanction has; null where no trigger asks for it. */
export const EFFECT_OF: Readonly<Partial<Record<MeasureKind, EffectKind>>> = {
  fine: 'fine',
  confiscateGain: 'confiscationOfGain',
  confiscateProperty: 'confiscationOfProperty',
  suspendBusiness: 'suspension',
  suspendLicence: 'licenceSuspension',
  downgrade: 'qualificationDowngrade',
  revokeLicence: 'revocation',
  restrictActivity: 'activityRestriction',
  banFromProfession: 'professionBan',
  detention: 'detention',
}
