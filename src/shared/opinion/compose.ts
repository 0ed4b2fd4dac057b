/**
 * Composes the opinion from the answers: pure, in the words of the catalogue. What the officer then rewrites is theirs;
 * this only says what the answers lead to.
 */
import { basisFor, basisInWords } from '../catalogue/basis.ts'
import { chineseNumeral } from '../catalogue/citation.ts'
import { ACTION_KIND_LABELS, EFFECT_KIND_LABELS } from '../catalogue/vocabulary-labels.ts'
import type { CatalogueContent, Question } from '../catalogue/schema.ts'
import type { HeadingId, OpinionTypeCode } from '../catalogue/vocabulary.ts'
import type { CaseFields, Citation, Effect } from '../cases/case.ts'
import type { MetTrigger } from '../cases/contract.ts'
import type { Evidence } from '../checklist/answers.ts'
import type { ApplicableQuestions } from '../checklist/applicable-questions.ts'
import type { SavedAnswer } from '../checklist/contract.ts'
import { chineseDate } from '../documents/numbering.ts'
import type { FoundProblem } from '../followup/problems.ts'
import type { IsoDate } from '../values/values.ts'
import type { DerivedOpinion } from './derivation.ts'

export interface ComposeInput {
  readonly catalogue: CatalogueContent
  readonly fields: CaseFields
  /** The day the papers of this round came in. */
  readonly receivedOn: IsoDate
  /** Sector of the agency; null: none that has rules of its own. */
  readonly sector: string | null
  readonly round: number
  /** Number of the opinion of the round before; null in round 1. */
  readonly earlierNumber: string | null
  readonly triggers: readonly MetTrigger[]
  readonly applicable: ApplicableQuestions
  readonly answers: ReadonlyMap<string, SavedAnswer>
  readonly derived: DerivedOpinion
  readonly type: OpinionTypeCode
  readonly overrideReason: string | null
  /** Name of a material by its id. */
  readonly materialName: (id: string) => string
}

/** One part of the opinion: its heading and the text that the answers lead to. Paragraphs are separated by line feeds. */
export interface ComposedSection {
  readonly id: string
  readonly title: string
  readonly composed: string
}

/** The sections in the order in which they are printed; the eight headings carry the ids `heading.subject` … */
export function composeSections(input: ComposeInput): ComposedSection[] {
  const words = wordsOf(input.catalogue)
  return [
    { id: 'submission', title: words.title('section.submission'), composed: submission(input, words) },
    { id: 'trigger', title: words.title('section.trigger'), composed: trigger(input, words) },
    { id: 'proposal', title: words.title('section.proposal'), composed: proposal(input.fields) },
    { id: 'facts', title: words.title('section.facts'), composed: input.fields.facts.trim() || '（送审材料未载明）' },
    ...input.applicable.headings.map(({ heading }) => ({
      id: `heading.${heading.id}`,
      title: heading.title['zh-CN'],
      composed: headingConclusion(input, words, heading.id),
    })),
    { id: 'problems', title: words.title('section.problems'), composed: problems(input, words) },
    { id: 'conclusion', title: words.title('section.conclusion'), composed: conclusion(input, words) },
  ]
}

interface Words {
  /** The wording block with its places filled. */
  fill(id: string, places?: Readonly<Record<string, string | number>>): string
  /** A section's heading without its number, which is computed from position. */
  title(id: string): string
}

function wordsOf(catalogue: CatalogueContent): Words {
  const blocks = new Map(catalogue.wording.map((row) => [row.id, row.text['zh-CN']]))
  const fill: Words['fill'] = (id, places = {}) => {
    const block = blocks.get(id)
    if (block === undefined) throw new Error(`the catalogue has no wording ${id}`)
    return block.replaceAll(/\{\{(\w+)\}\}/g, (_, place: string) => String(places[place] ?? ''))
  }
  return { fill, title: (id) => fill(id).replace(/^[一二三四五六七八九十]+、/, '') }
}

function submission({ fields, receivedOn, round, earlierNumber }: ComposeInput, words: Words): string {
  const opening = words.fill(fields.actionKinds.includes('penalty') ? 'opening' : 'opening.without-penalty', {
    receivedOn: chineseDate(receivedOn),
    handlingBody: fields.submittingUnit,
    caseName: fields.title.replace(/案$/u, ''),
  })
  return round === 1 ? opening : `${opening}\n${words.fill('opening.round', { round, earlierNumber: earlierNumber ?? '—' })}`
}

function trigger({ fields, triggers }: ComposeInput, words: Words): string {
  const actionKind = fields.actionKinds.map((kind) => ACTION_KIND_LABELS[kind]['zh-CN']).join('、')
  if (triggers.length === 0) return words.fill('trigger.none', { actionKind })
  const named = withoutRepetition(triggers).map(({ label, verified }) => label['zh-CN'] + (verified ? '' : words.fill('unverified.note')))
  return words.fill('trigger.sentence', { actionKind, triggers: named.join('；') })
}

/** APL 58 names together what 118号 names apart: where it is met, the same circumstance is not said again. */
function withoutRepetition(triggers: readonly MetTrigger[]): readonly MetTrigger[] {
  const statutory = triggers.filter(({ id }) => id.startsWith('apl58.'))
  const said = new Set(statutory.flatMap(({ flags }) => flags))
  return triggers.filter(({ id, flags }) => !id.startsWith('d118.') || flags.length === 0 || flags.some((flag) => !said.has(flag)))
}

export function effectInWords({ kind, amount, detail }: Effect): string {
  const name = EFFECT_KIND_LABELS[kind]['zh-CN']
  // a detail that names the effect already says it whole
  if (detail !== '' && (kind === 'other' || detail.includes(name))) return detail
  return [name + (amount === null ? '' : `${amount}元`), detail].filter((part) => part !== '').join('，')
}

/** The place in a law as papers write it: 第三十三条第一项; Arabic figures become Chinese ones. */
export function citedPlaceInWords({ article, paragraph, item }: Pick<Citation, 'article' | 'paragraph' | 'item'>): string {
  const part = (value: string, unit: string) => {
    if (value === '' || value.startsWith('第')) return value
    const number = /^[1-9]\d{0,3}$/.test(value) ? chineseNumeral(Number(value)) : value
    return unit === '项' && !/^[（(]/u.test(number) ? `第（${number}）${unit}` : `第${number}${unit}`
  }
  return `${part(article, '条')}${part(paragraph, '款')}${part(item, '项')}`
}

/** As papers write it: 《排污许可管理条例》第三十三条第一项. */
export function citationInWords({ law, ...place }: Citation): string {
  return `《${law.replaceAll(/[《》]/g, '')}》${citedPlaceInWords(place)}`
}

function proposal({ effects, citations }: CaseFields): string {
  const cited = (...roles: Citation['role'][]) => citations.filter(({ role }) => roles.includes(role)).map(citationInWords).join('、')
  const decision = effects.length === 0 ? '' : `拟作出如下决定：${effects.map(effectInWords).join('；')}。`
  const violated = cited('violated')
  const basis = cited('basis', 'discretion', 'procedure')
  const law = [violated === '' ? '' : `认定违反${violated}`, basis === '' ? '' : `拟依据${basis}作出决定`].filter((part) => part !== '').join('，')
  return [decision, law === '' ? '' : `${law}。`].filter((part) => part !== '').join('\n') || '（送审材料未载明）'
}

interface Problem {
  readonly question: Question
  readonly answer: SavedAnswer
}

function problemsAmong(questions: readonly Question[], answers: ComposeInput['answers']): Problem[] {
  return questions.flatMap((question) => {
    const answer = answers.get(question.id)
    return answer?.answer === 'no' || answer?.answer === 'cannotTell' ? [{ question, answer }] : []
  })
}

/** What the officer wrote, else the catalogue's ready words; ends with a full stop. */
function findingOf({ question, answer }: Problem): string {
  const typed = answer.finding.trim()
  const words = typed !== '' ? typed : answer.answer === 'no' ? question.finding['zh-CN'] : `现有送审材料不足以判断：${question.text['zh-CN'].replace(/[？?]$/u, '')}`
  return closed(words)
}

function closed(sentence: string): string {
  return /[。！？；]$/u.test(sentence) || sentence === '' ? sentence.replace(/；$/u, '。') : `${sentence}。`
}

/** Every problem of the case with its number, which runs through the eight headings and the advice alike. */
function numberedProblems({ applicable, answers }: Pick<ComposeInput, 'applicable' | 'answers'>): (Problem & { readonly number: number })[] {
  return applicable.headings
    .flatMap(({ questions }) => problemsAmong(questions, answers))
    .map((problem, index) => ({ ...problem, number: index + 1 }))
}

/** The problems that the answers lead to, with the numbers and the words of the composed text. */
export function problemsFound(review: Pick<ComposeInput, 'applicable' | 'answers'>): FoundProblem[] {
  return numberedProblems(review).map((problem) => ({
    number: problem.number,
    questionId: problem.question.id,
    severity: problem.question.severity,
    finding: findingOf(problem),
    advice: adviceOf(problem),
  }))
}

function headingConclusion(input: ComposeInput, words: Words, heading: HeadingId): string {
  const found = numberedProblems(input).filter(({ question }) => question.heading === heading)
  if (found.length === 0) return words.fill(`heading.${heading}.pass`)
  const unclearOnly = found.every(({ answer }) => answer.answer === 'cannotTell')
  const intro = words.fill(`heading.${heading}.${unclearOnly ? 'unclear' : 'problem'}`)
  return [intro, ...found.map((problem) => `${problem.number}. ${findingOf(problem)}${groundsOf(input, words, problem)}`)].join('\n')
}

/** Law and place in the file, in one pair of brackets behind the finding. */
function groundsOf(input: ComposeInput, words: Words, { question, answer }: Problem): string {
  const basis = basisInWords(input.catalogue, basisFor(input.catalogue, question, { actionKinds: input.fields.actionKinds, sector: input.sector }), words.fill('unverified.note'))
  const places = references(input, answer.evidence)
  const grounds = [basis === '' ? '' : `依据：${basis}`, places === '' ? '' : `见${places}`].filter((part) => part !== '')
  return grounds.length === 0 ? '' : `（${grounds.join('；')}）`
}

/** Each file once, with its pages: 《立案审批表》第2页、第3页. */
function references(input: ComposeInput, evidence: readonly Evidence[]): string {
  const pages = new Map<string, Set<number>>()
  for (const { materialId, page } of evidence) {
    const name = input.materialName(materialId)
    const known = pages.get(name) ?? new Set<number>()
    if (page !== null) known.add(page)
    pages.set(name, known)
  }
  return [...pages]
    .map(([name, numbers]) => `《${name}》${[...numbers].sort((left, right) => left - right).map((page) => `第${page}页`).join('、')}`)
    .join('、')
}

function adviceOf({ question, answer }: Problem): string {
  return closed(answer.suggestion.trim() || (answer.answer === 'no' ? question.suggestion['zh-CN'] : '请补充有关材料，以便审核判断'))
}

/** The advice, numbered as the problems under the eight headings are. */
function problems(input: ComposeInput, words: Words): string {
  const all = numberedProblems(input)
  if (all.length === 0) return words.fill('problems.none')
  return [words.fill('problems.advice', { count: all.length }), ...all.map((problem) => `${problem.number}. ${adviceOf(problem)}`)].join('\n')
}

function conclusion(input: ComposeInput, words: Words): string {
  const { catalogue, derived, type, overrideReason } = input
  const row = (code: string) => {
    const found = catalogue.opinionTypes.find(({ id }) => id === code)
    if (found === undefined) throw new Error(`the catalogue has no opinion type ${code}`)
    return found
  }
  const chosen = row(type)
  const name = (code: string) => row(code).name['zh-CN']
  // a type that passes is no further demand, and beside one that does not pass it would contradict it
  const attached = derived.attached.filter((advice) => advice.type !== type && !row(advice.type).passes).map((advice) => name(advice.type))
  const closing = chosen.id === 'T-COND' ? 'closing.edits' : chosen.needsNewRound ? 'closing.new-round' : 'closing.pass'
  // the lead of a milder type says that all is lawful, which would not be true above a list of problems
  const overridden = derived.type !== null && derived.type !== type
  const lead = overridden && chosen.passes ? '' : chosen.lead['zh-CN']
  return [
    lead + words.fill('conclusion.sentence', { typeName: chosen.name['zh-CN'] }),
    overridden
      ? words.fill('conclusion.override', { derivedName: name(derived.type ?? type), chosenName: chosen.name['zh-CN'], reason: closed(overrideReason ?? '') })
      : '',
    attached.length === 0 ? '' : words.fill('conclusion.attached', { types: attached.join('；') }),
    chosen.request['zh-CN'],
    words.fill(closing),
    chosen.needsNewRound ? words.fill('closing.disagreement') : '',
  ]
    .filter((part) => part !== '')
    .join('\n')
}
