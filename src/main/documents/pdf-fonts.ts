/** The fonts of one PDF: each face is embedded once, as a subset of the glyphs that the document uses. */
import { PDFName } from 'pdf-lib'
import type { PDFDocument, PDFFont, PDFRef } from 'pdf-lib'
import type { Font } from 'fontkit'
import { visibleCodePoints } from './fonts.ts'
import type { FontFace } from './fonts.ts'

/** A grapheme ready to be shown: glyph numbers in hex, and whether its text must be given beside it. */
export interface EncodedGrapheme {
  readonly hex: string
  /** Advance of the glyphs in thousandths of the type size, as the PDF's width table has it. */
  readonly advance: number
  /** Another character of the document has the same glyph, so that the glyph alone does not tell the text. */
  readonly ambiguous: boolean
}

interface PlainGlyph {
  readonly id: number
  readonly advanceWidth: number
  readonly codePoints: readonly number[]
}

/**
 * The font as one PDF sees it: glyphs are looked up by character without shaping, and are fresh objects. The parsed
 * font keeps its glyph objects with the first character that ever asked for them, so that without this the text of a
 * document could depend on the documents made before it.
 */
function ownView(font: Font): Font {
  const layout = (text: string): { glyphs: PlainGlyph[] } => ({
    glyphs: visibleCodePoints(text).map((point) => {
      const { id, advanceWidth } = font.glyphForCodePoint(point)
      return { id, advanceWidth, codePoints: [point] }
    }),
  })
  return Object.create(font, { layout: { value: layout } }) as Font
}

export class EmbeddedFace {
  readonly resource: string
  readonly ref: PDFRef
  readonly #pdfFont: PDFFont
  readonly #face: FontFace
  readonly #encoded = new Map<string, EncodedGrapheme>()
  readonly #textOfGlyphs = new Map<string, string>()

  constructor(resource: string, pdfFont: PDFFont, face: FontFace) {
    this.resource = resource
    this.ref = pdfFont.ref
    this.#pdfFont = pdfFont
    this.#face = face
  }

  encode(grapheme: string): EncodedGrapheme {
    let encoded = this.#encoded.get(grapheme)
    if (encoded === undefined) {
      const hex = this.#pdfFont.encodeText(grapheme).asString()
      const taken = this.#textOfGlyphs.get(hex)
      if (taken === undefined) this.#textOfGlyphs.set(hex, grapheme)
      // the embedder notes the last character that asked for a glyph as its text: give it the first one again
      else this.#pdfFont.encodeText(taken)
      encoded = {
        hex,
        advance: this.#face.advance(grapheme) * 1000,
        ambiguous: taken !== undefined && taken !== grapheme,
      }
      this.#encoded.set(grapheme, encoded)
    }
    return encoded
  }
}

/** Embeds faces in a document as they are asked for. */
export class PdfFonts {
  readonly #pdf: PDFDocument
  readonly #faces = new Map<FontFace, EmbeddedFace>()

  constructor(pdf: PDFDocument) {
    this.#pdf = pdf
  }

  /** Embeds every face of a set, in its order. */
  async embed(faces: Iterable<FontFace>): Promise<void> {
    for (const face of faces) {
      if (this.#faces.has(face)) continue
      // the registered font engine hands over what is parsed already, instead of parsing the file again
      this.#pdf.registerFontkit({ create: () => ownView(face.font) } as unknown as Parameters<
        PDFDocument['registerFontkit']
      >[0])
      const pdfFont = await this.#pdf.embedFont(face.bytes, { subset: true })
      this.#faces.set(face, new EmbeddedFace(`F${this.#faces.size + 1}`, pdfFont, face))
    }
  }

  of(face: FontFace): EmbeddedFace {
    const embedded = this.#faces.get(face)
    if (embedded === undefined) throw new Error(`font ${face.name} is not embedded`)
    return embedded
  }

  /** The font resources of a page. */
  resources(): [PDFName, PDFRef][] {
    return [...this.#faces.values()].map(({ resource, ref }) => [PDFName.of(resource), ref])
  }
}
