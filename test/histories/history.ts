/**
 * A random legal history: cases whose acts are chosen, step by step, among what the core offers the acting person, and
 * between them acts that the machine forbids. What is offered is done or refused with a reason; what is forbidden is
 * refused; what is refused leaves nothing behind; what is done leaves its entry in the audit chain. Beside its track a case is
 * written about, extended, published, merged, evaluated: of these the record tells beforehand whether they are done or refused.
 */
import { CASE_TRANSITIONS } from '../../src/shared/cases/state-machine-transitions.ts'
import { CASE_CONDITIONS, type CaseAction, type CaseCondition, type CaseState } from '../../src/shared/cases/state-machine-terms.ts'
import { leadsTo, permitted } from '../../src/shared/cases/state-machine.ts'
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
import type { Plan } from './further-act.ts'
import { furtherName, planOf } from './further-acts.ts'
import { ACTING, isSmooth, storedCase, type Acting, type Answer, type HistoryStation } from './history-station.ts'
import { doTransfer } from './transfer-acts.ts'

/** One thing that was done or tried; enough to do it again. */
export interface Step {
  readonly kind: 'act' | 'illegal' | 'beside' | 'transfer' | 'further'
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
  const { caseId } = await the.do(login, 'cases.register', { fields })
  the.cases.push(caseId)
  return caseId
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
  if (ENDED.has(state)) return random.chance(0.2) ? illegalTry(the, caseId, random) : random.chance(0.7) ? furtherStep(the, caseId, random) : null
  const roll = random.next()
  if (roll < 0.14) return illegalTry(the, caseId, random)
  if (roll > 0.76) {
    const chosen = await furtherStep(the, caseId, random)
    if (chosen !== null) return chosen
  }
  if (roll < 0.19) return { kind: 'beside', name: random.pick(['recordIrregular', 'suspend', 'resume']), login: random.pick(ACTING) }
  if (roll < 0.2) return { kind: 'beside', name: 'recuse', login: random.pick(['reviewer', 'head2'] as const) }
  if (roll < (isSmooth(the, caseId) ? 0.22 : 0.28)) {
    const chosen = await transferStep(the, caseId, random)
    if (chosen !== null) return chosen
  }
  // nobody settles what was not talked over
  if (state === 'coordination' && roll < 0.6) return { kind: 'beside', name: 'recordCoordination', login: random.pick(['head', 'agencyHead', 'handler'] as const) }
  // who waits to be resumed, or for the archive, is seen to in other ways
  if (['decided', 'disclosed', 'dropped'].includes(state) && random.chance(0.6)) return (await furtherStep(the, caseId, random)) ?? offeredAct(the, caseId, random)
  return offeredAct(the, caseId, random)
}

/** What leads back or away is rare, or nothing would come to an opinion and to what follows it. */
const LIKELY: Partial<Record<CaseAction, number>> = { withdraw: 0.01, reassign: 0.04, recall: 0.06, sendBack: 0.15, askSupplement: 0.15, endSupplement: 0.4, returnForSupplement: 0.2, issue: 0.8, resubmitAfterCorrection: 0.3, object: 0.45, drop: 0.45, archive: 0.4 }

/** Whose turn it is to sign, the one thing that offers do not tell: half of what is tried would lack it. */
function signingTurn({ reader, idOf }: HistoryStation, caseId: CaseId): (offer: Chosen) => boolean {
  const opinion = reader.get<{ state: string }>('SELECT o.state FROM opinions o JOIN cases c ON c.id = o.case_id AND c.round = o.round WHERE c.id = ?', caseId)?.state
  const approver = reader.get<{ actor: string }>("SELECT actor FROM audit WHERE subject = ? AND act = 'opinion.approve' ORDER BY seq DESC LIMIT 1", `case/${caseId}`)?.actor
  return ({ name, login }) => (name === 'sign' ? opinion !== 'signing' : name !== 'issue' || (opinion === 'signing' && approver === idOf(login)))
}

/** An act that the core offers somebody now. */
function offeredAct(the: HistoryStation, caseId: CaseId, random: Random): Chosen | null {
  const offers: Chosen[] = []
  const record = requireCase(the.reader, caseId)
  const straight = random.chance(isSmooth(the, caseId) ? 0.85 : 0)
  const fits = random.chance(0.85) ? signingTurn(the, caseId) : () => true
  for (const login of ACTING) {
    // what `cases.get` tells the person, without the rest of the case
    for (const { action, refusal } of offersFor(the.reader, the.station.as(login).person, record)) {
      if (refusal !== null || action === 'register' || ACTS[action] === null) continue
      const likely = LIKELY[action] ?? 1
      if (!random.chance(straight && likely < 0.5 ? 0 : likely)) continue
      const offer: Chosen = { kind: 'act', name: action, login }
      if (fits(offer)) offers.push(offer)
    }
  }
  if (offers.length === 0) return { kind: 'beside', name: 'resume', login: random.pick(ACTING) }
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

/** Most of them may be done; what may not is tried now and then. Whether it is done or refused is told when it happens. */
async function furtherStep(the: HistoryStation, caseId: CaseId, random: Random): Promise<Chosen | null> {
  const wantsForbidden = random.chance(0.2)
  for (let tries = 0; tries < 6; tries += 1) {
    const name = furtherName(random)
    for (let people = 0; people < 5; people += 1) {
      const chosen: Chosen = { kind: 'further', name, login: random.pick(ACTING) }
      const plan = await planOf({ the, login: chosen.login, caseId, random: random.fork('content'), drawn: null }, name)
      if (plan === null) break
      if (plan.refusals.length > 0 === wantsForbidden) return chosen
    }
  }
  return null
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

/** Acts that come after other calls: answering, the first of several publications, a sheet that is filled in. */
const PREPARED: ReadonlySet<string> = new Set(['submitDraft', 'disclose', 'evaluate'])

/** Does a step, and holds what came of it against what must be. Fills in what became of it. */
export async function perform(the: HistoryStation, caseId: CaseId, step: Step, counts: Counts, replay: Step | null = null): Promise<void> {
  const random = randomOf(step.seed).fork('content')
  const doing: Doing = { the, login: step.login, caseId, random, drawn: replay?.drawn ?? null }
  // what is done before the act itself, such as answering, is no part of a refusal
  const prepared = PREPARED.has(step.name)
  const plan = step.kind === 'further' ? await planOf(doing, step.name) : null
  const before = { state: storedCase(the, caseId).state, head: chainHead(the.reader), commits: the.commits() }
  if (step.kind === 'further' && plan === null) {
    // what it could be done to went with the time that passed
    step.refused = 'nothing-to-do'
    return count(counts.refused, `${step.name}: nothing to do`)
  }
  const ask = (): Promise<Answer<never>> => plan?.call() ?? answerOf(doing, step)
  const answer = await ask()
  step.refused = answer.ok ? null : answer.error.code
  const fail = (why: string): never => {
    throw new Broken(`${why}: ${step.kind} ${step.name} by ${step.login} in ${before.state}${answer.ok ? '' : ` → ${JSON.stringify(answer.error)}`}`)
  }
  const forbidden = plan !== null && plan.refusals.length > 0
  if (!answer.ok) {
    if (plan !== null && !plan.refusals.includes(answer.error.code)) fail(plan.refusals.length === 0 ? 'refused although nothing stands against it' : `refused, but not for ${plan.refusals.join(' or ')}`)
    if (plan === null && (step.kind === 'act' ? NOT_WHEN_OFFERED : NEVER).has(answer.error.code)) fail('a refusal that should not be')
    if (!prepared && the.commits() !== before.commits && (await writesAgain(the, ask))) fail('something was written although it was refused')
    if (!prepared && chainHead(the.reader).hash !== before.head.hash) fail('the audit chain grew although it was refused')
    countRefusal(counts, step, answer.error, forbidden)
    return
  }
  if (step.kind === 'illegal' || forbidden) fail('done although it is forbidden')
  count(counts.done, step.kind === 'act' ? step.name : `${step.kind} ${step.name}`)
  if (plan !== null) hasItsEntry(the, step, plan, answer.value, before.head.seq, fail)
  else if (step.kind === 'act') followsTheTable(the, caseId, step, before.state as CaseState, before.head.seq, fail)
  else if (chainHead(the.reader).seq <= before.head.seq) fail('done without an audit entry')
  if (step.name === 'assign') step.drawn = storedCase(the, caseId).reviewer
}

/** Times that a refused call is made again. */
const AGAIN = 3

/**
 * Whether a refused call writes each time. The core counts clocks and indexes words between two calls by itself, so that one
 * commit during a refusal may be that; what the refusal itself wrote it would write again.
 */
async function writesAgain(the: HistoryStation, ask: () => Promise<Answer<never>>): Promise<boolean> {
  for (let time = 0; time < AGAIN; time += 1) {
    await new Promise((resolve) => setTimeout(resolve, 20))
    const before = the.commits()
    const { ok } = await ask()
    if (!ok && the.commits() === before) return false
  }
  return true
}

/** One entry says what was done, of who did it; and the answer is what it must be. */
function hasItsEntry(the: HistoryStation, { login }: Step, { audit, holds }: Plan, value: unknown, seq: number, fail: (why: string) => never): void {
  const written = the.reader.all<{ act: string; actor: string }>('SELECT act, actor FROM audit WHERE seq > ? ORDER BY seq', seq)
  const own = written.filter(({ act, actor }) => audit.includes(act) && actor === the.idOf(login))
  if (own.length !== 1) fail(`${own.length} entries ${audit.join(' or ')}, written are ${written.map(({ act }) => act).join(', ')}`)
  try {
    holds?.(value as never)
  } catch (error) {
    fail(error instanceof Error ? error.message : String(error))
  }
}

function countRefusal({ refused, illegal }: Counts, { kind, name }: Step, { code }: ErrorJson, forbidden: boolean): void {
  if (kind === 'illegal') count(illegal, code)
  else if (forbidden) count(illegal, `${name}: ${code}`)
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
  const to = row === undefined ? undefined : leadsTo(row, from)
  if (to !== state) fail(`led to ${state}, not to ${String(to)}`)
  // a draw that is done again is written down as a choice
  const names = step.name === 'assign' ? ['case.assign', 'case.assignManually'] : [row?.audit]
  const written = entriesAbout(the.reader, `case/${caseId}`).filter((entry) => entry.seq > seq)
  if (!written.some(({ act, actor }) => names.includes(act) && actor === the.idOf(step.login))) {
    fail(`no audit entry ${names.join(' or ')} of ${step.login}, only ${written.map(({ act }) => act).join(', ')}`)
  }
}
