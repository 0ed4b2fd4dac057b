/** The name of the case, its cause and the facts found, as documents tell them in words. */
import { quoted, type Passage } from './document-text.ts'
import {
  chosen,
  inOrder,
  labelled,
  sameWords,
  sourceAt,
  titlePassage,
  type FiledDocument,
  type Proposed,
  type Stated,
} from './proposal-field.ts'
import { SOURCE_ORDERS } from './proposal-orders.ts'
import { endsDocument, textLines, type TextLine } from './text-lines.ts'
import { headingNumber, titleWords } from './title-text.ts'

const LONGEST_NAME = 200
const LONGEST_FACTS = 20_000

const CASE_NAMES = ['案件名称', '案名', '案件']
const CAUSES = ['案由', '案件性质', '立案事由', '违法行为类型', '处罚事由', '涉嫌违法行为']

/** 关于报送某公司无证排污案法制审核的函 names the case between 关于 and 案. */
const IN_A_TITLE = /(?:关于|报送|提请审核|提请)+(?<name>[^，。；：]{4,120}?案)(?:的|法制|审核|件)/u

export function proposedTitle(
  documents: readonly FiledDocument[],
  party: string | null,
  cause: Proposed<string> | undefined,
): Proposed<string> | undefined {
  const sources = inOrder(documents, SOURCE_ORDERS.caseName)
  const named = sources.flatMap((document) => [
    ...labelled(document, CASE_NAMES).filter(({ value }) => value.endsWith('案')),
    ...labelled(document, CAUSES).filter(
      ({ value }) => value.endsWith('案') && party !== null && value.startsWith(party),
    ),
    ...inTitle(document),
  ])
  const found = chosen(
    named.filter(({ value }) => value.length <= LONGEST_NAME),
    sameWords,
  )
  if (found !== undefined || party === null || cause === undefined) return found
  return { value: `${party}${cause.value}案`.slice(0, LONGEST_NAME), source: cause.source, alternatives: [] }
}

function inTitle(document: FiledDocument): Stated<string>[] {
  const title = document.facts.title
  const words = title === null ? quoted(document.file.text, titlePassage(document)) : title.text
  const name = IN_A_TITLE.exec(words.replace(/\s/gu, ''))?.groups?.['name']
  return name === undefined ? [] : [{ value: name, source: sourceAt(document, titlePassage(document)) }]
}

/** 涉嫌 and 案, and the party before them, do not belong to the cause. */
function bareCause(value: string, party: string | null): string {
  const without = party !== null && value.startsWith(party) ? value.slice(party.length) : value
  return without
    .replace(/^涉嫌/u, '')
    .replace(/(?:一案|案)$/u, '')
    .replace(/[。；]$/u, '')
}

const IN_WORDS = [
  /(?:当事人|你(?:单位|公司|店|厂|户)?|该(?:单位|公司|店|厂))涉嫌(?<cause>[^，。；、]{4,40}?)(?:一案|的行为|立案|，|。)/u,
  /(?:对|关于)[^，。；]{0,40}?涉嫌(?<cause>[^，。；、]{4,40}?)(?:一案|的行为|立案|进行)/u,
  /(?:对你(?:单位|公司|店|厂)?|当事人|你(?:单位|公司|店|厂))(?<cause>[^，。；、]{4,40}?)一案/u,
]

export function proposedCause(documents: readonly FiledDocument[], party: string | null): Proposed<string> | undefined {
  const sources = inOrder(documents, SOURCE_ORDERS.caseName)
  const told = sources.flatMap((document) =>
    [
      ...labelled(document, CAUSES),
      ...labelled(document, CASE_NAMES).filter(
        ({ value }) => party !== null && value.startsWith(party) && value.endsWith('案'),
      ),
    ]
      .map(({ value, source }) => ({ value: bareCause(value, party), source }))
      .filter(({ value }) => value.length >= 2 && value.length <= LONGEST_NAME),
  )
  const found = chosen(told, sameWords)
  return found ?? chosen(inOrder(documents, SOURCE_ORDERS.found).flatMap(causeInWords), sameWords)
}

function causeInWords(document: FiledDocument): Stated<string>[] {
  for (const span of document.spans) {
    const words = quoted(document.file.text, span)
    for (const pattern of IN_WORDS) {
      const match = pattern.exec(words)
      const cause = match?.groups?.['cause']
      if (match === null || cause === undefined) continue
      const start = span.start + match.index + match[0].indexOf(cause)
      return [
        {
          value: cause.replace(/\s/gu, ''),
          source: sourceAt(document, { page: span.page, start, end: start + cause.length }),
        },
      ]
    }
  }
  return []
}

const FACTS_OPEN =
  /(?:经(?:依法)?(?:查明?|调查|审查|核查|本局查明)|现(?:已)?查明|本(?:局|机关)查明|调查查明|查明)[，,：:]/u
const FACTS_HEAD =
  /(?:违法事实|事实和证据|查明的事实|违法行为事实|发现的.{0,6}违法事实|案件事实|基本案情|简要案情|^案情|^事实$)/u
const FACTS_END =
  /^(?:以上|上述)(?:违法)?(?:事实|行为|情况)|^(?:你|当事人).{0,12}(?:上述|以上)?行为.{0,6}违反|^主要证据|^证据|^上列事实|^有(?:下列|以下)证据/u

/** The paragraph that tells what was found, or those below a heading that says so. */
function factsOf(document: FiledDocument): Stated<string>[] {
  const inside = (line: TextLine): boolean =>
    document.spans.some(({ page, start, end }) => line.page === page && line.start >= start && line.end <= end)
  const lines = textLines(document.file.text).filter(inside)
  const opening = lines.findIndex(({ text }) => FACTS_OPEN.test(text))
  const heading = lines.findIndex(
    ({ text, words }) =>
      words.length <= 24 && (headingNumber(text) !== '' || !/[，。]/u.test(text)) && FACTS_HEAD.test(words),
  )
  const field = labelled(document, [
    '违法事实',
    '主要违法事实',
    '案情',
    '简要案情',
    '简要案情及立案理由',
    '违法事实及证据',
    '基本案情',
  ])
  if (opening < 0 && heading < 0) return field
  const from = heading >= 0 && (opening < 0 || heading < opening) ? heading + 1 : opening
  const kept: TextLine[] = []
  for (const line of lines.slice(from)) {
    const over =
      kept.length > 0 && (headingNumber(line.text) !== '' || FACTS_END.test(line.words) || endsDocument(line))
    if (over || (kept.length === 0 && headingNumber(line.text) !== '')) break
    kept.push(line)
    if (from === opening && /[。]$/u.test(line.text) && !/[：:]$/u.test(line.text)) break
  }
  const first = kept[0]
  const last = kept.findLast(({ page }) => page === first?.page)
  if (first === undefined || last === undefined) return field
  const words = kept.map(({ text }) => text).join('\n')
  const told = withoutLaw(words)
  const value = inThirdPerson(told).slice(0, LONGEST_FACTS)
  const cut = kept.length === 1 ? words.length - told.length : 0
  const passage: Passage = { page: first.page, start: first.start, end: last.end - cut }
  return [{ value, source: sourceAt(document, passage) }]
}

/** Evidence and law in the same paragraph: 以上事实有…证明, 上述行为违反了…. */
const AFTER_FACTS =
  /(?<=[。；])\s*(?:以上|上述|前述)(?:违法)?(?:事实|行为|情况)|(?<=[。；])\s*(?:你|当事人)[^，。；]{0,12}(?:上述|以上)?行为[^，。；]{0,6}违反/u

function withoutLaw(words: string): string {
  const after = AFTER_FACTS.exec(words)
  return after === null || after.index < 20 ? words : words.slice(0, after.index).trimEnd()
}

/** A draft decision speaks to the party (你公司); the case form and the opinion speak about it. */
const SECOND_PERSON = /你(?:单位|公司|店|厂|户|场|院|校|所|中心|合作社|(?=[于在的未擅从自将以作]))/gu

function inThirdPerson(words: string): string {
  return words.replace(SECOND_PERSON, '当事人')
}

export function proposedFacts(documents: readonly FiledDocument[]): Proposed<string> | undefined {
  return chosen(
    inOrder(documents, SOURCE_ORDERS.found)
      .flatMap(factsOf)
      .filter(({ value }) => titleWords(value).length >= 10),
    sameWords,
  )
}
