/** Clues about officials: recorded, sent, answered. The case's own history does not show them. */
import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { transferContract } from '../../shared/transfer/contract.ts'
import { requireCase } from '../cases/case-record.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { makePaper } from '../documents/held-papers.ts'
import { cluesFor, insertClue, insertClueStep, requireClue } from './clue-record.ts'
import { clueLetter } from './transfer-papers.ts'

type ClueMethods = 'transfer.clues' | 'transfer.addClue' | 'transfer.updateClue' | 'transfer.cluePaper'

/** What the chain keeps: that it was, and what it was by its hash. People read the chain who may not read the clue. */
const sealed = (content: object): { readonly sha256: string } => ({ sha256: createHash('sha256').update(JSON.stringify(content)).digest('hex') })

function requireNotInFuture(context: CallContext, sentOn: string | null): void {
  if (sentOn !== null && sentOn > civilDayOf(context.instant())) throw new FashenError('moment-in-future', { moment: sentOn, now: context.instant() })
}

export const clueHandlers: Pick<Handlers<typeof transferContract>, ClueMethods> = {
  'transfer.clues': ({ reader, person }, { caseId }) => cluesFor(reader, person, caseId),

  'transfer.addClue': (context, { fields }) => {
    if (fields.caseId !== null) requireCase(context.reader, fields.caseId)
    requireNotInFuture(context, fields.sentOn)
    const id = uuidv7()
    const { ground, sentTo, sentOn } = fields
    context.act({ act: 'transfer.addClue', subject: `clue/${id}`, content: { ground, sentTo, sentOn, ...sealed(fields) } }, (writer) => {
      insertClue(writer, id, fields)
      insertClueStep(writer, id, { seq: 1, content: fields, by: context.person.id, at: context.instant() })
    })
    context.emit({ kind: 'changed', subject: 'transfer' })
    return requireClue(context.reader, context.person, id)
  },

  'transfer.updateClue': (context, { id, expectedVersion, update }) => {
    const { version } = requireClue(context.reader, context.person, id)
    if (version !== expectedVersion) throw new FashenError('conflict', { subject: 'clue', id, expected: expectedVersion, actual: version })
    requireNotInFuture(context, update.sentOn)
    context.act({ act: 'transfer.updateClue', subject: `clue/${id}`, content: { sentOn: update.sentOn, ...sealed(update) } }, (writer) =>
      insertClueStep(writer, id, { seq: version + 1, content: update, by: context.person.id, at: context.instant() }),
    )
    context.emit({ kind: 'changed', subject: 'transfer' })
    return requireClue(context.reader, context.person, id)
  },

  'transfer.cluePaper': async (context, { id, format }) => {
    const clue = requireClue(context.reader, context.person, id)
    return (await makePaper(context, clueLetter(context, clue), `问题线索移送函 ${clue.fields.sentOn ?? context.today()}`, format)).made
  },
}
