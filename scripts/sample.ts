/**
 * `npm run sample -- DIR`: carries the sample case from set-up to the exported case file, without a window, through the
 * contract as a shell would, and leaves the case file in DIR.
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import process from 'node:process'
import { createHost } from '../src/main/core/host.ts'
import { generateSampleFiles } from '../src/main/samples/generate.ts'
import { loadSampleCase } from '../src/main/samples/sample-case.ts'
import {
  acceptAndAssign,
  answerQuestions,
  draftAndApprove,
  exportCase,
  registerSampleCase,
  setUpSampleStation,
  signAndIssue,
} from '../src/main/samples/sample-line.ts'
import { readVerifyData } from '../src/main/verification/exported-witness.ts'
import { verifyOpinion } from '../src/main/verification/verify-opinion.ts'

const root = resolve(import.meta.dirname, '..')
const started = performance.now()
const REVIEW_STARTS = new Date('2026-05-19T01:00:00.000Z')

function say(line: string): void {
  console.log(`${((performance.now() - started) / 1000).toFixed(1).padStart(5)} s  ${line}`)
}

async function main(target: string): Promise<void> {
  const work = mkdtempSync(join(tmpdir(), 'fashen-sample-'))
  const resourcesFolder = join(root, 'resources')
  // the papers are of May 2026, and the law that they cite was repealed in August: the review takes place in between
  const now = () => new Date(REVIEW_STARTS.getTime() + performance.now() - started)
  const host = createHost({ stationFolder: join(work, 'station'), resourcesFolder, now, log: (line) => console.error(line) })
  try {
    const sampleFolder = join(resourcesFolder, 'samples', 'penalty-no-permit')
    const sample = await loadSampleCase(sampleFolder)
    const files = await generateSampleFiles(sampleFolder, join(work, 'files'))
    say(`made ${files.length} papers of the sample case`)
    const station = await setUpSampleStation(host, sample)
    say(`set up ${sample.station.agency} with ${sample.people.length} people, in one encrypted folder`)
    const caseId = await registerSampleCase(station, sample, join(work, 'files'))
    say(`registered ${sample.case.title}, ${sample.materials.length} materials attached`)
    const reviewer = await acceptAndAssign(station, sample, caseId)
    say(`accepted; drawn as reviewer: ${sample.people.find(({ login }) => login === reviewer)?.name}`)
    const answered = await answerQuestions(station, sample, caseId, reviewer)
    say(`answered ${answered} questions under the eight headings`)
    say(`opinion drafted and approved: ${await draftAndApprove(station, caseId, reviewer)}`)
    say(`signed by reviewer and head, issued as ${await signAndIssue(station, caseId, reviewer)}`)
    mkdirSync(target, { recursive: true })
    const { folder, files: exported } = await exportCase(station, caseId, target)
    say(`exported ${exported.length} files to ${folder}`)
    const opinion = exported.find(({ name }) => name.endsWith('.pdf'))
    if (opinion === undefined) throw new Error('the export has no PDF')
    const path = join(folder, opinion.name)
    const report = verifyOpinion(readFileSync(path), path, { exported: readVerifyData(path) })
    say(`verified: ${report.verdict}, signed by ${report.signatures.map(({ signerName }) => signerName).join(' and ')}`)
    if (report.verdict === 'bad') process.exitCode = 1
  } finally {
    await host.close()
    rmSync(work, { recursive: true, force: true })
  }
}

const [target] = process.argv.slice(2)
if (target === undefined) {
  console.error('usage: npm run sample -- DIR')
  process.exitCode = 2
} else {
  await main(resolve(target))
}
