/** Clocks: those of a case, the board, what is granted, left out and recorded. */
import type { CaseClocks, deadlinesContract } from '../../shared/deadlines/contract.ts'
import { isClockAlive, recordableEvents } from '../../shared/deadlines/case-over.ts'
import { runningClock } from '../../shared/home/lights.ts'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import type { Clock } from '../../shared/deadlines/clock.ts'
import type { ClockSubject } from '../../shared/deadlines/clock-subjects.ts'
import { exclusionProblem, extensionProblem, type ExclusionProblem, type ExtensionProblem } from '../../shared/deadlines/grants.ts'
import { runClock } from '../../shared/deadlines/run-clock.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { MaterialId } from '../../shared/values/values.ts'
import { requirePart } from '../cases/case-flow.ts'
import { requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { readingOf } from '../intake/file-reading-record.ts'
import { isCurrent } from '../intake/material-documents.ts'
import { readCase } from '../intake/reading-service.ts'
import { findMaterial, presentMaterials } from '../materials/material-record.ts'
import type { Writer } from '../store/database.ts'
import { boardOf } from './board.ts'
import { caseClocks, clockRunsOf } from './case-clocks.ts'
import { daysOf, exclusionsOf, extensionsOf, insertDay, insertExclusion, insertExtension, takeRecordBack } from './clock-records.ts'
import { noticeHandlers } from './notice-handlers.ts'
import { ownClocks } from './own-clocks.ts'
import { presentMoment } from './present-moment.ts'
import { calendarOf } from './review-clock.ts'
import { chosenWarnings, subjectWarnings, writeWarning } from './warnings.ts'

export const deadlinesHandlers: Handlers<typeof deadlinesContract> = {
  ...noticeHandlers,

  'deadlines.ofCase': (context, { caseId }) => clocksOfCase(context, requireCase(context.reader, caseId)),

  'deadlines.board': (context, { filter, offset }) => boardOf(context, filter, offset),

  'deadlines.mine': (context) => ownClocks(context, context.person),

  'deadlines.extend': (context, { caseId, clock: key, length, approvedBy, approvedOn, reason, materialId }) => {
    const record = requireCase(context.reader, caseId)
    requirePart(context, record, 'add')
    const clock = requireClock(context, record, key)
    const step = granted(extensionProblem(clock, { n: length, approvedOn }, civilDayOf(presentMoment(context).asOf)))
    const paper = requirePaper(context, record, materialId)
    const extension = { length: { kind: step.unit, n: length }, approvedBy, approvedOn, reason }
    const content = { clock: key, before: clock.due, ...extension, approver: step.approver, paper }
    let id = ''
    const due = writeWithDue(context, record, { act: 'clock.extend', content, key }, (writer) => {
      id = insertExtension(writer, key, extension, materialId, { caseId, by: context.person.id, at: context.instant() })
    })
    return { id, due }
  },

  'deadlines.exclude': (context, { caseId, clock: key, of, from, to, reason }) => {
    const record = requireCase(context.reader, caseId)
    requirePart(context, record, 'add')
    const clock = requireClock(context, record, key)
    const allowed = granted(exclusionProblem(clock, { of, from, to }, civilDayOf(presentMoment(context).asOf)))
    const span = { of, name: allowed.name, from, to, basis: allowed.basis }
    let id = ''
    const due = writeWithDue(context, record, { act: 'clock.exclude', content: { clock: key, before: clock.due, ...span, reason }, key }, (writer) => {
      id = insertExclusion(writer, key, span, reason, { caseId, by: context.person.id, at: context.instant() })
    })
    return { id, due }
  },

  'deadlines.endExclusion': (context, { caseId, id, to }) => {
    const record = requireCase(context.reader, caseId)
    requirePart(context, record, 'add')
    const open = exclusionsOf(context.reader, caseId).find((one) => one.id === id && one.to === null && one.takenBack === null)
    if (open === undefined) throw new FashenError('not-found', { subject: 'exclusion', id })
    if (!isClockAlive(record.state, open.clock.split('/')[0] as ClockSubject)) throw new FashenError('clock-case-over', { state: record.state })
    if (to < open.from || to > civilDayOf(presentMoment(context).asOf)) {
      throw new FashenError('invalid-input', { method: 'deadlines.endExclusion', field: 'to', problem: to < open.from ? 'ends-before-it-begins' : 'in-the-future' })
    }
    writeWithDue(context, record, { act: 'clock.endExclusion', content: { clock: open.clock, id, from: open.from, to }, key: open.clock }, (writer) => {
      writer.run('UPDATE clock_exclusions SET to_on = ? WHERE id = ?', to, id)
    })
    return null
  },

  'deadlines.recordDay': (context, { caseId, event, on, at, note, materialId }) => {
    const record = requireCase(context.reader, caseId)
    requirePart(context, record, 'add')
    if (!recordableEvents(record.state).includes(event)) throw new FashenError('clock-case-over', { state: record.state })
    const { asOf } = presentMoment(context)
    const wrong = (field: string, problem: string) => new FashenError('invalid-input', { method: 'deadlines.recordDay', field, problem })
    if (on > civilDayOf(asOf)) throw wrong('on', 'in-the-future')
    if (at !== null && (at > asOf || civilDayOf(at) !== on)) throw wrong('at', at > asOf ? 'in-the-future' : 'another-day')
    const paper = requirePaper(context, record, materialId)
    let id = ''
    writeWithDue(context, record, { act: 'clock.recordDay', content: { event, on, at, note, paper }, key: null }, (writer) => {
      id = insertDay(writer, { event, on, at, note, paper: materialId }, { caseId, by: context.person.id, at: context.instant() })
    })
    return { id }
  },

  'deadlines.takeBack': (context, { caseId, kind, id, reason }) => {
    const record = requireCase(context.reader, caseId)
    requirePart(context, record, 'add')
    const key = kind === 'extension' ? (extensionsOf(context.reader, caseId).find((one) => one.id === id)?.clock ?? null) : null
    writeWithDue(context, record, { act: 'clock.takeBack', content: { kind, id, reason }, key }, (writer) => {
      if (!takeRecordBack(writer, kind, id, reason, { caseId, by: context.person.id, at: context.instant() })) throw new FashenError('not-found', { subject: kind, id })
    })
    return null
  },

  'deadlines.warnings': ({ reader }) => subjectWarnings(reader),

  'deadlines.setWarning': (context, { subject, warning }) => {
    context.act({ act: 'clock.setWarning', subject: 'station', content: { subject, warning } }, (writer) => writeWarning(writer, subject, warning))
    context.emit({ kind: 'changed', subject: 'station' })
    return null
  },
}

function clocksOfCase(context: CallContext, record: CaseRecord): CaseClocks {
  const { reader } = context
  readCase(context, record.id)
  const { asOf, behind } = presentMoment(context)
  const papers = presentMaterials(reader, record.id)
  const unread = papers.filter(({ id, sha256 }) => readingOf(reader, sha256)?.state !== 'read' || !isCurrent(reader, id))
  return {
    clocks: caseClocks(context, record.id),
    extensions: extensionsOf(reader, record.id),
    exclusions: exclusionsOf(reader, record.id),
    days: daysOf(reader, record.id),
    asOf,
    behind,
    editable: mayRecord(context, record),
    unread: unread.length,
  }
}

function mayRecord(context: CallContext, record: CaseRecord): boolean {
  if (!context.person.roles.some((role) => role === 'handler' || role === 'reviewer' || role === 'head')) return false
  try {
    requirePart(context, record, 'add')
    return true
  } catch (error) {
    if (FashenError.is(error, 'not-your-part')) return false
    throw error
  }
}

/** One that is still kept in the state of its case. Throws `clock-unknown`, `clock-case-over`. */
function requireClock(context: CallContext, { id, state }: CaseRecord, key: string): Clock {
  const clock = caseClocks(context, id).find((one) => one.key === key)
  if (clock === undefined) throw new FashenError('clock-unknown', {})
  if (!isClockAlive(state, clock.subject)) throw new FashenError('clock-case-over', { state })
  return clock
}

/** Throws what the rule says against it, in words. */
function granted<Allowed extends object>(answer: Allowed | ExtensionProblem | ExclusionProblem): Exclude<Allowed, ExtensionProblem | ExclusionProblem> {
  if (!('code' in answer)) return answer as Exclude<Allowed, ExtensionProblem | ExclusionProblem>
  const problem = answer as ExtensionProblem | ExclusionProblem
  switch (problem.code) {
    case 'extension-too-long':
      throw new FashenError('extension-too-long', { most: problem.most })
    case 'extension-too-late':
      throw new FashenError('extension-too-late', { due: problem.due })
    case 'exclusion-outside':
      throw new FashenError('exclusion-outside', { start: problem.start, due: problem.due })
    case 'day-in-future':
    case 'day-before-start':
    case 'ends-before-it-begins':
      throw new FashenError('clock-day-wrong', { problem: DAY_PROBLEMS[problem.code] })
    case 'clock-not-running':
    case 'extension-beyond-ladder':
    case 'exclusion-without-basis':
      throw new FashenError(problem.code, {})
  }
}

const DAY_PROBLEMS = {
  'day-in-future': '日期晚于今天 (after today)',
  'day-before-start': '日期早于起算日 (before the clock began)',
  'ends-before-it-begins': '结束日期早于开始日期 (ends before it begins)',
} as const

function requirePaper({ reader }: CallContext, record: CaseRecord, materialId: MaterialId | null): { readonly id: string; readonly name: string; readonly sha256: string } | null {
  if (materialId === null) return null
  const material = findMaterial(reader, materialId)
  if (material === undefined || material.caseId !== record.id || material.removed !== null) throw new FashenError('not-found', { subject: 'material', id: materialId })
  return { id: material.id, name: material.name, sha256: material.sha256 }
}

interface ClockAct {
  readonly act: string
  readonly content: unknown
  /** The clock that the act moves; null where it can be several. */
  readonly key: string | null
}

/** Writes the record and, of the review's clock, the day that the case and its round carry. @returns the clock's new last day */
function writeWithDue(context: CallContext, record: CaseRecord, { act, content, key }: ClockAct, work: (writer: Writer) => void): Clock['due'] {
  context.act({ act, subject: `case/${record.id}`, content }, (writer) => {
    work(writer)
    if (key === `review/${record.round}`) carryReviewDue({ ...context, reader: writer }, record, key, writer)
  })
  context.emit({ kind: 'changed', subject: 'case', id: record.id })
  return key === null ? null : (caseClocks(context, record.id).find((clock) => clock.key === key)?.due ?? null)
}

function carryReviewDue(context: CallContext, record: CaseRecord, key: string, writer: Writer): void {
  const { asOf } = presentMoment(context)
  const run = clockRunsOf(context, record, asOf).find((one) => one.key === key)
  if (run === undefined) return
  const { due, provisional } = runClock(run, calendarOf(context.catalogue), asOf, chosenWarnings(context.reader))
  if (due === null || record.dueOn === null) return
  // while papers are supplied, the case carries the day of that
  if (runningClock(record.state) === 'reviewLimit') {
    writer.run('UPDATE cases SET due_on = ?, due_provisional = ?, version = version + 1 WHERE id = ?', due, provisional ? 1 : 0, record.id)
  }
  writer.run('UPDATE rounds SET due_on = ? WHERE case_id = ? AND round = ?', due, record.id, record.round)
}

