/** Makes the PDF file; see `pdf.ts`, which loads this when it is needed. */
import { PDFDocument, PDFHexString, PDFName, PDFString } from 'pdf-lib'
import type { PDFDict } from 'pdf-lib'
import type { OfficialDocument } from '../../shared/documents/model.ts'
import type { IsoInstant } from '../../shared/values/values.ts'
import { checkedDocument } from './checked-document.ts'
import { loadFonts } from './fonts.ts'
import { ownFacts } from './own-facts.ts'
import { PAGE } from './page-geometry.ts'
import { layoutPages } from './page-layout.ts'
import type { LaidOutPage } from './page-layout.ts'
import type { RenderedPdf, RenderOptions, SealPlace, SignatureField } from './pdf.ts'
import { facesOf, pageContent, watermarkOutline } from './pdf-drawing.ts'
import { PdfFonts } from './pdf-fonts.ts'

export async function makePdf(document: OfficialDocument, options: RenderOptions): Promise<RenderedPdf> {
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
  return { bytes, pageCount: pages.length, signatureFields: signatureFields(pages), sealPlace: sealPlace(pages) }
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

function sealPlace(pages: readonly LaidOutPage[]): SealPlace | null {
  const places = pages.flatMap(({ marks }, page) =>
    marks.flatMap(({ mark, left, top }): SealPlace[] => (mark.kind === 'seal' ? [{ page, x: left + mark.x, y: PAGE.height - top - mark.y }] : [])),
  )
  return places.at(-1) ?? null
}
