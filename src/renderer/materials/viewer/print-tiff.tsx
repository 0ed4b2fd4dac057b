/** Prints pages of a TIFF: drawn anew for the printer, because only one of them is on screen. */
import { useEffect, useMemo, type ReactNode } from 'react'
import type { FileReference } from '../../../shared/contract/reply.ts'
import { useTransport } from '../../transport/calls.ts'
import { readStoredFile } from './opened-file.ts'
import { release } from './pdf-page.tsx'
import { pictureOf, PrintPages, type PrintablePages } from './print-document.tsx'
import { drawTiff, type TiffDrawing } from './tiff-drawing.ts'
import type { TiffAnswer } from './tiff-worker.ts'

interface PrintableTiff extends PrintablePages {
  readonly close: () => void
}

function printableTiff(bytesOf: () => Promise<Uint8Array<ArrayBuffer>>, count: number): PrintableTiff {
  const waiting = new Map<number, (answer: TiffAnswer) => void>()
  const onAnswer = (answer: TiffAnswer): void => {
    waiting.get(answer.page)?.(answer)
    waiting.delete(answer.page)
  }
  let drawing: TiffDrawing | undefined
  let closed = false
  const ask = async (page: number): Promise<TiffAnswer> => {
    const bytes = await bytesOf()
    // who asked has gone: nothing is begun that nobody would end
    if (closed) throw new Error('closed')
    const asked = (drawing ??= drawTiff(bytes, onAnswer))
    return await new Promise((resolve) => {
      waiting.set(page, resolve)
      asked.draw(page)
    })
  }
  return {
    count,
    draw: async (page) => {
      const answer = await ask(page)
      if (!answer.ok) throw new Error(answer.problem)
      const canvas = document.createElement('canvas')
      canvas.width = answer.picture.width
      canvas.height = answer.picture.height
      canvas.getContext('2d')?.drawImage(answer.picture, 0, 0)
      answer.picture.close()
      const image = await pictureOf(canvas)
      release(canvas)
      return image
    },
    close: () => {
      closed = true
      drawing?.stop()
      // a page that was waited for comes no more: whoever waits gives back what was made so far
      for (const [page, answer] of waiting) answer({ page, pages: count, ok: false, problem: 'broken' })
      waiting.clear()
    },
  }
}

interface PrintTiffProps {
  readonly reference: FileReference
  readonly name: string
  readonly page: number
  readonly count: number
  readonly onClose: () => void
}

export function PrintTiff({ reference, name, page, count, onClose }: PrintTiffProps): ReactNode {
  const transport = useTransport()
  const pages = useMemo(() => printableTiff(async () => (await readStoredFile(transport, reference)).bytes, count), [transport, reference, count])
  useEffect(() => pages.close, [pages])
  return <PrintPages pages={pages} name={name} page={page} onClose={onClose} />
}
