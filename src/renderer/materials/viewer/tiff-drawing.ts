/** Asks the worker for pages of a TIFF; each file that is shown has a worker of its own, which ends with it. */
import type { TiffAnswer } from './tiff-worker.ts'

/** A page that takes longer is made to take for ever. In ms. */
const PATIENCE = 30_000

export interface TiffDrawing {
  /** The page, from 1. One at a time; the answer to an earlier question may come first. */
  readonly draw: (page: number) => void
  readonly stop: () => void
}

export function drawTiff(bytes: Uint8Array, onAnswer: (answer: TiffAnswer) => void): TiffDrawing {
  const worker = new Worker(new URL('./tiff-worker.ts', import.meta.url), { type: 'module' })
  let timer: ReturnType<typeof setTimeout> | undefined
  let asked = 1
  const stop = (): void => {
    clearTimeout(timer)
    worker.terminate()
  }
  const fail = (): void => {
    stop()
    onAnswer({ page: asked, pages: 0, ok: false, problem: 'broken' })
  }
  worker.addEventListener('message', ({ data }: MessageEvent<TiffAnswer>) => {
    if (data.page === asked) clearTimeout(timer)
    onAnswer(data)
  })
  worker.addEventListener('error', fail)
  worker.postMessage(bytes)
  return {
    draw: (page) => {
      asked = page
      clearTimeout(timer)
      timer = setTimeout(fail, PATIENCE)
      worker.postMessage(page)
    },
    stop,
  }
}
