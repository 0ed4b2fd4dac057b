/** What the machine had said in a case (机器提示): decided findings, and those that nobody had decided when the opinion was handed in. */
import type { EntryRef, MachineSaid } from '../../shared/accountability/accountability-page.ts'
import type { AuditEntry } from '../../shared/audit/contract.ts'
import type { FindingOutcome } from '../../shared/prereview/contract.ts'
import type { Finding } from '../../shared/prereview/finding.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { decisionsOf } from '../prereview/decision-record.ts'
import { runInTurns } from '../prereview/running.ts'
import { storedCaseFile } from '../prereview/stored-case-file.ts'
import type { PeopleThen } from './people-then.ts'

/** A finding as the entry of the hand-in keeps it. */
export type StatedFinding = Pick<Finding, 'key' | 'ruleId' | 'questionId' | 'severity' | 'message'>

/**
 * Findings of the present round that nobody has decided. Written into the entry by which an opinion is handed to the head: a
 * later program may find other things in the same file.
 */
export async function undecidedStatements(context: CallContext, record: CaseRecord): Promise<readonly StatedFinding[]> {
  const { found } = await runInTurns(storedCaseFile(context, record, record.round))
  const decided = decisionsOf(context.reader, record.id, record.round)
  return found.filter(({ key }) => !decided.has(key)).map(({ key, ruleId, questionId, severity, message }) => ({ key, ruleId, questionId, severity, message }))
}

const OUTCOMES: Readonly<Record<string, FindingOutcome>> = { 'finding.accept': 'accepted', 'finding.change': 'changed', 'finding.dismiss': 'dismissed' }

interface FindingContent {
  readonly round?: number
  readonly finding?: StatedFinding
  readonly reason?: string
  readonly undecided?: readonly StatedFinding[]
}

/** The last word on each finding of each round, in the order of the chain. */
export function machineSaid(entries: readonly AuditEntry[], people: PeopleThen, refOf: (entry: AuditEntry) => EntryRef): MachineSaid[] {
  const last = new Map<string, MachineSaid>()
  for (const entry of entries) {
    const outcome = OUTCOMES[entry.act]
    if (outcome === undefined && entry.act !== 'opinion.submit') continue
    const content = JSON.parse(entry.content) as FindingContent
    const stated = outcome === undefined ? (content.undecided ?? []) : content.finding === undefined ? [] : [content.finding]
    for (const { key, ruleId, questionId, severity, message } of stated) {
      const place = `${content.round ?? 0} ${key}`
      // decided first and handed in later: the decision stands
      if (outcome === undefined && (last.get(place)?.outcome ?? null) !== null) continue
      last.delete(place)
      last.set(place, {
        round: content.round ?? null,
        ruleId,
        questionId,
        severity,
        message,
        outcome: outcome ?? null,
        reason: content.reason ?? '',
        who: people.at(entry.actor, entry.seq),
        entry: refOf(entry),
      })
    }
  }
  return [...last.values()]
}
