/** What stands around a passage in the text as it was read: the same words can stand on a page more than once. */
import { useCallback, useRef } from 'react'
import type { DocumentText, Passage } from '../../shared/intake/document-text.ts'
import type { PassageContext } from '../materials/viewer/passage.ts'
import { useCallOnce } from '../transport/calls.ts'

/** Characters on either side. */
const AROUND = 40
/** Texts kept, so that going to and fro between pointers asks nothing anew. */
const KEPT = 6

export function contextOf(text: DocumentText, { page, start, end }: Passage): PassageContext {
  const words = text.pages.find(({ number }) => number === page)?.text ?? ''
  return { before: words.slice(Math.max(0, start - AROUND), start), after: words.slice(end, end + AROUND) }
}

/** Answers undefined where the text cannot be had: then the words are marked where they stand first. */
export function usePointerContext(): (materialId: string, passage: Passage) => Promise<PassageContext | undefined> {
  const call = useCallOnce()
  const kept = useRef(new Map<string, Promise<DocumentText>>())
  return useCallback(
    async (materialId, passage) => {
      const texts = kept.current
      const text = texts.get(materialId) ?? call('intake.text', { materialId })
      texts.delete(materialId)
      texts.set(materialId, text)
      for (const old of [...texts.keys()].slice(0, -KEPT)) texts.delete(old)
      try {
        return contextOf(await text, passage)
      } catch {
        texts.delete(materialId)
        return undefined
      }
    },
    [call],
  )
}
