/**
 * Scores the reading of published decisions against labels: `labels.jsonl` and `texts/NNN.txt`. Each text is
 * read twice, as it is and with full-width punctuation; precision, recall and F1 are told per field.
 */
import { readFileSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { extractFacts } from '../src/shared/facts/extract.ts'
import type { CitationRole, DocumentFacts, MeasureKind, NumberFact } from '../src/shared/facts/facts.ts'
import type { DocumentText } from '../src/shared/intake/document-text.ts'

export type Completeness = 'full' | 'near' | 'truncated'

interface LabelledCitation {
  readonly law: string
  readonly article: number | null
  readonly paragraph: number | null
  readonly item: number | null
  readonly role: string
}

export interface Label {
  readonly id: string
  readonly docNo: string | null
  readonly agency: string | null
  readonly partyName: string | null
  readonly uscc: string | null
  readonly decisionDate: string | null
  readonly citations: readonly LabelledCitation[]
  readonly penalties: readonly { readonly kind: string; readonly amountYuan: number | null }[]
  readonly noticeServedDate: string | null
  readonly hearingRequested: boolean | null
  readonly collectiveDiscussion: boolean | null
  readonly legalReviewMentioned: boolean | null
  readonly officersNamed: number | null
  readonly appealReconsiderationDays: number | null
  readonly appealLitigationMonths: number | null
  readonly textComplete: Completeness
}

export const FORMS = ['as-is', 'full-width'] as const
export type Form = (typeof FORMS)[number]

export interface Counts {
  right: number
  wrong: number
  missed: number
}

export interface FieldScore extends Counts {
  readonly precision: number
  readonly recall: number
  readonly f1: number
}

export interface Miss {
  readonly id: string
  readonly form: Form
  readonly field: string
  readonly kind: 'wrong' | 'missed'
  readonly value: string
}

export interface Measured {
  readonly texts: number
  readonly scores: Readonly<Record<Form, Readonly<Record<string, FieldScore>>>>
  readonly misses: readonly Miss[]
}

/** What the labels call the roles and the measures. Measures without a name there are not scored. */
const ROLE_LABELS: Readonly<Record<CitationRole, string>> = {
  violated: 'violated',
  basis: 'penalty-basis',
  discretion: 'discretion',
  procedure: 'procedure',
  remedy: 'remedy',
  other: 'other',
}
const MEASURE_LABELS: Readonly<Partial<Record<MeasureKind, string>>> = {
  orderCorrection: 'order-correction',
  warning: 'warning',
  criticism: 'criticism',
  fine: 'fine',
  confiscateGain: 'confiscate-illegal-gains',
  confiscateProperty: 'confiscate-property',
  suspendBusiness: 'suspend-business',
  suspendLicence: 'suspend-licence',
  downgrade: 'downgrade',
  revokeLicence: 'revoke-licence',
  restrictActivity: 'restrict-activity',
  banFromProfession: 'ban-from-profession',
  detention: 'detention',
  other: 'other',
}

const WIDE: Readonly<Record<string, string>> = { ',': '，', ':': '：', ';': '；', '(': '（', ')': '）' }

export function inForm(text: string, form: Form): string {
  return form === 'as-is' ? text : text.replace(/[,:;()]/gu, (mark) => WIDE[mark] ?? mark)
}

/** Half-width, without white space, and without the state's name before a law's title. */
function comparable(text: string): string {
  return text
    .replace(/[\s\u3000]/gu, '')
    .replace(/[\uff01-\uff5e]/gu, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/^《?中华人民共和国(?=.*(?:法|条例|规定|办法|细则)(?:\(.*\))?$)/u, '')
}

/**
 * The number under which the decision is published: the document's own, else that of the decision which it
 * tells of.
 */
export function decisionNumber(facts: DocumentFacts): NumberFact | null {
  const own = facts.numbers.find(({ role }) => role === 'own')
  if (own !== undefined) return own
  const told = facts.numbers.filter(
    ({ of, text }) => /决定书?$/u.test(of ?? '') || (/罚|处/u.test(text) && !/告|听|立|扣|责改/u.test(text)),
  )
  const ofDecision = told.find(({ of }) => /决定书?$/u.test(of ?? ''))
  return ofDecision ?? told.find(({ text }) => !/不[予]?罚/u.test(text)) ?? told[0] ?? null
}

/** The party of the decision: in a bulletin of several cases the one named last before its number, else the first. */
function decisionParty({ parties }: DocumentFacts, number: NumberFact | null): string | null {
  const before = parties.filter(
    ({ passage }) =>
      number !== null &&
      number.role === 'cited' &&
      number.of === null &&
      passage.page === number.passage.page &&
      passage.start < number.passage.start,
  )
  return (before.at(-1) ?? parties[0])?.name ?? null
}

function decisionDate(facts: DocumentFacts, text: string): string | null {
  const decided = facts.dates.find(({ meaning }) => meaning === 'decided')?.day ?? null
  const isDecision = /决定书?$/u.test(facts.title?.text ?? '') || /本(?:处罚|处理|行政处罚)?决定/u.test(text)
  return (isDecision ? facts.dates.find(({ meaning }) => meaning === 'document')?.day : null) ?? decided
}

function noticeServed(facts: DocumentFacts): string | null {
  const told = facts.dates.filter(
    ({ meaning, of }) => (meaning === 'served' || meaning === 'noticed') && /告知/u.test(of ?? ''),
  )
  return (told.find(({ meaning }) => meaning === 'served') ?? told[0])?.day ?? null
}

function hearingRequested(facts: DocumentFacts, text: string): boolean | null {
  if (/(?:未|没有|不)(?:提出|申请|要求|提交)?[^。;；]{0,16}听证|放弃[^。;；]{0,12}听证/u.test(text)) return false
  return facts.dates.some(({ meaning }) => meaning === 'hearingAsked' || meaning === 'heard') ? true : null
}

interface Reading {
  readonly values: Readonly<Record<string, string | null>>
  readonly citations: readonly string[]
  readonly citationsWithRole: readonly string[]
  readonly penalties: readonly string[]
}

const place = (law: string, article: number | null, paragraph: number | null, item: number | null): string =>
  [comparable(law), article ?? '', paragraph ?? '', item ?? ''].join('|')

function readingOf(facts: DocumentFacts, text: string): Reading {
  const officers = new Set(facts.persons.filter(({ role }) => role === 'officer').map(({ name }) => name)).size
  const remedy = (kind: string, unit: 'days' | 'months'): string | null => {
    const length = facts.remedies.find((fact) => fact.kind === kind)?.[unit] ?? null
    return length === null ? null : String(length)
  }
  const requested = hearingRequested(facts, text)
  const decisionNo = decisionNumber(facts)
  return {
    values: {
      docNo: published(decisionNo?.text),
      agency: published(
        facts.agencies.find(({ role }) => role === 'issuer')?.name ??
          facts.agencies.find(({ role }) => role === 'mentioned')?.name,
      ),
      partyName: published(decisionParty(facts, decisionNo)),
      uscc:
        facts.parties.flatMap(({ codes }) => codes).find(({ kind, whole }) => kind === 'uscc' && whole)?.text ?? null,
      decisionDate: decisionDate(facts, text),
      noticeServedDate: noticeServed(facts),
      hearingRequested: requested === null ? null : String(requested),
      collectiveDiscussion:
        facts.dates.some(({ meaning }) => meaning === 'discussed') || /集体讨论/u.test(text) ? 'true' : null,
      legalReviewMentioned: /法制审核/u.test(text) ? 'true' : 'false',
      officersNamed: officers === 0 ? null : String(officers),
      reconsiderationDays: remedy('reconsideration', 'days'),
      litigationMonths: remedy('litigation', 'months'),
    },
    citations: [...new Set(facts.citations.map((fact) => place(fact.law, fact.article, fact.paragraph, fact.item)))],
    citationsWithRole: [
      ...new Set(
        facts.citations.map(
          (fact) => `${place(fact.law, fact.article, fact.paragraph, fact.item)}|${ROLE_LABELS[fact.role]}`,
        ),
      ),
    ],
    penalties: facts.measures.flatMap((fact) => {
      const kind = MEASURE_LABELS[fact.kind]
      return kind === undefined ? [] : [`${kind} ${fact.yuan ?? ''}`]
    }),
  }
}

function published(name: string | null | undefined): string | null {
  return name === null || name === undefined ? null : comparable(name)
}

function expected(label: Label): Reading {
  const text = (value: string | number | boolean | null): string | null =>
    value === null ? null : comparable(String(value))
  return {
    values: {
      docNo: text(label.docNo),
      agency: text(label.agency),
      partyName: text(label.partyName),
      uscc: text(label.uscc),
      decisionDate: text(label.decisionDate),
      noticeServedDate: text(label.noticeServedDate),
      hearingRequested: text(label.hearingRequested),
      collectiveDiscussion: text(label.collectiveDiscussion),
      legalReviewMentioned: text(label.legalReviewMentioned),
      officersNamed: text(label.officersNamed),
      reconsiderationDays: text(label.appealReconsiderationDays),
      litigationMonths: text(label.appealLitigationMonths),
    },
    citations: [
      ...new Set(label.citations.map((cited) => place(cited.law, cited.article, cited.paragraph, cited.item))),
    ],
    citationsWithRole: [
      ...new Set(
        label.citations.map(
          (cited) => `${place(cited.law, cited.article, cited.paragraph, cited.item)}|${cited.role}`,
        ),
      ),
    ],
    penalties: label.penalties.map(({ kind, amountYuan }) => `${kind} ${amountYuan ?? ''}`),
  }
}

/** Fields that stand near the top: scored on all texts. The others only where the text comes to its end. */
const EARLY = new Set([
  'docNo',
  'partyName',
  'uscc',
  'agency',
  'legalReviewMentioned',
  'officersNamed',
  'noticeServedDate',
  'hearingRequested',
])

class Tally {
  private readonly counts = new Map<string, Counts>()
  readonly misses: Miss[] = []

  private add(field: string, key: keyof Counts): void {
    const counts = this.counts.get(field) ?? { right: 0, wrong: 0, missed: 0 }
    counts[key] += 1
    this.counts.set(field, counts)
  }

  private miss(id: string, form: Form, field: string, kind: Miss['kind'], value: string): void {
    this.add(field, kind)
    this.misses.push({ id, form, field, kind, value })
  }

  values(id: string, form: Form, is: Reading, should: Reading, complete: Completeness): void {
    for (const [field, label] of Object.entries(should.values)) {
      const read = is.values[field] ?? null
      if (!EARLY.has(field) && complete === 'truncated') continue
      if (label !== null && read === label) this.add(field, 'right')
      else {
        if (label !== null) this.miss(id, form, field, 'missed', label)
        if (read !== null && (label !== null || complete === 'full')) this.miss(id, form, field, 'wrong', read)
      }
    }
  }

  /** Lists with repetition: every label is met once. */
  list(id: string, form: Form, field: string, is: readonly string[], should: readonly string[]): void {
    const left = [...is]
    for (const label of should) {
      const at = left.indexOf(label)
      if (at < 0) this.miss(id, form, field, 'missed', label)
      else {
        left.splice(at, 1)
        this.add(field, 'right')
      }
    }
    for (const read of left) this.miss(id, form, field, 'wrong', read)
  }

  scores(): Record<string, FieldScore> {
    return Object.fromEntries(
      [...this.counts].map(([field, counts]) => {
        const precision = counts.right + counts.wrong === 0 ? 1 : counts.right / (counts.right + counts.wrong)
        const recall = counts.right + counts.missed === 0 ? 1 : counts.right / (counts.right + counts.missed)
        const f1 = precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall)
        return [field, { ...counts, precision, recall, f1 }]
      }),
    )
  }
}

export function documentOf(text: string): DocumentText {
  return { pages: [{ number: 1, source: 'plain', text, confidence: null }] }
}

/** Reads one text as a decision of its own. */
export function readText(text: string): DocumentFacts {
  return extractFacts(documentOf(text), [{ page: 1, start: 0, end: text.length }], 'decision')
}

/**
 * Scores a folder of `labels.jsonl` and `texts/NNN.txt`.
 * @param only ids of the texts to score; all where absent
 * @param change applied to each text before it is read: to see how the rules stand other line ends or punctuation
 */
export function measureFolder(
  folder: string,
  only: ReadonlySet<string> | null = null,
  change: (text: string) => string = (text) => text,
): Measured {
  const labels = readFileSync(join(folder, 'labels.jsonl'), 'utf8')
    .split('\n')
    .filter((line) => line.trim() !== '')
    .map((line) => JSON.parse(line) as Label)
    .filter(({ id }) => only === null || only.has(id))
  const present = new Set(readdirSync(join(folder, 'texts')))
  const scored = labels.filter(({ id }) => present.has(`${id}.txt`))
  const misses: Miss[] = []
  const scores = Object.fromEntries(
    FORMS.map((form) => {
      const tally = new Tally()
      for (const label of scored) {
        const text = change(inForm(readFileSync(join(folder, 'texts', `${label.id}.txt`), 'utf8'), form))
        const is = readingOf(readText(text), text)
        const should = expected(label)
        tally.values(label.id, form, is, should, label.textComplete)
        tally.list(label.id, form, 'citations', is.citations, should.citations)
        tally.list(label.id, form, 'citationsWithRole', is.citationsWithRole, should.citationsWithRole)
        if (label.textComplete !== 'truncated') {
          tally.list(label.id, form, 'penalties', is.penalties, should.penalties)
          tally.list(label.id, form, 'citationsComplete', is.citations, should.citations)
        }
      }
      misses.push(...tally.misses)
      return [form, tally.scores()]
    }),
  ) as Measured['scores']
  return { texts: scored.length, scores, misses }
}
