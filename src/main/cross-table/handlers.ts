/** The cross-table of a stored case. */
import { buildCrossTable } from '../../shared/cross-table/build.ts'
import type { crossTableContract } from '../../shared/cross-table/contract.ts'
import { requireCase } from '../cases/case-record.ts'
import type { Handlers } from '../core/handler.ts'
import { readCase } from '../intake/reading-service.ts'
import { storedCaseFile } from '../prereview/stored-case-file.ts'

export const crossTableHandlers: Handlers<typeof crossTableContract> = {
  'crossTable.get': (context, { caseId }) => {
    const record = requireCase(context.reader, caseId)
    readCase(context, caseId)
    const { file, catalogue } = storedCaseFile(context, record, record.round)
    return buildCrossTable(file, catalogue.documentKinds)
  },
}
