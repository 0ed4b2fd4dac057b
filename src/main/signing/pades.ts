/**
 * Signing a PDF: one PAdES baseline B-B signature (ETSI EN 319 142-1, SubFilter ETSI.CAdES.detached), added as an
 * incremental update, so that signatures that are there already stay valid. Attribute-complete for B-B; time-stamps and
 * revocation data (B-T and above) need services on a network, which this program does not call.
 */
import { FashenError } from '../../shared/errors/errors.ts'
import type { Signer } from '../../shared/signing/signer.ts'
import {
  appearanceObjects,
  bundledFontForCharacter,
  stampObjects,
  type FontForCharacter,
  type SignatureAppearance,
  type Stamp,
} from './appearance.ts'
import { readCertificate, requireValidAt } from './certificate.ts'
import { buildCms, cmsLengthBound, digestFor } from './cms.ts'
import { PdfReader } from './pdf-reader.ts'
import {
  PdfSyntaxError,
  textOf,
  writtenDictionary,
  writtenText,
  type PdfDictionary,
  type PdfReference,
} from './pdf-syntax.ts'
import { appendUpdate, type UpdatedObject } from './pdf-update.ts'

export interface SignOptions {
  /** Name of the signature field; must not be taken in this document. No full stop: that would mean a hierarchy. */
  readonly fieldName: string
  /** Why it is signed, for instance 审核人签名. */
  readonly reason: string
  readonly location: string
  /** The time claimed in the signature; the certificate must be valid then. */
  readonly signedAt: Date
  readonly contactInfo?: string
  /** Without one, the signature is invisible. */
  readonly appearance?: SignatureAppearance
  /** A seal that comes with this signature, and is covered by it. */
  readonly stamp?: Stamp
  /** Fonts for the appearance; by default Noto Serif SC, which comes with the product. */
  readonly fontFor?: FontForCharacter
  /** What the file is called in an error. */
  readonly documentName?: string
}

/**
 * The PDF with one more signature; the given bytes are its beginning, unchanged.
 *
 * Errors: `certificate-expired`, `certificate-not-yet-valid`, `glyph-missing`, `font-missing`, `file-unreadable` (the
 * picture), `not-a-pdf` (also for an encrypted PDF, which cannot be signed).
 */
export async function signPdf(pdf: Uint8Array, signer: Signer, options: SignOptions): Promise<Uint8Array> {
  requireValidAt(readCertificate(signer.certificateDer), options.signedAt)
  try {
    return await signOpened(new PdfReader(pdf), signer, options)
  } catch (error) {
    if (!(error instanceof PdfSyntaxError)) throw error
    throw new FashenError('not-a-pdf', { name: options.documentName ?? 'PDF' }, { cause: error })
  }
}

async function signOpened(reader: PdfReader, signer: Signer, options: SignOptions): Promise<Uint8Array> {
  if (reader.trailer.entries.has('Encrypt')) throw new PdfSyntaxError('encrypted')
  const signature = reader.size
  const field = signature + 1
  const form = field + 1
  const firstFree = form + 1
  const { appearance } = options
  const fontFor = options.fontFor ?? (appearance === undefined ? () => undefined : await bundledFontForCharacter())
  const drawn = appearance === undefined ? [] : await appearanceObjects(appearance, fontFor, firstFree)
  const stampNumber = firstFree + drawn.length
  const stamped = options.stamp === undefined ? [] : await stampObjects(options.stamp, stampNumber + 1)
  const page = pageAt(reader, appearance?.page ?? 0)
  const stampPage = pageAt(reader, options.stamp?.page ?? appearance?.page ?? 0)
  const contentsLength = cmsLengthBound(signer)
  const written = signatureDictionary(signer, options, contentsLength)
  const objects: UpdatedObject[] = [
    { number: signature, body: written.body },
    { number: field, body: fieldWidget(options, signature, page.number, drawn[0]?.number) },
    ...formWithField(reader, options.fieldName, field, form),
    ...pagesWithAnnotations(reader, [[page, field], ...(options.stamp === undefined ? [] : [[stampPage, stampNumber] as const])]),
    ...drawn,
    ...(options.stamp === undefined ? [] : [{ number: stampNumber, body: stampAnnotation(options.stamp, stampPage.number, stampNumber + 1) }]),
    ...stamped,
  ]
  const update = appendUpdate(reader, objects, firstFree + drawn.length + (stamped.length === 0 ? 0 : stamped.length + 1))
  const bodyOffset = update.bodyOffsets.get(signature) ?? 0
  const gapStart = bodyOffset + written.contentsAt
  const gapEnd = gapStart + contentsLength * 2 + 2
  const bytes = update.bytes
  writeByteRange(bytes, bodyOffset + written.byteRangeAt, [0, gapStart, gapEnd, bytes.length - gapEnd])
  const digest = digestFor(signer.algorithm, [bytes.subarray(0, gapStart), bytes.subarray(gapEnd)])
  const cms = await buildCms(signer, digest)
  if (cms.length > contentsLength) throw new RangeError(`signature of ${cms.length} bytes, ${contentsLength} reserved`)
  bytes.write(Buffer.from(cms).toString('hex'), gapStart + 1, 'latin1')
  return new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength)
}

// ---------------------------------------------------------------- the signature dictionary

/** Room for the largest file a four-number range can describe here: ten digits each. */
const BYTE_RANGE_LENGTH = '[0 0000000000 0000000000 0000000000]'.length

interface WrittenSignature {
  readonly body: Buffer
  /** Offsets in `body`. */
  readonly byteRangeAt: number
  readonly contentsAt: number
}

/** Lower-case hexadecimal throughout, so that a changed letter case is a visible change, too. */
function signatureDictionary(signer: Signer, options: SignOptions, contentsLength: number): WrittenSignature {
  const { commonName } = readCertificate(signer.certificateDer)
  const head = '<<\n/Type /Sig\n/Filter /Adobe.PPKLite\n/SubFilter /ETSI.CAdES.detached\n/ByteRange '
  const beforeContents = `${head}${' '.repeat(BYTE_RANGE_LENGTH)}\n/Contents `
  const texts: [string, string | undefined][] = [
    ['Name', commonName],
    ['Reason', options.reason],
    ['Location', options.location],
    ['ContactInfo', options.contactInfo],
  ]
  const rest = [
    `/M (${pdfDate(options.signedAt)})`,
    ...texts.flatMap(([key, text]) => (text === undefined || text === '' ? [] : [`/${key} ${writtenText(text)}`])),
    '/Prop_Build << /App << /Name /Fashen >> >>',
    '>>',
  ]
  const body = Buffer.from(`${beforeContents}<${'0'.repeat(contentsLength * 2)}>\n${rest.join('\n')}`, 'latin1')
  return { body, byteRangeAt: head.length, contentsAt: beforeContents.length }
}

function writeByteRange(bytes: Buffer, at: number, range: readonly number[]): void {
  const text = `[${range.join(' ')}]`.padEnd(BYTE_RANGE_LENGTH)
  if (text.length !== BYTE_RANGE_LENGTH) throw new RangeError('file too large to sign')
  bytes.write(text, at, 'latin1')
}

/** A PDF date in the time of China, where the documents are written and read. */
function pdfDate(moment: Date): string {
  const inChina = new Date(moment.getTime() + 8 * 3_600_000).toISOString()
  return `D:${inChina.slice(0, 19).replaceAll(/[-T:]/g, '')}+08'00'`
}

// ---------------------------------------------------------------- field, form and page

/** Print (4) and Locked (128): shown on paper, and not to be moved by hand. */
const WIDGET_FLAGS = 4 + 128
/** SignaturesExist (1) and AppendOnly (2): a program that edits the file must keep to incremental updates. */
const SIGNATURE_FLAGS = 3

function fieldWidget(options: SignOptions, signature: number, page: number, drawing: number | undefined): Buffer {
  const { appearance, fieldName } = options
  const spoken = appearance === undefined ? fieldName : spokenText(appearance)
  const lines = [
    '<<\n/Type /Annot\n/Subtype /Widget\n/FT /Sig',
    `/T ${writtenText(fieldName)}`,
    `/TU ${writtenText(spoken)}`,
    `/V ${signature} 0 R`,
    `/P ${page} 0 R`,
    `/F ${WIDGET_FLAGS}`,
    `/Rect [${rectOf(appearance?.rect ?? { x: 0, y: 0, width: 0, height: 0 })}]`,
    ...(drawing === undefined ? [] : [`/AP << /N ${drawing} 0 R >>`]),
    '>>',
  ]
  return Buffer.from(lines.join('\n'), 'latin1')
}

/** The seal as an annotation of its own: printed, not to be moved, and inside the bytes that the signature covers. */
function stampAnnotation({ rect, label }: Stamp, page: number, drawing: number): Buffer {
  const lines = [
    '<<\n/Type /Annot\n/Subtype /Stamp',
    `/Contents ${writtenText(label)}`,
    `/P ${page} 0 R`,
    `/F ${WIDGET_FLAGS}`,
    `/Rect [${rectOf(rect)}]`,
    `/AP << /N ${drawing} 0 R >>`,
    '>>',
  ]
  return Buffer.from(lines.join('\n'), 'latin1')
}

function rectOf({ x, y, width, height }: SignatureAppearance['rect']): string {
  return [x, y, x + width, y + height].map((value) => String(Math.round(value * 100) / 100)).join(' ')
}

/** Since the characters are drawn as outlines, a screen reader gets them from here. */
function spokenText({ roleText, nameText, dateText }: SignatureAppearance): string {
  return [roleText, nameText, dateText].filter((text) => text !== undefined && text !== '').join(' ')
}

/** An object that is to be written anew; numbers that were freed and used again (generation above 0) are refused. */
function rewritable({ number, generation }: PdfReference): number {
  if (generation !== 0) throw new PdfSyntaxError('object generation')
  return number
}

/** The form with one more field: the existing form's object changed, or a new one and the catalog pointing at it. */
function formWithField(reader: PdfReader, fieldName: string, field: number, newForm: number): UpdatedObject[] {
  const root = reader.trailer.entries.get('Root')
  const catalog = reader.dictionary(root)
  if (root?.kind !== 'reference' || catalog === undefined) throw new PdfSyntaxError('no catalog')
  const existing = catalog.entries.get('AcroForm')
  const form = reader.dictionary(existing)
  const fields = reader.items(form?.entries.get('Fields'))
  const taken = fields.some((item) => textOf(reader.dictionary(item)?.entries.get('T')) === fieldName)
  if (taken) throw new RangeError(`the document has a field ${fieldName} already`)
  const kept = fields.map((item) => Buffer.from(item.raw).toString('latin1'))
  const flags = (reader.number(form?.entries.get('SigFlags')) ?? 0) | SIGNATURE_FLAGS
  const changes = { Fields: `[${[...kept, `${field} 0 R`].join(' ')}]`, SigFlags: String(flags) }
  const body = form === undefined ? newDictionary(changes) : writtenDictionary(form, changes)
  if (existing?.kind === 'reference') return [{ number: rewritable(existing), body }]
  return [
    { number: newForm, body },
    { number: rewritable(root), body: writtenDictionary(catalog, { AcroForm: `${newForm} 0 R` }) },
  ]
}

function newDictionary(entries: Readonly<Record<string, string>>): Buffer {
  const lines = Object.entries(entries).map(([key, value]) => `/${key} ${value}`)
  return Buffer.from(`<<\n${lines.join('\n')}\n>>`, 'latin1')
}

interface Page {
  readonly number: number
  readonly dictionary: PdfDictionary
}

const MAX_PAGE_NODES = 10_000

/** Walks the page tree in reading order. */
function pageAt(reader: PdfReader, wanted: number): Page {
  const catalog = reader.dictionary(reader.trailer.entries.get('Root'))
  const pending = [catalog?.entries.get('Pages')]
  let index = 0
  for (let visited = 0; pending.length > 0 && visited < MAX_PAGE_NODES; visited++) {
    const node = pending.shift()
    const dictionary = reader.dictionary(node)
    if (node?.kind !== 'reference' || dictionary === undefined) continue
    if (dictionary.entries.has('Kids')) {
      pending.unshift(...reader.items(dictionary.entries.get('Kids')))
      continue
    }
    if (index === wanted) return { number: rewritable(node), dictionary }
    index += 1
  }
  if (index === 0) throw new PdfSyntaxError('no pages')
  throw new RangeError(`page ${wanted} of a document of ${index}`)
}

/** The pages with their new annotations; a page that gets two is written once. */
function pagesWithAnnotations(reader: PdfReader, added: readonly (readonly [page: Page, annotation: number])[]): UpdatedObject[] {
  const byPage = new Map<number, { page: Page; annotations: number[] }>()
  for (const [page, annotation] of added) {
    const known = byPage.get(page.number)
    if (known === undefined) byPage.set(page.number, { page, annotations: [annotation] })
    else known.annotations.push(annotation)
  }
  return [...byPage.values()].map(({ page, annotations }) => pageWithAnnotations(reader, page, annotations))
}

function pageWithAnnotations(reader: PdfReader, page: Page, added: readonly number[]): UpdatedObject {
  const existing = page.dictionary.entries.get('Annots')
  const kept = reader.items(existing).map((item) => Buffer.from(item.raw).toString('latin1'))
  const annotations = `[${[...kept, ...added.map((number) => `${number} 0 R`)].join(' ')}]`
  if (existing?.kind === 'reference') return { number: rewritable(existing), body: Buffer.from(annotations, 'latin1') }
  return { number: page.number, body: writtenDictionary(page.dictionary, { Annots: annotations }) }
}
