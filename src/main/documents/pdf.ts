/**
 * Renders an official document as PDF. The same document with the same options gives the same bytes. Signing is not
 * done here; the places for signatures are told, so that a signature can show itself there.
 */
import { bold, paragraph } from '../../shared/documents/model.ts'
import type { OfficialDocument } from '../../shared/documents/model.ts'
import type { IsoInstant, Sha256 } from '../../shared/values/values.ts'
import type { FontChoice } from './fonts.ts'

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

/** Where the middle of the organ's seal belongs: over organ and date. In points from the bottom left corner. */
export interface SealPlace {
  readonly page: number
  readonly x: number
  readonly y: number
}

export interface RenderedPdf {
  readonly bytes: Uint8Array
  readonly pageCount: number
  readonly signatureFields: SignatureField[]
  /** Null where there is neither organ nor date. */
  readonly sealPlace: SealPlace | null
}

/** Renders a document. Throws `glyph-missing` with the place for a character that no font has; nothing is made then. */
export async function renderPdf(document: OfficialDocument, options: RenderOptions): Promise<RenderedPdf> {
  // the PDF library and the font engine take longer to load than the core to start: only who makes a document waits
  const { makePdf } = await import('./pdf-file.ts')
  return makePdf(document, options)
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
