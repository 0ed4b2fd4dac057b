/**
 * The words of a recognised page over its picture (扫描件文字层), unseen: they can be selected and marked as those of a PDF
 * with text of its own. The page's layer is made once in units of its own, and only stretched when the page is shown larger,
 * smaller or turned.
 */
import { useEffect, useMemo, useRef, type RefObject } from 'react'
import type { PlacedRun, WordPlaces } from '../../../shared/intake/word-places.ts'
import { useRead } from '../../transport/calls.ts'
import type { Rotation } from './region.ts'
import type { Size } from './zoom.ts'

export interface ScanWords {
  readonly text: string
  readonly places: WordPlaces
}

export interface KnownScanWords {
  /** Null where the page is no recognised one, or the places of its words are not known. */
  readonly words: ScanWords | null
  /** Whether it is known. */
  readonly settled: boolean
}

const SETTLED: KnownScanWords = { words: null, settled: true }

/**
 * @param shown nothing is asked before the page is on screen
 * @param materialId null for a file that the station does not read
 */
export function useScanWords(materialId: string | null, page: number, shown: boolean): KnownScanWords {
  const id = materialId ?? ''
  const scans = useRead('intake.scanPages', { materialId: id }, { enabled: shown && materialId !== null })
  const isScan = scans.data?.includes(page) === true
  const read = useRead('intake.wordPlaces', { materialId: id, page }, { enabled: shown && isScan })
  const known = useRef<{ readonly of: unknown; readonly words: ScanWords } | null>(null)
  if (materialId === null || scans.error !== null || (scans.data !== undefined && !isScan)) return SETTLED
  if (read.data === undefined) return { words: null, settled: read.error !== null }
  const { text = '', places = null } = read.data ?? {}
  if (places === null) return SETTLED
  // the same object for the same answer: what is marked on it is not sought again
  if (known.current?.of !== read.data) known.current = { of: read.data, words: { text, places } }
  return { words: known.current.words, settled: true }
}

/** Width of every page in units of its layer: characters in it are about as large as in a browser's text. */
export const LAYER_WIDTH = 1000
/** Of a box, the size of the characters in it. */
const SIZE_OF_BOX = 0.86

let measuring: CanvasRenderingContext2D | null = null
const FONT = 'sans-serif'

/** How wide a text is set, in sizes of a character. */
function widthOf(text: string): number {
  measuring ??= document.createElement('canvas').getContext('2d')
  if (measuring === null) return text.length
  measuring.font = `100px ${FONT}`
  return measuring.measureText(text).width / 100
}

function runElement(text: string, { x, y, width, height }: PlacedRun, pageHeight: number): HTMLSpanElement {
  const element = document.createElement('span')
  const size = height * pageHeight * SIZE_OF_BOX
  const natural = widthOf(text) * size
  element.textContent = text
  element.style.left = `${x * LAYER_WIDTH}px`
  element.style.top = `${y * pageHeight}px`
  element.style.fontSize = `${size}px`
  element.style.lineHeight = `${height * pageHeight}px`
  if (natural > 0) element.style.transform = `scaleX(${(width * LAYER_WIDTH) / natural})`
  return element
}

/** What stands between two runs, for who copies them: it takes no room. */
function gapElement(gap: string): HTMLElement | null {
  if (gap.trim() !== '' || gap === '') return null
  if (/[\n\t]/u.test(gap)) return document.createElement('br')
  const blank = document.createElement('span')
  blank.textContent = ' '
  blank.style.fontSize = '0'
  return blank
}

/** The elements of a layer that is {@link LAYER_WIDTH} wide and `pageHeight` high. */
export function layerElements({ text, places }: ScanWords, pageHeight: number): HTMLElement[] {
  let end = 0
  return places.runs.flatMap((run) => {
    const gap = gapElement(text.slice(end, run.start))
    end = run.end
    const element = runElement(text.slice(run.start, run.end), run, pageHeight)
    return gap === null ? [element] : [gap, element]
  })
}

export interface ShownPage {
  /** Before it is turned, as large as it is shown, in CSS pixels. */
  readonly size: Size
  readonly rotation: Rotation
}

/**
 * Fills `layer` with the words, and lays it over the page.
 *
 * @returns another object whenever it was filled anew: what was marked in it has to be marked again
 */
export function useWordLayer(layer: RefObject<HTMLElement | null>, words: ScanWords | null, { size: { width, height }, rotation }: ShownPage): object {
  // rounded, so that no zoom makes another layer of the same page
  const pageHeight = width > 0 ? Math.round((LAYER_WIDTH * height) / width) : 0
  useEffect(() => {
    const element = layer.current
    if (element === null || words === null || pageHeight === 0) return undefined
    element.style.width = `${LAYER_WIDTH}px`
    element.style.height = `${pageHeight}px`
    element.replaceChildren(...layerElements(words, pageHeight))
    return () => element.replaceChildren()
  }, [layer, words, pageHeight])
  const slant = words?.places.slant ?? 0
  useEffect(() => {
    const element = layer.current
    if (element !== null) element.style.transform = `translate(-50%, -50%) scale(${width / LAYER_WIDTH}) rotate(${rotation + slant}deg)`
  }, [layer, width, rotation, slant])
  return useMemo(() => ({ words, pageHeight }), [words, pageHeight])
}
