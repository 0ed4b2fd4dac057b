/** The timeline of a stored case. */
import { buildCaseTimeline } from '../../shared/timeline/build.ts'
import type { timelineContract } from '../../shared/timeline/contract.ts'
import type { StationPart } from '../../shared/timeline/station-steps.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { readingOf } from '../intake/file-reading-record.ts'
import { isCurrent } from '../intake/material-documents.ts'
import { readCase } from '../intake/reading-service.ts'
import { storedCaseFile } from '../prereview/stored-case-file.ts'
import { stationPart } from './station-part.ts'

/** States after which nothing of the case runs at this station any more. */
const OVER: ReadonlySet<string> = new Set(['issued', 'adopted', 'decided', 'dropped', 'disclosed', 'archived', 'withdrawn'])

/** Limits are judged by today until the opinion is out: what the agency does later is not in the file. */
function judgedOn(context: CallContext, record: CaseRecord, station: StationPart): IsoDate {
  if (!OVER.has(record.state)) return context.today()
  return station.steps.findLast(({ kind }) => kind === 'issued' || kind === 'withdrawn')?.day ?? context.today()
}

export const timelineHandlers: Handlers<typeof timelineContract> = {
  'timeline.get': (context, { caseId }) => {
    const record = requireCase(context.reader, caseId)
    readCase(context, caseId)
    const { file, catalogue, papers } = storedCaseFile(context, record, record.round)
    const station = stationPart(context, record, catalogue)
    const timeline = buildCaseTimeline(file, catalogue.documentKinds, station, judgedOn(context, record, station))
    const unread = papers.filter(({ id, sha256 }) => readingOf(context.reader, sha256)?.state !== 'read' || !isCurrent(context.reader, id))
    return { ...timeline, unread: unread.length, papers: papers.length }
  },
}
