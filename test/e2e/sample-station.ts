/** A station with the sample's people, made through the contract, and cases brought quickly to where a test begins. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Host } from '../../src/main/core/host-interface.ts'
import { readSamplePapers, renderSamplePaper } from '../../src/main/samples/generate.ts'
import { loadSampleCase, type SampleCase } from '../../src/main/samples/sample-case.ts'
import {
  registerSampleCase,
  SAMPLE_SECRETS,
  setUpSampleStation,
  type SampleStation,
} from '../../src/main/samples/sample-line.ts'
import { resourcesFolder } from '../../src/main/shell/program-folders.ts'
import type { CaseFields } from '../../src/shared/cases/case.ts'
import type { SavedAnswer } from '../../src/shared/checklist/contract.ts'
import { temporaryFolder } from '../support/temporary-folder.ts'

export const { password: PASSWORD, passphrase: PASSPHRASE, signingPassword: SIGNING_PASSWORD } = SAMPLE_SECRETS
/** Who reviews in these tests. */
export const REVIEWER = 'guxiaolan'

export function loadSample(): Promise<SampleCase> {
  return loadSampleCase(join(resourcesFolder(import.meta.dirname), 'samples', 'penalty-no-permit'))
}

/** More papers than a test needs that is not about the whole file. */
const FEW = 6

/** The sample's first papers in a folder of their own. */
export async function samplePapers(sample: SampleCase, count = sample.materials.length): Promise<string> {
  const folder = temporaryFolder('papers')
  const wanted = new Set(sample.materials.slice(0, count).map(({ file }) => file))
  for (const paper of await readSamplePapers(sample.folder)) {
    if (wanted.has(paper.file)) writeFileSync(join(folder, paper.file), await renderSamplePaper(paper))
  }
  return folder
}

export interface PreparedStation extends SampleStation {
  readonly sample: SampleCase
  readonly papers: string
  /** Registers the sample case with its first `count` papers; `change` makes a variant of it. */
  register(count?: number, change?: Partial<Omit<CaseFields, 'handlers'>>): Promise<string>
  /** Registers, accepts, and assigns to {@link REVIEWER}. */
  assigned(count?: number, change?: Partial<Omit<CaseFields, 'handlers'>>): Promise<string>
  /** The same, and its review has begun. */
  begun(count?: number): Promise<string>
}

export async function prepareStation(host: Host): Promise<PreparedStation> {
  const sample = await loadSample()
  const papers = await samplePapers(sample, FEW)
  const station = await setUpSampleStation(host, sample)
  const register: PreparedStation['register'] = (count = FEW, change = {}) =>
    registerSampleCase(station, { ...sample, materials: sample.materials.slice(0, count) }, papers, change)
  const assigned: PreparedStation['assigned'] = async (count, change) => {
    const caseId = await register(count, change)
    await assign(station, caseId)
    return caseId
  }
  return {
    ...station,
    sample,
    papers,
    register,
    assigned,
    async begun(count) {
      const caseId = await assigned(count)
      await (await station.as(REVIEWER)).call('checklist.begin', { caseId })
      return caseId
    },
  }
}

/** The handler adds files of any kind, by their names. */
export async function attachFiles(station: SampleStation, caseId: string, files: Readonly<Record<string, Uint8Array>>): Promise<void> {
  const folder = temporaryFolder('attached-files')
  const handler = await station.as(station.loginOf('handler'))
  const attached = []
  for (const [name, bytes] of Object.entries(files)) {
    writeFileSync(join(folder, name), bytes)
    const { id } = await handler.stage(join(folder, name))
    attached.push({ stagedId: id, name, kind: 'other' })
  }
  await handler.call('materials.attach', { caseId, files: attached })
}

/** Accepts what lies there and hands it to {@link REVIEWER}. */
export async function assign(station: SampleStation, caseId: string): Promise<void> {
  const head = await station.as(station.loginOf('head'))
  await head.call('intake.accept', { caseId, incompleteReason: '其余材料不影响审核，已经说明。' })
  const personId = station.ids.get(REVIEWER)
  if (personId === undefined) throw new Error(`nobody is called ${REVIEWER}`)
  await head.call('assignment.choose', { caseId, personId, reason: '测试：固定由其审核。' })
}

/** Answers, as the sample does, every question that has no answer yet. */
export async function answerTheRest(
  station: SampleStation,
  sample: SampleCase,
  caseId: string,
  login = REVIEWER,
): Promise<void> {
  const reviewer = await station.as(login)
  const { headings } = await reviewer.call('checklist.get', { caseId, round: null })
  const { materials } = await reviewer.call('cases.get', { caseId })
  for (const { questionId, answer } of headings.flatMap(({ questions }) => questions)) {
    if (answer !== null && answer.answer !== null) continue
    const known = sample.review.answers.find((one) => one.questionId === questionId)
    if (known === undefined) throw new Error(`the sample has no answer to ${questionId}`)
    const { questionId: _, evidence, ...fields } = known
    const pins = evidence.flatMap(({ file, ...place }) => {
      const material = materials.find(({ name }) => name === file)
      return material === undefined ? [] : [{ ...place, materialId: material.id }]
    })
    await reviewer.call('checklist.answer', {
      caseId,
      questionId,
      expectedVersion: answer?.version ?? 0,
      fields: { ...fields, evidence: pins },
    })
  }
}

/** What {@link REVIEWER} has answered to a question; null where nothing is saved. */
export async function savedAnswer(station: SampleStation, caseId: string, questionId: string): Promise<SavedAnswer | null> {
  const { headings } = await (await station.as(REVIEWER)).call('checklist.get', { caseId, round: null })
  return headings.flatMap(({ questions }) => questions).find((one) => one.questionId === questionId)?.answer ?? null
}
