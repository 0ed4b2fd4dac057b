/** Runs the rules of the pre-review over a case file. */
import { SEVERITIES } from '../catalogue/vocabulary.ts'
import { SURE_ENOUGH, quoted } from '../intake/document-text.ts'
import type { CaseFile } from './case-file.ts'
import { findingKey } from './finding-key.ts'
import type { EvidencePointer, Finding } from './finding.ts'
import { comparesDecisions, partyViews } from './party-views.ts'
import type { Place, PrereviewRule, Suspicion } from './rule.ts'
import { RULES } from './rules.ts'
import { denseText } from './wording.ts'

const LONGEST_QUOTE = 120

/** A rule that could not be run on this file: a mistake of the program, told beside the findings of the others. */
export interface RuleFailure {
  readonly ruleId: string
  readonly reason: string
}

function pointer({ document, passage }: Place): EvidencePointer {
  const words = quoted(document.file.text, passage).trim()
  const quote = words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE - 1)}…` : words
  return { fileId: document.file.fileId, fileName: document.file.name, passage, quote }
}

function evidenceOf(places: readonly Place[]): readonly EvidencePointer[] {
  const seen = new Set<string>()
  return places.map(pointer).filter(({ fileId, passage: { page, start, end } }) => {
    const where = `${fileId}:${page}:${start}:${end}`
    return !seen.has(where) && seen.add(where) !== undefined
  })
}

/** Recognised characters (OCR) that are as likely wrong as right. */
function doubtful({ document, passage }: Place): boolean {
  const page = document.file.text.pages.find(({ number }) => number === passage.page)
  return (page?.confidence ?? 1) < SURE_ENOUGH
}

/** Null where the suspicion rests on doubtful characters alone: rubbish of a scan makes no finding. */
function findingOf(rule: PrereviewRule, questionId: string, suspicion: Suspicion): Finding | null {
  const { places, message, suggestion, answer = 'no', about = '', unverified = false } = suspicion
  const doubts = places.filter(doubtful).length
  if (doubts > 0 && doubts === places.length) return null
  const evidence = evidenceOf(places)
  return {
    key: findingKey(rule.id, evidence, about),
    ruleId: rule.id,
    questionId,
    severity: rule.severity,
    message,
    suggestion,
    answer,
    evidence,
    uncertain: doubts > 0 || unverified,
  }
}

function questionOf({ questionId, ownQuestion }: PrereviewRule, { fields }: CaseFile): string {
  return ownQuestion !== undefined && fields?.actionKinds.includes(ownQuestion.actionKind) === true ? ownQuestion.questionId : questionId
}

/** `3.11` after `3.2`. */
function placeOfQuestion(id: string): number {
  const [heading = '0', number = '0'] = id.split('.')
  return Number(heading) * 1000 + Number(number)
}

const headingOf = (finding: Finding): number => Math.floor(placeOfQuestion(finding.questionId) / 1000)

function inOrder(one: Finding, other: Finding): number {
  return (
    headingOf(one) - headingOf(other) ||
    SEVERITIES.indexOf(one.severity) - SEVERITIES.indexOf(other.severity) ||
    placeOfQuestion(one.questionId) - placeOfQuestion(other.questionId)
  )
}

/**
 * Runs the rules and answers the findings by heading, then severity, then question; one finding for each key.
 * @param onFailure told of a rule that throws; the others run on
 */
export function runRules(
  file: CaseFile,
  rules: readonly PrereviewRule[] = RULES,
  onFailure: (failure: RuleFailure) => void = () => undefined,
): Finding[] {
  const steps = ruleSteps(file, rules, onFailure)
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

/**
 * The same step by step, so that whoever runs it can do something else in between: the first run over a long file takes
 * longer than a window may wait. The file must stay as it is until the last step.
 */
export function* ruleSteps(
  file: CaseFile,
  rules: readonly PrereviewRule[] = RULES,
  onFailure: (failure: RuleFailure) => void = () => undefined,
): Generator<undefined, Finding[], undefined> {
  // else the first rule that looks through all papers would do this for all of them in one step
  for (const document of file.documents) {
    denseText(document)
    yield
  }
  const findings = new Map<string, Finding>()
  const views = partyViews(file)
  for (const rule of rules) {
    yield
    try {
      for (const suspicion of suspicionsOf(rule, file, views)) {
        const finding = findingOf(rule, questionOf(rule, file), suspicion)
        if (finding !== null && !findings.has(finding.key)) findings.set(finding.key, finding)
      }
    } catch (error) {
      onFailure({ ruleId: rule.id, reason: error instanceof Error ? error.message : String(error) })
    }
  }
  return [...findings.values()].sort(inOrder)
}

/** Of a file with several parties: what each party's papers raise, and what only several decisions can show. */
function suspicionsOf(rule: PrereviewRule, file: CaseFile, views: readonly CaseFile[]): readonly Suspicion[] {
  if (views.length === 0) return rule.check(file)
  return [
    ...views.flatMap((view) => rule.check(view)),
    ...rule.check(file).filter(({ places }) => comparesDecisions(places.map(({ document }) => document))),
  ]
}
