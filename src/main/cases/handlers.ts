/** Cases: register, change, list, look into, withdraw. */
import { v7 as uuidv7 } from 'uuid'
import { FashenError } from '../../shared/errors/errors.ts'
import type { CaseFields } from '../../shared/cases/case.ts'
import { EMPTY_CASE_FILTER } from '../../shared/cases/case-filter.ts'
import type { CaseSelection, casesContract } from '../../shared/cases/contract.ts'
import { apply, relationsOf } from '../../shared/cases/state-machine.ts'
import { UNREGISTERED, type CaseState } from '../../shared/cases/state-machine-terms.ts'
import { caseIdSchema, type IsoDate } from '../../shared/values/values.ts'
import { entriesAbout } from '../audit/chain.ts'
import type { CallContext, Handlers } from '../core/handler.ts'
import { requireHappened } from '../followup/given-days.ts'
import { writeWordsFor } from '../ledger/entry-words.ts'
import { takeCaseNumber } from '../opinion/numbers.ts'
import { findPerson } from '../people/people.ts'
import { caseDetail } from './case-detail.ts'
import { refusalError, requirePart } from './case-flow.ts'
import { caseChoices } from './case-choices.ts'
import type { Circumstances } from './case-conditions.ts'
import { startExport } from './case-export.ts'
import { caseOrder, countCases, listCases, prepareOrder, rowidsOf, rowsInOrder } from './case-list.ts'
import { insertCase, requireCase, updateCaseFields, type CaseRecord } from './case-record.ts'
import { judgeFor } from './judging.ts'
import { findInTexts, hitsOf, type FoundInTexts } from './text-search.ts'
import { withdrawCase } from './withdrawal.ts'
import { cancelExport, exportState } from './workbook-job.ts'

/** What was registered may change until the review has begun; from then on the opinion rests on it. */
const EDITABLE: readonly CaseState[] = ['received', 'returned']

export const casesHandlers: Handlers<typeof casesContract> = {
  'cases.list': async (context, input) => {
    const { reader } = context
    await judgeFor(context, input.filter)
    await writeWordsFor(context, input.filter)
    const found = await findInTexts(context, input.filter.text)
    const circumstances = circumstancesOf(context, found)
    if ((input.offset ?? 0) > 0) await prepareOrder(reader, input, circumstances)
    const page = listCases(reader, input, circumstances)
    return { ...page, hits: hitsOf(reader, page.rows, input.filter.text, found), textsComplete: found.complete }
  },

  'cases.total': async (context, { filter, sort }) => {
    await judgeFor(context, filter)
    await writeWordsFor(context, filter)
    const circumstances = circumstancesOf(context, await findInTexts(context, filter.text))
    await prepareOrder(context.reader, { filter, sort }, circumstances)
    return { count: caseOrder(context.reader, { filter, sort }, circumstances).length }
  },

  'cases.ids': async (context, { selection, most }) => {
    const rowids = await selectedRows(context, selection)
    return { ids: rowsInOrder(context.reader, rowids.slice(0, most)).map(({ id }) => id), more: rowids.length > most }
  },

  'cases.rows': ({ reader }, { ids }) => rowsInOrder(reader, rowidsOf(reader, ids)),

  'cases.choices': ({ reader }) => caseChoices(reader),

  'cases.beginExport': async (context, { selection, columns, language }) => ({
    exportId: startExport(context, { rowids: await selectedRows(context, selection), selection, columns, language }),
  }),

  'cases.exportState': (context, { exportId }) => exportState(context, exportId),

  'cases.cancelExport': (context, { exportId }) => {
    cancelExport(context, exportId)
    return null
  },

  'cases.counts': ({ reader, person, today }) => countCases(reader, today(), person.id),

  'cases.get': (context, { caseId }) => caseDetail(context, requireCase(context.reader, caseId)),

  'cases.register': (context, { fields }) => {
    const { person, reader } = context
    requireKnownHandlers(context, fields)
    const handlers = fields.handlers.flatMap(({ personId }) => (personId === null ? [] : [personId]))
    const actor = { roles: person.roles, relations: relationsOf(person.id, handlers, null, []) }
    const outcome = apply(UNREGISTERED, 'register', actor, new Set())
    if (!outcome.ok) throw refusalError(outcome.refusal, 'register', UNREGISTERED)
    requireHappened(context, 'cases.register', daysOf(fields))
    const id = caseIdSchema.parse(uuidv7())
    context.act({ act: outcome.audit, subject: `case/${id}`, content: fields }, (writer) => {
      const at = context.instant()
      const year = Number(context.today().slice(0, 4))
      const takeNumber = (): void => void takeCaseNumber(writer, context.station(), year, { caseId: id, at })
      insertCase(writer, { id, fields, state: outcome.next as CaseState, createdBy: person.id, at, takeNumber })
    })
    context.emit({ kind: 'changed', subject: 'cases' })
    return { caseId: requireCase(reader, id).id }
  },

  'cases.update': (context, { caseId, expectedVersion, fields }) => {
    const record = requireCase(context.reader, caseId)
    requireVersion(record, expectedVersion)
    if (!EDITABLE.includes(record.state)) throw new FashenError('case-not-editable', { state: record.state })
    requirePart(context, record, 'change')
    requireHappened(context, 'cases.update', daysOf(fields))
    requireKnownHandlers(context, fields)
    context.act({ act: 'case.update', subject: `case/${caseId}`, content: { before: record.fields, after: fields } }, (writer) => {
      updateCaseFields(writer, record, fields, context.instant())
      // a later submission has a day of its own, which is not the day the case first came in
      writer.run(
        'UPDATE rounds SET submitted_on = ? WHERE case_id = ? AND round = 1 AND submitted_on = ?',
        fields.receivedOn,
        caseId,
        record.fields.receivedOn,
      )
    })
    context.emit({ kind: 'changed', subject: 'case', id: caseId })
    return { version: requireCase(context.reader, caseId).version }
  },

  'cases.withdraw': (context, { caseId, reason }) => {
    withdrawCase(context, requireCase(context.reader, caseId), { reason })
    return null
  },

  'cases.history': ({ reader }, { caseId }) => entriesAbout(reader, `case/${requireCase(reader, caseId).id}`),
}

function circumstancesOf(context: CallContext, found: FoundInTexts): Circumstances {
  return { today: context.today(), foundInTexts: found.rowids }
}

/** Row ids of a choice, in the order of the list. */
async function selectedRows(context: CallContext, { filter, sort, only, except }: CaseSelection): Promise<Uint32Array> {
  const { reader } = context
  const found = await findInTexts(context, only === null ? filter.text : '')
  const wanted = only === null ? filter : EMPTY_CASE_FILTER
  await judgeFor(context, wanted)
  await writeWordsFor(context, wanted)
  const circumstances = circumstancesOf(context, found)
  await prepareOrder(reader, { filter: wanted, sort }, circumstances)
  const order = caseOrder(reader, { filter: wanted, sort }, circumstances)
  const left = new Set(rowidsOf(reader, only ?? except))
  return left.size === 0 && only === null ? order : order.filter((rowid) => left.has(rowid) === (only !== null))
}

function requireVersion(record: CaseRecord, expected: number): void {
  if (record.version !== expected) {
    throw new FashenError('conflict', { subject: 'case', id: record.id, expected, actual: record.version })
  }
}

/** Every day of a registration tells what has happened: the act, its filing, its arrival here. */
function daysOf({ receivedOn, filedOn, actFrom, actTo }: CaseFields): Readonly<Record<string, IsoDate | null>> {
  return { 'fields.receivedOn': receivedOn, 'fields.filedOn': filedOn, 'fields.actFrom': actFrom, 'fields.actTo': actTo }
}

function requireKnownHandlers(context: CallContext, fields: CaseFields): void {
  for (const { personId } of fields.handlers) {
    if (personId !== null && findPerson(context.reader, personId) === undefined) {
      throw new FashenError('not-found', { subject: 'person', id: personId })
    }
  }
}
