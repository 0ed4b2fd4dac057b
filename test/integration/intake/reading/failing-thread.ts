/** A reading thread that does what damaged files may do to the real one, by the name of the file. */
import { parentPort } from 'node:worker_threads'
import process from 'node:process'
import { EMPTY_TEXT } from '../../../../src/shared/intake/reading/reading.ts'

interface Asked {
  readonly id: number
  readonly input: { readonly name: string }
}

parentPort?.on('message', ({ id, input: { name } }: Asked) => {
  if (name === 'crash') setImmediate(() => { throw new Error('crashed') })
  else if (name === 'exit') process.exit(3)
  else if (name === 'hang') for (;;);
  else if (name === 'memory') {
    const all: string[][] = []
    for (;;) all.push(Array.from({ length: 10_000 }, (_value, index) => `${all.length} ${index}`))
  } else parentPort?.postMessage({ id, ok: true, result: { text: EMPTY_TEXT, problem: null, toRecognise: [] } })
})
