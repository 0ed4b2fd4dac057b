/**
 * What an imported row of the ledger is narrowed by, read from what its cells say (旧台账). A cell that says it in words of its
 * own counts for nothing it does not plainly say. Pure.
 */
import { REMEDIES, TRANSFER_MARK_LABELS, TRANSFERS, type RemedyMark } from './column-filter.ts'
import { isNothing, narrow, readDay } from './read-cells.ts'
import type { ImportedValues } from './read-row.ts'

type Said = readonly [mark: string, words: RegExp]

const ASSIGNED: readonly Said[] = [
  ['assignment/drawn', /随机|抽取|抽签|摇号|drawn/i],
  ['assignment/kept', /沿用|原审核人|kept/i],
  ['assignment/chosen', /指定|指派|chosen/i],
]
// the first that fits: 部分采纳 and 不采纳 hold 采纳
const ANSWERED: readonly Said[] = [
  ['adopted/objected', /异议|object/i],
  ['adopted/partly', /部分|partly/i],
  ['adopted/notAdopted', /[不未没]有?(?:被|予)?采[纳用]|^否$|notadopted/i],
  ['adopted/adopted', /采[纳用]|^是$|adopted/i],
]
const NOT_PUBLISHED = /[不未没]有?(?:予|宜)?公[开示]|^否$|withheld/i
const REMEDY_WORDS: Partial<Record<RemedyMark, RegExp>> = {
  sought: /申请复议|申请行政复议|起诉|提起(?:行政)?诉讼|remedysought/i,
  reconsidered: /复议决定|复议维持|reconsiderationdecided/i,
  changed: /(?:被|予以|决定)变更|decisionchanged/i,
  annulled: /(?:被|予以|判决)撤销|annulled/i,
  unlawful: /确认违法|unlawful/i,
  void: /确认无效|foundvoid/i,
  remade: /重新作出|decideanew/i,
  defectInReconsideration: /复议中发现问题|foundinreconsideration/i,
  defectInCourt: /诉讼中发现问题|foundincourt/i,
}
const OUTCOMES: readonly RemedyMark[] = ['changed', 'annulled', 'unlawful', 'void', 'remade']

const firstOf = (all: readonly Said[], text: string): string[] => all.filter(([, words]) => words.test(text)).map(([mark]) => mark).slice(0, 1)

function publishedMarks(text: string): string[] {
  if (NOT_PUBLISHED.test(text)) return /不予公开|不公开|withheld/i.test(text) ? ['published/withheld'] : []
  return ['published/published', ...(/撤回|withdrawn/i.test(text) ? ['published/withdrawn'] : [])]
}

function remedyMarks(text: string): string[] {
  const said = REMEDIES.filter((mark) => REMEDY_WORDS[mark]?.test(text) === true)
  const overturned = said.some((mark) => OUTCOMES.includes(mark)) ? (['overturned'] as const) : []
  return (['any', ...said, ...overturned] as const).map((mark) => `remedy/${mark}`)
}

function transferMarks(text: string): string[] {
  const labels = TRANSFERS.filter((state) => state !== 'any').map((state) => [state, Object.values(TRANSFER_MARK_LABELS[state])] as const)
  const state = labels.find(([, names]) => names.some((name) => narrow(name).toLowerCase() === text.toLowerCase()))
  return ['transfer/any', ...(state === undefined ? [] : [`transfer/${state[0]}`])]
}

/** `2/3`: fatal and correctable. */
function defectMarks(text: string): string[] {
  const match = /^(\d{1,3})\/(\d{1,3})$/.exec(text)
  if (match === null) return []
  const [fatal, correctable] = [Number(match[1]), Number(match[2])]
  if (fatal + correctable === 0) return ['defects/none']
  return [...(fatal > 0 ? ['defects/fatal'] : []), ...(correctable > 0 ? ['defects/correctable'] : [])]
}

/** The day with which a cell begins: `2015-03-01 某罚〔2015〕3号`. */
function dayIn(text: string): string | undefined {
  const [first = ''] = text.trim().split(/\s+/u)
  return readDay(first)?.day
}

const READERS = {
  assignment: (text) => firstOf(ASSIGNED, text),
  extension: () => ['extension/yes'],
  defects: defectMarks,
  adopted: (text) => firstOf(ANSWERED, text),
  published: publishedMarks,
  remedy: remedyMarks,
  transfer: transferMarks,
} as const satisfies Partial<Record<keyof ImportedValues, (text: string) => string[]>>

/** `decided/` and `archived/` carry the day. */
export function importedMarks(values: Partial<ImportedValues>): string[] {
  const marks = Object.entries(READERS).flatMap(([column, read]) => {
    const cell = values[column as keyof typeof READERS]
    return cell === undefined || isNothing(String(cell)) ? [] : read(narrow(String(cell)))
  })
  const days = (['decision', 'archived'] as const).flatMap((column) => {
    const day = dayIn(String(values[column] ?? ''))
    return day === undefined ? [] : [`${column === 'decision' ? 'decided' : column}/${day}`]
  })
  return [...new Set([...marks, ...days])]
}
