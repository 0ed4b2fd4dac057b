/** Cases whose opinion is issued, made quickly: the answers are written in one go, everything else as people do it. */
import type { AnswerFields } from '../../src/shared/checklist/contract.ts'
import { isoInstant, type CaseId } from '../../src/shared/values/values.ts'
import { writeAnswer } from '../../src/main/checklist/answer-record.ts'
import { accept, assign, registerCase, signAsHead, signAsReviewer, YES } from './test-case.ts'
import type { TestStation } from './test-station.ts'

type No = ReadonlyMap<string, AnswerFields>

/** The round is under review by `login`: every question answered, the opinion issued. */
export async function issueRound(station: TestStation, caseId: CaseId, { no = new Map(), login = 'reviewer' }: { no?: No; login?: string } = {}): Promise<void> {
  const client = station.as(login)
  const { state, round } = await client.call('cases.get', { caseId })
  if (state === 'assigned') await client.call('checklist.begin', { caseId })
  const { headings } = await client.call('checklist.get', { caseId, round: null })
  const { workbench } = station.workstation
  workbench.actAs(client.person.id, { act: 'answer.save', subject: `case/${caseId}`, content: { round } }, (writer) => {
    for (const { questionId } of headings.flatMap(({ questions }) => questions)) {
      const fields = no.get(questionId) ?? YES
      writeAnswer(writer, { caseId, round, questionId, fields, version: 1, by: client.person.id, at: isoInstant(workbench.now()) })
    }
  })
  const draft = await client.call('opinion.compose', { caseId })
  const { version } = await client.call('opinion.submit', { caseId, expectedVersion: draft.version })
  await station.as('head').call('opinion.approve', { caseId, expectedVersion: version })
  await signAsReviewer(station, caseId, login)
  await signAsHead(station, caseId)
}

/** Accepted, and given to `reviewer`. */
export async function assignedQuickly(station: TestStation, change: Parameters<typeof registerCase>[1] = {}): Promise<CaseId> {
  const caseId = await registerCase(station, change)
  await accept(station, caseId)
  await assign(station, caseId)
  return caseId
}

export async function issuedQuickly(station: TestStation, no: No = new Map(), change: Parameters<typeof registerCase>[1] = {}): Promise<CaseId> {
  const caseId = await assignedQuickly(station, change)
  await issueRound(station, caseId, { no })
  return caseId
}
