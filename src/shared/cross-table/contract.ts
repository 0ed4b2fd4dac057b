/** The cross-table of a case (交叉核对表), computed when it is asked for. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import { caseIdSchema } from '../values/values.ts'
import type { CrossTable } from './cross-table.ts'

export const crossTableContract = {
  'crossTable.get': method({ input: z.strictObject({ caseId: caseIdSchema }), allowed: 'signedIn', access: 'read' }).returns<CrossTable>(),
}
