/** Asks the worker for the text of a Word document; each has a worker of its own, which ends with it. */
import type { DocxAnswer } from './docx-worker.ts'

/** A document that takes longer is made to take for ever. In ms. */
const PATIENCE = 60_000

export interface DocxConversion {
  readonly answer: Promise<DocxAnswer>
  readonly stop: () => void
}

export function convertDocx(bytes: Uint8Array): DocxConversion {
  const worker = new Worker(new URL('./docx-worker.ts', import.meta.url), { type: 'module' })
  let timer: ReturnType<typeof setTimeout> | undefined
  const stop = (): void => {
    clearTimeout(timer)
    worker.terminate()
  }
  const answer = new Promise<DocxAnswer>((resolve) => {
    timer = setTimeout(() => resolve({ ok: false, problem: 'tooLarge' }), PATIENCE)
    worker.addEventListener('message', ({ data }: MessageEvent<DocxAnswer>) => resolve(data))
    worker.addEventListener('error', () => resolve({ ok: false, problem: 'broken' }))
    worker.postMessage(bytes)
  }).finally(stop)
  return { answer, stop }
}
