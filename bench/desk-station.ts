/** The station that the desk is measured on: cases of sixty papers each, one of them a scan of three hundred pages. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createCanvas } from '@napi-rs/canvas'
import { PDFDocument } from 'pdf-lib'
import type { Host } from '../src/main/core/host-interface.ts'
import { loadSampleCase, type SampleCase } from '../src/main/samples/sample-case.ts'
import { answerQuestions, registerSampleCase, setUpSampleStation, type SampleStation } from '../src/main/samples/sample-line.ts'
import type { PersonId } from '../src/shared/values/values.ts'
import type { Say } from './report.ts'
import { resourcesFolder } from './stations.ts'

export const PAPERS = 60
export const SCAN_PAGES = 300
/** Different pictures among the pages: a real scan has one per page, but making them all would take longer than measuring. */
const PICTURES = 10
/** Cases to open, one after the other. */
export const CASES_TO_OPEN = 6
/** Of the opinion that is written; at least. */
export const OPINION_PAGES = 10

/** The facts of the case, in the middle of the opinion: pages come before it and after it. */
export const LONG_SECTION = 3
const PARAGRAPH =
  '经查阅送审材料，现场检查笔录、调查询问笔录、监测报告和排水台账等证据来源合法、内容真实，能够相互印证，足以证明当事人在未取得排污许可证的情况下排放水污染物的事实；当事人对检查情况没有异议，并在笔录上逐页签名确认。'

export interface DeskStation {
  readonly station: SampleStation
  readonly reviewer: string
  readonly caseIds: readonly string[]
  /** A case whose opinion is being written. */
  readonly drafted: string
}

/** A grey page with lines, as large as a scan of A4 at 150 dpi. */
function scannedPage(number: number): Buffer {
  const canvas = createCanvas(1240, 1754)
  const context = canvas.getContext('2d')
  context.fillStyle = '#f6f4ef'
  context.fillRect(0, 0, 1240, 1754)
  context.fillStyle = '#222'
  context.font = '28px sans-serif'
  for (let line = 0; line < 45; line += 1) context.fillText(`${number}.${line}  `.repeat(12), 90, 120 + line * 34)
  return canvas.toBuffer('image/jpeg', 80)
}

async function scan(): Promise<Uint8Array> {
  const pdf = await PDFDocument.create()
  const pictures = await Promise.all(Array.from({ length: PICTURES }, (_, number) => pdf.embedJpg(scannedPage(number))))
  for (let page = 0; page < SCAN_PAGES; page += 1) {
    const picture = pictures[page % PICTURES]
    if (picture !== undefined) pdf.addPage([595, 842]).drawImage(picture, { x: 0, y: 0, width: 595, height: 842 })
  }
  return pdf.save()
}

async function assigned(station: SampleStation, sample: SampleCase, folder: string, title: string, personId: PersonId): Promise<string> {
  const caseId = await registerSampleCase(station, sample, folder, { title })
  const head = await station.as(station.loginOf('head'))
  await head.call('intake.accept', { caseId, incompleteReason: '其余材料不影响审核，已经说明。' })
  await head.call('assignment.choose', { caseId, personId, reason: '固定由其审核，便于测量。' })
  return caseId
}

/** Composes an opinion and writes in one of its sections until it has so many pages. */
async function draft(station: SampleStation, sample: SampleCase, caseId: string, reviewer: string): Promise<void> {
  await answerQuestions(station, sample, caseId, reviewer)
  const client = await station.as(reviewer)
  let opinion = await client.call('opinion.compose', { caseId })
  const section = opinion.sections[LONG_SECTION]
  if (section === undefined) throw new Error('the opinion has too few sections')
  for (let paragraphs = 4; paragraphs < 400; paragraphs += 4) {
    const text = [section.text, ...Array.from({ length: paragraphs }, (_, index) => `${index + 1}. ${PARAGRAPH}`)].join('\n')
    opinion = await client.call('opinion.saveSection', { caseId, expectedVersion: opinion.version, sectionId: section.id, text })
    const pages = await client.call('opinion.pages', { caseId, round: null, texts: [] })
    if ((pages?.pages.length ?? 0) >= OPINION_PAGES) return
  }
  throw new Error('the opinion does not become long enough')
}

/** Sets up, registers, accepts, assigns and begins; the first question's evidence is the middle of the scan, so that it is open at once. */
export async function makeDeskStation(host: Host, folder: string, say: Say): Promise<DeskStation> {
  const sample = await loadSampleCase(join(resourcesFolder, 'samples', 'penalty-no-permit'))
  const station = await setUpSampleStation(host, sample)
  const reviewer = station.loginOf('reviewer')
  const personId = station.ids.get(reviewer)
  if (personId === undefined) throw new Error('the sample has no reviewer')
  mkdirSync(folder, { recursive: true })
  const kinds = sample.materials.map(({ kind }) => kind)
  const materials = Array.from({ length: PAPERS }, (_, index) => {
    const file = index === 0 ? '扫描卷宗.pdf' : `${String(index).padStart(2, '0')}-询问笔录.txt`
    return { file, name: file, kind: kinds[index % kinds.length] ?? 'other', pages: index === 0 ? SCAN_PAGES : 1 }
  })
  writeFileSync(join(folder, '扫描卷宗.pdf'), await scan())
  say(`a scan of ${SCAN_PAGES} pages is made`)
  // reading three hundred pages would go on all the while and be measured with it
  await (await station.as(reviewer)).call('intake.pauseRecognition', {})
  const caseIds: string[] = []
  for (let number = 0; number < CASES_TO_OPEN; number += 1) {
    for (const { file } of materials.slice(1)) writeFileSync(join(folder, file), `${file}，第${number}案。\n`.repeat(200))
    const caseId = await assigned(station, { ...sample, materials }, folder, `${sample.case.title}（${number}）`, personId)
    const client = await station.as(reviewer)
    await client.call('checklist.begin', { caseId })
    const { materials: attached } = await client.call('cases.get', { caseId })
    const materialId = attached.find(({ name }) => name.endsWith('.pdf'))?.id
    const evidence = materialId === undefined ? [] : [{ materialId, page: SCAN_PAGES / 2, passage: null }]
    const { headings } = await client.call('checklist.get', { caseId, round: null })
    const questionId = headings[0]?.questions[0]?.questionId ?? '1.1'
    await client.call('checklist.answer', { caseId, questionId, expectedVersion: 0, fields: { answer: null, finding: '', suggestion: '', note: '', evidence } })
    caseIds.push(caseId)
  }
  say(`${CASES_TO_OPEN} cases of ${PAPERS} papers are under review`)
  const drafted = await assigned(station, { ...sample, materials: materials.slice(1, 3) }, folder, `${sample.case.title}（意见书）`, personId)
  await draft(station, sample, drafted, reviewer)
  say(`an opinion of ${OPINION_PAGES} pages is drafted`)
  return { station, reviewer, caseIds, drafted }
}
