/** An evaluation begins (评查启动): the seed is committed, the sample drawn; and anybody draws it again. */
import { createHash, randomBytes } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { commitmentTo, type Sha256Function } from '../../shared/assignment/draw.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { Population } from '../../shared/evaluation/contract.ts'
import { drawSample, faultOfSample, populationHash, type SampleFault } from '../../shared/evaluation/sample.ts'
import type { Sha256 } from '../../shared/values/values.ts'
import { entriesAbout } from '../audit/chain.ts'
import type { CallContext } from '../core/handler.ts'
import type { Reader } from '../store/database.ts'
import { drawnCases, keptPopulation, requireEvaluation } from './evaluation-record.ts'
import { populationOf } from './population.ts'
import { standardsOf } from './standard-record.ts'

const sha256: Sha256Function = (bytes) => createHash('sha256').update(bytes).digest()

export interface NewEvaluation {
  readonly name: string
  readonly standardKey: Sha256
  readonly population: Population
  readonly size: number
}

/** Throws `not-found` for a standard that is not here, `evaluation-sample-too-large`. */
export function startEvaluation(context: CallContext, { name, standardKey, population, size }: NewEvaluation): string {
  const standard = standardsOf(context).find(({ key }) => key === standardKey)?.standard
  if (standard === undefined) throw new FashenError('not-found', { subject: 'evaluationStandard', id: standardKey })
  const closed = populationOf(context.reader, population)
  if (size > closed.length) throw new FashenError('evaluation-sample-too-large', { wanted: size, there: closed.length })
  const ids = closed.map(({ caseId }) => caseId)
  const id = uuidv7()
  const subject = `evaluation/${id}`
  const seed = randomBytes(32).toString('hex')
  // an entry of its own, before the draw: whoever drew could not try seeds until files that they like came out
  const committed = { commitment: commitmentTo(seed, sha256), populationHash: populationHash(ids, sha256), populationSize: ids.length, size, population }
  context.act({ act: 'evaluation.commitSample', subject, content: committed }, () => undefined)
  const sample = drawSample({ seed, about: id, population: ids, size }, sha256)
  const content = { name, standardKey, standardId: standard.id, standardVersion: standard.version, ...sample }
  context.act({ act: 'evaluation.start', subject, content }, (writer) => {
    writer.run(
      `INSERT INTO evaluations (id, name, population, population_size, population_hash, seed, commitment, standard_key, standard, started_by, started_at)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      id,
      name,
      JSON.stringify(population),
      sample.populationSize,
      sample.populationHash,
      seed,
      sample.commitment,
      standardKey,
      JSON.stringify(standard),
      context.person.id,
      context.instant(),
    )
    for (const caseId of ids) writer.run('INSERT INTO evaluation_population (evaluation_id, case_id) VALUES (?, ?)', id, caseId)
    const closedOn = new Map(closed.map((one) => [one.caseId, one.closedOn]))
    sample.drawn.forEach((caseId, place) => {
      writer.run('INSERT INTO evaluation_files (evaluation_id, place, case_id, closed_on) VALUES (?, ?, ?, ?)', id, place, caseId, closedOn.get(caseId) ?? '')
    })
  })
  context.emit({ kind: 'changed', subject: 'evaluation' })
  return id
}

export interface CheckedSample {
  readonly fault: SampleFault | 'notCommitted' | null
  readonly committedIn: number | null
}

export function checkSample(reader: Reader, evaluationId: string): CheckedSample {
  const { draw, populationSize } = requireEvaluation(reader, evaluationId)
  const record = { ...draw, populationSize, drawn: drawnCases(reader, evaluationId) }
  const fault = faultOfSample(record, evaluationId, keptPopulation(reader, evaluationId), sha256)
  const entries = entriesAbout(reader, `evaluation/${evaluationId}`)
  const started = entries.find(({ act }) => act === 'evaluation.start')?.seq ?? 0
  const committed = entries.find(({ act, seq, content }) => act === 'evaluation.commitSample' && seq < started && saysTheSame(content, record))
  return { fault: fault ?? (committed === undefined ? 'notCommitted' : null), committedIn: committed?.seq ?? null }
}

function saysTheSame(content: string, record: { readonly commitment: string; readonly populationHash: string; readonly drawn: readonly string[] }): boolean {
  const { commitment, populationHash: hash, size } = JSON.parse(content) as Record<string, unknown>
  return commitment === record.commitment && hash === record.populationHash && size === record.drawn.length
}
