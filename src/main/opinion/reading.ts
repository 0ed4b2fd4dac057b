/** Reading an opinion: its pages as the PDF will have them, and what changed since the head last read it. */
import { changesSince } from '../../shared/opinion/changes.ts'
import type { opinionContract } from '../../shared/opinion/contract.ts'
import { requireCase, type CaseRecord } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { findOpinion, type OpinionRecord } from './opinion-record.ts'
import { draftDocument, readVersion, standingOpinion, withTexts } from './opinion-view.ts'

type Reading = Pick<typeof opinionContract, 'opinion.pages' | 'opinion.outlines' | 'opinion.changes'>

export const readingHandlers: Handlers<Reading> = {
  'opinion.pages': async (context, { caseId, round, texts }) => {
    const record = requireCase(context.reader, caseId)
    const opinion = findOpinion(context.reader, caseId, round ?? record.round)
    if (opinion === undefined) return null
    const document = opinion.document ?? draftDocument(context, withTexts(standingOpinion(context, record, opinion), texts), null)
    // the font engine takes longer to load than the core to start: only who looks at pages waits
    const { previewPages } = await import('../documents/page-preview.ts')
    return previewPages(document)
  },

  'opinion.outlines': async (_, { face, characters }) => {
    const { outlinesOf } = await import('../documents/page-preview.ts')
    return outlinesOf(face, characters)
  },

  'opinion.changes': (context, { caseId, round }) => {
    const record = requireCase(context.reader, caseId)
    const opinion = findOpinion(context.reader, caseId, round ?? record.round)
    if (opinion === undefined) return null
    const read = lastRead(context, record, opinion)
    if (read === null) return null
    return changesSince(read.version, readVersion(context, standingOpinion(context, record, opinion)), read.round)
  },
}

/** In a further round nothing of it was read yet: the opinion of the round before is what the head knows. */
function lastRead({ reader }: CallContext, record: CaseRecord, opinion: OpinionRecord) {
  for (let round = opinion.round; round >= 1; round -= 1) {
    const version = (round === opinion.round ? opinion : findOpinion(reader, record.id, round))?.lastRead ?? null
    if (version !== null) return { version, round }
  }
  return null
}
