/** The pre-review: run the rules on a stored case, and write down what the officer makes of a finding. */
import { FashenError } from '../../shared/errors/errors.ts'
import { answerFromFinding } from '../../shared/prereview/answer-from-finding.ts'
import type { DecidedFinding, Prereview, prereviewContract, RuleDescription, RuleUse } from '../../shared/prereview/contract.ts'
import { RULES } from '../../shared/prereview/rules.ts'
import { requireCase, type CaseRecord } from '../cases/case-record.ts'
import { noteUndecided } from '../cases/judging.ts'
import { writeAnswer } from '../checklist/answer-record.ts'
import { mayAnswer, requireAnswerable } from '../checklist/answering.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { readCase } from '../intake/reading-service.ts'
import { decisionsOf, lastDismissals, outcomeCounts, writeDecision } from './decision-record.ts'
import { runAtOnce, runInTurns, type RulesRun } from './running.ts'
import { storedCaseFile, unreadOf } from './stored-case-file.ts'

/** Reasons shown beside a rule that is dismissed often. */
const REASONS_SHOWN = 5

export const prereviewHandlers: Handlers<typeof prereviewContract> = {
  'prereview.findings': async (context, { caseId, round }) => {
    const record = requireCase(context.reader, caseId)
    readCase(context, caseId)
    const ofRound = round ?? record.round
    const stored = storedCaseFile(context, record, ofRound)
    const unread = unreadOf(context, stored)
    const prereview = prereviewOf(context, record, ofRound, { ...(await runInTurns(stored)), unread })
    if (ofRound === record.round) noteUndecided(context, caseId, undecided(prereview))
    return prereview
  },

  'prereview.decide': (context, { caseId, key, expectedVersion, decision }) => {
    const record = requireCase(context.reader, caseId)
    if (!mayAnswer(context, record)) throw new FashenError('not-your-part', { action: 'startReview', needs: ['assignedReviewer'] })
    const run = runAtOnce(storedCaseFile(context, record, record.round))
    const prereview = prereviewOf(context, record, record.round, { ...run, unread: unreadOf(context, run.stored) })
    const { findings } = prereview
    const found = findings.find(({ finding }) => finding.key === key)
    if (found === undefined) throw new FashenError('not-found', { subject: 'finding', id: key.slice(0, 80) })
    const { finding } = found
    const base = { caseId, round: record.round, finding, by: context.person.id, at: context.instant() }
    const subject = `case/${caseId}`
    if (decision.outcome === 'dismissed') {
      context.act({ act: 'finding.dismiss', subject, content: { round: record.round, finding, reason: decision.reason } }, (writer) =>
        writeDecision(writer, { ...base, outcome: 'dismissed', reason: decision.reason }),
      )
    } else {
      const { before } = requireAnswerable(context, record, { questionId: finding.questionId, expectedVersion, answer: finding.answer })
      const fields = answerFromFinding(before, finding, decision.outcome === 'changed' ? decision : null)
      const act = decision.outcome === 'changed' ? 'finding.change' : 'finding.accept'
      const content = { round: record.round, finding, questionId: finding.questionId, version: expectedVersion + 1, fields }
      context.act({ act, subject, content }, (writer) => {
        writeAnswer(writer, {
          caseId,
          round: record.round,
          questionId: finding.questionId,
          fields,
          version: expectedVersion + 1,
          by: context.person.id,
          at: base.at,
        })
        writeDecision(writer, { ...base, outcome: decision.outcome, reason: '' })
      })
      context.emit({ kind: 'changed', subject: 'answers', id: caseId })
    }
    noteUndecided(context, caseId, undecided(prereview) - (found.decision === null ? 1 : 0))
    context.emit({ kind: 'changed', subject: 'findings', id: caseId })
    return null
  },

  'prereview.rules': () => RULES.map(described),

  'prereview.ruleUse': ({ reader }) => {
    const counts = new Map<string, Map<string, number>>()
    for (const { ruleId, outcome, n } of outcomeCounts(reader)) {
      const of = counts.get(ruleId) ?? new Map<string, number>()
      counts.set(ruleId, of.set(outcome, n))
    }
    const uses = RULES.map((rule): RuleUse => {
      const of = counts.get(rule.id)
      const dismissed = of?.get('dismissed') ?? 0
      return {
        ...described(rule),
        accepted: of?.get('accepted') ?? 0,
        changed: of?.get('changed') ?? 0,
        dismissed,
        lastReasons: dismissed === 0 ? [] : lastDismissals(reader, rule.id, REASONS_SHOWN),
      }
    })
    return uses.toSorted((one, other) => other.dismissed - one.dismissed)
  },
}

function undecided({ findings }: Prereview): number {
  return findings.filter(({ decision }) => decision === null).length
}

function described({ id, questionId, name, severity, basis }: (typeof RULES)[number]): RuleDescription {
  return { id, questionId, name, severity, basis }
}

function prereviewOf(context: CallContext, record: CaseRecord, round: number, run: RulesRun & Pick<Prereview, 'unread'>): Prereview {
  const { found, failed, unread } = run
  const decisions = decisionsOf(context.reader, record.id, round)
  const findings: DecidedFinding[] = found.map((finding) => ({
    finding,
    decision: decisions.get(finding.key)?.decision ?? null,
    stillFound: true,
  }))
  const keys = new Set(found.map(({ key }) => key))
  for (const [key, { finding, decision }] of decisions) if (!keys.has(key)) findings.push({ finding, decision, stillFound: false })
  return {
    round,
    findings,
    unread,
    failed: failed.map(({ ruleId }) => ({ ruleId })),
    rules: RULES.length,
    editable: round === record.round && mayAnswer(context, record),
  }
}
