/** Export (归档导出): the case file as a folder that needs no program to be read. */
import { z } from 'zod'
import { method } from '../contract/method.ts'
import { caseIdSchema } from '../values/values.ts'

export interface ExportReport {
  /** The folder that was made. */
  readonly folder: string
  readonly files: readonly { readonly name: string; readonly size: number; readonly sha256: string }[]
}

export const exportContract = {
  /** Where an export goes when the person does not choose: a folder of the system user's documents. */
  'export.suggestFolder': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<{ readonly folder: string }>(),
  'export.caseFile': method({
    input: z.strictObject({ caseId: caseIdSchema, folder: z.string().min(1).max(1000) }),
    allowed: ['handler', 'reviewer', 'head', 'agencyHead', 'supervisor'],
    access: 'write',
  }).returns<ExportReport>(),
}
