/**
 * Checking the signatures of a PDF that may come from anywhere.
 *
 * Signatures are looked for in the bytes themselves, not through the file's own index: what counts is which bytes a
 * signature covers. If a valid one covers the whole file but for its own hexadecimal string, no other byte can have
 * been changed, whatever a viewer makes of the file. Names of fields and the Info dictionary are then read by the
 * index, as far as it is sound.
 */
import { createHash } from 'node:crypto'
import { FashenError } from '../../shared/errors/errors.ts'
import {
  FASHEN_INFO_KEYS,
  type FashenInfo,
  type SignatureFinding,
  type SignatureProblem,
  type SignatureReport,
} from '../../shared/signing/signature-report.ts'
import { isIssuedBy, keyKind, publicKeyOf, readCertificate, type CertificateFacts } from './certificate.ts'
import { cmsProblems, readCms, UnsupportedCmsError, type CmsFacts } from './cms.ts'
import { sameBytes } from './der.ts'
import { hasPdfHeader, PdfReader } from './pdf-reader.ts'
import { latin1, PdfParser, PdfSyntaxError, textOf, type PdfDictionary, type PdfValue } from './pdf-syntax.ts'

export interface VerifyOptions {
  /** The station's root certificate, DER: then each finding says whether this root issued the signer's certificate. */
  readonly stationRoot?: Uint8Array
  /** What the file is called in an error. */
  readonly fileName?: string
}

/** An opinion has some hundred kilobytes; a scanned attachment some megabytes. */
const MAX_FILE_LENGTH = 256 * 1024 * 1024
/** More signatures than anybody puts on an opinion; the rest is not looked at, and the report is not intact. */
const MAX_SIGNATURES = 32
const MAX_DICTIONARY_SEARCH = 1024 * 1024

/**
 * What the signatures of this PDF prove. Never throws on a damaged or hostile PDF: what is wrong is in the report.
 *
 * Errors: `not-a-pdf` (does not begin as one), `file-too-large`.
 */
export function verifyPdf(pdf: Uint8Array, options: VerifyOptions = {}): SignatureReport {
  const name = options.fileName ?? 'PDF'
  if (!hasPdfHeader(pdf)) throw new FashenError('not-a-pdf', { name })
  if (pdf.length > MAX_FILE_LENGTH) {
    throw new FashenError('file-too-large', { name, size: pdf.length, limit: MAX_FILE_LENGTH })
  }
  const places = findSignatures(pdf)
  const reader = openQuietly(pdf)
  const fieldNames = reader === undefined ? undefined : quietly(() => namesOfFields(reader))
  const root = options.stationRoot === undefined ? undefined : readCertificate(options.stationRoot)
  const signatures = places
    .slice(0, MAX_SIGNATURES)
    .map((place) => judge(pdf, place, fieldNames?.get(place.objectNumber) ?? '', root))
    .toSorted((a, b) => a.end - b.end)
  const unsignedChangesAfter = signatures.length > 0 && !signatures.some(({ finding }) => finding.coversWholeFile)
  const findings = signatures.map(({ finding }) => finding)
  return {
    signatures: findings,
    unsignedChangesAfter,
    intact:
      findings.length > 0 &&
      places.length <= MAX_SIGNATURES &&
      !unsignedChangesAfter &&
      findings.every(({ problems }) => problems.length === 0),
    info: (reader === undefined ? undefined : quietly(() => readInfo(reader))) ?? {},
  }
}

/** What a damaged file cannot give is left out; only {@link PdfSyntaxError} counts as damage. */
function quietly<Result>(read: () => Result): Result | undefined {
  try {
    return read()
  } catch (error) {
    if (error instanceof PdfSyntaxError) return undefined
    throw error
  }
}

function openQuietly(pdf: Uint8Array): PdfReader | undefined {
  return quietly(() => new PdfReader(pdf))
}

// ---------------------------------------------------------------- finding

interface SignaturePlace {
  readonly objectNumber: number
  /** Absent where the dictionary is damaged. */
  readonly dictionary: PdfDictionary | undefined
  /** Where the word /ByteRange stands. */
  readonly at: number
}

const BYTE_RANGE = '/ByteRange'

/** Every object with a /ByteRange, once, in the order of the file. */
function findSignatures(pdf: Uint8Array): SignaturePlace[] {
  const bytes = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength)
  const places: SignaturePlace[] = []
  let at = bytes.indexOf(BYTE_RANGE)
  while (at !== -1 && places.length <= MAX_SIGNATURES) {
    const place = placeAround(bytes, at)
    if (place !== undefined) places.push(place)
    at = bytes.indexOf(BYTE_RANGE, at + BYTE_RANGE.length)
  }
  return places
}

/** The object around a /ByteRange; `undefined` where the word stands behind the dictionary, in a stream's content. */
function placeAround(bytes: Buffer, at: number): SignaturePlace | undefined {
  const searchFrom = Math.max(0, at - MAX_DICTIONARY_SEARCH)
  const before = bytes.subarray(searchFrom, at)
  const objectAt = before.lastIndexOf(' obj')
  const heading = /(\d{1,10}) \d{1,5}$/.exec(latin1(before.subarray(Math.max(0, objectAt - 20), Math.max(0, objectAt))))
  const damaged = { objectNumber: Number(heading?.[1] ?? 0), dictionary: undefined, at }
  if (objectAt === -1 || heading === null) return damaged
  const value = quietly(() => new PdfParser(bytes, searchFrom + objectAt + ' obj'.length).value())
  if (value?.kind !== 'dictionary') return damaged
  if (value.start + value.raw.length <= at) return undefined
  return value.entries.has('ByteRange') ? { ...damaged, dictionary: value } : damaged
}

// ---------------------------------------------------------------- judging

interface Judged {
  readonly finding: SignatureFinding
  /** Where the signed range ends; the order of signing. */
  readonly end: number
}

interface SignedRange {
  readonly gapStart: number
  readonly gapEnd: number
  readonly end: number
}

function judge(pdf: Uint8Array, place: SignaturePlace, fieldName: string, root: CertificateFacts | undefined): Judged {
  const { dictionary } = place
  const range = dictionary === undefined ? undefined : signedRange(pdf, dictionary, place.at)
  const signedAt = claimedTime(textOf(dictionary?.entries.get('M')))
  const cms = readContents(dictionary)
  const problems: SignatureProblem[] = []
  if (dictionary === undefined) problems.push('malformed')
  else if (range === undefined) problems.push('byte-range-invalid')
  if (cms === 'malformed' && dictionary !== undefined) problems.push('malformed')
  if (cms === 'unsupported') problems.push('algorithm-unsupported')
  const facts = typeof cms === 'string' ? undefined : cms
  const digestMatches = facts !== undefined && range !== undefined && digestFits(pdf, range, facts)
  if (facts !== undefined && range !== undefined && !digestMatches) problems.push('digest-mismatch')
  const ofSignature = facts === undefined ? [] : cmsProblems(facts)
  problems.push(...ofSignature, ...datesProblems(facts?.certificate, signedAt))
  const coversWholeRevision = range !== undefined && endsRevision(pdf, range.end)
  if (range !== undefined && !coversWholeRevision) problems.push('revision-not-covered')
  const finding: SignatureFinding = {
    fieldName,
    ...describeCertificate(facts?.certificate),
    signedAt: signedAt?.toISOString() ?? '',
    reason: textOf(dictionary?.entries.get('Reason')),
    location: textOf(dictionary?.entries.get('Location')),
    algorithm: describeAlgorithm(facts),
    digestMatches,
    signatureValid: facts !== undefined && ofSignature.length === 0,
    coversWholeRevision,
    coversWholeFile: range?.end === pdf.length,
    certificateValidAtSigning: datesProblems(facts?.certificate, signedAt).length === 0 && facts !== undefined,
    ...(root === undefined ? {} : { issuedByStation: facts !== undefined && isIssuedBy(facts.certificate, root) }),
    problems,
  }
  return { finding, end: range?.end ?? pdf.length }
}

/**
 * The range, if it is sound: it begins with the file, leaves out exactly the hexadecimal string of this dictionary's
 * /Contents, and covers the dictionary itself. Anything else could hide content behind a valid signature.
 */
function signedRange(pdf: Uint8Array, dictionary: PdfDictionary, at: number): SignedRange | undefined {
  const array = dictionary.entries.get('ByteRange')
  const contents = dictionary.entries.get('Contents')
  const numbers = array?.kind === 'array' ? array.items.map((item) => (item.kind === 'number' ? item.value : -1)) : []
  const [start = -1, gapStart = -1, gapEnd = -1, length = -1] = numbers
  if (numbers.length !== 4 || !numbers.every(Number.isSafeInteger)) return undefined
  if (contents?.kind !== 'string' || !contents.hex) return undefined
  const end = gapEnd + length
  const gapIsContents = gapStart === contents.start && gapEnd === contents.start + contents.raw.length
  const covered = start === 0 && length > 0 && end <= pdf.length && at < end
  return gapIsContents && covered ? { gapStart, gapEnd, end } : undefined
}

function readContents(dictionary: PdfDictionary | undefined): CmsFacts | 'malformed' | 'unsupported' {
  const contents = dictionary?.entries.get('Contents')
  if (contents?.kind !== 'string' || !contents.hex) return 'malformed'
  // no white space and one letter case: these bytes are covered by no signature, so they must not vary
  if (!/^<(?:[0-9a-f]*|[0-9A-F]*)>$/.test(latin1(contents.raw))) return 'malformed'
  try {
    return readCms(contents.bytes)
  } catch (error) {
    return error instanceof UnsupportedCmsError ? 'unsupported' : 'malformed'
  }
}

function digestFits(pdf: Uint8Array, { gapStart, gapEnd, end }: SignedRange, cms: CmsFacts): boolean {
  const hash = createHash(cms.digest)
  hash.update(pdf.subarray(0, gapStart)).update(pdf.subarray(gapEnd, end))
  return sameBytes(hash.digest(), cms.messageDigest)
}

/** A revision ends with the mark %%EOF and at most one line end. */
function endsRevision(pdf: Uint8Array, end: number): boolean {
  return /%%EOF(?:\r\n|\r|\n)?$/.test(latin1(pdf.subarray(Math.max(0, end - 8), end)))
}

function datesProblems(certificate: CertificateFacts | undefined, signedAt: Date | undefined): SignatureProblem[] {
  if (signedAt === undefined) return ['signing-time-missing']
  if (certificate === undefined) return []
  if (signedAt > certificate.notAfter) return ['certificate-expired']
  return signedAt < certificate.notBefore ? ['certificate-not-yet-valid'] : []
}

// ---------------------------------------------------------------- describing

type CertificateDescription = Pick<
  SignatureFinding,
  'signerName' | 'certificateSubject' | 'issuer' | 'serial' | 'notBefore' | 'notAfter'
>

function describeCertificate(certificate: CertificateFacts | undefined): CertificateDescription {
  return {
    signerName: certificate?.commonName ?? '',
    certificateSubject: certificate?.subject ?? '',
    issuer: certificate?.issuer ?? '',
    serial: certificate?.serial ?? '',
    notBefore: certificate?.notBefore.toISOString() ?? '',
    notAfter: certificate?.notAfter.toISOString() ?? '',
  }
}

function describeAlgorithm(cms: CmsFacts | undefined): string {
  if (cms === undefined) return ''
  const digest = cms.digest.replace('sha', 'SHA-')
  try {
    return `${keyKind(publicKeyOf(cms.certificate))} · ${digest}`
  } catch {
    return digest
  }
}

/** A PDF date such as `D:20261121093000+08'00'`; the zone may be missing, which means UTC here. */
function claimedTime(text: string): Date | undefined {
  const match = /^D:(\d{4})(\d{2})(\d{2})(\d{2})(\d{2})(\d{2})(?:Z(?:00'00'?)?|([+-])(\d{2})'(\d{2})'?)?$/.exec(text)
  if (match === null) return undefined
  const [, year, month, day, hour, minute, second, sign, zoneHours = '0', zoneMinutes = '0'] = match
  const local = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`)
  const zone = (Number(zoneHours) * 60 + Number(zoneMinutes)) * 60_000
  const moment = new Date(local - (sign === '-' ? -zone : zone))
  return Number.isNaN(moment.getTime()) ? undefined : moment
}

// ---------------------------------------------------------------- what the file says about itself

/** Name of the field that points at each signature object. */
function namesOfFields(reader: PdfReader): Map<number, string> {
  const catalog = reader.dictionary(reader.trailer.entries.get('Root'))
  const form = reader.dictionary(catalog?.entries.get('AcroForm'))
  const names = new Map<number, string>()
  const collect = (items: readonly PdfValue[], prefix: string, depth: number): void => {
    for (const item of items) {
      if (depth > 8 || names.size > 1000) return
      const field = reader.dictionary(item)
      const own = textOf(field?.entries.get('T'))
      const name = [prefix, own].filter((part) => part !== '').join('.')
      const value = field?.entries.get('V')
      if (value?.kind === 'reference') names.set(value.number, name)
      collect(reader.items(field?.entries.get('Kids')), name, depth + 1)
    }
  }
  collect(reader.items(form?.entries.get('Fields')), '', 0)
  return names
}

function readInfo(reader: PdfReader): FashenInfo {
  const entries = reader.dictionary(reader.trailer.entries.get('Info'))?.entries
  const found = Object.entries(FASHEN_INFO_KEYS).flatMap(([name, key]) => {
    const text = textOf(reader.resolve(entries?.get(key)))
    return text === '' ? [] : [[name, text] as const]
  })
  return Object.fromEntries(found)
}
