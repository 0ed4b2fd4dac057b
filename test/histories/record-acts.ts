/** Merger (并案), retention (保管期限), remarks in the ledger (台账), forms (随案文书) and the evaluation of files (案卷评查). */
import type { ItemMark, VetoMark } from '../../src/shared/evaluation/sheet.ts'
import { itemsOf } from '../../src/shared/catalogue/evaluation-standards.ts'
import type { CaseId } from '../../src/shared/values/values.ts'
import type { Doing } from './acts.ts'
import { asked, codes, NOBODYS_ID, REASON, todayAt, type FurtherAct } from './further-act.ts'
import type { HistoryStation } from './history-station.ts'
import { standingOf } from './standing.ts'

const ENDED = ['decided', 'dropped', 'disclosed', 'archived', 'withdrawn']
const WITH_OPINION = ['issued', 'adopted', 'objected', 'coordination']
const WITH_HEAD = ['drafted', 'approved']

const merge: FurtherAct = (doing) => {
  const { the, login, caseId, random } = doing
  const into = random.chance(0.05) ? caseId : random.pick(the.cases)
  const [from, target] = [standingOf(the, login, caseId), standingOf(the, login, into)]
  const away = the.reader.get('SELECT 1 FROM mergers WHERE case_id = ?', into) !== undefined
  const unfit = into === caseId || away || ENDED.includes(target.state) || WITH_OPINION.includes(from.state) || WITH_OPINION.includes(target.state) || WITH_HEAD.includes(target.state)
  return {
    refusals: codes(
      [!from.is('handler', 'head'), 'not-allowed'],
      [ENDED.includes(from.state), 'transition-refused'],
      [from.recused || target.recused || (!from.is('head') && !(from.handler && target.handler)), 'not-your-part'],
      [unfit, 'merge-refused'],
    ),
    audit: ['case.withdraw'],
    call: asked(doing, 'followup.merge', { caseId, intoCaseId: into, reason: REASON }),
  }
}

const PERIODS = ['retention.10', 'retention.30', 'retention.permanent'] as const

const settleRetention: FurtherAct = (doing) => {
  const { the, login, caseId, random } = doing
  const { is, state } = standingOf(the, login, caseId)
  if (state !== 'archived' && random.chance(0.8)) return null
  const before = the.reader.get("SELECT 1 FROM audit WHERE subject = ? AND act = 'case.setRetention'", `case/${caseId}`) !== undefined
  const reason = random.chance(0.6) ? REASON : ''
  const periodId = random.chance(0.05) ? 'retention.none' : random.pick(PERIODS)
  return {
    refusals: codes([!is('head'), 'not-allowed'], [state !== 'archived' || periodId === 'retention.none', 'not-found'], [state === 'archived' && before && reason === '', 'invalid-input']),
    audit: ['case.setRetention'],
    call: asked(doing, 'accountability.settleRetention', { caseId, periodId, reason }),
    holds: ({ until }: { readonly until: string | null }) => {
      if ((until === null) !== (periodId === 'retention.permanent')) throw new Error(`${periodId} ends ${until ?? 'never'}`)
    },
  }
}

const remark: FurtherAct = (doing) => {
  const { the, login, caseId, random } = doing
  const { is, round } = standingOf(the, login, caseId)
  const entry = the.reader.get<{ id: number; seq: number }>(
    'SELECT e.id, (SELECT count(*) FROM ledger_remarks r WHERE r.entry_id = e.id) AS seq FROM ledger_entries e WHERE e.case_id = ? AND e.round = ?',
    caseId,
    random.int(1, round),
  )
  if (entry === undefined) throw new Error('a round that was begun is not in the ledger')
  const expectedSeq = random.chance(0.1) ? entry.seq + 1 : entry.seq
  return {
    refusals: codes([!is('reviewer', 'head'), 'not-allowed'], [expectedSeq !== entry.seq, 'conflict']),
    audit: ['ledger.remark'],
    call: asked(doing, 'ledger.keepRemark', { entryId: entry.id, expectedSeq, remark: `备注 ${random.int(1, 99)}` }),
  }
}

const makeForm: FurtherAct = async (doing) => {
  const { the, login, caseId, random } = doing
  const offers = await the.do(login, 'forms.ofCase', { caseId })
  const { is } = standingOf(the, login, caseId)
  const ready = offers.filter(({ wait, mayMake }) => wait === null && (mayMake || random.chance(0.05)))
  if (ready.length === 0) return null
  const offer = random.pick(ready)
  const about = offer.abouts[0]?.key ?? 'case'
  const { lacks } = await the.do(login, 'forms.preview', { caseId, form: offer.form, about, given: [] })
  const unseen = lacks.length > 0 && random.chance(0.1)
  return {
    refusals: codes([!is('handler', 'reviewer', 'head', 'agencyHead'), 'not-allowed'], [!offer.mayMake, 'form-not-yours'], [unseen, 'form-lacks']),
    audit: ['form.make'],
    call: asked(doing, 'forms.make', { caseId, form: offer.form, about, given: [], lacks: unseen ? [] : lacks.map(({ id }) => id) }),
    holds: ({ number }: { readonly number: string | null }) => {
      if ((number !== null) !== offer.numbered) throw new Error(`the form ${offer.form} has the number ${number ?? 'none'}`)
    },
  }
}

const voidForm: FurtherAct = async (doing) => {
  const { the, login, caseId, random } = doing
  const offers = await the.do(login, 'forms.ofCase', { caseId })
  const { is } = standingOf(the, login, caseId)
  const all = offers.flatMap(({ made, mayMake, wait }) => made.map((one) => ({ ...one, mayMake, wait })))
  if (all.length === 0) return null
  const found = random.pick(all)
  // whether it could be made anew says nothing of who may void it where its time has passed
  if (found.wait !== null) return null
  return {
    refusals: codes([!is('handler', 'reviewer', 'head', 'agencyHead'), 'not-allowed'], [!found.mayMake, 'form-not-yours'], [found.voided !== null, 'form-is-void']),
    audit: ['form.void'],
    call: asked(doing, 'forms.void', { id: found.id, reason: REASON }),
  }
}

/** All files that were closed are drawn, so that chance has no part in who is. */
const startEvaluation: FurtherAct = async (doing) => {
  const { the, login, caseId, random } = doing
  const { is } = standingOf(the, login, caseId)
  const population = { from: '2026-01-01', to: todayAt(doing), closedBy: 'ended' as const, unit: null, kind: null }
  const { n } = the.reader.get<{ n: number }>(
    'SELECT (SELECT count(*) FROM decisions WHERE irregular = 0 AND decided_on BETWEEN ? AND ?) + (SELECT count(*) FROM drops WHERE dropped_on BETWEEN ? AND ?) AS n',
    population.from,
    population.to,
    population.from,
    population.to,
  ) ?? { n: 0 }
  if (n === 0) return null
  const [standard] = await the.do('supervisor', 'evaluation.standards', {})
  if (standard === undefined) throw new Error('no standard ships')
  const size = random.chance(0.1) ? n + 1 : n
  return {
    refusals: codes([!is('head', 'supervisor'), 'not-allowed'], [size > n, 'evaluation-sample-too-large']),
    audit: ['evaluation.start'],
    call: asked(doing, 'evaluation.start', { name: '随机评查', standardKey: standard.key, population, size }),
  }
}

interface Sampled {
  readonly evaluationId: string
  readonly sheets: readonly { readonly evaluator: string; readonly signed: number; readonly version: number }[]
}

/** The evaluation that drew the case last. */
function sampledFile({ reader }: HistoryStation, caseId: CaseId): Sampled | null {
  const file = reader.get<{ id: string }>('SELECT evaluation_id AS id FROM evaluation_files WHERE case_id = ? ORDER BY evaluation_id DESC LIMIT 1', caseId)
  if (file === undefined) return null
  const sheets = reader.all<Sampled['sheets'][number]>(
    'SELECT evaluator_id AS evaluator, signed_at IS NOT NULL AS signed, version FROM evaluation_sheets WHERE evaluation_id = ? AND case_id = ? ORDER BY number',
    file.id,
    caseId,
  )
  return { evaluationId: file.id, sheets }
}

/** 回避: who had a hand in the case does not evaluate it. */
function barred({ the, login, caseId }: Doing): boolean {
  const id = the.idOf(login)
  const { handler, recused } = standingOf(the, login, caseId)
  const there = (sql: string): boolean => the.reader.get(sql, caseId, id) !== undefined
  return (
    handler ||
    recused ||
    there('SELECT 1 FROM rounds WHERE case_id = ? AND reviewer_id = ?') ||
    there('SELECT 1 FROM assignments WHERE case_id = ? AND person_id = ?') ||
    there("SELECT 1 FROM audit WHERE subject = 'case/' || ? AND actor = ? AND act IN ('opinion.approve', 'opinion.issue')")
  )
}

const evaluate: FurtherAct = async (doing) => {
  const { the, login, caseId, random } = doing
  const found = sampledFile(the, caseId)
  if (found === null) return null
  const { evaluationId, sheets } = found
  const { is } = standingOf(the, login, caseId)
  const last = sheets.at(-1)
  const place = { evaluationId, caseId }
  const kept = codes([!is('reviewer', 'head', 'supervisor'), 'not-allowed'], [barred(doing), 'evaluator-barred'])
  const own = last?.evaluator === the.idOf(login)
  if (last === undefined) return { refusals: kept, audit: ['evaluation.begin'], call: asked(doing, 'evaluation.begin', place) }
  if (last.signed === 1) return { refusals: kept, audit: ['evaluation.correct'], call: asked(doing, 'evaluation.correct', { ...place, reason: REASON }) }
  if (!own && random.chance(0.3)) return { refusals: kept, audit: ['evaluation.resume'], call: asked(doing, 'evaluation.resume', { ...place, reason: REASON }) }
  if (random.chance(0.3)) {
    // a sheet with nothing on it yet is not signed
    const empty = the.reader.get<{ sheet: string }>('SELECT sheet FROM evaluation_sheets WHERE evaluation_id = ? AND case_id = ? ORDER BY number DESC LIMIT 1', evaluationId, caseId)?.sheet.includes('"items":[]') === true
    const call = asked(doing, 'evaluation.sign', { ...place, expectedVersion: last.version })
    return { refusals: [...kept, ...codes([!own, 'evaluation-of-another'], [empty, 'evaluation-sheet-wrong'])], audit: ['evaluation.sign'], call }
  }
  const { standard } = await the.do('supervisor', 'evaluation.file', place)
  const vetoes: VetoMark[] = standard.vetoes.map(({ id }) => (random.chance(0.02) ? { id, present: true, reason: REASON } : { id, present: false }))
  const items: ItemMark[] = itemsOf(standard).map(({ id }) => ({ id, mark: 'full' }))
  const save = asked(doing, 'evaluation.save', { ...place, expectedVersion: last.version, sheet: { vetoes, items, comment: '' } })
  const sign = asked(doing, 'evaluation.sign', { ...place, expectedVersion: last.version + 1 })
  return {
    refusals: [...kept, ...codes([!own, 'evaluation-of-another'])],
    audit: ['evaluation.sign'],
    call: async () => {
      const saved = await save()
      return saved.ok ? sign() : saved
    },
  }
}

const evaluateNothing: FurtherAct = (doing) => {
  const { is } = standingOf(doing.the, doing.login, doing.caseId)
  return {
    refusals: [is('reviewer', 'head', 'supervisor') ? 'not-found' : 'not-allowed'],
    audit: [],
    call: asked(doing, 'evaluation.begin', { evaluationId: NOBODYS_ID, caseId: doing.caseId }),
  }
}

export const RECORD_ACTS: Readonly<Record<string, FurtherAct>> = { merge, settleRetention, remark, makeForm, voidForm, startEvaluation, evaluate, evaluateNothing }
