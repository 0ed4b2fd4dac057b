/** Makes the cross-table out of a case file. Values are compared as the rules compare them: widths, spaces, units and masks aside. */
import { formatCitation } from '../catalogue/citation.ts'
import type { DocumentKind } from '../catalogue/document-kinds.ts'
import type { AmountMeaning, CitationFact, IdentityCodeKind, PartyFact } from '../facts/facts.ts'
import type { Passage } from '../intake/document-text.ts'
import { timelineOfDocuments } from '../intake/timeline.ts'
import { TIMELINE_LABELS, type TimelineKind } from '../intake/timeline-kinds.ts'
import type { CaseDocument, CaseFile } from '../prereview/case-file.ts'
import { partyViews } from '../prereview/party-views.ts'
import { addressedParties, sameParty } from '../prereview/rules/case-parties.ts'
import { fineOf, finePlace } from '../prereview/rules/procedure/reading/sanctions.ts'
import { plainNumber } from '../prereview/rules/procedure/reading/services.ts'
import { compareNames, plainName } from '../prereview/rules/same-name.ts'
import { foldWords } from '../prereview/wording.ts'
import { isCertain, placeInFile } from '../timeline/places.ts'
import type { Bilingual } from '../values/values.ts'
import type { CrossColumn, CrossPart, CrossRow, CrossTable } from './cross-table.ts'
import { crossRow, type RowWish, type StatedValue } from './stated-values.ts'

const both = (zh: string, en: string): Bilingual => ({ 'zh-CN': zh, en })

/** Documents that list, quote or tell of other cases: what they state is not stated of this one. */
const LEFT_OUT: readonly string[] = ['legal-basis-extract', 'materials-list', 'evidence-list', 'earlier-penalty', 'enforcement-delegation']

/** A document that states more amounts of one meaning is a table of items, and agrees or differs in none of them. */
const MOST_AMOUNTS = 4

interface Desk {
  readonly documents: readonly CaseDocument[]
  readonly columnOf: ReadonlyMap<CaseDocument, number>
}

function stated(desk: Desk, document: CaseDocument, passage: Passage, text: string, yuan?: number): StatedValue[] {
  const column = desk.columnOf.get(document)
  if (column === undefined || text === '') return []
  const value = { column, text, place: placeInFile(document, passage), certain: isCertain(document.file.text, passage) }
  return [yuan === undefined ? value : { ...value, yuan }]
}

const dense = (words: string): string => foldWords(words).replace(/[\s，。；、]/gu, '').toUpperCase()
const sameDense = (one: string, other: string): boolean => dense(one) === dense(other)
/** An address without its province, or with a floor more, is the same address told shorter. */
function samePlace(one: string, other: string): boolean {
  const [left, right] = [dense(one), dense(other)]
  return left.includes(right) || right.includes(left)
}
/** 邹大勇（红运零售店）: the operator and the trade name together name the same as either. */
const namesIn = (name: string): string[] => [name, ...name.split(/[（）]/u).filter((part) => part.length > 1)]
function sameName(one: string, other: string): boolean {
  if (compareNames(one, other) === 'same') return true
  const [left, right] = [namesIn(plainName(one)), namesIn(plainName(other))]
  return left.length !== right.length && left.some((name) => right.includes(name))
}

type Wish = Omit<RowWish, 'stated' | 'group'>

const CODE_LABELS: Readonly<Record<IdentityCodeKind, Bilingual>> = {
  uscc: both('统一社会信用代码', 'Unified social credit code'),
  residentId: both('身份证件号码', 'Identity number'),
  registration: both('登记注册号', 'Registration number'),
  other: both('其他证件号码', 'Other number'),
}

/** Those against whom the case is, each once. */
function principals(file: CaseFile): PartyFact[] {
  const known: PartyFact[] = []
  for (const { fact } of addressedParties(file)) if (!known.some((one) => sameParty(one, fact))) known.push(fact)
  return known.slice(0, 4)
}

function partyRows(desk: Desk, file: CaseFile): RowWish[] {
  const parties = principals(file)
  return parties.flatMap((principal, number): RowWish[] => {
    const named = desk.documents.flatMap((document) =>
      document.facts.parties.filter((party) => sameParty(party, principal)).map((party) => ({ document, party })),
    )
    const suffix = parties.length > 1 ? principal.name : null
    const label = ({ 'zh-CN': zh, en }: Bilingual): Bilingual => (suffix === null ? both(zh, en) : both(`${zh}（${suffix}）`, `${en} (${suffix})`))
    const row = (wish: Wish, values: readonly StatedValue[]): RowWish => ({ ...wish, key: `party/${number}/${wish.key}`, label: label(wish.label), group: 'party', stated: values })
    const codes = (kind: IdentityCodeKind): StatedValue[] =>
      named.flatMap(({ document, party }) =>
        // what a publisher masked cannot be compared
        party.codes.filter((code) => code.kind === kind && code.whole).flatMap((code) => stated(desk, document, code.passage, code.text.toUpperCase())),
      )
    return [
      row(
        { key: 'name', label: both('名称（姓名）', 'Name'), same: sameName },
        named.flatMap(({ document, party }) => stated(desk, document, party.passage, plainName(party.name))),
      ),
      ...(['uscc', 'residentId', 'registration'] as const).map((kind) => row({ key: kind, label: CODE_LABELS[kind], same: sameDense }, codes(kind))),
      row(
        { key: 'representative', label: both('法定代表人（负责人、经营者）', 'Legal representative or operator'), same: sameName },
        named.flatMap(({ document, party: { legalRepresentative: one } }) => (one === null ? [] : stated(desk, document, one.passage, plainName(one.name)))),
      ),
      row(
        { key: 'address', label: both('住所（地址）', 'Address'), same: samePlace },
        named.flatMap(({ document, party: { address: one } }) => (one === null ? [] : stated(desk, document, one.passage, one.text.replace(/\s+/gu, '')))),
      ),
    ]
  })
}

const AMOUNTS: readonly (readonly [AmountMeaning, Bilingual])[] = [
  ['confiscation', both('没收违法所得', 'Confiscation of gain')],
  ['illegalGain', both('违法所得', 'Illegal gain')],
  ['goodsValue', both('货值金额', 'Value of goods')],
  ['turnover', both('销售（经营）金额', 'Turnover')],
  ['loss', both('损失', 'Loss')],
]

function amountRows(desk: Desk): RowWish[] {
  const sameAmount = (one: string, other: string): boolean => one === other
  const fines = desk.documents.flatMap((document) => {
    const [yuan, place] = [fineOf(document), finePlace(document)]
    return yuan === null || place === null ? [] : stated(desk, document, place.passage, String(yuan), yuan)
  })
  const fine: RowWish = { key: 'amount/fine', group: 'amount', label: both('罚款', 'Fine'), same: sameAmount, stated: fines }
  const rest = AMOUNTS.map(([meaning, label]): RowWish => {
    const values = desk.documents.flatMap((document) => {
      const amounts = document.facts.amounts.filter((one) => one.meaning === meaning && one.form !== 'rate')
      if (new Set(amounts.map(({ yuan }) => yuan)).size > MOST_AMOUNTS) return []
      return amounts.flatMap(({ yuan, passage }) => stated(desk, document, passage, String(yuan), yuan))
    })
    return { key: `amount/${meaning}`, group: 'amount', label, same: sameAmount, stated: values }
  })
  return [fine, ...rest]
}

/** Days that every document must give alike; acts that a case has several of are not compared. */
const DAYS: readonly TimelineKind[] = ['actBegan', 'actEnded', 'filed', 'priorNoticeServed', 'hearingAsked', 'heard', 'reviewed', 'discussed', 'decisionServed']

function dayRows(desk: Desk, kinds: readonly DocumentKind[]): RowWish[] {
  const events = timelineOfDocuments(desk.documents, kinds)
  const holder = (fileId: string, kind: string, { page, start }: Passage): CaseDocument | undefined =>
    desk.documents.find(
      (one) => one.file.fileId === fileId && one.kind === kind && one.spans.some((span) => span.page === page && span.start <= start && start <= span.end),
    )
  return DAYS.map((day): RowWish => {
    const found = events.filter(({ kind }) => kind === day)
    const values = found.flatMap((event) =>
      [event.source, ...event.others].flatMap(({ fileId, kind, passage }) => {
        const document = holder(fileId, kind, passage)
        return document === undefined ? [] : stated(desk, document, passage, event.day)
      }),
    )
    // a step that two papers record is two steps, not one with two days
    const compared = new Set(found.filter(({ recorded }) => recorded).map((event) => event.day)).size <= 1
    return { key: `date/${day}`, group: 'date', label: TIMELINE_LABELS[day], same: (one, other) => one === other, stated: values, compared }
  })
}

function articleOf({ article, articleSub, paragraph, item }: CitationFact): string {
  if (article === null) return ''
  const cited = formatCitation({ law: '', article, ...(paragraph === null ? {} : { paragraph }), ...(item === null ? {} : { item }) }, 'zh-CN').replace('《》', '')
  return articleSub === null ? cited : cited.replace('条', `条之${articleSub}`)
}

const plainLaw = (law: string): string => law.replace(/^中华人民共和国/u, '').replace(/[\s（(](?:修订|\d{4}年?[^）)]*)[）)]?$/u, '')

/** What these rest on is the basis of a measure or of a step, not of the decision that the others speak of. */
const OTHER_BASIS: readonly string[] = [
  'measure-approval',
  'measure-decision',
  'measure-record',
  'measure-extension',
  'measure-release',
  'preservation-paper',
  'correction-order',
  'test-notice',
  'hearing-notice',
  'hearing-reply',
  'urging-notice',
  'execution-decision',
]

/** For each law, the articles that a document cites of it, together. */
function citationRows(desk: Desk): RowWish[] {
  const rows = new Map<string, { readonly label: Bilingual; readonly values: StatedValue[] }>()
  for (const document of desk.documents) {
    const cited = new Map<string, CitationFact[]>()
    for (const citation of document.facts.citations) {
      if ((citation.role !== 'violated' && citation.role !== 'basis') || citation.article === null) continue
      if (citation.role === 'basis' && OTHER_BASIS.includes(document.kind)) continue
      const key = `${citation.role}/${plainLaw(citation.law)}`
      cited.set(key, [...(cited.get(key) ?? []), citation])
    }
    for (const [key, citations] of cited) {
      const [first] = citations
      if (first === undefined) continue
      const law = plainLaw(first.law)
      const label = first.role === 'violated' ? both(`违反《${law}》`, `Violated: 《${law}》`) : both(`依据《${law}》`, `Basis: 《${law}》`)
      const row = rows.get(key) ?? { label, values: [] }
      rows.set(key, row)
      const articles = [...new Map(citations.map((one) => [articleOf(one), one])).entries()].sort(
        ([, one], [, other]) => (one.article ?? 0) - (other.article ?? 0) || (one.paragraph ?? 0) - (other.paragraph ?? 0) || (one.item ?? 0) - (other.item ?? 0),
      )
      row.values.push(...stated(desk, document, first.passage, articles.map(([text]) => text).join('、')))
    }
  }
  return [...rows].map(([key, { label, values }]) => ({ key: `citation/${key}`, group: 'citation', label, same: sameDense, stated: values, together: true }))
}

function officerRows(desk: Desk): RowWish[] {
  const rows = new Map<string, StatedValue[]>()
  for (const document of desk.documents) {
    for (const { name, certificate } of document.facts.persons) {
      if (certificate === null) continue
      const plain = plainName(name)
      rows.set(plain, [...(rows.get(plain) ?? []), ...stated(desk, document, certificate.passage, certificate.text.replace(/\s/gu, ''))])
    }
  }
  return [...rows].map(([name, values]) => ({
    key: `officer/${name}`,
    group: 'officer',
    label: both(`${name} 执法证号`, `${name}: certificate`),
    same: sameDense,
    stated: values,
  }))
}

const seriesOf = (number: string): string => number.slice(0, Math.max(0, number.indexOf('〔')))

/** The number of each document, and what others call it: a cited number of the same series that no document bears is a slip. */
function numberRows(desk: Desk, kinds: readonly DocumentKind[]): RowWish[] {
  const own = desk.documents.flatMap((document) => {
    const fact = document.facts.numbers.find(({ role }) => role === 'own')
    return fact === undefined ? [] : [{ document, fact, number: plainNumber(fact.text) }]
  })
  const borne = new Set(own.map(({ number }) => number))
  return own
    .filter(({ number }, place) => own.findIndex((one) => one.number === number) === place)
    .map(({ document, fact, number }): RowWish => {
      const series = seriesOf(number)
      const onlyOne = series !== '' && new Set(own.filter((one) => seriesOf(one.number) === series).map((one) => one.number)).size === 1
      const cited = desk.documents.flatMap((other) =>
        other === document
          ? []
          : other.facts.numbers.flatMap((one) => {
              const said = plainNumber(one.text)
              const meant = said === number || (one.role === 'cited' && onlyOne && seriesOf(said) === series && !borne.has(said))
              return meant ? stated(desk, other, one.passage, said) : []
            }),
      )
      const name = kinds.find(({ id }) => id === document.kind)?.name ?? both(document.facts.title?.text ?? '文书', document.facts.title?.text ?? 'Document')
      return {
        key: `number/${number}`,
        group: 'number',
        label: name,
        same: sameDense,
        stated: [...stated(desk, document, fact.passage, number), ...cited],
      }
    })
}

function partOf(file: CaseFile, columnOf: ReadonlyMap<CaseDocument, number>, kinds: readonly DocumentKind[], party: string | null): CrossPart {
  const desk: Desk = { columnOf, documents: file.documents.filter(({ kind }) => !LEFT_OUT.includes(kind)) }
  const wishes = [...partyRows(desk, file), ...amountRows(desk), ...dayRows(desk, kinds), ...citationRows(desk), ...officerRows(desk), ...numberRows(desk, kinds)]
  const rows = wishes.map(crossRow).filter((row): row is CrossRow => row !== null)
  return { party, rows }
}

function columnFrom({ file, kind, facts, day }: CaseDocument): CrossColumn {
  return { fileId: file.fileId, fileName: file.name, documentKind: kind, title: facts.title?.text ?? null, day }
}

/** @param kinds rows of the catalogue's `documentKinds` */
export function buildCrossTable(file: CaseFile, kinds: readonly DocumentKind[]): CrossTable {
  const documents = file.documents
    .filter(({ kind }) => !LEFT_OUT.includes(kind))
    .map((document, place) => ({ document, place }))
    .toSorted((one, other) => {
      const [left, right] = [one.document.day ?? '9', other.document.day ?? '9']
      return left === right ? one.place - other.place : left < right ? -1 : 1
    })
    .map(({ document }) => document)
  const columnOf = new Map(documents.map((document, column) => [document, column]))
  const views = partyViews(file)
  const parts =
    views.length === 0
      ? [partOf(file, columnOf, kinds, null)]
      : views.map((view) => partOf(view, columnOf, kinds, principals(view)[0]?.name ?? null))
  return { columns: documents.map(columnFrom), parts }
}

