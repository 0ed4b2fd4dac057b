/** Assignment: the draw, the choice by hand, recusal. */
import { createHash, randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { FashenError } from '../../shared/errors/errors.ts'
import type { Assignment, assignmentContract, ExcludedPerson, ToldAssignment } from '../../shared/assignment/contract.ts'
import { commitmentTo, draw, type Sha256Function } from '../../shared/assignment/draw.ts'
import { withinBand, type Eligibility } from '../../shared/assignment/eligibility.ts'
import type { CaseAction, CaseCondition } from '../../shared/cases/state-machine-terms.ts'
import type { CaseId, IsoInstant, PersonId } from '../../shared/values/values.ts'
import { requirePermission, type Permission } from '../cases/case-flow.ts'
import { openCasesOf } from '../cases/case-list.ts'
import { changeCase, requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { requireHappened } from '../followup/given-days.ts'
import { findOpinion, writeOpinion } from '../opinion/opinion-record.ts'
import { findPerson, personName } from '../people/people.ts'
import type { Reader, Writer } from '../store/database.ts'
import { assignmentSettings, writeAssignmentSettings } from './assignment-settings.ts'
import { checkDraws } from './check-draws.ts'
import { disputedAuthor, eligibilityFor, excludedPeople, presidesOver, recusalsOf } from './eligible-reviewers.ts'
import { keepingApartHandlers } from './keeping-apart.ts'

const sha256: Sha256Function = (bytes) => createHash('sha256').update(bytes).digest()

export const assignmentHandlers: Handlers<typeof assignmentContract> = {
  'assignment.settings': ({ reader }) => assignmentSettings(reader),

  'assignment.changeSettings': (context, { settings }) => {
    requireHappened(context, 'assignment.changeSettings', { countedOn: settings.enforcementStaff?.countedOn ?? null })
    const before = assignmentSettings(context.reader)
    context.act({ act: 'station.assignmentSettings', subject: 'station', content: { before, after: settings } }, (writer) =>
      writeAssignmentSettings(writer, settings),
    )
    context.emit({ kind: 'changed', subject: 'station' })
    return settings
  },

  'assignment.checkDraws': ({ reader }, { caseId }) => {
    const { id } = requireCase(reader, caseId)
    return checkDraws(reader, id, assignmentsOf(reader, id), sha256)
  },

  'assignment.candidates': (context, { caseId }) => {
    const record = requireCase(context.reader, caseId)
    const { reader } = context
    const eligibility = eligibilityFor(context, record, replacedBy(record))
    const disputed = disputedAuthor(reader, record)
    const standing = new Set(standingInDraw(context, eligibility).eligible)
    return {
      eligible: eligibility.eligible.map((personId) => ({
        personId,
        name: personName(reader, personId),
        openCases: openCasesOf(reader, personId),
        affiliation: findPerson(reader, personId)?.affiliation?.kind ?? 'own',
        inDraw: standing.has(personId),
        wroteDisputed: personId === disputed,
      })),
      excluded: excludedPeople(context.reader, eligibility),
      past: assignmentsOf(reader, caseId).map((one) => told(reader, one)),
      recusals: recusalsOf(reader, caseId),
      presides: presidesOver(context, record),
    }
  },

  ...keepingApartHandlers,

  'assignment.draw': (context, { caseId }) => {
    const record = requireCase(context.reader, caseId)
    const eligibility = standingInDraw(context, eligibilityFor(context, record, replacedBy(record)))
    const excluded = excludedPeople(context.reader, eligibility)
    const permission = permit(context, record, 'assign', eligibility.eligible.length > 0 ? ['reviewerEligible', 'drawRecorded'] : ['drawRecorded'], excluded)
    const seed = randomBytes(32).toString('hex')
    // an entry of its own, before the draw: whoever drew could not try seeds until somebody they like came out
    context.act(
      {
        act: 'case.commitDraw',
        subject: `case/${caseId}`,
        content: { round: record.round, commitment: commitmentTo(seed, sha256), eligible: eligibility.eligible },
      },
      () => undefined,
    )
    const drawn = draw({ seed, caseId, round: record.round, eligible: eligibility.eligible }, sha256)
    return assign(context, record, permission, {
      round: record.round,
      mode: 'drawn',
      personId: drawn.drawn,
      name: personName(context.reader, drawn.drawn),
      at: context.instant(),
      reason: null,
      draw: { seed, commitment: drawn.commitment, eligible: drawn.eligible },
      excluded,
    })
  },

  'assignment.choose': (context, { caseId, personId, reason }) => {
    const record = requireCase(context.reader, caseId)
    const eligibility = eligibilityFor(context, record, replacedBy(record))
    const excluded = excludedPeople(context.reader, eligibility)
    const eligible = eligibility.eligible.includes(personId)
    const action: CaseAction = record.state === 'accepted' ? 'assignManually' : 'reassign'
    const permission = permit(context, record, action, eligible ? ['reviewerEligible', 'reasonGiven'] : ['reasonGiven'], excluded, personId)
    return assign(context, record, permission, {
      round: record.round,
      mode: 'chosen',
      personId,
      name: personName(context.reader, personId),
      at: context.instant(),
      reason,
      draw: null,
      excluded,
    })
  },
}

/** As the state machine says; that nobody is eligible is said with the names and reasons. */
function permit(
  context: CallContext,
  record: CaseRecord,
  action: CaseAction,
  conditions: readonly CaseCondition[],
  excluded: readonly ExcludedPerson[],
  chosen?: PersonId,
): Permission {
  try {
    return requirePermission(context.reader, context.person, record, action, conditions)
  } catch (error) {
    if (!FashenError.is(error, 'not-ready') || !error.data.missing.includes('reviewerEligible')) throw error
    if (chosen === undefined) {
      throw new FashenError('no-eligible-reviewer', { excluded: excluded.map(({ name, reasons }) => `${name}:${reasons.join('+')}`) })
    }
    const reasons = excluded.find(({ personId }) => personId === chosen)?.reasons ?? ['notReviewer']
    throw new FashenError('reviewer-not-eligible', { reason: reasons.join('+') })
  }
}

function assign(context: CallContext, record: CaseRecord, permission: Permission, assignment: Assignment): ToldAssignment {
  const { personId, mode, reason, draw: drawn, excluded, round } = assignment
  // an objection that its own author answers is told by itself: there was nobody else
  const nobodyElse = disputedAuthor(context.reader, record) === personId ? { nobodyElse: true } : {}
  const content = { round, personId, mode, reason, draw: drawn, excluded, ...nobodyElse }
  context.act({ act: permission.audit, subject: `case/${record.id}`, content }, (writer) => {
    changeCase(writer, record, { state: permission.next, reviewerId: personId }, context.instant())
    writer.run('UPDATE rounds SET reviewer_id = ? WHERE case_id = ? AND round = ?', personId, record.id, round)
    insertAssignment(writer, record.id, assignment)
    // what the reviewer before had handed in is a draft again: the new one has not
    const opinion = findOpinion(writer, record.id, round)
    if (opinion?.state === 'submitted') writeOpinion(writer, { ...opinion, state: 'draft' })
  })
  context.emit({ kind: 'changed', subject: 'case', id: record.id })
  return told(context.reader, assignment)
}

function told(reader: Reader, assignment: Assignment): ToldAssignment {
  const { draw: drawn } = assignment
  return { ...assignment, drawnFrom: (drawn?.eligible ?? []).map((personId) => ({ personId, name: personName(reader, personId) })) }
}

function insertAssignment(writer: Writer, caseId: CaseId, { round, mode, personId, reason, draw: drawn, excluded, at }: Assignment): void {
  writer.run(
    `INSERT INTO assignments (id, case_id, round, mode, person_id, reason, draw, excluded, assigned_at)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    uuidv7(),
    caseId,
    round,
    mode,
    personId,
    reason,
    drawn === null ? null : JSON.stringify(drawn),
    JSON.stringify(excluded),
    at,
  )
}

/** A fresh assignment replaces nobody; a change of reviewer replaces the one who has the case now. */
const replacedBy = (record: CaseRecord): PersonId | null => (record.state === 'accepted' ? null : record.reviewerId)

function standingInDraw({ reader }: CallContext, eligibility: Eligibility): Eligibility {
  const openCases = new Map(eligibility.eligible.map((id) => [id, openCasesOf(reader, id)]))
  return withinBand(eligibility, openCases, assignmentSettings(reader).band)
}

export function assignmentsOf(reader: Reader, caseId: CaseId): Assignment[] {
  return reader
    .all<{
      round: number
      mode: Assignment['mode']
      personId: PersonId
      name: string
      at: IsoInstant
      reason: string | null
      draw: string | null
      excluded: string
    }>(
      `SELECT a.round, a.mode, a.person_id AS personId, p.name, a.assigned_at AS at, a.reason, a.draw, a.excluded
       FROM assignments a JOIN people p ON p.id = a.person_id WHERE a.case_id = ? ORDER BY a.id`,
      caseId,
    )
    .map((row) => ({
      ...row,
      draw: row.draw === null ? null : (JSON.parse(row.draw) as Assignment['draw']),
      excluded: JSON.parse(row.excluded) as ExcludedPerson[],
    }))
}
