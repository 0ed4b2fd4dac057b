/**
 * Recognising the text of pictures (OCR) with tesseract in WebAssembly. Engine and model are read from their packages on
 * the disk; nothing is cached and nothing is fetched.
 */
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { createWorker, PSM, type Page, type Worker as TesseractWorker } from 'tesseract.js'
import type { TextPage } from '../../../shared/intake/document-text.ts'
import { cleanText, closeUpRecognised, closeUpNumbers, repairRecognised, tidyLines } from '../../../shared/intake/reading/clean-text.ts'
import { isPhotograph, levelled, slantOf, withoutRules } from './image-cleaning.ts'
import { decodedImage, ImageBroken, type GreyImage } from './page-image.ts'
import { laidOutText } from './page-layout.ts'
import type { Piece } from './page-lines.ts'
import type { PlacedPieces } from './word-placing.ts'

/**
 * Which of the two models of the package. Measured on slanted, noisy scans of forms and records, both find 97 % of the
 * characters; but the small one (`4.0.0_best_int`, two thirds of the time) confuses characters of names and codes more
 * often, and those are what a case turns on.
 */
const MODEL = '4.0.0'
const MODEL_FOLDER = join(dirname(createRequire(import.meta.url).resolve('@tesseract.js-data/chi_sim/package.json')), MODEL)

/**
 * Lines below this are specks and patterns, of 100. Single words are never left out: a date without its month would be a
 * wrong date.
 */
const LEAST_CONFIDENCE = 25
/** The same for a line of up to three characters: alone on a page they are more often a speck than a word. */
const LEAST_CONFIDENCE_OF_FEW = 55
/** How far ruled lines of a scan may miss each other, as a share of the page's width. */
const SLACK_SHARE = 0.006

export interface RecognisedText extends Pick<TextPage, 'text' | 'confidence'> {
  /** What the text was made of, at its places. */
  readonly placed: PlacedPieces
}

export interface Recogniser {
  /** A grey picture, or the bytes of a file that tesseract decodes (TIFF). Throws `ImageBroken`. */
  recognise(image: GreyImage | Uint8Array): Promise<RecognisedText>
  close(): Promise<void>
}

interface Word {
  readonly piece: Piece
  readonly confidence: number
}

const middleValue = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0

/** In a photograph only lines as sure as this are text (the date that the camera prints), and the page is not sure. */
const LEAST_CONFIDENCE_IN_PHOTOGRAPH = 75
const MOST_CONFIDENCE_OF_PHOTOGRAPH = 0.5
/** A photograph with more characters than this is one of a paper. */
const CHARACTERS_OF_A_PAPER = 80

function wordsOf({ blocks }: Page, least: number): Word[] {
  const lines = (blocks ?? []).flatMap((block) => block.paragraphs.flatMap((paragraph) => paragraph.lines))
  return lines.flatMap((line) => {
    const heights = line.words.map(({ bbox }) => bbox.y1 - bbox.y0)
    const sure = line.words.reduce((sum, word) => sum + word.confidence, 0) / line.words.length
    const few = line.words.reduce((sum, word) => sum + word.text.length, 0) <= 3
    if (!(sure >= (few ? Math.max(least, LEAST_CONFIDENCE_OF_FEW) : least))) return []
    // digits and flat characters (一, —) have low boxes; a full character is nearly as high as the line
    const middle = middleValue(heights)
    const size = Math.max(middle, Math.min((line.bbox.y1 - line.bbox.y0) * 0.9, middle * 1.5))
    return line.words.filter(({ text }) => text.trim() !== '').map(({ text, confidence, bbox }) => ({
      piece: { text, x: bbox.x0, y: line.bbox.y1, width: bbox.x1 - bbox.x0, size },
      confidence,
    }))
  })
}

const charactersOf = (words: readonly Word[]): number => words.reduce((sum, { piece }) => sum + piece.text.length, 0)

/** As tesseract reads pictures without decoding anything: the portable grey map. */
function portableGreyMap({ width, height, pixels }: GreyImage): Buffer {
  return Buffer.concat([Buffer.from(`P5\n${width} ${height}\n255\n`), pixels])
}

async function recognised(engine: TesseractWorker, picture: GreyImage): Promise<RecognisedText> {
  const slant = slantOf(picture)
  const level = levelled(picture, slant)
  const { image, rules } = withoutRules(level)
  const { data } = await engine.recognize(portableGreyMap(image), {}, { text: false, blocks: true })
  const found = wordsOf(data, LEAST_CONFIDENCE)
  const isPlace = charactersOf(found) < CHARACTERS_OF_A_PAPER && isPhotograph(picture)
  const words = isPlace ? wordsOf(data, LEAST_CONFIDENCE_IN_PHOTOGRAPH) : found
  const slack = Math.max(3, image.width * SLACK_SHARE)
  const { width, height } = image
  const laidOut = laidOutText({ pieces: words.map(({ piece }) => piece), rules, width, height, isScan: true }, slack)
  const lines = cleanText(laidOut.text).split('\n').map((line) => closeUpNumbers(closeUpRecognised(repairRecognised(line))))
  const mean = words.reduce((sum, word) => sum + word.confidence * word.piece.text.length, 0) / Math.max(1, charactersOf(words)) / 100
  const confidence = isPlace ? Math.min(mean, MOST_CONFIDENCE_OF_PHOTOGRAPH) : mean
  const text = tidyLines(lines.join('\n'))
  return { text, confidence: Math.round(confidence * 100) / 100, placed: { pieces: laidOut.pieces, image, slant: level === picture ? 0 : slant } }
}

/** The first picture of a file that only tesseract decodes. */
async function decodedByEngine(engine: TesseractWorker, bytes: Uint8Array): Promise<GreyImage> {
  // without any text wanted, the engine decodes and does not recognise
  const { data } = await engine.recognize(Buffer.from(bytes), {}, { text: false, imageGrey: true }).catch((error: unknown) => {
    throw new ImageBroken('decoding', { cause: error })
  })
  const encoded = /^data:image\/png;base64,(.+)$/s.exec(data.imageGrey ?? '')?.[1]
  if (encoded === undefined) throw new ImageBroken('decoding')
  return await decodedImage(Buffer.from(encoded, 'base64'))
}

/** Loads engine and model (about half a second); one picture at a time. */
export async function createRecogniser(): Promise<Recogniser> {
  const engine = await createWorker('chi_sim', undefined, {
    langPath: MODEL_FOLDER,
    cacheMethod: 'none',
    gzip: true,
    // what fails is told by the promise; without this it would be thrown a second time where nobody catches it
    errorHandler: () => undefined,
  })
  // forms are scattered text; the lines are put together by their places afterwards
  await engine.setParameters({ tessedit_pageseg_mode: PSM.SPARSE_TEXT, debug_file: '/dev/null' })
  return {
    recognise: async (image) => {
      const picture = image instanceof Uint8Array ? await decodedByEngine(engine, image) : image
      return await recognised(engine, picture)
    },
    close: async () => {
      await engine.terminate()
    },
  }
}
