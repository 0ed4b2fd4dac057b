/** Accountability (责任追溯): who answers for a case, interference, the agency's registers, retention and destruction. */
import { z } from 'zod'
import type { ChainReport } from '../audit/contract.ts'
import { method } from '../contract/method.ts'
import { PAPER_FORMATS, type MadePaper } from '../documents/made-paper.ts'
import { caseIdSchema, type IsoDate } from '../values/values.ts'
import type { CaseAccountability } from './accountability-page.ts'
import {
  interferenceAdditionSchema,
  interferenceSchema,
  type InterferenceReceipt,
  type InterferenceRecord,
} from './interference.ts'
import type { PlannedRow } from './register-table.ts'
import { officerCertificateSchema, powerItemSchema, REGISTERS, type OfficerCertificate, type PowerItem, type RegisterEntry } from './registers.ts'
import { destructionProposalSchema, type DestructionHead, type DestructionRecord, type RetainedCase } from './retention.ts'

const caseId = caseIdSchema
const id = z.uuid()
const note = z.string().trim().min(2).max(2000)
/** Who reads records of interference, as far as each may, and adds to them: the review desk, and supervisors. */
const WITNESSES = ['reviewer', 'head', 'supervisor'] as const
/**
 * Who makes one. 《内蒙古自治区行政执法责任制规定》 art. 30 is about enforcement officers: who handles cases can, and the agency's head;
 * they get the receipt, and read no records.
 */
const RECORDERS = [...WITNESSES, 'handler', 'agencyHead'] as const
const KEEPERS = ['head', 'admin'] as const

export interface PrintedPage extends MadePaper {
  readonly sha256: string
}

export interface RegisterImport {
  readonly columns: Readonly<Partial<Record<string, string>>> | null
  /** The first of them; refused ones stand first. */
  readonly rows: readonly PlannedRow[]
  readonly counts: Readonly<Record<PlannedRow['fate'], number>>
  readonly left: number
}

export interface RetentionOverview {
  readonly cases: readonly RetainedCase[]
  /** Archived cases in all; `cases` has at most 500, those that are due first. */
  readonly total: number
  readonly due: number
  readonly undetermined: number
  readonly destructions: readonly DestructionHead[]
  /** Files put aside because no row refers to them. */
  readonly unreferenced: { readonly files: number; readonly bytes: number }
}

const register = z.enum(REGISTERS)

export const accountabilityContract = {
  'accountability.get': method({ input: z.strictObject({ caseId }), allowed: 'signedIn', access: 'read' }).returns<CaseAccountability>(),
  /** Walks the whole chain: it takes its time, and its result belongs to the moment. */
  'accountability.chain': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<ChainReport>(),
  /** The page as a file; its hash is an act on the case, so that a print can be told from a forged one. */
  'accountability.print': method({
    input: z.strictObject({ caseId, format: z.enum(PAPER_FORMATS) }),
    allowed: ['handler', 'reviewer', 'head', 'agencyHead', 'supervisor'],
    access: 'write',
  }).returns<PrintedPage>(),

  /** Those that the caller may read, the newest first; `caseId` null: of every case and of none. */
  'accountability.interference': method({ input: z.strictObject({ caseId: caseId.nullable() }), allowed: WITNESSES, access: 'read' }).returns<
    readonly InterferenceRecord[]
  >(),
  'accountability.recordInterference': method({ input: z.strictObject({ fields: interferenceSchema }), allowed: RECORDERS, access: 'write' }).returns<InterferenceReceipt>(),
  'accountability.addToInterference': method({
    input: z.strictObject({ id, expectedAdditions: z.int().min(0), fields: interferenceAdditionSchema }),
    allowed: WITNESSES,
    access: 'write',
  }).returns<InterferenceReceipt>(),

  /** The form 干预记录表 of a record that the caller may read, for their connection only. */
  'accountability.interferencePaper': method({ input: z.strictObject({ id, format: z.enum(PAPER_FORMATS) }), allowed: WITNESSES, access: 'read' }).returns<MadePaper>(),

  'accountability.powers': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<readonly RegisterEntry<PowerItem>[]>(),
  'accountability.certificates': method({ input: z.strictObject({}), allowed: 'signedIn', access: 'read' }).returns<readonly RegisterEntry<OfficerCertificate>[]>(),
  'accountability.savePower': method({
    input: z.strictObject({ id: id.nullable(), expectedVersion: z.int().min(0), fields: powerItemSchema }),
    allowed: KEEPERS,
    access: 'write',
  }).returns<RegisterEntry<PowerItem>>(),
  'accountability.saveCertificate': method({
    input: z.strictObject({ id: id.nullable(), expectedVersion: z.int().min(0), fields: officerCertificateSchema }),
    allowed: KEEPERS,
    access: 'write',
  }).returns<RegisterEntry<OfficerCertificate>>(),
  /** Takes an entry off the list; the audit entry keeps what it said. */
  'accountability.removeEntry': method({
    input: z.strictObject({ register, id, expectedVersion: z.int().min(1), reason: note }),
    allowed: KEEPERS,
    access: 'write',
  }).returns<null>(),
  /** What an import of a staged XLSX, CSV or JSON file would do; nothing is written. */
  'accountability.previewImport': method({ input: z.strictObject({ register, stagedId: id, name: z.string().max(300) }), allowed: KEEPERS, access: 'read' }).returns<RegisterImport>(),
  'accountability.importRegister': method({ input: z.strictObject({ register, stagedId: id, name: z.string().max(300) }), allowed: KEEPERS, access: 'write' }).returns<
    RegisterImport['counts']
  >(),
  /** Items of the list that fit the case by kind of action and cited law. */
  'accountability.powersOfCase': method({ input: z.strictObject({ caseId }), allowed: 'signedIn', access: 'read' }).returns<readonly PowerItem[]>(),

  'accountability.retention': method({ input: z.strictObject({}), allowed: ['head', 'agencyHead', 'supervisor', 'admin'], access: 'read' }).returns<RetentionOverview>(),
  'accountability.settleRetention': method({
    input: z.strictObject({ caseId, periodId: z.string().max(100), reason: z.string().trim().max(2000) }),
    allowed: ['head'],
    access: 'write',
  }).returns<{ readonly until: IsoDate | null }>(),
  'accountability.destruction': method({ input: z.strictObject({ id }), allowed: ['head', 'agencyHead', 'supervisor', 'admin'], access: 'read' }).returns<DestructionRecord>(),
  'accountability.proposeDestruction': method({ input: z.strictObject({ proposal: destructionProposalSchema }), allowed: ['head'], access: 'write' }).returns<{
    readonly id: string
    readonly number: number
  }>(),
  'accountability.decideDestruction': method({
    input: z.strictObject({ id, approve: z.boolean(), note }),
    allowed: ['agencyHead'],
    access: 'write',
  }).returns<null>(),
  /** The second person (监销人) is there, has compared the list, and has the files erased. */
  'accountability.carryOutDestruction': method({
    input: z.strictObject({ id, listHash: z.string().regex(/^[0-9a-f]{64}$/), note }),
    allowed: ['head', 'supervisor'],
    access: 'write',
  }).returns<{ readonly erased: number; readonly kept: number }>(),
}

