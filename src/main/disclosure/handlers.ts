/** Disclosure of decisions (执法决定公开). */
import type { disclosureContract } from '../../shared/disclosure/contract.ts'
import { requireCase } from '../cases/case-record.ts'
import type { Handlers } from '../core/handler.ts'
import { disclosureList } from './disclosure-list.ts'
import { disclosureView } from './disclosure-view.ts'
import { maskingHandlers } from './masking-handlers.ts'
import { publishingHandlers } from './publishing.ts'
import { withdrawingHandlers } from './withdrawing.ts'

export const disclosureHandlers: Handlers<typeof disclosureContract> = {
  'disclosure.get': (context, { caseId }) => disclosureView(context, requireCase(context.reader, caseId)),
  'disclosure.list': (context, { show, offset }) => disclosureList(context, show, offset),
  ...publishingHandlers,
  ...withdrawingHandlers,
  ...maskingHandlers,
}
