/**
 * Renders an official document as PDF. The same document with the same options gives the same bytes. Signing is not
 * done here; the places for signatures are told, so that a signature can show itself there.
 */
import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import type { PDFDict } from 'pdf-lib'
import { bold, paragraph } from '../../shared/documents/model.ts'
import type { OfficialDocument } from '../../shared/documents/model.ts'
import { FASHEN_INFO_KEYS, type FashenInfo } from '../../shared/signing/signature-report.ts'
import type { IsoInstant, Sha256 } from '../../shared/values/values.ts'
import { checkedDocument } from './checked-document.ts'
import { loadFonts } from './fonts.ts'
import type { FontChoice } from './fonts.ts'
import { PAGE } from './page-geometry.ts'
import { layoutPages } from './page-layout.ts'
import type { LaidOutPage } from './page-layout.ts'
import { facesOf, pageContent, watermarkOutline } from './pdf-drawing.ts'
import { PdfFonts } from './pdf-fonts.ts'

/** Facts that go into a document's properties; what should also be read on paper belongs into its footer. */
export interface RenderOptions {
  /** Moment of issue: creation and modification date of the file. */
  readonly createdAt: IsoInstant
  /** Name and version of the program, for the Producer entry. */
  readonly producer: string
  readonly stationId?: string | undefined
  /** Head of the audit chain (审计链头) at the moment of issue: its hash, and its place in the chain. */
  readonly chainHead?: string | undefined
  readonly chainSeq?: number | undefined
  /** Hash of the content that the document was made from. */
  readonly contentHash?: Sha256 | undefined
  readonly fonts?: FontChoice | undefined
}

/** Where a signature may show itself. `page` counts from 0; the rectangle is in points from the bottom left corner. */
export interface SignatureField {
  readonly signer: string
  readonly page: number
  readonly rect: { readonly x: number; readonly y: number; readonly width: number; readonly height: number }
}

export interface RenderedPdf {
  readonly bytes: Uint8Array
  readonly pageCount: number
  readonly signatureFields: SignatureField[]
}

/** Renders a document. Throws `glyph-missing` with the place for a character that no font has; nothing is made then. */
export async function renderPdf(document: OfficialDocument, options: RenderOptions): Promise<RenderedPdf> {
  const checked = checkedDocument(document)
  const fonts = loadFonts(options.fonts)
  const pages = layoutPages(checked, fonts)
  const pdf = await PDFDocument.create({ updateMetadata: false })
  const pdfFonts = new PdfFonts(pdf)
  await pdfFonts.embed(facesOf(pages))
  const watermark = checked.watermark === null ? '' : watermarkOutline(checked.watermark, fonts)
  const resources = pdf.context.obj({}) as PDFDict
  for (const [name, ref] of pdfFonts.resources()) resources.set(name, ref)
  const resourcesRef = pdf.context.register(pdf.context.obj({ Font: resources }))
  for (const page of pages) {
    const content = pdf.context.flateStream(pageContent(page, pdfFonts, watermark))
    const { node } = pdf.addPage([PAGE.width, PAGE.height])
    node.set(PDFName.of('Contents'), pdf.context.register(content))
    node.set(PDFName.of('Resources'), resourcesRef)
  }
  describe(pdf, checked, options)
  // plain cross-reference tables: every verifier reads them, and a signature is appended in the same form
  const bytes = await pdf.save({ useObjectStreams: false, addDefaultPage: false, updateFieldAppearances: false })
  return { bytes, pageCount: pages.length, signatureFields: signatureFields(pages) }
}

/** Reads and parses the fonts and runs every step once, so that the next document is made at full speed. */
export async function warmUp(fonts: FontChoice = {}): Promise<void> {
  const document: OfficialDocument = {
    title: '预热',
    number: '〔2026〕1号',
    addressee: '机关',
    blocks: [
      { kind: 'heading', level: 1, text: '标题' },
      { kind: 'heading', level: 2, text: '标题' },
      paragraph('正文，', bold('重点。')),
    ],
    attachments: [],
    signOff: { signers: [], organ: '机关', date: null },
    footer: [{ label: '版本', value: '1' }],
    watermark: null,
  }
  await renderPdf(document, { createdAt: '2026-01-01T00:00:00.000Z' as IsoInstant, producer: 'Fashen', fonts })
}

function describe(pdf: PDFDocument, document: OfficialDocument, options: RenderOptions): void {
  const info = pdf.context.obj({}) as PDFDict
  const at = pdfDate(options.createdAt)
  const set = (key: string, value: string): void => info.set(PDFName.of(key), PDFHexString.fromText(value))
  set('Title', document.title.replaceAll('\n', ''))
  if (document.number !== null) set('Subject', document.number)
  set('Creator', options.producer)
  set('Producer', options.producer)
  info.set(PDFName.of('CreationDate'), PDFString.of(at))
  info.set(PDFName.of('ModDate'), PDFString.of(at))
  for (const [key, value] of ownFacts(document, options)) set(key, value)
  pdf.context.trailerInfo.Info = pdf.context.register(info)
  pdf.catalog.set(PDFName.of('Lang'), PDFString.of('zh-CN'))
  pdf.catalog.set(PDFName.of('ViewerPreferences'), pdf.context.obj({ DisplayDocTitle: true }))
}

/** What the document says about itself, under the keys by which `verifyPdf` finds it again. */
export function ownFacts(document: OfficialDocument, options: RenderOptions): [key: string, value: string][] {
  const facts: Readonly<Record<keyof FashenInfo, string | null | undefined>> = {
    number: document.number,
    chainHead: options.chainHead,
    chainSeq: options.chainSeq?.toString(),
    station: options.stationId,
    contentHash: options.contentHash,
  }
  return Object.entries(facts).flatMap(([name, value]) =>
    value === null || value === undefined ? [] : [[FASHEN_INFO_KEYS[name as keyof FashenInfo], value]],
  )
}

/** `2026-05-14T01:02:03.004Z` as PDF writes it. */
function pdfDate(instant: IsoInstant): string {
  return `D:${instant.slice(0, 19).replaceAll(/[-T:]/g, '')}Z`
}

function signatureFields(pages: readonly LaidOutPage[]): SignatureField[] {
  return pages.flatMap(({ marks }, page) =>
    marks.flatMap(({ mark, left, top }): SignatureField[] => {
      if (mark.kind !== 'signature') return []
      const { signer, width, height } = mark
      return [{ signer, page, rect: { x: left + mark.x, y: PAGE.height - top - mark.y - height, width, height } }]
    }),
  )
}
