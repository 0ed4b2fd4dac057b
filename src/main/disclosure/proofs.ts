/** Files that prove a publication or its withdrawal (公开凭证): stored by content, kept with the case, never changed. */
import { v7 as uuidv7 } from 'uuid'
import type { Proof } from '../../shared/disclosure/contract.ts'
import type { CaseRecord } from '../cases/case-record.ts'
import type { CallContext } from '../core/handler.ts'
import { cleanFileName } from '../core/staging.ts'
import { insertDocument, type MadeDocument } from '../documents/made-documents.ts'
import { formatOf } from '../materials/staged-format.ts'
import type { Writer } from '../store/database.ts'

export interface StagedProof {
  readonly stagedId: string
  readonly name: string
}

/** Throws `file-not-staged`, `file-name-invalid`. They belong to the case once {@link insertProofs} has run in an act. */
export async function prepareProofs(context: CallContext, record: CaseRecord, staged: readonly StagedProof[]): Promise<MadeDocument[]> {
  const prepared: MadeDocument[] = []
  for (const { stagedId, name: given } of staged) {
    const name = cleanFileName(given)
    const { sha256, size } = context.staging.find(context.caller.connection, stagedId, name)
    const format = await formatOf(context, { sha256, size }, name)
    prepared.push({ id: uuidv7(), caseId: record.id, round: record.round, kind: 'publicationProof', name, number: null, size, sha256, ...format })
  }
  return prepared
}

export function insertProofs(writer: Writer, proofs: readonly MadeDocument[], at: string): void {
  for (const proof of proofs) insertDocument(writer, proof, at)
}

export function asProofs(proofs: readonly MadeDocument[]): Proof[] {
  return proofs.map(({ id, name, sha256 }) => ({ documentId: id, name, sha256 }))
}
