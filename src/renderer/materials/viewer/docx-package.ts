/**
 * A Word document made ready for conversion: only the parts that say something are kept, within bounds that are told
 * before anything is unpacked; macros are left out, changes are made visible.
 */
import { strFromU8, strToU8, unzipSync, zipSync, type Unzipped } from 'fflate'
import { pictureSize } from '../../../shared/materials/picture-size.ts'
import { withTrackedChanges } from './tracked-changes.ts'

/** What is told about a document beside its text. */
export interface DocxFacts {
  readonly macros: boolean
  readonly inserted: number
  readonly deleted: number
  readonly authors: readonly string[]
  /** Pictures in it that are not shown because they are too large. */
  readonly picturesLeftOut: number
}

export interface DocxPackage {
  readonly bytes: Uint8Array
  readonly facts: DocxFacts
}

/** Unpacked it is larger than can be shown. */
export class DocxTooLarge extends Error {}
/** It is no Word document, or a damaged one. */
export class DocxBroken extends Error {}

/** Bytes, unpacked. */
const LARGEST_TEXT = 48 * 1024 ** 2
const LARGEST_PICTURE = 64 * 1024 ** 2
const LARGEST_SUM = 256 * 1024 ** 2
const MOST_PARTS = 20_000
const MOST_PIXELS = 32_000_000

const DOCUMENT = 'word/document.xml'
const isPicture = (name: string): boolean => name.startsWith('word/media/')
const isWanted = (name: string): boolean => isPicture(name) || /^(?:\[Content_Types\]\.xml|_rels\/.*\.rels|docProps\/.*\.xml|word\/(?:_rels\/)?[\w.-]+\.(?:xml|rels))$/.test(name)

/** The parts that are wanted; the sizes that the archive states are held to, a part that unpacks to more is an error. */
function unpacked(bytes: Uint8Array): { readonly parts: Unzipped; readonly macros: boolean; readonly leftOut: readonly string[] } {
  let sum = 0
  let count = 0
  const leftOut: string[] = []
  let macros = false
  const filter = ({ name, originalSize }: { readonly name: string; readonly originalSize: number }): boolean => {
    count += 1
    if (count > MOST_PARTS) throw new DocxTooLarge()
    if (/vbaProject|vbaData/i.test(name)) macros = true
    if (!isWanted(name)) return false
    if (isPicture(name) && originalSize > LARGEST_PICTURE) {
      leftOut.push(name)
      return false
    }
    sum += originalSize
    if (sum > LARGEST_SUM || (!isPicture(name) && originalSize > LARGEST_TEXT)) throw new DocxTooLarge()
    return true
  }
  try {
    return { parts: unzipSync(bytes, { filter }), macros, leftOut }
  } catch (error) {
    throw error instanceof DocxTooLarge ? error : new DocxBroken('unpacking', { cause: error })
  }
}

/** Throws {@link DocxTooLarge} and {@link DocxBroken}. */
export function docxPackage(bytes: Uint8Array): DocxPackage {
  const unzipped = unpacked(bytes)
  const parts: Record<string, Uint8Array> = { ...unzipped.parts }
  const document = parts[DOCUMENT]
  if (document === undefined) throw new DocxBroken('no document')
  let picturesLeftOut = unzipped.leftOut.length
  for (const [name, content] of Object.entries(parts)) {
    if (!isPicture(name)) continue
    const [width, height] = pictureSize(content) ?? [0, 0]
    if (width * height <= MOST_PIXELS) continue
    parts[name] = new Uint8Array()
    picturesLeftOut += 1
  }
  // an empty picture: the document stays as it is around it
  for (const name of unzipped.leftOut) parts[name] = new Uint8Array()
  const { xml, inserted, deleted, authors } = withTrackedChanges(strFromU8(document))
  parts[DOCUMENT] = strToU8(xml)
  return { bytes: zipSync(parts, { level: 0 }), facts: { macros: unzipped.macros, inserted, deleted, authors, picturesLeftOut } }
}
