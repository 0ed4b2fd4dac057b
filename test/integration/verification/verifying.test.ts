/** Export and verification: the case file leaves the station, and anybody can tell whether it is what was issued. */
import { execFileSync } from 'node:child_process'
import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CaseId } from '../../../src/shared/values/values.ts'
import type { VerificationReport } from '../../../src/shared/verification/contract.ts'
import { hashedText, sha256Hex } from '../../../src/main/audit/chain.ts'
import { verifyDataSchema, type VerifyData } from '../../../src/main/export/verify-data.ts'
import { fileNameOf } from '../../../src/main/documents/made-documents.ts'
import { readVerifyData } from '../../../src/main/verification/exported-witness.ts'
import { verifyOpinion } from '../../../src/main/verification/verify-opinion.ts'
import { refusal } from '../../support/refusals.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'
import { approve, issuedCase, NO, reviewedCase, signAsReviewer } from '../../support/test-case.ts'
import { createTestStation, type TestStation } from '../../support/test-station.ts'

let station: TestStation
let caseId: CaseId
let exported: string
let pdfPath: string
let pdf: Buffer

beforeAll(async () => {
  station = await createTestStation()
  const issued = await issuedCase(station, {}, new Map([['1.1', { ...NO, finding: '未见主体资格文件' }]]))
  ;({ caseId } = issued)
  const report = await station.as('head').call('export.caseFile', { caseId, folder: temporaryFolder('export') })
  exported = report.folder
  pdfPath = join(exported, report.files.find(({ name }) => name.startsWith('1 '))?.name ?? '')
  pdf = readFileSync(pdfPath)
})
afterAll(() => {
  station.close()
  removeTemporaryFolders()
})

const results = (report: VerificationReport) => Object.fromEntries(report.checks.map(({ id, result }) => [id, result]))
async function verifyIn(of: TestStation, bytes: Uint8Array, name = '意见书.pdf'): Promise<VerificationReport> {
  const client = of.as('supervisor')
  return client.call('verification.verifyFile', { stagedId: (await client.stage(name, bytes)).id })
}

describe('the exported case file', () => {
  it('holds opinion, checklist and materials list, and each file is as the report says', async () => {
    const names = readdirSync(exported).sort()
    expect(names.map((name) => name.replace(/ .*(?=\.)/u, ''))).toEqual(['1.pdf', '2.docx', '3.json', '3.pdf', '4.pdf', 'verify.json'].sort())
    const data = verifyDataSchema.parse(JSON.parse(readFileSync(join(exported, 'verify.json'), 'utf8')))
    for (const { name, size, sha256 } of data.files) {
      const bytes = readFileSync(join(exported, name))
      expect([bytes.length, sha256Hex(bytes)]).toEqual([size, sha256])
    }
    const answers = JSON.parse(readFileSync(join(exported, '3 法制审核清单.json'), 'utf8')) as { answers: { id: string; answer: { answer: string; finding: string } }[] }
    expect(answers.answers.find(({ id }) => id === '1.1')?.answer).toMatchObject({ answer: 'no', finding: '未见主体资格文件' })
    expect(answers.answers.every(({ answer }) => answer !== null)).toBe(true)
    const materials = execFileSync('pdftotext', ['-raw', join(exported, '4 送审材料清单.pdf'), '-'], { encoding: 'utf8' }).replaceAll(/\s/gu, '')
    expect(data.materials).toHaveLength(1)
    for (const { name, sha256 } of data.materials) expect([materials.includes(name), materials.includes(sha256)]).toEqual([true, true])
  })

  it('its verify.json can be computed again by anybody: every entry whose content may leave, and the head that is printed', () => {
    const data: VerifyData = verifyDataSchema.parse(JSON.parse(readFileSync(join(exported, 'verify.json'), 'utf8')))
    for (const { seq, at, actor, act, subject, content, previousHash, hash } of data.chain) {
      // what was written in confidence stays in the station; its hash is here all the same
      if (content === null) continue
      expect(sha256Hex(hashedText(seq, at, actor, act, subject, content, previousHash))).toBe(hash)
    }
    expect(data.chain.find(({ seq }) => seq === data.chainHeadInOpinion.seq)?.hash).toBe(data.chainHeadInOpinion.hash)
    const issue = data.chain.find(({ act }) => act === 'opinion.issue')
    expect(JSON.parse(issue?.content ?? '{}').pdf).toBe(sha256Hex(pdf))
  })

  it('is never written over: a second export stands beside the first', async () => {
    const parent = temporaryFolder('export')
    const first = await station.as('reviewer').call('export.caseFile', { caseId, folder: parent })
    const second = await station.as('reviewer').call('export.caseFile', { caseId, folder: parent })
    expect(second.folder).toBe(`${first.folder} (2)`)
    expect(readdirSync(parent).sort()).toEqual([basename(first.folder), basename(second.folder)].sort())
    expect((await station.as('head').call('cases.history', { caseId })).at(-1)).toMatchObject({ act: 'case.export', actorName: '顾盼' })
  })

  it('is refused where it must not go, and leaves nothing there', async () => {
    const file = join(temporaryFolder('export'), 'file')
    writeFileSync(file, '')
    const to = (folder: string) => station.as('head').call('export.caseFile', { caseId, folder })
    expect(await refusal(to('relative/folder'), 'export-folder-invalid')).toMatchObject({ reason: 'not-absolute' })
    expect(await refusal(to(join(station.folder, 'files')), 'export-folder-invalid')).toMatchObject({ reason: 'inside-station' })
    await refusal(to(file), 'export-folder-invalid')
    await refusal(to('/proc/nothing'), 'export-folder-invalid')
    await refusal(to('/tmp/a\u0000b'), 'export-folder-invalid')
    const draft = await reviewedCase(station)
    const parent = temporaryFolder('export')
    await refusal(station.as('head').call('export.caseFile', { caseId: draft, folder: parent }), 'not-found')
    expect(readdirSync(parent)).toEqual([])
    expect(existsSync(join(station.folder, 'files', '1 '))).toBe(false)
  })

  it('stops by name where a stored paper was altered', async () => {
    const other = await issuedCase(station)
    const { files, reader } = station.workstation.workbench
    const row = reader.get<{ sha256: string }>("SELECT sha256 FROM documents WHERE case_id = ? AND kind = 'opinionPdf'", other.caseId)
    const stored = files.storedName(row?.sha256 ?? '')
    const path = join(station.folder, 'files', stored.slice(0, 2), stored)
    const bytes = readFileSync(path)
    bytes[100] = (bytes[100] ?? 0) ^ 1
    chmodSync(path, 0o600)
    writeFileSync(path, bytes)
    const parent = temporaryFolder('export')
    await refusal(station.as('head').call('export.caseFile', { caseId: other.caseId, folder: parent }), 'file-altered')
    expect(readdirSync(parent)).toEqual([])
  })

  it('has names that every system takes, however long or odd the title', () => {
    for (const title of ['𠮷'.repeat(300), '案'.repeat(300), 'a/b\\c:d*e?f"g<h>i|j\u0000k', '...', 'x. . ']) {
      const name = fileNameOf(title, 'pdf')
      expect(Buffer.byteLength(name)).toBeLessThanOrEqual(255 - 6)
      expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}]/u)
      expect(name.isWellFormed()).toBe(true)
    }
  })
})

describe('verifying with the station', () => {
  it('the issued paper is genuine: both signatures, number, stored copy, chain, content', async () => {
    const report = await verifyIn(station, pdf)
    expect(results(report)).toEqual({
      signatures: 'ok', digest: 'ok', certificates: 'ok', unchangedAfterSigning: 'ok', station: 'ok', number: 'ok', storedCopy: 'ok', contentHash: 'ok', chainHead: 'ok',
    })
    expect(report).toMatchObject({ verdict: 'genuine', signatures: [{ signerName: '顾盼', issuedByThisStation: true }, { signerName: '韩正' }] })
  })

  it('a byte changed anywhere makes it bad', async () => {
    for (let part = 1; part <= 9; part += 1) {
      const changed = Buffer.from(pdf)
      const at = Math.floor((pdf.length * part) / 10)
      changed[at] = (changed[at] ?? 0) ^ 1
      const verdict = await verifyIn(station, changed).then(({ verdict: of }) => of, (error: { code?: string }) => error.code)
      expect([part, verdict === 'bad' || verdict === 'not-a-pdf']).toEqual([part, true])
    }
  })

  it('cut back to what the reviewer alone had signed, or with something added after, it is not genuine', async () => {
    const ends = [...pdf.toString('latin1').matchAll(/%%EOF\r?\n?/g)].map((match) => match.index + match[0].length)
    expect(ends.length).toBeGreaterThanOrEqual(3)
    const reviewerOnly = pdf.subarray(0, ends.at(-2))
    const report = await verifyIn(station, reviewerOnly)
    expect(report.verdict).toBe('bad')
    expect(results(report)).toMatchObject({ signatures: 'bad', storedCopy: 'bad' })
    expect((await verifyIn(station, Buffer.concat([pdf, Buffer.from('\n% added')]))).verdict).toBe('bad')
    expect((await verifyIn(station, pdf.subarray(0, pdf.length - 40)).catch(() => ({ verdict: 'bad' }))).verdict).toBe('bad')
  })

  it('another station cannot vouch for it', async () => {
    const other = await createTestStation()
    const report = await verifyIn(other, pdf)
    expect(report.verdict).toBe('intact')
    expect(report.signatures.map(({ issuedByThisStation }) => issuedByThisStation)).not.toContain(true)
    expect(results(report)).toMatchObject({ number: 'unknown', storedCopy: 'unknown' })
    expect(results(report)['station']).not.toBe('ok')
    other.close()
  })

  it('a paper whose number was voided is not genuine', async () => {
    const draft = await reviewedCase(station)
    await approve(station, draft)
    const { pdfDocumentId } = await signAsReviewer(station, draft)
    const partly = await station.as('reviewer').read(`document/${pdfDocumentId}`)
    await station.as('head').call('opinion.recall', { caseId: draft, reason: '有误' })
    expect(await verifyIn(station, partly)).toMatchObject({ verdict: 'bad' })
  })

  it.each([['文本.pdf', 'just words'], ['空白.pdf', '%PDF-1.7\n%%EOF']])('%s is told to be no opinion, not crashed on', async (name, content) => {
    const outcome = await verifyIn(station, Buffer.from(content), name).then(({ verdict }) => verdict, (error: { code?: string }) => error.code)
    expect(['bad', 'not-a-pdf']).toContain(outcome)
  })
})

describe('verifying without the station', () => {
  it('the signatures speak alone: intact, and never more than that, also with the exported files beside it', () => {
    expect(verifyOpinion(pdf, pdfPath, {}).verdict).toBe('intact')
    const report = verifyOpinion(pdf, pdfPath, { exported: readVerifyData(pdfPath) })
    expect(report).toMatchObject({ verdict: 'intact' })
    expect(results(report)).toMatchObject({ exportedFiles: 'ok' })
  })

  it('a file beside it that was changed, or is gone, is named', () => {
    const copy = join(temporaryFolder('copy'), 'case')
    cpSync(exported, copy, { recursive: true })
    writeFileSync(join(copy, '3 法制审核清单.json'), '{}')
    const path = join(copy, basename(pdfPath))
    const report = verifyOpinion(readFileSync(path), path, { exported: readVerifyData(path) })
    expect(report.verdict).toBe('bad')
    expect(report.checks.find(({ id }) => id === 'exportedFiles')?.detail).toContain('3 法制审核清单.json')
  })

  it('a verify.json that is none, or too clever, is left aside', () => {
    const folder = temporaryFolder('copy')
    const path = join(folder, basename(pdfPath))
    writeFileSync(path, pdf)
    expect(readVerifyData(path)).toBeUndefined()
    writeFileSync(join(folder, 'verify.json'), '{"format":')
    expect(readVerifyData(path)).toBeUndefined()
    const data = JSON.parse(readFileSync(join(exported, 'verify.json'), 'utf8')) as VerifyData
    mkdirSync(join(folder, 'sub'))
    writeFileSync(join(folder, 'verify.json'), JSON.stringify({ ...data, files: [{ name: '../../etc/passwd', size: 1, sha256: 'a'.repeat(64) }, { name: 'sub', size: 1, sha256: 'a'.repeat(64) }] }))
    expect(verifyOpinion(pdf, path, { exported: readVerifyData(path) }).verdict).toBe('bad')
  })
})
