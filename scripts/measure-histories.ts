/**
 * `npm run measure:histories -- [HOW MANY] [--seed FIRST] [--batch 25] [--steps 40] [--replay EVERY]`: random legal histories
 * through the core on a real store, with every invariant held against what happened. Progress on the way, counts of acts at
 * the end; the first that breaks ends the run with its seed.
 */
import { parseArgs } from 'node:util'
import { runBatch } from '../test/histories/run.ts'
import { removeTemporaryFolders } from '../test/support/temporary-folder.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string', default: '1' },
    batch: { type: 'string', default: '25' },
    steps: { type: 'string', default: '40' },
    /** Every so many batches one is done again in a second station. */
    replay: { type: 'string', default: '1' },
  },
})

const wanted = Number(positionals[0] ?? 100)
const [first, batch, steps, every] = [Number(values.seed), Number(values.batch), Number(values.steps), Number(values.replay)]
const began = performance.now()
const totals = { histories: 0, replayed: 0, steps: 0, opinions: 0, clocks: 0, entries: 0 }
const [done, refused, illegal, states] = [new Map<string, number>(), new Map<string, number>(), new Map<string, number>(), new Map<string, number>()]

function add(into: Map<string, number>, from: ReadonlyMap<string, number>): void {
  for (const [key, n] of from) into.set(key, (into.get(key) ?? 0) + n)
}

function print(title: string, map: ReadonlyMap<string, number>): void {
  console.log(`\n${title}`)
  for (const [key, n] of [...map].sort((one, other) => other[1] - one[1])) console.log(`${String(n).padStart(9)}  ${key}`)
}

function report(): void {
  print('done', done)
  print('offered or tried beside, and refused for what was lacking', refused)
  print('forbidden, tried, refused', illegal)
  print('where the histories stand', states)
  console.log(`\n${JSON.stringify({ ...totals, seconds: Math.round((performance.now() - began) / 1000) })}`)
}

// who ends it early is told what was done until then
process.once('SIGINT', () => {
  report()
  process.exit(130)
})

for (let seed = first; totals.histories < wanted; seed += 1) {
  const histories = Math.min(batch, wanted - totals.histories)
  const replay = every > 0 && (seed - first) % every === 0
  const result = await runBatch({ seed, histories, steps, replay })
  removeTemporaryFolders()
  totals.histories += histories
  totals.replayed += replay ? histories : 0
  totals.steps += result.steps
  totals.opinions += result.opinions
  totals.clocks += result.clocks
  totals.entries += result.entries
  add(done, result.counts.done)
  add(refused, result.counts.refused)
  add(illegal, result.counts.illegal)
  add(states, result.states)
  const seconds = (performance.now() - began) / 1000
  console.log(`seed ${seed}: ${totals.histories} of ${wanted} histories, ${totals.steps} steps, ${totals.opinions} opinions issued, ${Math.round(seconds)} s`)
}

report()
