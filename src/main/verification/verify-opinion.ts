/**
 * Is this paper what the station issued, whole, and signed by whom? With a station at hand its store is asked; without
 * one the signatures speak alone, and the `verify.json` beside an exported file.
 */
import { basename } from 'node:path'
import { FashenError } from '../../shared/errors/errors.ts'
import type { VerificationCheck, VerificationReport, VerifiedSignature } from '../../shared/verification/contract.ts'
import type { SignatureFinding, SignatureReport } from '../../shared/signing/signature-report.ts'
import { isoInstantSchema, type IsoInstant } from '../../shared/values/values.ts'
import { sha256Hex } from '../audit/chain.ts'
import { findDocument } from '../documents/made-documents.ts'
import { opinionsWithNumber, type OpinionRecord } from '../opinion/opinion-record.ts'
import { contentHashOf } from '../opinion/content-hash.ts'
import { stationRoot } from '../signing/certificate-record.ts'
import { verifyPdf } from '../signing/verify.ts'
import type { Reader } from '../store/database.ts'
import type { VerifyData } from '../export/verify-data.ts'

/** What the paper can be compared with. */
export interface Witnesses {
  readonly station?: { readonly reader: Reader; readonly id: string } | undefined
  /** `verify.json` of an exported case file, and the files beside it by name. */
  readonly exported?: { readonly data: VerifyData; readonly hashOf: (name: string) => string | undefined } | undefined
}

const ISSUING_SIGNATURES = 2
/** What is larger is not read into memory to be verified, in bytes. */
const OPINION_SIZE_LIMIT = 256 * 1024 * 1024

/** Asked before the file is read. Throws `file-too-large`. */
export function requireOpinionSize(name: string, size: number): void {
  if (size > OPINION_SIZE_LIMIT) throw new FashenError('file-too-large', { name, size, limit: OPINION_SIZE_LIMIT })
}

/** Throws `not-a-pdf`, `file-too-large`. */
export function verifyOpinion(bytes: Uint8Array, name: string, witnesses: Witnesses): VerificationReport {
  const root = witnesses.station === undefined ? exportedRoot(witnesses) : stationRoot(witnesses.station.reader)?.certificateDer
  const report = verifyPdf(bytes, { fileName: name, ...(root === undefined ? {} : { stationRoot: root }) })
  const sha256 = sha256Hex(bytes)
  const checks = [...signatureChecks(report), ...stationChecks(report, sha256, witnesses), ...exportChecks(sha256, name, witnesses)]
  const { number = null, chainHead, chainSeq } = report.info
  return {
    fileName: basename(name),
    sha256,
    verdict: verdictOf(checks),
    number,
    chainHead: chainHead !== undefined && chainSeq !== undefined ? { seq: Number(chainSeq), hash: chainHead } : null,
    signatures: report.signatures.map(asVerified),
    checks,
  }
}

function exportedRoot({ exported }: Witnesses): Uint8Array | undefined {
  const root = exported?.data.stationRoot
  return root === undefined || root === null ? undefined : new Uint8Array(Buffer.from(root, 'base64'))
}

/** Bad if anything is bad; genuine only on the word of the issuing station: a `verify.json` can be forged like a name. */
function verdictOf(checks: readonly VerificationCheck[]): VerificationReport['verdict'] {
  if (checks.some(({ result }) => result === 'bad')) return 'bad'
  return checks.some(({ id, result }) => id === 'storedCopy' && result === 'ok') ? 'genuine' : 'intact'
}

function instant(text: string): IsoInstant | null {
  const parsed = isoInstantSchema.safeParse(text)
  return parsed.success ? parsed.data : null
}

const NO_TIME = isoInstantSchema.parse('1970-01-01T00:00:00.000Z')

function asVerified(finding: SignatureFinding): VerifiedSignature {
  return {
    fieldName: finding.fieldName,
    signerName: finding.signerName,
    subject: finding.certificateSubject,
    issuer: finding.issuer,
    serial: finding.serial,
    algorithm: finding.algorithm,
    signedAt: instant(finding.signedAt),
    notBefore: instant(finding.notBefore) ?? NO_TIME,
    notAfter: instant(finding.notAfter) ?? NO_TIME,
    digestMatches: finding.digestMatches,
    signatureValid: finding.signatureValid,
    certificateValidAtSigning: finding.certificateValidAtSigning,
    issuedByThisStation: finding.issuedByStation ?? null,
  }
}

const ok = (id: VerificationCheck['id'], detail = ''): VerificationCheck => ({ id, result: 'ok', detail })
const bad = (id: VerificationCheck['id'], detail = ''): VerificationCheck => ({ id, result: 'bad', detail })
const unknown = (id: VerificationCheck['id'], detail: string | undefined = ''): VerificationCheck => ({ id, result: 'unknown', detail })
const judged = (id: VerificationCheck['id'], good: boolean, detail = ''): VerificationCheck => (good ? ok(id, detail) : bad(id, detail))

function signatureChecks({ signatures, unsignedChangesAfter }: SignatureReport): VerificationCheck[] {
  const names = signatures.map(({ signerName }) => signerName).join('、')
  const wrong = signatures.flatMap(({ signerName, problems }) => problems.map((problem) => `${signerName}: ${problem}`))
  const certificateProblems = wrong.filter((problem) => problem.includes('certificate') || problem.includes('chain-broken'))
  const complete = signatures.length === ISSUING_SIGNATURES && new Set(signatures.map(({ serial, issuer }) => serial + issuer)).size === ISSUING_SIGNATURES
  return [
    judged('signatures', complete && signatures.every(({ signatureValid }) => signatureValid), complete ? names : `${signatures.length} / ${ISSUING_SIGNATURES} ${names}`),
    judged('digest', signatures.length > 0 && signatures.every(({ digestMatches }) => digestMatches), wrong.join('；')),
    judged('certificates', signatures.length > 0 && certificateProblems.length === 0, certificateProblems.join('；')),
    judged('unchangedAfterSigning', signatures.length > 0 && !unsignedChangesAfter && signatures.every(({ coversWholeRevision }) => coversWholeRevision)),
  ]
}

function stationChecks({ info }: SignatureReport, sha256: string, { station }: Witnesses): VerificationCheck[] {
  if (station === undefined) return [unknown('station'), unknown('number', info.number), unknown('storedCopy'), unknown('chainHead'), unknown('contentHash')]
  if (info.station !== station.id) return [unknown('station', info.station), unknown('number', info.number), unknown('storedCopy'), unknown('chainHead'), unknown('contentHash')]
  const found = info.number === undefined ? [] : opinionsWithNumber(station.reader, info.number)
  const opinion = found.find(({ state }) => state === 'issued')
  if (opinion === undefined) return [ok('station'), bad('number', info.number), bad('storedCopy'), ...chainChecks(info, station.reader)]
  return [
    ok('station'),
    ok('number', info.number),
    judged('storedCopy', storedHash(station.reader, opinion) === sha256),
    judged('contentHash', opinion.document !== null && contentHashOf(opinion.document) === info.contentHash),
    ...chainChecks(info, station.reader),
  ]
}

function storedHash(reader: Reader, opinion: OpinionRecord): string | undefined {
  return opinion.pdfDocumentId === null ? undefined : findDocument(reader, opinion.pdfDocumentId)?.sha256
}

/** The head printed in the paper must stand in the chain at its place: the paper is a witness of the chain too. */
function chainChecks(info: SignatureReport['info'], reader: Reader): VerificationCheck[] {
  const row = reader.get<{ hash: string }>('SELECT hash FROM audit WHERE seq = ?', Number(info.chainSeq ?? 0))
  return [judged('chainHead', row !== undefined && row.hash === info.chainHead, info.chainSeq === undefined ? '' : `#${info.chainSeq}`)]
}

function exportChecks(sha256: string, name: string, { exported }: Witnesses): VerificationCheck[] {
  if (exported === undefined) return []
  const { data, hashOf } = exported
  const own = data.files.find((file) => file.name === basename(name))
  const wrong = data.files.filter((file) => hashOf(file.name) !== file.sha256).map((file) => file.name)
  return [judged('exportedFiles', own?.sha256 === sha256 && wrong.length === 0, wrong.join('、'))]
}
