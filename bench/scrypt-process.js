/**
 * Run by the Electron that is measured, as Node.js: its cryptographic library is another one and slower at scrypt.
 * Arguments: costs as `N,r,p`. Prints for each the median of five, in ms, as a JSON array.
 */
import { scryptSync } from 'node:crypto'
import process from 'node:process'

const median = (times) => times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]

const measured = process.argv.slice(2).map((cost) => {
  const [N, r, p] = cost.split(',').map(Number)
  const once = () => {
    const from = performance.now()
    scryptSync('password', 'salt', 32, { N, r, p, maxmem: 256 * N * r })
    return performance.now() - from
  }
  return median(Array.from({ length: 5 }, once))
})
process.stdout.write(JSON.stringify(measured))
