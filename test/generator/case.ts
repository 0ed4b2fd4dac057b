/** A complete invented case file (案卷), and how it is changed to put a defect into it. */
import type { CaseFields } from '../../src/shared/cases/case.ts'
import type { StatutoryCalendar } from '../../src/shared/deadlines/calendar.ts'
import type { CaseFile, KnownOfficer } from '../../src/shared/prereview/case-file.ts'
import { paper as makePaper, type Line, type Paper } from './paper.ts'
import { courtPapers } from './papers/court.ts'
import { decidingPapers, listOf } from './papers/deciding.ts'
import { evidencePapers } from './papers/evidence.ts'
import { executionPapers } from './papers/execution.ts'
import { inspectionPapers } from './papers/inspection.ts'
import { licencePapers } from './papers/licence.ts'
import { licenceDecidingPapers } from './papers/licence-deciding.ts'
import { measurePapers } from './papers/measure.ts'
import { measureReviewPapers } from './papers/measure-review.ts'
import { noticePapers } from './papers/notice.ts'
import { openingPapers } from './papers/opening.ts'
import { randomOf, type Random } from './random.ts'
import { storyOf, type Story } from './story.ts'
import { voiceOf, type Voice } from './wording.ts'
import type { FileKind, World } from './world.ts'

/** What a station knows beside the papers; nothing where the file is checked from a terminal. */
export interface Context {
  readonly officers: readonly KnownOfficer[]
  readonly reviewer: CaseFile['reviewer']
  readonly fields: Partial<Record<keyof CaseFields, unknown>> | null
}

export interface GeneratedCase {
  readonly story: Story
  readonly papers: readonly Paper[]
  readonly context: Context
}

const NOTHING_KNOWN: Context = { officers: [], reviewer: null, fields: null }

/** Order in which a case file keeps its papers. */
const ORDER = [
  'submission',
  'list',
  'explanation',
  'year-plan',
  'plan',
  'inspection-notice',
  'inspection-notice-receipt',
  'clue',
  'application',
  'handed-in-0',
  'handed-in-1',
  'supplement-told',
  'supplement-receipt',
  'supplement',
  'acceptance',
  'acceptance-receipt',
  'filing',
  'inspection',
  'photos',
  'certificates',
  'identity',
  'power',
  'address',
  'registration',
  'neighbours-told',
  'neighbours-receipt',
  'neighbours',
  'preservation',
  'preservation-end',
  'measure-approval',
  'measure',
  'measure-receipt',
  'measure-record',
  'goods',
  'sampling',
  'testing-told',
  'test',
  'accreditation',
  'test-notice',
  'test-receipt',
  'extension',
  'extension-receipt',
  'inquiry',
  'second-inquiry',
  'copy',
  'print',
  'calculation',
  'evidence-list',
  'correction',
  'correction-receipt',
  'check',
  'earlier',
  'crime',
  'report',
  'discretion',
  'notice',
  'notice-receipt',
  'defence',
  'waiver',
  'hearing-request',
  'hearing-notice',
  'hearing-receipt',
  'hearing',
  'hearing-report',
  'recheck',
  'review',
  'minutes',
  'decision',
  'decision-receipt',
  'licence',
  'result',
  'result-receipt',
  'release',
  'release-receipt',
  'payment',
  'publication',
  'closing',
  'extract',
  'urging',
  'urging-receipt',
  'execution-approval',
  'execution',
  'execution-receipt',
  'execution-record',
  'recordings',
]

const penaltyPapers = (voice: (id: string) => Voice): Paper[] => [
  ...openingPapers(voice),
  ...evidencePapers(voice),
  ...measurePapers(voice),
  ...noticePapers(voice),
  ...decidingPapers(voice),
]

const PAPERS: Readonly<Record<FileKind, (voice: (id: string) => Voice) => Paper[]>> = {
  penalty: penaltyPapers,
  licence: (voice) => [...licencePapers(voice), ...licenceDecidingPapers(voice)],
  inspection: inspectionPapers,
  measure: (voice) =>
    measureReviewPapers(voice, [...openingPapers(voice), ...evidencePapers(voice), ...measurePapers(voice)]),
  execution: (voice) => executionPapers(voice, penaltyPapers(voice)),
  court: (voice) => courtPapers(voice, penaltyPapers(voice)),
}

/** The papers of a story. Each has chance of its own, so that a change of the story changes only what it says. */
export function write(story: Story): GeneratedCase {
  const random = randomOf(story.seed).fork('papers')
  const voice = (id: string): Voice => voiceOf(story, random.fork(id))
  const papers = PAPERS[story.world.file ?? 'penalty'](voice).toSorted(
    (one, other) => ORDER.indexOf(one.id) - ORDER.indexOf(other.id),
  )
  return { story, papers: [listOf(papers.filter(({ id }) => id !== 'submission')), ...papers], context: NOTHING_KNOWN }
}

export function cleanStory(seed: number, calendar: StatutoryCalendar, world?: World): Story {
  return storyOf(seed, calendar, randomOf(seed), world)
}

/** Thrown where a case has not what a defect needs; the defect is then put into another case. */
export class NotPlantable extends Error {}

/** Changes papers; every change must change something. */
export class CaseEdit {
  readonly story: Story
  readonly random: Random
  private papers: Paper[]
  private known: Context

  constructor({ story, papers, context }: GeneratedCase, random: Random) {
    this.story = story
    this.random = random
    this.papers = [...papers]
    this.known = context
  }

  has(id: string): boolean {
    return this.papers.some((paper) => paper.id === id)
  }

  paper(id: string): Paper {
    const found = this.papers.find((paper) => paper.id === id)
    if (found === undefined) throw new NotPlantable(`no paper ${id}`)
    return found
  }

  line(id: string, slot: string): string {
    const found = this.paper(id).lines.find((line) => line.slot === slot)
    if (found === undefined) throw new NotPlantable(`${id} has no ${slot}`)
    return found.text
  }

  private put(id: string, lines: readonly Line[]): this {
    this.papers = this.papers.map((paper) => (paper.id === id ? { ...paper, lines } : paper))
    return this
  }

  /** Other words in the place of some; `slot` null looks in the whole paper. */
  swap(id: string, slot: string | null, words: string | RegExp, instead: string): this {
    let changed = false
    const lines = this.paper(id).lines.map((line) => {
      if (slot !== null && line.slot !== slot) return line
      const text = line.text.replace(words, instead)
      changed ||= text !== line.text
      return { ...line, text }
    })
    if (!changed) throw new NotPlantable(`${id}.${slot ?? '*'} does not say ${String(words)}`)
    return this.put(id, lines)
  }

  /** The same where the paper, if it is there at all, may or may not say so. */
  swapOptional(id: string, words: string | RegExp, instead: string): this {
    if (!this.has(id)) return this
    return this.put(
      id,
      this.paper(id).lines.map((line) => ({ ...line, text: line.text.replace(words, instead) })),
    )
  }

  /** The same in every paper that says it. */
  swapAll(words: string, instead: string): this {
    this.papers = this.papers.map((paper) => ({
      ...paper,
      lines: paper.lines.map((line) => ({ ...line, text: line.text.replaceAll(words, instead) })),
    }))
    return this
  }

  set(id: string, slot: string, text: string): this {
    this.line(id, slot)
    return this.put(
      id,
      this.paper(id).lines.map((line) => (line.slot === slot ? { slot, text } : line)),
    )
  }

  cut(id: string, ...slots: readonly string[]): this {
    for (const slot of slots) this.line(id, slot)
    return this.put(
      id,
      this.paper(id).lines.filter(({ slot }) => !slots.includes(slot)),
    )
  }

  insert(id: string, after: string, text: string): this {
    this.line(id, after)
    const { lines } = this.paper(id)
    const place = lines.findLastIndex(({ slot }) => slot === after)
    return this.put(id, [...lines.slice(0, place + 1), { slot: 'planted', text }, ...lines.slice(place + 1)])
  }

  /** Leaves papers out, and off the list of what the file holds. */
  drop(...ids: readonly string[]): this {
    for (const id of ids) {
      const { name } = this.paper(id)
      this.papers = this.papers.filter((paper) => paper.id !== id)
      if (this.has('list'))
        this.put(
          'list',
          this.paper('list').lines.filter(({ text }) => text.split('\t')[1] !== name),
        )
    }
    return this
  }

  dropIfThere(...ids: readonly string[]): this {
    return this.drop(...ids.filter((id) => this.has(id)))
  }

  add(id: string, kind: string, name: string, lines: readonly (readonly [string, string])[]): this {
    this.papers = [...this.papers, makePaper(id, kind, name, lines)]
    return this
  }

  know(context: Partial<Context>): this {
    this.known = { ...this.known, ...context }
    return this
  }

  done(): GeneratedCase {
    return { story: this.story, papers: this.papers, context: this.known }
  }
}
