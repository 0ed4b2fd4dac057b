/** Which filing lines of crimes (立案追诉标准) a case is about, and what of them its papers reach. */
import type { CrimeLimb, CrimeLine } from '../../../catalogue/crime-lines.ts'
import type { CaseDocument, CaseFile } from '../../case-file.ts'
import { onceADocument, onceADocumentAnd } from '../../once-a-document.ts'
import type { Place } from '../../rule.ts'
import { denseText } from '../../wording.ts'
import { largestAmount, yuanInEnglish, yuanText } from '../facts/case-amounts.ts'
import { affirmed, fileSays, penaltyPaper } from '../facts/case-sections.ts'
import { imposedFines } from '../law/clauses.ts'
import { NUMBER, numberOf } from '../law/numerals.ts'

const NATURE = ['decision', 'prior-notice', 'investigation-report', 'explanation', 'filing-form', 'measure-decision'] as const
/** Papers that tell what was found; a check of crime lines and an extract of law only quote the lines. */
const FINDING = [
  'decision',
  'prior-notice',
  'investigation-report',
  'explanation',
  'inspection-record',
  'inquiry-record',
  'test-report',
  'calculation-sheet',
  'hearing-report',
  'goods-list',
  'measure-decision',
  'transfer-paper',
  'sampling-record',
] as const

/** Lines that the agency's own words about the act fit. */
export function linesOfCase(file: CaseFile): readonly CrimeLine[] {
  const before = ofCase.get(file)
  if (before !== undefined) return before
  const found = fittingLines(file)
  ofCase.set(file, found)
  return found
}
const ofCase = new WeakMap<CaseFile, readonly CrimeLine[]>()

/** The titles of laws name acts that nobody did here. */
const outsideTitles = onceADocument((document) => denseText(document).replace(/《[^》]*》/gu, ''))
const saysOutsideTitles = onceADocumentAnd((document, word) => outsideTitles(document).includes(word))

function fittingLines(file: CaseFile): readonly CrimeLine[] {
  const documents = file.of(...NATURE).filter(({ sure }) => sure)
  const isSaid = (word: string): boolean => documents.some((document) => saysOutsideTitles(document, word))
  const day = penaltyPaper(file)?.day ?? file.today
  return file.catalogue.crimeLines.filter(
    (line) =>
      line.validFrom <= day &&
      (line.validTo === null || day <= line.validTo) &&
      line.cues.some((group) => group.every(isSaid)),
  )
}

/** A sole trader (个体工商户) is a natural person to the Criminal Law. */
export function partyIs(file: CaseFile): 'citizen' | 'entity' | null {
  const paper = penaltyPaper(file)
  if (paper === null) return null
  if (/个体工商户|经营者[:：]/u.test(denseText(paper).slice(0, 400))) return 'citizen'
  const kind = paper.facts.parties[0]?.kind
  if (kind !== undefined) return kind
  return /法定代表人|负责人[:：]/u.test(denseText(paper).slice(0, 400)) ? 'entity' : null
}

export interface Reached {
  readonly line: CrimeLine
  readonly chinese: string
  readonly english: string
  /** Of the line; 1 and more: reached. */
  readonly share: number
  /** Above the lowest and below the highest figure that a province may fix. */
  readonly inRange: boolean
  readonly place: Place
}

/** What was sold for; 违法所得 is what the sales brought (行政处罚法 art. 28), and stands where nobody names the sales. */
function soldFor(file: CaseFile): ReturnType<typeof largestAmount> {
  return largestAmount(file, 'sales') ?? largestAmount(file, 'gain')
}

function amountReached(file: CaseFile, line: CrimeLine, limb: Extract<CrimeLimb, { kind: 'amount' }>): Reached | null {
  const person = partyIs(file)
  if (limb.person !== 'anybody' && limb.person !== person) return null
  let total: number
  let place: Place
  if (limb.of === 'soldAndUnsold') {
    const sold = soldFor(file)
    const goods = largestAmount(file, 'goodsValue')
    if (sold === null || goods === null) return null
    // A goods value above the sales is that of the sold and the unsold together.
    const unsold = goods.yuan > sold.yuan ? goods.yuan - sold.yuan : goods.yuan
    total = sold.yuan * (limb.soldTimes ?? 1) + unsold
    place = sold.place
  } else {
    const found = limb.of === 'sales' ? soldFor(file) : largestAmount(file, limb.of)
    if (found === null) return null
    total = found.yuan
    place = found.place
  }
  const names: Readonly<Record<typeof limb.of, readonly [string, string]>> = {
    sales: ['销售金额', 'sales'],
    goodsValue: ['货值金额', 'goods value'],
    soldAndUnsold: [`已销售金额×${limb.soldTimes ?? 1}＋未销售货值`, 'sold goods multiplied plus unsold goods'],
    gain: ['违法所得', 'illegal gain'],
    turnover: ['非法经营数额', 'turnover'],
    loss: ['损失', 'loss'],
    tax: ['税额', 'tax'],
    face: ['票面金额', 'face amount'],
    deposits: ['集资数额', 'funds raised'],
    wages: ['拖欠劳动报酬', 'unpaid wages'],
    property: ['价值', 'value'],
    project: ['项目金额', 'project value'],
  }
  const [chinese, english] = names[limb.of]
  const upTo = limb.upTo === null ? '' : `至${yuanText(limb.upTo)}（由各省确定）`
  return {
    line,
    chinese: `${chinese}${yuanText(total)}，追诉标准${yuanText(limb.yuan)}${upTo}`,
    english: `${english} ${yuanInEnglish(total)}; the line is ${yuanInEnglish(limb.yuan)}${limb.upTo === null ? '' : ` to ${yuanInEnglish(limb.upTo)} by province`}`,
    share: total / limb.yuan,
    inRange: limb.upTo !== null && total < limb.upTo,
    place,
  }
}

/** The amounts that a limb asks besides its own figure; counts and percentages are not told from the papers. */
function hasAmountsBesides(file: CaseFile, limb: CrimeLimb): boolean {
  const also = limb.kind === 'amount' || limb.kind === 'quantity' ? (limb.also ?? []) : []
  return also.every((one) => one.kind !== 'amount' || (largestAmount(file, one.of)?.yuan ?? 0) >= one.yuan)
}

const escaped = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&')

/** 同类案件：某公司总铬超标3倍: what others did is told there. */
function isOfOthers(document: CaseDocument, index: number): boolean {
  const text = denseText(document)
  const before = text.slice(Math.max(0, index - 160), index)
  const listed = before.search(/同类案件|类似案件|相似案件|类案/u)
  return listed >= 0 && !before.slice(listed).includes('。')
}

function findingDocuments(file: CaseFile): readonly CaseDocument[] {
  return file.of(...FINDING).filter(({ sure }) => sure)
}

function quantityReached(file: CaseFile, line: CrimeLine, limb: Extract<CrimeLimb, { kind: 'quantity' }>): Reached | null {
  const person = limb.person === undefined ? null : partyIs(file)
  if (person !== null && person !== limb.person) return null
  const things = limb.things.map(escaped).join('|')
  const pattern = new RegExp(
    `(?:${things})[^，。；、0-9]{0,12}?(?:共计|合计|共|约|面积|重)?(${NUMBER})(?:余)?(${limb.units.map(escaped).join('|')})(?!以上|以下|以内|[／/])`,
    'u',
  )
  // 17.6立方米, of which the licence covered 6: the act is what went beyond it
  const beyond = new RegExp(`(?:超出|超过|超)(?:许可|核定|批准|证)[^。；]{0,24}?(${NUMBER})(?:余)?(?:${limb.units.map(escaped).join('|')})`, 'u')
  let best: Reached | null = null
  for (const document of findingDocuments(file)) {
    const excess = numberOf(beyond.exec(denseText(document))?.[1] ?? '')
    for (const { match, ...place } of affirmed(document, pattern)) {
      if (excess !== null && (numberOf(match[1] ?? '') ?? 0) > excess) continue
      const count = numberOf(match[1] ?? '')
      // 蓄积不足二十立方米 is below, not at, the line
      if (/(?:不足|不满|未满|未达到?|不到|低于|少于|未超过|不超过|达不到|没有达到)[^，。；0-9]{0,4}$/u.test(match[0].slice(0, match[0].indexOf(match[1] ?? '')))) continue
      if (count === null || count / limb.count <= (best?.share ?? 0)) continue
      best = {
        line,
        chinese: `“${match[0]}”，追诉标准${limb.count}${limb.units[0] ?? ''}`,
        english: `${count} (${limb.units[0] ?? ''}); the line is ${limb.count}`,
        share: count / limb.count,
        inRange: false,
        place,
      }
    }
  }
  return best
}

function timesReached(file: CaseFile, line: CrimeLine, limb: Extract<CrimeLimb, { kind: 'times' }>): Reached | null {
  const things = limb.things.map(escaped).join('|')
  const pattern = new RegExp(
    `(?:总|六价)?(?:${things})[^。；\\n]{0,40}?(?:超标|超过[^。；]{0,20}?(?:标准|限值))[^0-9。；一二三四五六七八九十]{0,10}(${NUMBER})倍(?!以上|以下)`,
    'u',
  )
  for (const document of findingDocuments(file)) {
    for (const { match, ...place } of affirmed(document, pattern)) {
      if (isOfOthers(document, match.index)) continue
      const times = numberOf(match[1] ?? '')
      if (times === null || times < limb.times) continue
      return {
        line,
        chinese: `“${match[0]}”，追诉标准为超过标准${limb.times}倍`,
        english: `${times} times over the standard; the line is ${limb.times}`,
        share: times / limb.times,
        inRange: false,
        place,
      }
    }
  }
  return null
}

function actReached(file: CaseFile, line: CrimeLine, limb: Extract<CrimeLimb, { kind: 'act' }>): Reached | null {
  const pattern = new RegExp(limb.words.map(escaped).join('|'), 'u')
  for (const document of file
    .of('decision', 'prior-notice', 'investigation-report', 'inspection-record', 'test-report')
    .filter(({ sure }) => sure)) {
    const [found] = affirmed(document, pattern).filter(({ match }) => {
      const text = denseText(document)
      const around = text.slice(match.index, match.index + match[0].length + 10)
      // Words of the rule that was violated, not of what was found.
      return (
        !/^[^，。；]*(?:的，|的；|的：)/u.test(around) &&
        !/(?:不得|禁止|违反[^。]{0,20})$/u.test(text.slice(Math.max(0, match.index - 20), match.index))
      )
    })
    if (found !== undefined) {
      const { match, ...place } = found
      return {
        line,
        chinese: `材料有“${match[0]}”的情形，不论数额`,
        english: 'the papers tell of an act that is enough whatever the amount',
        share: 1,
        inRange: false,
        place,
      }
    }
  }
  return null
}

/** The highest limb of each line that the case comes near; earlier penalties apart. */
export function reachedLines(file: CaseFile): readonly Reached[] {
  const before = reachedIn.get(file)
  if (before !== undefined) return before
  const found = readReached(file)
  reachedIn.set(file, found)
  return found
}
const reachedIn = new WeakMap<CaseFile, readonly Reached[]>()

function readReached(file: CaseFile): readonly Reached[] {
  return linesOfCase(file).flatMap((line) => {
    let best: Reached | null = null
    for (const limb of line.limbs) {
      // whether its circumstance is there is for a person to say
      if (limb.only !== undefined || !hasAmountsBesides(file, limb)) continue
      const reached =
        limb.kind === 'amount'
          ? amountReached(file, line, limb)
          : limb.kind === 'quantity'
            ? quantityReached(file, line, limb)
            : limb.kind === 'times'
              ? timesReached(file, line, limb)
              : limb.kind === 'act'
                ? actReached(file, line, limb)
                : null
      if (reached !== null && reached.share > (best?.share ?? 0)) best = reached
    }
    return best === null ? [] : [best]
  })
}

/** Papers that move the case to the police; a form that decides not to move it is none. */
function transfers(file: CaseFile): readonly CaseDocument[] {
  return file.of('transfer-paper').filter(({ facts, file: { name }, text }) => {
    const form = /审批|报告|呈批/u.test(facts.title?.text ?? name)
    return !form || !/(?:暂|先)?不(?:予|作|宜)?移送|先行处罚|不需要移送/u.test(text.replace(/\s/gu, ''))
  })
}

/** A fine was decided before the case went to the police: the transfer that came later does not mend it. */
export function finedFirst(file: CaseFile): boolean {
  const decision = file.of('decision').find(({ sure, day }) => sure && day !== null)
  const decided = decision?.day ?? null
  const moved = transfers(file).filter(({ day }) => day !== null)
  return (
    decided !== null &&
    decision !== undefined &&
    moved.length > 0 &&
    moved.every(({ day }) => day !== null && day > decided) &&
    imposedFines(decision).length > 0
  )
}

/** The case went to the police, or the police already said no. */
export function isTransferred(file: CaseFile): boolean {
  if (finedFirst(file)) return false
  return (
    transfers(file).length > 0 ||
    fileSays(
      file,
      /(?:已(?:于[^。；]{0,16})?(?:将[^。；]{0,20})?移送[^。；]{0,16}公安|公安[^。；]{0,16}(?:不予立案|已(?:受理|立案)|撤销案件)|不起诉决定|检察意见书)/u,
    )
  )
}
