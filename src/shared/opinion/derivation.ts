/**
 * From the answers to the opinion type (审核意见类型) and the reasons for it. The rules are data
 * (`derivation-rules.json`), tried top-down; the first that matches is the headline, the others become attached advice.
 * Every rule but the last asks for a defect, so one more defect can only move the headline up, never down.
 */
import type { AnswerMatch, CatalogueContent, DerivationRule, Question } from '../catalogue/schema.ts'
import type { OpinionTypeCode, Severity } from '../catalogue/vocabulary.ts'
import type { AnswerGiven, AnswerValue } from '../checklist/answers.ts'
import { compareQuestionIds, questionsToAnswer, type ApplicableQuestions } from '../checklist/applicable-questions.ts'

export interface Reason {
  readonly questionId: string
  readonly answer: 'no' | 'cannotTell'
  readonly severity: Severity
}

export interface AttachedAdvice {
  readonly type: OpinionTypeCode
  readonly because: readonly Reason[]
}

export interface DerivedOpinion {
  /**
   * The headline. Null while unanswered questions leave it open: nothing found so far forbids the decision, but a type
   * that passes (T-OK, T-COND) is never derived before every question has its answer.
   */
  readonly type: OpinionTypeCode | null
  readonly because: readonly Reason[]
  /** The other types that the answers call for, strictest first. */
  readonly attached: readonly AttachedAdvice[]
  /** Ids of questions answered “no”, by severity, in order. */
  readonly openFatal: readonly string[]
  readonly openCorrectable: readonly string[]
  readonly openAdvisory: readonly string[]
  /** Includes “not applicable” to a question that concerns every case of its kinds. */
  readonly unanswered: readonly string[]
  readonly cannotTell: readonly string[]
}

/** Whether this answer can be given to this question at all. */
export function acceptsAnswer(question: Question, answer: AnswerValue): boolean {
  return answer !== 'notApplicable' || question.mayNotApply
}

/** How bad an answer is; where one question was answered twice, the worse answer counts. */
const GRAVITY: Record<AnswerValue, number> = { yes: 0, notApplicable: 1, cannotTell: 2, no: 3 }

function worstAnswers(answers: readonly AnswerGiven[]): ReadonlyMap<string, AnswerValue> {
  const worst = new Map<string, AnswerValue>()
  for (const { questionId, answer } of answers) {
    const known = worst.get(questionId)
    if (known === undefined || GRAVITY[answer] > GRAVITY[known]) worst.set(questionId, answer)
  }
  return worst
}

interface Finding {
  readonly question: Question
  readonly answer: 'no' | 'cannotTell'
}

/** Whether `match` concerns this answer to this question. */
export function matchesAnswer(match: AnswerMatch, question: Question, answer: 'no' | 'cannotTell'): boolean {
  return (
    match.answers.includes(answer) &&
    (match.questions === undefined || match.questions.includes(question.id)) &&
    (match.headings === undefined || match.headings.includes(question.heading)) &&
    (match.severities === undefined || match.severities.includes(question.severity))
  )
}

/** The findings that a rule rests on; each finding belongs to the first rule that it matches. */
function distribute(rules: readonly DerivationRule[], findings: readonly Finding[]): readonly AttachedAdvice[] {
  const reasons = new Map<OpinionTypeCode, Reason[]>()
  for (const finding of findings) {
    const { question, answer } = finding
    const rule = rules.find((one) => one.anyOf.some((match) => matchesAnswer(match, question, answer)))
    if (rule === undefined) throw new Error(`no derivation rule for ${question.id} ${answer}`)
    const reason = { questionId: question.id, answer, severity: question.severity }
    reasons.set(rule.type, [...(reasons.get(rule.type) ?? []), reason])
  }
  return rules
    .map((rule) => rule.type)
    .filter((type, index, types) => types.indexOf(type) === index)
    .flatMap((type) => {
      const because = reasons.get(type)
      return because === undefined ? [] : [{ type, because }]
    })
}

/**
 * Derives the opinion type from the answers to the applicable questions. Answers to questions that are not applicable
 * are left aside. The order of `answers` does not matter.
 */
export function deriveOpinion(
  catalogue: CatalogueContent,
  answers: readonly AnswerGiven[],
  applicable: ApplicableQuestions,
): DerivedOpinion {
  const given = worstAnswers(answers)
  const findings: Finding[] = []
  const unanswered: string[] = []
  for (const question of [...questionsToAnswer(applicable)].sort((a, b) => compareQuestionIds(a.id, b.id))) {
    const answer = given.get(question.id)
    if (answer === undefined || !acceptsAnswer(question, answer)) unanswered.push(question.id)
    else if (answer === 'no' || answer === 'cannotTell') findings.push({ question, answer })
  }
  const rules = [...catalogue.derivationRules].sort((left, right) => left.order - right.order)
  const [headline, ...attached] = distribute(rules, findings)
  const passing = new Set<string>(catalogue.opinionTypes.filter((type) => type.passes).map((type) => type.id))
  const type = headline?.type ?? 'T-OK'
  const refused = (severity: Severity): string[] =>
    findings
      .filter((finding) => finding.answer === 'no' && finding.question.severity === severity)
      .map((finding) => finding.question.id)
  return {
    type: unanswered.length > 0 && passing.has(type) ? null : type,
    because: headline?.because ?? [],
    attached,
    openFatal: refused('F'),
    openCorrectable: refused('C'),
    openAdvisory: refused('A'),
    unanswered,
    cannotTell: findings.filter((finding) => finding.answer === 'cannotTell').map((finding) => finding.question.id),
  }
}
