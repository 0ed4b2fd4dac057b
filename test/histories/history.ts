/**
 * A random legal history: cases whose acts are chosen, step by step, among what the core offers the acting person, and
 * between them acts that the machine forbids. What is offered is done or refused with a reason; what is forbidden is
 * refused; what is refused leaves nothing behind; what is done leaves its entry in the audit chain.
 */
import { CASE_TRANSITIONS } from '../../src/shared/cases/state-machine-transitions.ts'
import { CASE_CONDITIONS, type CaseAction, type CaseCondition, type CaseState } from '../../src/shared/cases/state-machine-terms.ts'
import { permitted } from '../../src/shared/cases/state-machine.ts'
import type { TransferAction } from '../../src/shared/cases/state-machine-transfer.ts'
import type { ErrorJson } from '../../src/shared/errors/errors.ts'
import { isoInstant, type CaseId } from '../../src/shared/values/values.ts'
import { civilDayOf } from '../../src/shared/deadlines/civil-time.ts'
import { shiftDays } from '../../src/shared/deadlines/day-arithmetic.ts'
import { actorOf, offersFor } from '../../src/main/cases/case-flow.ts'
import { requireCase } from '../../src/main/cases/case-record.ts'
import { chainHead, entriesAbout } from '../../src/main/audit/chain.ts'
import { randomOf, type Random } from '../generator/random.ts'
import { caseFields } from '../support/test-case.ts'
import { ACTS, BARE, BESIDE, SAME_CALL, type Doing } from './acts.ts'
import { ACTING, storedCase, type Acting, type Answer, type HistoryStation } from './history-station.ts'
import { doTransfer } from './transfer-acts.ts'

/** One thing that was done or tried; enough to do it again. */
export interface Step {
  readonly kind: 'act' | 'illegal' | 'beside' | 'transfer'
  readonly name: string
  readonly login: Acting
  /** Which of the histories of the run it belongs to. */
  readonly of: number
  readonly seed: number
  /** Minutes that passed before it. */
  readonly after: number
  /** The code of the refusal; null: done. */
  refused: string | null
  /** Who was drawn; null where nobody was. */
  drawn: Acting | null
}

export interface Counts {
  readonly done: Map<string, number>
  readonly refused: Map<string, number>
  readonly illegal: Map<string, number>
}

export const noCounts = (): Counts => ({ done: new Map(), refused: new Map(), illegal: new Map() })
const count = (map: Map<string, number>, key: string): void => void map.set(key, (map.get(key) ?? 0) + 1)

/** A refusal of these would be a mistake of the program or of this test, never a rule. */
const NEVER: ReadonlySet<string> = new Set(['internal', 'unknown-method', 'invalid-input', 'not-signed-in', 'store-damaged', 'station-closed'])
/** Further ones that what was offered must not meet: the offer would have been wrong. */
const NOT_WHEN_OFFERED: ReadonlySet<string> = new Set([...NEVER, 'transition-refused', 'not-allowed', 'conflict', 'not-found'])

const ENDED: ReadonlySet<string> = new Set(['archived', 'withdrawn'])
const EVERYTHING = new Set(Object.keys(CASE_CONDITIONS) as CaseCondition[])

export class Broken extends Error {}

/** Registers a case that `handler` or `handler2` handles. */
export async function registerHistory(the: HistoryStation, random: Random): Promise<CaseId> {
  const login = random.pick(['handler', 'handler2'] as const)
  const today = civilDayOf(isoInstant(the.now()))
  const filedOn = shiftDays(today, -random.int(1, 60))
  const fields = caseFields({
    handlers: [{ personId: the.idOf(login), name: login === 'handler' ? '田禾' : '苗青', certificateNumber: '4300001' }],
    filedOn,
    receivedOn: today,
    actFrom: shiftDays(filedOn, -30),
    actTo: shiftDays(filedOn, -2),
  })
  return (await the.do(login, 'cases.register', { fields })).caseId
}

/** Minutes between two steps: often hours, else up to `longest`, so that periods end and warnings turn. */
const pause = (random: Random, longest: number): number => (random.chance(0.5) ? random.int(1, 120) : random.int(60, longest))

export interface Turn {
  readonly caseId: CaseId
  /** Which of the histories of the run it is. */
  readonly of: number
  readonly seed: number
  /** Most minutes that pass before the step. */
  readonly longest: number
}

/** Chooses and does the next step of one case; null where the case has ended. */
export async function takeStep(the: HistoryStation, { caseId, of, seed, longest }: Turn, counts: Counts): Promise<Step | null> {
  const random = randomOf(seed)
  const after = pause(random, longest)
  const chosen = await chooseStep(the, caseId, random)
  if (chosen === null) return null
  the.pass(after)
  const step: Step = { ...chosen, of, seed, after, refused: null, drawn: null }
  await perform(the, caseId, step, counts)
  return step
}

type Chosen = Pick<Step, 'kind' | 'name' | 'login'>

async function chooseStep(the: HistoryStation, caseId: CaseId, random: Random): Promise<Chosen | null> {
  const { state } = storedCase(the, caseId)
  if (ENDED.has(state)) return random.chance(0.3) ? illegalTry(the, caseId, random) : null
  const roll = random.next()
  if (roll < 0.18) return illegalTry(the, caseId, random)
  if (roll < 0.24) return { kind: 'beside', name: random.pick(Object.keys(BESIDE).filter((name) => name !== 'recuse')), login: random.pick(ACTING) }
  if (roll < 0.25) return { kind: 'beside', name: 'recuse', login: random.pick(['reviewer', 'head2'] as const) }
  if (roll < 0.32) {
    const chosen = await transferStep(the, caseId, random)
    if (chosen !== null) return chosen
  }
  // nobody settles what was not talked over
  if (state === 'coordination' && roll < 0.6) return { kind: 'beside', name: 'recordCoordination', login: random.pick(['head', 'agencyHead', 'handler'] as const) }
  return offeredAct(the, caseId, random)
}

/** What leads back or away is rare, or nothing would come to an opinion and to what follows it. */
const LIKELY: Partial<Record<CaseAction, number>> = { withdraw: 0.01, reassign: 0.04, recall: 0.06, sendBack: 0.15, returnForSupplement: 0.2, issue: 0.8, resubmitAfterCorrection: 0.3 }

/** An act that the core offers somebody now. */
function offeredAct(the: HistoryStation, caseId: CaseId, random: Random): Chosen | null {
  const offers: Chosen[] = []
  const record = requireCase(the.reader, caseId)
  for (const login of ACTING) {
    // what `cases.get` tells the person, without the rest of the case
    for (const { action, refusal } of offersFor(the.reader, the.station.as(login).person, record)) {
      if (refusal !== null || action === 'register' || ACTS[action] === null) continue
      if (!random.chance(LIKELY[action] ?? 1)) continue
      offers.push({ kind: 'act', name: action, login })
    }
  }
  if (offers.length === 0) return { kind: 'beside', name: random.pick(['resume', 'recordCoordination']), login: random.pick(ACTING) }
  // by act first: that several people may do it makes it no likelier
  const name = random.pick([...new Set(offers.map((one) => one.name))])
  return random.pick(offers.filter((one) => one.name === name))
}

async function transferStep(the: HistoryStation, caseId: CaseId, random: Random): Promise<Chosen | null> {
  const login = random.pick(ACTING)
  const { offers } = await the.do(login, 'transfer.get', { caseId })
  const open = offers.filter(({ refusal }) => refusal === null)
  return open.length === 0 ? null : { kind: 'transfer', name: random.pick(open).action, login }
}

/** Something that state, role or relation forbids this person, whatever is filled in. */
function illegalTry(the: HistoryStation, caseId: CaseId, random: Random): Chosen | null {
  const record = requireCase(the.reader, caseId)
  for (let tries = 0; tries < 20; tries += 1) {
    const login = random.pick(ACTING)
    const { person } = the.station.as(login)
    const verdicts = permitted(record.state, actorOf(the.reader, person, record), EVERYTHING)
    const may = (action: CaseAction): boolean => verdicts.some((one) => one.action === action && one.allowed)
    const name = random.pick(Object.keys(BARE) as (keyof typeof BARE)[])
    const together = SAME_CALL.find((acts) => acts.includes(name)) ?? [name]
    if (BARE[name] !== null && !together.some(may)) return { kind: 'illegal', name, login }
  }
  return null
}

/** Does a step, and holds what came of it against what must be. Fills in what became of it. */
export async function perform(the: HistoryStation, caseId: CaseId, step: Step, counts: Counts, replay: Step | null = null): Promise<void> {
  const random = randomOf(step.seed).fork('content')
  const doing: Doing = { the, login: step.login, caseId, random, drawn: replay?.drawn ?? null }
  const before = { state: storedCase(the, caseId).state, head: chainHead(the.reader), commits: the.commits() }
  // what is done before the act itself, such as answering, is no part of a refusal
  const prepared = step.kind === 'act' && step.name === 'submitDraft'
  const answer = await answerOf(doing, step)
  step.refused = answer.ok ? null : answer.error.code
  const fail = (why: string): never => {
    throw new Broken(`${why}: ${step.kind} ${step.name} by ${step.login} in ${before.state}${answer.ok ? '' : ` → ${JSON.stringify(answer.error)}`}`)
  }
  if (!answer.ok) {
    if ((step.kind === 'act' ? NOT_WHEN_OFFERED : NEVER).has(answer.error.code)) fail('a refusal that should not be')
    if (!prepared && the.commits() !== before.commits) fail('something was written although it was refused')
    if (!prepared && chainHead(the.reader).hash !== before.head.hash) fail('the audit chain grew although it was refused')
    countRefusal(counts, step, answer.error)
    return
  }
  if (step.kind === 'illegal') fail('done although it is forbidden')
  count(counts.done, step.kind === 'act' ? step.name : `${step.kind} ${step.name}`)
  if (step.kind === 'act') followsTheTable(the, caseId, step, before.state as CaseState, before.head.seq, fail)
  else if (chainHead(the.reader).seq <= before.head.seq) fail('done without an audit entry')
  if (step.name === 'assign') step.drawn = storedCase(the, caseId).reviewer
}

function countRefusal({ refused, illegal }: Counts, { kind, name }: Step, { code }: ErrorJson): void {
  if (kind === 'illegal') count(illegal, code)
  else count(refused, `${name}: ${code}`)
}

async function answerOf(doing: Doing, { kind, name }: Step): Promise<Answer<never>> {
  if (kind === 'transfer') {
    const { version } = await doing.the.do(doing.login, 'transfer.get', { caseId: doing.caseId })
    return doTransfer(doing, name as TransferAction, version)
  }
  const act = kind === 'beside' ? BESIDE[name] : (kind === 'illegal' ? BARE : ACTS)[name as keyof typeof ACTS]
  if (act === null || act === undefined) throw new Broken(`no call for ${kind} ${name}`)
  return act(doing)
}

/** The state is the one that the table names, and the entry bears the table's name, the case and the person. */
function followsTheTable(the: HistoryStation, caseId: CaseId, step: Step, from: CaseState, seq: number, fail: (why: string) => never): void {
  const row = CASE_TRANSITIONS.find(({ action }) => action === step.name)
  const { state } = storedCase(the, caseId)
  const to = row?.to === 'same' ? from : row?.to
  if (to !== state) fail(`led to ${state}, not to ${String(to)}`)
  // a draw that is done again is written down as a choice
  const names = step.name === 'assign' ? ['case.assign', 'case.assignManually'] : [row?.audit]
  const written = entriesAbout(the.reader, `case/${caseId}`).filter((entry) => entry.seq > seq)
  if (!written.some(({ act, actor }) => names.includes(act) && actor === the.idOf(step.login))) {
    fail(`no audit entry ${names.join(' or ')} of ${step.login}, only ${written.map(({ act }) => act).join(', ')}`)
  }
}
