/** Interference: recorded, added to, read by those who may. */
import { v7 as uuidv7 } from 'uuid'
import type { accountabilityContract } from '../../shared/accountability/contract.ts'
import type { InterferenceRecord } from '../../shared/accountability/interference.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { IsoDate } from '../../shared/values/values.ts'
import { requireCase } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { makePaper } from '../documents/held-papers.ts'
import { interferencePaper } from './interference-paper.ts'
import { findInterference, insertAddition, insertInterference, interferenceRecordsOf, sealOf } from './interference-record.ts'

type Methods = 'accountability.interference' | 'accountability.recordInterference' | 'accountability.addToInterference' | 'accountability.interferencePaper'

export const interferenceHandlers: Pick<Handlers<typeof accountabilityContract>, Methods> = {
  'accountability.interference': ({ reader, person }, { caseId }) => interferenceRecordsOf(reader, person, caseId),

  'accountability.recordInterference': (context, { fields }) => {
    if (fields.caseId !== null) requireCase(context.reader, fields.caseId)
    requirePast(context, fields.happenedOn)
    requirePast(context, fields.reportedOn)
    const id = uuidv7()
    // neither the case nor a word of the text: heads and administrators read the chain, and one of them may be who asked
    return context.act({ act: 'interference.record', subject: `interference/${id}`, content: { sha256: sealOf(fields) } }, (writer, head) => {
      insertInterference(writer, { id, fields, by: context.person.id, at: context.instant(), seq: head.seq })
      return { id, ...head }
    })
  },

  'accountability.addToInterference': (context, { id, expectedAdditions, fields }) => {
    const record = requireRecord(context, id)
    const actual = record.additions.length
    if (actual !== expectedAdditions) throw new FashenError('conflict', { subject: 'interference', id, expected: expectedAdditions, actual })
    requirePast(context, fields.reportedOn)
    return context.act({ act: 'interference.add', subject: `interference/${id}`, content: { sha256: sealOf(fields) } }, (writer, head) => {
      insertAddition(writer, { recordId: id, place: actual + 1, fields, by: context.person.id, at: context.instant(), seq: head.seq })
      return { id, ...head }
    })
  },

  'accountability.interferencePaper': async (context, { id, format }) => {
    const record = requireRecord(context, id)
    return (await makePaper(context, interferencePaper(context, record), `干预记录表 ${record.fields.happenedOn}`, format)).made
  },
}

function requireRecord({ reader, person }: CallContext, id: string): InterferenceRecord {
  const record = findInterference(reader, person, id)
  if (record === undefined) throw new FashenError('not-found', { subject: 'interference', id })
  return record
}

function requirePast(context: CallContext, day: IsoDate | null): void {
  if (day !== null && day > context.today()) throw new FashenError('moment-in-future', { moment: day, now: context.instant() })
}
