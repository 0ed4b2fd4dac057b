/** What follows an issued opinion (后续处理). */
import type { followupContract } from '../../shared/followup/contract.ts'
import { requireCase } from '../cases/case-record.ts'
import type { Handlers } from '../core/handler.ts'
import { answeringHandlers } from './answering.ts'
import { closingHandlers } from './closing.ts'
import { decidingHandlers } from './deciding.ts'
import { discussingHandlers } from './discussing.ts'
import { followupOf } from './followup-view.ts'
import { settlingHandlers } from './settling.ts'

export const followupHandlers: Handlers<typeof followupContract> = {
  'followup.get': (context, { caseId }) => followupOf(context, requireCase(context.reader, caseId)),
  ...answeringHandlers,
  ...settlingHandlers,
  ...discussingHandlers,
  ...decidingHandlers,
  ...closingHandlers,
}
