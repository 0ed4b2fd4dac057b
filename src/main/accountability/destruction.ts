/**
 * Destruction (销毁): the only way in which stored bytes are ever erased. The record comes first and is on disk before the
 * first byte goes, so that whatever happens in between, nothing is missing without its record; what was begun is brought to
 * its end when the station opens next.
 */
import type { DestructionFile, DestructionProposal, DestructionRecord } from '../../shared/accountability/retention.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { CaseId } from '../../shared/values/values.ts'
import type { Workbench } from '../core/handler.ts'
import { removePages } from '../intake/file-reading-record.ts'
import type { Writer } from '../store/database.ts'
import { findDestruction, insertDestructionStep, listHashOf, openDestructionOf, unfinishedDestructions } from './destruction-record.ts'
import { otherHolder, retainedCaseOf, storedFilesOf } from './retention-record.ts'

type Bench = Pick<Workbench, 'reader' | 'files' | 'today' | 'instant' | 'actAs'>

const refused = (problem: string, name = ''): FashenError => new FashenError('destruction-refused', { problem, name })

/** The files that would go, each with its hash. Throws `destruction-refused`. */
export async function filesToDestroy(bench: Bench, { caseIds, unreferenced }: Pick<DestructionProposal, 'caseIds' | 'unreferenced'>): Promise<DestructionFile[]> {
  if (unreferenced === caseIds.length > 0) throw refused('cases-or-unreferenced')
  for (const caseId of caseIds) requireDue(bench, caseId)
  const files = unreferenced ? await filesPutAside(bench) : filesOfCases(bench, caseIds)
  if (!files.some(({ keptFor }) => keptFor === null)) throw refused('nothing-to-destroy')
  return files
}

/** Archived, its retention over, and not destroyed. Throws `destruction-refused`, `not-found`. */
export function requireDue(bench: Pick<Bench, 'reader' | 'today'>, caseId: CaseId): void {
  const kept = retainedCaseOf(bench.reader, bench.today(), caseId)
  if (kept === undefined) throw new FashenError('not-found', { subject: 'archive', id: caseId })
  if (kept.standing !== 'due') throw refused(`retention-${kept.standing}`, kept.title)
  if (bench.reader.get("SELECT 1 FROM mergers m JOIN cases c ON c.id = m.case_id WHERE m.into_case_id = ? AND c.id NOT IN (SELECT case_id FROM archives) AND c.state <> 'withdrawn'", caseId) !== undefined) {
    throw refused('merged-case-open', kept.title)
  }
}

export function requireNotProposed({ reader }: Pick<Bench, 'reader'>, caseIds: readonly CaseId[]): void {
  for (const caseId of caseIds) {
    const number = openDestructionOf(reader, caseId)
    if (number !== null) throw refused('already-proposed', String(number))
  }
}

function filesOfCases({ reader, files }: Bench, caseIds: readonly CaseId[]): DestructionFile[] {
  const among = new Set<string>(caseIds)
  const found = new Map<string, DestructionFile>()
  for (const caseId of caseIds) {
    for (const { sha256, name, size } of storedFilesOf(reader, caseId)) {
      if (found.has(sha256)) continue
      found.set(sha256, { sha256, storedName: files.storedName(sha256), name, size, caseId, keptFor: otherHolder(reader, sha256, among) })
    }
  }
  return [...found.values()]
}

async function filesPutAside({ files }: Bench): Promise<DestructionFile[]> {
  const found: DestructionFile[] = []
  for (const { storedName, size } of await files.putAside()) {
    found.push({ sha256: await files.hashAside(storedName), storedName, name: storedName.slice(0, 16), size, caseId: null, keptFor: null })
  }
  return found
}

/** What is to be erased is what was approved. Throws `destruction-refused` where anything changed since. */
export async function requireUnchanged(bench: Bench, record: DestructionRecord): Promise<void> {
  if (listHashOf(record.files) !== record.listHash) throw refused('list-changed')
  for (const { id } of record.cases) requireDue(bench, id)
  if (record.unreferenced) {
    const lying = new Set((await bench.files.putAside()).map(({ storedName }) => storedName))
    // one that a row refers to again was brought back, and is no longer unreferenced
    if (record.files.some(({ storedName }) => !lying.has(storedName))) throw refused('list-changed')
    return
  }
  const now = filesOfCases(bench, record.cases.map(({ id }) => id))
  const words = (files: readonly DestructionFile[]) => files.map(({ storedName, keptFor }) => `${storedName} ${keptFor ?? ''}`).toSorted().join()
  if (words(now) !== words(record.files)) throw refused('list-changed')
}

/** In the transaction that records the beginning: the text that was read from the files goes with them. */
export function forgetTexts(writer: Writer, record: DestructionRecord): void {
  for (const { sha256, keptFor } of record.files) {
    if (sha256 === null || keptFor !== null) continue
    removePages(writer, sha256)
    // not queued again when somebody opens the case; the same content attached anew is read anew
    writer.run("UPDATE file_readings SET state = 'failed', reader = 0, to_recognise = '[]', problem = NULL WHERE sha256 = ?", sha256)
    writer.run('DELETE FROM material_documents WHERE material_id IN (SELECT id FROM materials WHERE sha256 = ?)', sha256)
  }
}

/** Erases what a record that was begun names, and records that it is done. */
export async function finishDestruction(bench: Bench, id: string, actor: string): Promise<{ erased: number; kept: number }> {
  const record = findDestruction(bench.reader, id)
  if (record === undefined) throw new FashenError('not-found', { subject: 'destruction', id })
  const going = record.files.filter(({ keptFor }) => keptFor === null)
  for (const { storedName } of going) await bench.files.erase(storedName)
  const counts = { erased: going.length, kept: record.files.length - going.length }
  bench.actAs(actor, { act: 'destruction.finish', subject: `destruction/${id}`, content: { number: record.number, ...counts, listHash: record.listHash } }, (writer, head) =>
    insertDestructionStep(writer, id, { step: 'finished', note: '', by: actor, at: bench.instant(), seq: head.seq }),
  )
  return counts
}

/** At opening: a program that ended between record and erasure left files that are as good as destroyed. */
export async function finishBegunDestructions(bench: Bench, log: (line: string) => void): Promise<void> {
  for (const id of unfinishedDestructions(bench.reader)) {
    try {
      await finishDestruction(bench, id, 'system')
    } catch (error) {
      // a disk that cannot be written to now: the next opening tries again, and until then the files are named as destroyed
      log(`${bench.instant()} destruction ${id}: ${String(error)}`)
    }
  }
}
