/**
 * The throw-away station of `--demo`: the sample's people, the sample case under review, ten more cases in other
 * states. Made through the contract, like everything else, so it also shows that the line works.
 */
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { civilDayOf } from '../../shared/deadlines/civil-time.ts'
import type { IsoInstant, PersonId } from '../../shared/values/values.ts'
import { createHost } from '../core/host.ts'
import { generateSampleFiles } from '../samples/generate.ts'
import { loadSampleCase, type SampleCase } from '../samples/sample-case.ts'
import {
  answerQuestions,
  draftAndApprove,
  recuseListed,
  registerSampleCase,
  SAMPLE_SECRETS,
  setUpSampleStation,
  signAndIssue,
  type SampleStation,
} from '../samples/sample-line.ts'
import { resourcesFolder } from '../shell/program-folders.ts'
import { demoFields, loadDemoCases, type DemoCase } from './demo-cases.ts'

export interface DemoStation {
  readonly folder: string
  readonly passphrase: string
  readonly login: string
  readonly password: string
}

/** The reviewer who is signed in, and to whom the demonstration's cases are assigned. */
const REVIEWER = 'guxiaolan'
/** How many of the sample's questions are answered already; the rest is for the visitor. */
const ANSWERED = 45
/** The papers of the sample that an invented case borrows, so that there is something to open. */
const BORROWED = 3

/** Makes the station in an empty folder and closes it again. */
export async function prepareDemoStation(folder: string): Promise<DemoStation> {
  const resources = resourcesFolder(import.meta.dirname)
  const samples = join(resources, 'samples')
  const files = await mkdtemp(join(tmpdir(), 'fashen-papers-'))
  const host = createHost({ stationFolder: folder, resourcesFolder: resources, demo: true })
  try {
    const sample = await loadSampleCase(join(samples, 'penalty-no-permit'))
    await generateSampleFiles(sample.folder, files)
    const station = await setUpSampleStation(host, sample)
    for (const demo of await loadDemoCases(join(samples, 'demo', 'cases.json'))) await bringTo(station, sample, demo, files)
    const caseId = await registerSampleCase(station, sample, files)
    await recuseListed(station, sample, caseId)
    await assignTo(station, caseId)
    await answerQuestions(station, sample, caseId, REVIEWER, ANSWERED)
  } finally {
    await host.close()
    await rm(files, { recursive: true, force: true })
  }
  return { folder, login: REVIEWER, passphrase: SAMPLE_SECRETS.passphrase, password: SAMPLE_SECRETS.password }
}

async function assignTo(station: SampleStation, caseId: string): Promise<void> {
  const head = await station.as(station.loginOf('head'))
  await head.call('intake.accept', { caseId, incompleteReason: '示例案件，材料从简。' })
  await head.call('assignment.choose', { caseId, personId: reviewerId(station), reason: '示例：固定由登录的审核人承办。' })
}

function reviewerId(station: SampleStation): PersonId {
  const id = station.ids.get(REVIEWER)
  if (id === undefined) throw new Error(`the sample has no ${REVIEWER}`)
  return id
}

/** One step after the other until the case stands where it should. */
async function bringTo(station: SampleStation, sample: SampleCase, demo: DemoCase, files: string): Promise<void> {
  const short = { ...sample, materials: sample.materials.filter(({ file }) => file.endsWith('.pdf')).slice(0, BORROWED) }
  const caseId = await registerSampleCase(station, short, files, demoFields(demo, new Date()))
  const head = await station.as(station.loginOf('head'))
  const { goal } = demo
  if (goal === 'received') return
  if (goal === 'withdrawn') {
    const handler = await station.as(station.loginOf('handler'))
    await handler.call('cases.withdraw', { caseId, reason: '当事人已经整改并提交新的证据，撤回后补充调查。' })
    return
  }
  if (goal === 'returned') {
    const missing = ['行政处罚决定书（草案）', '陈述申辩及复核材料']
    await head.call('intake.returnForSupplement', { caseId, missing, reason: '送审材料中没有决定草案，申辩情况未附材料。', replyBy: inDays(7) })
    return
  }
  if (goal === 'accepted') {
    await head.call('intake.accept', { caseId, incompleteReason: '示例案件，材料从简。' })
    return
  }
  await assignTo(station, caseId)
  if (goal === 'assigned') return
  await answerWith(station, caseId, demo)
  if (goal === 'underReview') return
  if (goal === 'drafted') {
    const reviewer = await station.as(REVIEWER)
    const draft = await reviewer.call('opinion.compose', { caseId })
    await reviewer.call('opinion.submit', { caseId, expectedVersion: draft.version })
    return
  }
  await draftAndApprove(station, caseId, REVIEWER)
  if (goal === 'approved') return
  await signAndIssue(station, caseId, REVIEWER)
  if (goal !== 'secondRound') return
  const handler = await station.as(station.loginOf('handler'))
  const problems = (await handler.call('followup.get', { caseId })).rounds.at(-1)?.problems ?? []
  const answeredBy = (await handler.call('session.current', {}))?.name ?? '承办人'
  const replies = problems.map(({ number }) => ({ number, answer: 'adopted' as const, reason: '' }))
  await handler.call('followup.adopt', { caseId, answeredBy, answeredOn: localToday(), replies })
  const corrections = problems.map(({ number }) => ({ number, corrected: '已重新送达告知书，听取陈述申辩并制作复核意见。' }))
  await handler.call('intake.resubmit', { caseId, receivedOn: localToday(), note: '', corrections })
  await assignTo(station, caseId)
}

/** The day of the station's place, as the core tells it. */
function localToday(): string {
  return civilDayOf(new Date().toISOString() as IsoInstant)
}

function inDays(days: number): string {
  return new Date(Date.now() + days * 24 * 60 * 60 * 1000).toISOString().slice(0, 10)
}

/** “Yes” to everything but the listed questions, where the catalogue's ready words are taken. */
async function answerWith(station: SampleStation, caseId: string, demo: DemoCase): Promise<void> {
  const reviewer = await station.as(REVIEWER)
  await reviewer.call('checklist.begin', { caseId })
  const { questions } = await reviewer.call('catalogue.get', {})
  const { headings } = await reviewer.call('checklist.get', { caseId, round: null })
  const all = headings.flatMap((heading) => heading.questions.map(({ questionId }) => questionId))
  for (const questionId of all.slice(0, demo.answered)) {
    const question = questions.find(({ id }) => id === questionId)
    const no = demo.no.includes(questionId)
    const finding = no ? (question?.finding['zh-CN'] ?? '') : ''
    const suggestion = no ? (question?.suggestion['zh-CN'] ?? '') : ''
    const fields = { answer: no ? ('no' as const) : ('yes' as const), finding, suggestion, note: '', evidence: [] }
    await reviewer.call('checklist.answer', { caseId, questionId, expectedVersion: 0, fields })
  }
}
