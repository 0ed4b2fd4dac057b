/** `node scripts/build-samples.ts [DIR]`: writes the files of every sample case to DIR/NAME (DIR: out/samples). */
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import path from 'node:path'
import { generateSampleFiles } from '../src/main/samples/generate.ts'

const samples = path.join(import.meta.dirname, '..', 'resources', 'samples')
const target = path.resolve(process.argv[2] ?? path.join(import.meta.dirname, '..', 'out', 'samples'))

for (const entry of await readdir(samples, { withFileTypes: true })) {
  // the demonstration's short cases have no papers of their own
  if (!entry.isDirectory() || !existsSync(path.join(samples, entry.name, 'documents'))) continue
  const files = await generateSampleFiles(path.join(samples, entry.name), path.join(target, entry.name))
  const pdfs = files.filter((file) => file.format === 'pdf').length
  const made = `${files.length} files (${pdfs} PDF, ${files.length - pdfs} DOCX)`
  console.log(`${entry.name}: ${made} in ${path.join(target, entry.name)}`)
}
