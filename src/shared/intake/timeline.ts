/**
 * The timeline of a case file (案件时间线): every dated act in order, once, with the documents that state it. An act has a
 * home, the document that is its record; what other documents say of it is laid under it.
 */
import type { DocumentKind } from '../catalogue/document-kinds.ts'
import type { DateFact } from '../facts/facts.ts'
import type { Bilingual, IsoDate } from '../values/values.ts'
import type { DocumentKindId } from './document-part.ts'
import { quoted } from './document-text.ts'
import { tellingName } from './file-name.ts'
import {
  filedDocuments,
  labelled,
  sourceAt,
  type FieldSource,
  type FiledDocument,
  type UnderstoodFile,
} from './proposal-field.ts'
import { SOURCE_ORDERS } from './proposal-orders.ts'
import { HOMES, MENTIONS, SERVED, TIMELINE_LABELS, timelineOrder, type TimelineKind } from './timeline-kinds.ts'
import { endsDocument, textLines } from './text-lines.ts'
import { matchTitles, titleIndex } from './title-matching.ts'

export type { TimelineKind } from './timeline-kinds.ts'
export { TIMELINE_LABELS } from './timeline-kinds.ts'

export interface TimelineEvent {
  /** The same for the same event of the same files. */
  readonly key: string
  readonly kind: TimelineKind
  readonly label: Bilingual
  readonly day: IsoDate
  /** `HH:mm` */
  readonly time: string | null
  readonly until: { readonly day: IsoDate; readonly time: string | null } | null
  /** Who was questioned, or the number of the document; null where neither is printed. */
  readonly about: string | null
  /** True where the document of the act itself states it; false where others only mention it. */
  readonly recorded: boolean
  readonly source: FieldSource
  /** Other documents that state the same. */
  readonly others: readonly FieldSource[]
}

interface Mention {
  readonly kind: TimelineKind
  readonly date: Pick<DateFact, 'day' | 'time' | 'until'>
  readonly document: FiledDocument
  readonly source: FieldSource
  readonly about: string | null
  readonly recorded: boolean
}

interface Draft {
  readonly first: Mention
  time: string | null
  until: TimelineEvent['until']
  readonly sources: FieldSource[]
}

class Reader {
  private readonly documents: readonly FiledDocument[]
  private readonly kinds: readonly DocumentKind[]

  constructor(documents: readonly FiledDocument[], kinds: readonly DocumentKind[]) {
    this.documents = documents
    this.kinds = kinds
  }

  mentions(): Mention[] {
    return this.documents.flatMap((document) => {
      const home = this.homeOf(document)
      const told = document.facts.dates.flatMap((date) => (date === home?.date ? [] : this.mentioned(document, date)))
      return home === null ? told : [this.mention(home.kind, document, home.date, true), ...told]
    })
  }

  private homeOf(document: FiledDocument): { kind: TimelineKind; date: DateFact } | null {
    const home = HOMES[document.kind]
    if (home === undefined) return null
    for (const meaning of home.meanings) {
      // forms bear a date for every signature: the last is when it was done
      const dates = document.facts.dates.filter((date) => date.meaning === meaning)
      const date = meaning === 'document' || meaning === 'approved' ? dates.at(-1) : dates[0]
      if (date !== undefined) return { kind: home.event === 'served' ? this.servedBy(document) : home.event, date }
    }
    const signed = signedOn(document)
    return signed === null
      ? null
      : { kind: home.event === 'served' ? this.servedBy(document) : home.event, date: signed }
  }

  private mentioned(document: FiledDocument, date: DateFact): Mention[] {
    const event = MENTIONS[date.meaning]
    const ends =
      (date.meaning === 'measure' || date.meaning === 'extension') && date.until !== null && date.until.day > date.day
    const end =
      ends && date.until !== null
        ? [this.mention('measureEnds', document, { ...date, ...date.until, until: null }, true)]
        : []
    if (document.kind === 'correction-order' && date.meaning === 'corrected')
      return [this.mention('correctionDue', document, date, true)]
    if (event === undefined || !tells(document.kind, date.meaning)) return end
    if (event === 'act') {
      const began = this.mention('actBegan', document, { ...date, until: null }, false)
      return date.until === null || date.until.day === date.day
        ? [began]
        : [began, this.mention('actEnded', document, { ...date, ...date.until, until: null }, false)]
    }
    const kind = event === 'served' ? this.servedIn(document, date) : event
    return kind === null ? end : [this.mention(kind, document, date, false), ...end]
  }

  private mention(kind: TimelineKind, document: FiledDocument, date: DateFact, recorded: boolean): Mention {
    const about = recorded ? aboutOf(kind, document) : null
    return { kind, date, document, source: sourceAt(document, date.passage), about, recorded }
  }

  /** What a receipt is the receipt of: what it names, else the document before it, else what the file's name says. */
  private servedBy(receipt: FiledDocument): TimelineKind {
    const named = labelled(receipt, [
      '送达文书',
      '送达文书名称',
      '文书名称',
      '文书名称及文号',
      '送达文件',
      '送达文书名称及文号',
    ])
    const told = named.map(({ value }) => this.servedKind(value)).find((kind) => kind !== null)
    if (told !== undefined && told !== null) return told
    const place = this.documents.indexOf(receipt)
    const before = this.documents
      .slice(0, place)
      .findLast(({ file, kind }) => file.fileId === receipt.file.fileId && kind !== 'service-receipt')
    const byBefore = before === undefined ? undefined : SERVED[before.kind]
    return byBefore ?? this.servedKind(tellingName(receipt.file.name)) ?? 'otherServed'
  }

  private servedKind(words: string): TimelineKind | null {
    const kinds = matchTitles(words.replace(/[（(〔[][^（()）]*[）)]?$/u, ''), titleIndex(this.kinds)).flatMap(
      (match) => match.kinds,
    )
    const titled = kinds.find((kind) => SERVED[kind] !== undefined)
    if (titled !== undefined) return SERVED[titled] ?? null
    return kinds.length > 0 && !kinds.includes('service-receipt') ? 'otherServed' : byWords(words)
  }

  /** 于3月18日送达行政处罚告知书: what was served stands beside the date. */
  private servedIn(document: FiledDocument, date: DateFact): TimelineKind | null {
    if (document.kind === 'service-receipt') return this.servedBy(document)
    const { page, start, end } = date.passage
    const near = quoted(document.file.text, { page, start: Math.max(0, start - 12), end: end + 40 })
    return byWords(near)
  }
}

/** Documents that list or quote: their dates are of papers and people, not of acts in the case. */
const NO_TELLING: readonly DocumentKindId[] = [
  'materials-list',
  'evidence-list',
  'identity-papers',
  'power-of-attorney',
  'officer-certificates',
  'legal-basis-extract',
  'enforcement-delegation',
  'other',
]
const OF_A_MEASURE: readonly DocumentKindId[] = [
  'measure-decision',
  'measure-record',
  'measure-extension',
  'measure-approval',
  'goods-list',
  'preservation-paper',
]

function tells(kind: DocumentKindId, meaning: DateFact['meaning']): boolean {
  if (meaning === 'act') return SOURCE_ORDERS.found.kinds.includes(kind)
  return meaning === 'measureUntil' ? OF_A_MEASURE.includes(kind) : !NO_TELLING.includes(kind)
}

/** The last date of a document that says of none what it is, where it stands at the end of a signature. */
function signedOn({ facts, file }: FiledDocument): DateFact | null {
  const date = facts.dates.at(-1)
  if (date === undefined || date.meaning !== 'other') return null
  const { page, start } = date.passage
  const line = textLines(file.text).find((one) => one.page === page && one.start <= start && start < one.end)
  return line !== undefined && endsDocument(line) ? date : null
}

const SERVED_WORDS: readonly (readonly [RegExp, TimelineKind])[] = [
  [/听证通知/u, 'hearingNoticeServed'],
  [/告知书|事先告知|听证告知/u, 'priorNoticeServed'],
  [/责令.{0,12}(?:通知书|决定书|指令书)|责改/u, 'correctionOrderServed'],
  [/(?:查封|扣押|强制措施).{0,8}决定书/u, 'measureServed'],
  [/(?:检验|检测|监测|鉴定).{0,6}(?:报告|结果|意见)/u, 'testResultServed'],
  [/处罚决定|决定书/u, 'decisionServed'],
]

function byWords(words: string): TimelineKind | null {
  const tight = words.replace(/\s/gu, '')
  return SERVED_WORDS.find(([pattern]) => pattern.test(tight))?.[1] ?? null
}

function aboutOf(kind: TimelineKind, { facts }: FiledDocument): string | null {
  if (kind === 'questioned') return facts.persons.find(({ role }) => role === 'questioned')?.name ?? null
  return facts.numbers.find(({ role }) => role === 'own')?.text ?? null
}

const compatible = (one: string | null, other: string | null): boolean =>
  one === null || other === null || one === other

/** Whether a mention is of the event of a draft: two records of one day are two events unless they tell one time. */
function isSame(draft: Draft, mention: Mention): boolean {
  if (!compatible(draft.time, mention.date.time)) return false
  if (!draft.first.recorded || !mention.recorded || draft.first.document === mention.document) return true
  return draft.time !== null && draft.time === mention.date.time && compatible(draft.first.about, mention.about)
}

function laidTogether(mentions: readonly Mention[]): Draft[] {
  const groups = new Map<string, Draft[]>()
  // records first, so that what others mention is laid under them
  for (const mention of [...mentions].sort((one, other) => Number(other.recorded) - Number(one.recorded))) {
    const key = `${mention.kind} ${mention.date.day}`
    const drafts = groups.get(key) ?? []
    groups.set(key, drafts)
    const draft =
      drafts.find((one) => one.time === mention.date.time && isSame(one, mention)) ??
      drafts.find((one) => isSame(one, mention))
    if (draft === undefined)
      drafts.push({ first: mention, time: mention.date.time, until: mention.date.until, sources: [mention.source] })
    else {
      draft.time ??= mention.date.time
      draft.until ??= mention.date.until
      if (!draft.sources.some((one) => isSamePlace(one, mention.source))) draft.sources.push(mention.source)
    }
  }
  return [...groups.values()].flat()
}

function isSamePlace(one: FieldSource, other: FieldSource): boolean {
  return (
    one.fileId === other.fileId &&
    one.kind === other.kind &&
    one.passage.page === other.passage.page &&
    one.passage.start === other.passage.start
  )
}

/** Later than any time of a day. */
const DAYS_END = '24:00'

/**
 * The time by which an event without one is placed in its day: before the first timed event that a case takes after it
 * (a notice before its service), else at the day's end.
 */
function placedAt(event: TimelineEvent, day: readonly TimelineEvent[]): string {
  if (event.time !== null) return event.time
  const later = day.flatMap(({ kind, time }) =>
    time !== null && timelineOrder(kind) > timelineOrder(event.kind) ? [time] : [],
  )
  return later.reduce((least, time) => (time < least ? time : least), DAYS_END)
}

function inOrderOfDays(events: readonly TimelineEvent[]): TimelineEvent[] {
  const days = new Map<string, TimelineEvent[]>()
  for (const event of events) days.set(event.day, [...(days.get(event.day) ?? []), event])
  return events
    .map((event) => ({ event, at: `${event.day} ${placedAt(event, days.get(event.day) ?? [])}` }))
    .sort((one, other) => compare(one.at, other.at) || timelineOrder(one.event.kind) - timelineOrder(other.event.kind))
    .map(({ event }) => event)
}

/** `kinds`: rows of the catalogue's `documentKinds`, for telling what a receipt of service is of. */
export function timelineOf(files: readonly UnderstoodFile[], kinds: readonly DocumentKind[]): TimelineEvent[] {
  return timelineOfDocuments(filedDocuments(files), kinds)
}

/** The same for documents that are at hand already, such as those of a `CaseFile`. */
export function timelineOfDocuments(documents: readonly FiledDocument[], kinds: readonly DocumentKind[]): TimelineEvent[] {
  const drafts = laidTogether(new Reader(documents, kinds).mentions())
  const events = drafts.map(({ first, time, until, sources }): TimelineEvent => {
    const { kind, date, source, about, recorded } = first
    const key = [kind, date.day, time ?? '', about ?? ''].join('/')
    return {
      key,
      kind,
      label: TIMELINE_LABELS[kind],
      day: date.day,
      time,
      until,
      about,
      recorded,
      source,
      others: sources.filter((one) => one !== source),
    }
  })
  return inOrderOfDays(events)
}

const compare = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0)
