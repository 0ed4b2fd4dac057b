/**
 * Words sought in a document of pages. What the station read of a paper is asked first: it has the words of scans too, and
 * nothing of the file has to be read for it. A PDF that was not read is gone through page by page.
 */
import type { PDFDocumentProxy } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { useEffect, useState } from 'react'
import { useCallOnce, type CallOnce } from '../../transport/calls.ts'
import { MOST_PLACES, placesOnPage, type FoundPlace } from './found-words.ts'

export interface PagedDocument {
  readonly pages: number
  /** The words of a page as the file itself has them; null where it has none: pictures. */
  readonly textOf: ((page: number) => Promise<string>) | null
}

/** A PDF to look for words in. */
export function pagedPdf(pdf: PDFDocumentProxy): PagedDocument {
  return { pages: pdf.numPages, textOf: (page) => pageText(pdf, page) }
}

export interface PagedWords {
  /** Whose words these are; not those that are typed meanwhile. */
  readonly words: string
  readonly places: readonly FoundPlace[]
  /** Pages gone through, of all; null when it is done. */
  readonly at: number | null
}

const NOTHING: PagedWords = { words: '', places: [], at: null }

/** Of one page, as the PDF itself has it. */
export async function pageText(pdf: PDFDocumentProxy, number: number): Promise<string> {
  const page = await pdf.getPage(number)
  const { items } = await page.getTextContent()
  page.cleanup()
  return items.map((item) => ('str' in item ? item.str + (item.hasEOL ? '\n' : '') : '')).join('')
}

/** What the station read of each page; undefined where it read nothing. */
export async function readPages(call: CallOnce, materialId: string | null): Promise<readonly { readonly number: number; readonly text: string }[] | undefined> {
  if (materialId === null) return undefined
  const { pages } = await call('intake.text', { materialId })
  return pages.some(({ text }) => text.trim() !== '') ? pages : undefined
}

/** Milliseconds of searching after which the window is given a turn. */
const SLICE = 12

export function usePagedWords(paged: PagedDocument | null, materialId: string | null, words: string): PagedWords {
  const call = useCallOnce()
  const [found, setFound] = useState<PagedWords>(NOTHING)
  useEffect(() => {
    if (paged === null || words === '') {
      setFound(NOTHING)
      return undefined
    }
    const left = new AbortController()
    const wanted = (): boolean => !left.signal.aborted
    const search = async (): Promise<void> => {
      const read = await readPages(call, materialId).catch(() => undefined)
      const places: FoundPlace[] = []
      let began = performance.now()
      for (let number = 1; wanted() && number <= paged.pages && places.length < MOST_PLACES; number += 1) {
        const own = read === undefined ? paged.textOf?.(number) : undefined
        const text = own === undefined ? (read?.find((page) => page.number === number)?.text ?? '') : await own.catch(() => '')
        places.push(...placesOnPage(number, text, words, MOST_PLACES - places.length))
        if (performance.now() - began < SLICE) continue
        if (wanted()) setFound({ words, places: [...places], at: number })
        await new Promise((resolve) => setTimeout(resolve))
        began = performance.now()
      }
      if (wanted()) setFound({ words, places, at: null })
    }
    void search()
    return () => left.abort()
  }, [call, paged, materialId, words])
  return found
}
