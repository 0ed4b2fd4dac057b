/** The way back (行刑反向衔接): registered, assessed, decided, answered; and clues to the supervisory commission (问题线索). */
import { shiftDays } from '../../src/shared/deadlines/day-arithmetic.ts'
import type { CaseId } from '../../src/shared/values/values.ts'
import type { Doing } from './acts.ts'
import { asked, codes, NOBODYS_ID, REASON, todayAt, type FurtherAct } from './further-act.ts'
import { ACTING, type Acting, type HistoryStation } from './history-station.ts'
import { standingOf, type Standing } from './standing.ts'

interface StoredReturn {
  readonly id: string
  readonly caseId: CaseId | null
  readonly receivedOn: string
  readonly version: number
  readonly state: string
  readonly assessment: string | null
}

/** Of the case and of no case, in the order in which they came. */
const returnsFor = ({ the, caseId }: Doing): StoredReturn[] =>
  the.reader.all<StoredReturn>(
    `SELECT r.id, r.case_id AS caseId, r.received_on AS receivedOn, s.seq AS version, s.state,
       (SELECT content FROM returned_steps a WHERE a.return_id = r.id AND a.state = 'assessed' ORDER BY a.seq DESC LIMIT 1) AS assessment
     FROM returned_cases r JOIN returned_steps s ON s.return_id = r.id AND s.seq = (SELECT max(seq) FROM returned_steps WHERE return_id = r.id)
     WHERE r.case_id = ? OR r.case_id IS NULL ORDER BY r.id`,
    caseId,
  )

/** One that can take the step is likelier to be drawn than another. */
function returnFor(doing: Doing, from: readonly string[]): StoredReturn | null {
  const all = returnsFor(doing)
  const ready = all.filter(({ state }) => from.includes(state))
  const among = ready.length > 0 && doing.random.chance(0.85) ? ready : all
  return among.length === 0 ? null : doing.random.pick(among)
}

/** Of what is about no case, everybody of the role has a part. */
function keptOut({ the, login }: Doing, { caseId }: StoredReturn, part: (standing: Standing) => boolean): boolean {
  if (caseId === null) return false
  const standing = standingOf(the, login, caseId)
  return standing.recused || !part(standing)
}

const registerReturn: FurtherAct = (doing) => {
  const { the, login, caseId, random } = doing
  const { is } = standingOf(the, login, caseId)
  const today = todayAt(doing)
  const receivedOn = random.chance(0.05) ? shiftDays(today, 1) : shiftDays(today, -random.int(0, 50))
  const number = `清检行意〔2026〕${random.int(1, 60)}号`
  const taken = the.reader.get("SELECT 1 FROM returned_steps WHERE state = 'registered' AND json_extract(content, '$.number') = ?", number) !== undefined
  const fields = {
    caseId: random.chance(0.7) ? caseId : null,
    kind: random.pick(['opinion', 'suggestion'] as const),
    number,
    procuratorate: '清川县人民检察院',
    issuedOn: shiftDays(today, -60),
    receivedOn,
    decisionNumber: '清检刑不诉〔2026〕2号',
    decidedOn: shiftDays(today, -62),
    ground: random.pick(['statutory', 'discretionary', 'evidence'] as const),
    party: '清川县碧波印染有限公司',
    offence: '污染环境罪',
    asked: '建议依法给予行政处罚',
    answerBy: random.chance(0.4) ? shiftDays(receivedOn, random.int(0, 60)) : null,
  }
  return {
    refusals: codes([!is('handler', 'reviewer', 'head'), 'not-allowed'], [receivedOn > today, 'moment-in-future'], [taken, 'number-taken']),
    audit: ['transfer.registerReturn'],
    call: asked(doing, 'transfer.registerReturn', { fields }),
  }
}

const assessReturn: FurtherAct = (doing) => {
  const { the, login, caseId, random } = doing
  const found = returnFor(doing, ['registered', 'assessed'])
  if (found === null) return null
  const { is } = standingOf(the, login, caseId)
  const today = todayAt(doing)
  const old = random.chance(0.1)
  const expectedVersion = random.chance(0.08) ? found.version + 1 : found.version
  const assessment = {
    actEndedOn: shiftDays(today, old ? -1000 : -random.int(10, 400)),
    discoveredOn: shiftDays(today, random.chance(0.05) ? 1 : -random.int(0, 9)),
    limitationId: random.chance(0.05) ? 'period.payment.national' : 'period.limitation.national',
    basis: random.chance(0.85) ? '排污许可管理条例第三十三条' : '',
    competent: random.chance(0.9),
    explanation: '违法事实清楚。',
  }
  return {
    refusals: codes(
      [!is('reviewer', 'head'), 'not-allowed'],
      [keptOut(doing, found, ({ is: has, handler, assigned, reviewer }) => has('head') || handler || (has('reviewer') && (!assigned || reviewer))), 'not-your-part'],
      [assessment.discoveredOn > today, 'moment-in-future'],
      [!['registered', 'assessed'].includes(found.state), 'transition-refused'],
      [expectedVersion !== found.version, 'conflict'],
      [assessment.limitationId !== 'period.limitation.national', 'not-found'],
    ),
    audit: ['transfer.assessReturn'],
    call: asked(doing, 'transfer.setAssessment', { id: found.id, expectedVersion, assessment }),
    holds: ({ assessment: kept }: { readonly assessment: { readonly bars: readonly string[] } }) => {
      // two years after the act nobody punishes it any more (行政处罚法 36)
      if (old !== kept.bars.includes('limitationLapsed')) throw new Error(`an act of ${assessment.actEndedOn} has the bars ${kept.bars.join(', ')}`)
    },
  }
}

const decideReturn: FurtherAct = (doing) => {
  const { the, login, caseId, random } = doing
  const found = returnFor(doing, ['assessed'])
  if (found === null) return null
  const { is } = standingOf(the, login, caseId)
  const outcome = random.pick(['punish', 'punish', 'noPenalty', 'toOthers'] as const)
  const { bars } = JSON.parse(found.assessment ?? '{"bars":[]}') as { readonly bars: readonly string[] }
  return {
    refusals: codes(
      [!is('head', 'agencyHead'), 'not-allowed'],
      [keptOut(doing, found, ({ is: has }) => has('head', 'agencyHead')), 'not-your-part'],
      [found.state !== 'assessed', 'transition-refused'],
      [outcome === 'punish' && bars.length > 0, 'not-ready'],
    ),
    audit: ['transfer.decideReturn'],
    call: asked(doing, 'transfer.decideReturn', { id: found.id, expectedVersion: found.version, decision: { outcome, reason: REASON } }),
  }
}

const answerReturn: FurtherAct = (doing) => {
  const { the, login, caseId, random } = doing
  const found = returnFor(doing, ['decided'])
  if (found === null) return null
  const { is } = standingOf(the, login, caseId)
  const today = todayAt(doing)
  const answeredOn = random.chance(0.8) ? today : shiftDays(today, random.int(-60, 1))
  return {
    refusals: codes(
      [!is('handler', 'head'), 'not-allowed'],
      [keptOut(doing, found, ({ is: has, handler }) => has('head') || handler), 'not-your-part'],
      [found.state !== 'decided', 'transition-refused'],
      [answeredOn > today, 'moment-in-future'],
      [answeredOn < found.receivedOn, 'invalid-input'],
    ),
    audit: ['transfer.answerReturn'],
    call: asked(doing, 'transfer.answerReturn', { id: found.id, expectedVersion: found.version, answer: { number: '清环函〔2026〕5号', answeredOn, result: '已经办理。' } }),
    holds: ({ clock }: { readonly clock: { readonly state: string } | null }) => {
      if (clock?.state !== 'kept' && clock?.state !== 'late') throw new Error(`answered, and its clock is ${clock?.state ?? 'gone'}`)
    },
  }
}

/** Names of those who may see a clue by their post, as people write them down. */
const NAMES: Partial<Record<Acting, string>> = { head: '韩正', head2: '梁实', agencyHead: '陆离', supervisor: '苏木' }

interface StoredClue {
  readonly id: string
  readonly caseId: CaseId | null
  readonly about: string
  readonly maker: string
  readonly version: number
}

const cluesOf = ({ reader }: HistoryStation): StoredClue[] =>
  reader.all<StoredClue>(
    `SELECT c.id, c.case_id AS caseId, json_extract(s.content, '$.about') AS about, s.done_by AS maker,
       (SELECT max(seq) FROM clue_steps WHERE clue_id = c.id) AS version
     FROM misconduct_clues c JOIN clue_steps s ON s.clue_id = c.id AND s.seq = 1 ORDER BY c.id`,
  )

/** Who wrote it; those who preside or supervise, unless it is about them. None of them handles a case here. */
function seesClue(the: HistoryStation, login: Acting, { maker, about }: StoredClue): boolean {
  const name = NAMES[login]
  return maker === the.idOf(login) || (name !== undefined && !about.includes(name))
}

const addClue: FurtherAct = (doing) => {
  const { the, login, caseId, random } = doing
  const { is } = standingOf(the, login, caseId)
  const today = todayAt(doing)
  const sentOn = random.chance(0.5) ? null : shiftDays(today, random.chance(0.1) ? 1 : -random.int(0, 9))
  const about = random.chance(0.6) ? null : random.pick(Object.values(NAMES))
  const fields = {
    caseId: random.chance(0.7) ? caseId : null,
    ground: random.pick(['transferMisconduct', 'dutyOffence'] as const),
    names: about === null ? [] : [about],
    about: about === null ? '清川县某所 副所长 某甲' : `本机关 ${about}`,
    facts: '当事人称检查前一日接到电话。',
    evidence: '',
    sentTo: random.pick(['supervisoryCommission', 'procuratorate'] as const),
    organ: '清川县监察委员会',
    number: '',
    sentOn,
  }
  return {
    refusals: codes([!is('handler', 'reviewer', 'head', 'agencyHead'), 'not-allowed'], [fields.ground === 'transferMisconduct' && fields.sentTo === 'procuratorate', 'invalid-input'], [sentOn !== null && sentOn > today, 'moment-in-future']),
    audit: ['transfer.addClue'],
    call: asked(doing, 'transfer.addClue', { fields }),
  }
}

const updateClue: FurtherAct = (doing) => {
  const { the, login, random } = doing
  const all = cluesOf(the)
  if (all.length === 0) return null
  const found = random.pick(all)
  const today = todayAt(doing)
  const sentOn = shiftDays(today, random.chance(0.1) ? 1 : -random.int(0, 5))
  const expectedVersion = random.chance(0.1) ? found.version + 1 : found.version
  const sees = seesClue(the, login, found)
  return {
    refusals: codes([!sees, 'not-found'], [expectedVersion !== found.version, 'conflict'], [sentOn > today, 'moment-in-future']),
    audit: ['transfer.updateClue'],
    call: asked(doing, 'transfer.updateClue', { id: found.id, expectedVersion, update: { sentOn, number: '清环线〔2026〕1号', outcome: random.pick(['', '已受理']) } }),
  }
}

/** Nobody sees a clue but who may, and the chain, which many read, has nothing of what it says. @returns what is wrong; null: nothing */
export async function cluesAreKept(the: HistoryStation): Promise<string | null> {
  const clues = cluesOf(the)
  for (const login of ACTING) {
    const seen = (await the.do(login, 'transfer.clues', { caseId: null })).map(({ id }) => id).toSorted()
    const may = clues.filter((clue) => seesClue(the, login, clue)).map(({ id }) => id)
    if (seen.join() !== may.toSorted().join()) return `${login} sees ${seen.length} clues and may see ${may.length}`
  }
  const told = the.reader.get("SELECT 1 FROM audit WHERE subject GLOB 'clue/*' AND (content LIKE '%某甲%' OR content LIKE '%检查前一日%') LIMIT 1")
  return told === undefined ? null : 'the audit chain tells what a clue says'
}

/** Somebody tries what is not there. */
const answerNothing: FurtherAct = (doing) => {
  const { is } = standingOf(doing.the, doing.login, doing.caseId)
  const answer = { number: '清环函〔2026〕6号', answeredOn: todayAt(doing), result: '已经办理。' }
  return {
    refusals: [is('handler', 'head') ? 'not-found' : 'not-allowed'],
    audit: [],
    call: asked(doing, 'transfer.answerReturn', { id: NOBODYS_ID, expectedVersion: 1, answer }),
  }
}

export const RETURN_ACTS: Readonly<Record<string, FurtherAct>> = { registerReturn, assessReturn, decideReturn, answerReturn, answerNothing, addClue, updateClue }
