/**
 * Carries a sample case down the whole line through the contract, as people at a shell would: one connection a person,
 * one call an act. The sample script, the demonstration station and the tests use it, each as far as it needs.
 */
import { join } from 'node:path'
import type { ExportReport } from '../../shared/export/contract.ts'
import type { PersonId } from '../../shared/values/values.ts'
import { connectClient, type Client } from '../core/client.ts'
import type { Host } from '../core/host-interface.ts'
import type { SampleCase } from './sample-case.ts'

/** Passwords of a throw-away station; a real one is set up by people. */
export interface SampleSecrets {
  readonly passphrase: string
  readonly password: string
  readonly signingPassword: string
}
export const SAMPLE_SECRETS: SampleSecrets = {
  passphrase: '示例工作站 启用口令 2026',
  password: 'fashen-2026',
  signingPassword: 'qianming-2026',
}

export type Say = (line: string) => void

/** The people of a sample station, each on a connection of their own, by login. */
export interface SampleStation {
  readonly ids: ReadonlyMap<string, PersonId>
  /** Signs in on first use. */
  as(login: string): Promise<Client>
  /** First person with the role. */
  loginOf(role: SampleCase['people'][number]['roles'][number]): string
}

/** Sets the station up and adds its people; the host's folder must be empty. */
export async function setUpSampleStation(host: Host, sample: SampleCase, secrets: SampleSecrets = SAMPLE_SECRETS): Promise<SampleStation> {
  const { passphrase, password } = secrets
  const admin = connectClient(host)
  await admin.call('station.setUp', { station: sample.station, administrator: { ...sample.administrator, password }, passphrase })
  const ids = new Map<string, PersonId>()
  for (const person of sample.people) ids.set(person.login, (await admin.call('people.add', { person, password })).id)
  admin.close()
  return sampleStation(host, sample, ids, password)
}

export function sampleStation(host: Host, sample: SampleCase, ids: ReadonlyMap<string, PersonId>, password: string): SampleStation {
  const clients = new Map<string, Client>()
  return {
    ids,
    as: async (login) => {
      let client = clients.get(login)
      if (client === undefined) {
        client = connectClient(host)
        await client.call('session.signIn', { login, password })
        clients.set(login, client)
      }
      return client
    },
    loginOf: (role) => {
      const found = sample.people.find(({ roles }) => roles.includes(role))
      if (found === undefined) throw new Error(`the sample has nobody with the role ${role}`)
      return found.login
    },
  }
}

/** Registers the case and attaches its files from `filesFolder`; `change` makes a variant of it. */
export async function registerSampleCase(
  station: SampleStation,
  sample: SampleCase,
  filesFolder: string,
  change: Partial<SampleCase['case']> = {},
): Promise<string> {
  const { handlers: listed, ...fields } = { ...sample.case, ...change }
  const handlers = listed.map(({ login, ...rest }) => ({ ...rest, personId: station.ids.get(login) ?? null }))
  const handler = await station.as(station.loginOf('handler'))
  const { caseId } = await handler.call('cases.register', { fields: { ...fields, handlers } })
  const files: { stagedId: string; name: string; kind: string }[] = []
  for (const { file, kind } of sample.materials) files.push({ stagedId: (await handler.stage(join(filesFolder, file))).id, name: file, kind })
  await handler.call('materials.attach', { caseId, files })
  return caseId
}

/** Accepts and draws a reviewer; returns the reviewer's login. */
export async function acceptAndAssign(station: SampleStation, sample: SampleCase, caseId: string): Promise<string> {
  const head = await station.as(station.loginOf('head'))
  const { complete } = await head.call('intake.completeness', { caseId })
  await head.call('intake.accept', { caseId, incompleteReason: complete ? null : '示例：缺少的材料不影响审核，已口头说明。' })
  await recuseListed(station, sample, caseId)
  const { personId } = await head.call('assignment.draw', { caseId })
  const drawn = [...station.ids].find(([, id]) => id === personId)
  if (drawn === undefined) throw new Error('somebody was drawn who is not of this station')
  return drawn[0]
}

/** Records who the sample says must not review the case. */
export async function recuseListed(station: SampleStation, sample: SampleCase, caseId: string): Promise<void> {
  const head = await station.as(station.loginOf('head'))
  for (const { login, reason } of sample.recusals) {
    const personId = station.ids.get(login)
    if (personId !== undefined) await head.call('assignment.recuse', { caseId, personId, reason })
  }
}

/** Begins the review and answers every question that applies; `limit` stops after so many. */
export async function answerQuestions(
  station: SampleStation,
  sample: SampleCase,
  caseId: string,
  reviewer: string,
  limit = Infinity,
): Promise<number> {
  const client = await station.as(reviewer)
  await client.call('checklist.begin', { caseId })
  const { materials } = await client.call('cases.get', { caseId })
  const idOf = new Map(materials.map(({ name, id }) => [name, id]))
  const prepared = new Map(sample.review.answers.map((answer) => [answer.questionId, answer]))
  const { headings } = await client.call('checklist.get', { caseId, round: null })
  let answered = 0
  for (const { questionId, answer: known } of headings.flatMap(({ questions }) => questions)) {
    if (answered >= limit) break
    const answer = prepared.get(questionId)
    if (answer === undefined) throw new Error(`the sample has no answer to question ${questionId}`)
    const { questionId: _, evidence, ...fields } = answer
    await client.call('checklist.answer', {
      caseId,
      questionId,
      expectedVersion: known?.version ?? 0,
      fields: {
        ...fields,
        evidence: evidence.flatMap(({ file, ...place }) => {
          const materialId = idOf.get(file)
          return materialId === undefined ? [] : [{ ...place, materialId }]
        }),
      },
    })
    answered += 1
  }
  return answered
}

/** Composes and submits; the head approves. Returns the Chinese name of the opinion's type. */
export async function draftAndApprove(station: SampleStation, caseId: string, reviewer: string): Promise<string> {
  const client = await station.as(reviewer)
  const draft = await client.call('opinion.compose', { caseId })
  const submitted = await client.call('opinion.submit', { caseId, expectedVersion: draft.version })
  const head = await station.as(station.loginOf('head'))
  const { type } = await head.call('opinion.approve', { caseId, expectedVersion: submitted.version })
  const { opinionTypes } = await head.call('catalogue.get', {})
  return opinionTypes.find(({ id }) => id === type)?.name['zh-CN'] ?? ''
}

/** Both sign, each with a certificate of the station's root; returns the number. */
export async function signAndIssue(
  station: SampleStation,
  caseId: string,
  reviewer: string,
  { signingPassword }: Pick<SampleSecrets, 'signingPassword'> = SAMPLE_SECRETS,
): Promise<string> {
  const client = await station.as(reviewer)
  await client.call('opinion.signAsReviewer', { caseId, certificateId: await certificateOf(client, signingPassword), signingPassword })
  const head = await station.as(station.loginOf('head'))
  const issued = await head.call('opinion.signAsHead', { caseId, certificateId: await certificateOf(head, signingPassword), signingPassword })
  return issued.number ?? ''
}

async function certificateOf(client: Client, signingPassword: string): Promise<string> {
  const own = (await client.call('signing.certificates', {})).find(({ state }) => state === 'valid')
  return (own ?? (await client.call('signing.issueFromStation', { signingPassword }))).id
}

export async function exportCase(station: SampleStation, caseId: string, folder: string): Promise<ExportReport> {
  const head = await station.as(station.loginOf('head'))
  return head.call('export.caseFile', { caseId, folder })
}
