/** The first opinion of a new process: says as JSON how long loading and making take. */
import type { z } from 'zod'
import type { firstOpinionSchema } from './opinion.ts'

const started = performance.now()
const { opinionOptions, signingDesk, signTwice, threePages } = await import('./opinion-parts.ts')
const { renderDocx } = await import('../src/main/documents/docx.ts')
const { renderPdf } = await import('../src/main/documents/pdf.ts')
const loading = performance.now() - started
const desk = await signingDesk()
const began = performance.now()
await renderDocx(threePages(), opinionOptions())
await signTwice(desk, await renderPdf(threePages(), opinionOptions()))
const making = performance.now() - began
console.log(JSON.stringify({ loading, making } satisfies z.infer<typeof firstOpinionSchema>))
