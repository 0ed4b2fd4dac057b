/**
 * `npm run measure:extraction -- FOLDER [--misses] [--json] [--only 002,004]`: how well the facts of published
 * decisions are read, per field, for half-width and full-width punctuation. FOLDER holds `labels.jsonl` and
 * `texts/NNN.txt`.
 */
import { parseArgs } from 'node:util'
import { FORMS, measureFolder } from './extraction-score.ts'
import type { Measured } from './extraction-score.ts'

function table({ texts, scores }: Measured): string {
  const lines = [`${texts} texts`]
  for (const form of FORMS) {
    lines.push('', `${form.padEnd(24)}precision  recall      F1   right wrong missed`)
    for (const [field, score] of Object.entries(scores[form])) {
      const numbers = [score.precision, score.recall, score.f1].map((value) => value.toFixed(3).padStart(8)).join('')
      const counts = [score.right, score.wrong, score.missed].map((value) => String(value).padStart(6)).join('')
      lines.push(`${field.padEnd(24)}${numbers}  ${counts}`)
    }
  }
  return lines.join('\n')
}

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { misses: { type: 'boolean' }, json: { type: 'boolean' }, only: { type: 'string' } },
})
const folder = positionals[0]
if (folder === undefined) {
  process.stderr.write('usage: npm run measure:extraction -- FOLDER [--misses] [--json] [--only ID,ID]\n')
  process.exitCode = 2
} else {
  const measured = measureFolder(folder, values.only === undefined ? null : new Set(values.only.split(',')))
  if (values.json === true) process.stdout.write(`${JSON.stringify(measured, null, 2)}\n`)
  else {
    process.stdout.write(`${table(measured)}\n`)
    if (values.misses === true) {
      for (const { id, form, field, kind, value } of measured.misses)
        process.stdout.write(`${id} ${form} ${field} ${kind}: ${value}\n`)
    }
  }
}
