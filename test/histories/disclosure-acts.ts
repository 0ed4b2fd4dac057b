/** Disclosure (执法决定公开): published, withheld, masked, changed and withdrawn, by whom and when the record allows it. */
import type { Disclosure } from '../../src/shared/disclosure/contract.ts'
import { shiftDays } from '../../src/shared/deadlines/day-arithmetic.ts'
import type { IsoDate } from '../../src/shared/values/values.ts'
import type { Doing } from './acts.ts'
import { asked, codes, NOBODYS_ID, REASON, todayAt, type FurtherAct, type Plan } from './further-act.ts'
import type { Answer } from './history-station.ts'
import { standingOf, type Standing } from './standing.ts'

const view = ({ the, caseId }: Doing): Promise<Disclosure> => the.do('supervisor', 'disclosure.get', { caseId })

/** The handling side, the reviewer and the heads; nobody who is recused. */
const handles = ({ is, handler, reviewer, recused }: Standing): boolean => !recused && (is('head') || (is('handler') && handler) || (is('reviewer') && reviewer))

const working = ({ is }: Standing): readonly [boolean, string] => [!is('handler', 'reviewer', 'head'), 'not-allowed']

/** A file that proves something, handed in by the person first. */
async function proofsOf({ the, login }: Doing, name: string): Promise<{ readonly stagedId: string; readonly name: string }[]> {
  const { id } = await the.station.as(login).stage(name, Buffer.from('89504e470d0a1a0a', 'hex'))
  return [{ stagedId: id, name }]
}

const publish: FurtherAct = async (doing) => {
  const { the, login, caseId, random } = doing
  const standing = standingOf(the, login, caseId)
  const { decision, changes, withholdings, maskings, duties } = await view(doing)
  if (decision === null && random.chance(0.7)) return null
  const today = todayAt(doing)
  const dutiful = duties[0]?.rule.places[0] ?? 'place.agency-site'
  const place = random.pick([dutiful, dutiful, 'other', 'place.nowhere'])
  const settles = standing.state === 'decided' && duties.length > 0 && duties.every(({ rule, metBy }) => metBy !== null || rule.places.includes(place))
  const placeName = place === 'other' && random.chance(0.8) ? '本局公告栏' : ''
  const publishedOn = random.chance(0.6) ? today : shiftDays(today, -random.int(-1, 20))
  const masking = maskings.find(({ state }) => state === 'approved') ?? maskings[0]
  const masked = random.chance(masking === undefined ? 0.05 : 0.6)
  const [first] = changes
  const late = first !== undefined && publishedOn <= first.changedOn && changes.every(({ withdrawal }) => withdrawal === null)
  const fields = { caseId, place, placeName, address: 'https://www.example.gov.cn/xzcf/8', publishedOn, what: masked ? ('masked' as const) : ('summary' as const), note: '' }
  return {
    refusals: codes(
      working(standing),
      [decision === null, 'not-decided'],
      [!handles(standing), 'not-your-part'],
      [decision !== null && (publishedOn > today || publishedOn < decision.decidedOn), 'invalid-input'],
      [withholdings.some(({ settled }) => settled?.outcome === 'approved'), 'withholding-exists'],
      [first !== undefined && !late, 'decision-changed'],
      [place === 'other' && placeName === '', 'invalid-input'],
      [place === 'place.nowhere', 'not-found'],
      [masked && masking?.state !== 'approved', 'not-ready'],
    ),
    audit: ['case.disclose', 'disclosure.recordPublication'],
    call: async () => asked(doing, 'disclosure.recordPublication', { ...fields, maskingId: masked ? (masking?.id ?? null) : null, proofs: await proofsOf(doing, '公示截图.png') })(),
    holds: ({ settled }: { readonly settled: boolean }) => {
      if (settled !== settles) throw new Error(`published at ${place} in ${standing.state}: ${settled ? 'settled' : 'not settled'}`)
    },
  }
}

const withhold: FurtherAct = async (doing) => {
  const { the, login, caseId, random } = doing
  const standing = standingOf(the, login, caseId)
  const { decision, publications, withholdings, exceptions } = await view(doing)
  if (decision === null && random.chance(0.7)) return null
  const [exception] = exceptions
  const wrong = exception === undefined || random.chance(0.1)
  return {
    refusals: codes(
      working(standing),
      [decision === null, 'not-decided'],
      [!handles(standing), 'not-your-part'],
      [publications.length > 0, 'already-published'],
      [withholdings.some(({ settled }) => settled?.outcome !== 'returned'), 'withholding-exists'],
      [wrong, 'not-found'],
    ),
    audit: ['disclosure.submitWithholding'],
    call: asked(doing, 'disclosure.submitWithholding', { caseId, ruleId: wrong ? 'exception.none' : exception.id, reason: REASON }),
  }
}

const settleWithholding: FurtherAct = async (doing) => {
  const { the, login, caseId, random } = doing
  const standing = standingOf(the, login, caseId)
  const { withholdings, publications } = await view(doing)
  if (withholdings.length === 0) return null
  const found = withholdings.find(({ settled }) => settled === null) ?? withholdings[0]
  const proposer = the.reader.get<{ by: string }>('SELECT proposed_by AS "by" FROM withholdings WHERE id = ?', found?.id ?? '')?.by
  const outcome = random.pick(['approved', 'returned'] as const)
  return {
    refusals: codes(
      [!standing.is('reviewer', 'head'), 'not-allowed'],
      [!handles(standing), 'not-your-part'],
      [found?.settled !== null, 'not-found'],
      [proposer === the.idOf(login), 'four-eyes'],
      // what is public is no secret any more
      [outcome === 'approved' && publications.length > 0, 'already-published'],
    ),
    audit: outcome === 'approved' && standing.state === 'decided' ? ['case.disclose'] : ['disclosure.settleWithholding'],
    call: asked(doing, 'disclosure.settleWithholding', { caseId, id: found?.id ?? NOBODYS_ID, outcome, remark: REASON }),
  }
}

const changeDecision: FurtherAct = async (doing) => {
  const { the, login, caseId, random } = doing
  const standing = standingOf(the, login, caseId)
  const { decision, changes } = await view(doing)
  if (decision === null ? random.chance(0.7) : changes.length > 1) return null
  const today = todayAt(doing)
  const changedOn = shiftDays(today, random.chance(0.5) ? 0 : -random.int(-1, 30))
  return {
    refusals: codes(
      working(standing),
      [decision === null, 'not-decided'],
      [!handles(standing), 'not-your-part'],
      [decision !== null && (changedOn > today || changedOn < decision.decidedOn), 'invalid-input'],
    ),
    audit: ['disclosure.recordChange'],
    call: asked(doing, 'disclosure.recordChange', {
      caseId,
      outcome: random.pick(['changed', 'annulled', 'unlawful', 'void', 'remade'] as const),
      organ: '清川县人民政府',
      number: '清政复决〔2026〕3号',
      changedOn,
      note: '',
    }),
  }
}

const withdrawPublication: FurtherAct = async (doing) => {
  const { the, login, caseId, random } = doing
  const standing = standingOf(the, login, caseId)
  const { changes } = await view(doing)
  const found = changes.length === 0 ? undefined : random.pick(changes)
  if (found === undefined) return null
  const today = todayAt(doing)
  const withdrawnOn: IsoDate = random.chance(0.7) ? today : shiftDays(today, -random.int(-1, 20))
  return {
    refusals: codes(
      working(standing),
      [!handles(standing), 'not-your-part'],
      [found.withdrawal !== null || found.publications.length === 0, 'not-found'],
      [withdrawnOn > today || withdrawnOn < found.changedOn, 'invalid-input'],
    ),
    audit: ['disclosure.recordWithdrawal'],
    call: async () =>
      asked(doing, 'disclosure.recordWithdrawal', {
        caseId,
        changeId: found.id,
        withdrawnOn,
        explanation: '该决定已被清川县人民政府复议撤销。',
        explainedAt: 'https://www.example.gov.cn/xzcf/8',
        proofs: await proofsOf(doing, '撤回截图.png'),
      })(),
  }
}

const addMasking: FurtherAct = (doing) => {
  const standing = standingOf(doing.the, doing.login, doing.caseId)
  const source = { from: 'typed' as const, title: '行政处罚决定书', text: '当事人：王建国，男。处罚款二十万元。' }
  return {
    refusals: codes(working(standing), [!handles(standing), 'not-your-part']),
    audit: ['disclosure.addMasking'],
    call: asked(doing, 'disclosure.addMasking', { caseId: doing.caseId, source }),
  }
}

interface StoredMasking {
  readonly id: string
  readonly step: string
  readonly version: number
  readonly makers: readonly string[]
}

function maskingFor({ the, caseId, random }: Doing, wanted: readonly string[]): StoredMasking | null {
  const all = the.reader
    .all<{ id: string }>('SELECT id FROM disclosure_maskings WHERE case_id = ? ORDER BY id', caseId)
    .map(({ id }) => {
      const steps = the.reader.all<{ step: string; by: string }>('SELECT step, done_by AS "by" FROM masking_steps WHERE masking_id = ? ORDER BY seq', id)
      return { id, step: steps.at(-1)?.step ?? '', version: steps.length, makers: steps.filter(({ step }) => step === 'saved' || step === 'submitted').map(({ by }) => by) }
    })
  const fit = all.filter(({ step }) => wanted.includes(step))
  return all.length === 0 ? null : random.pick(fit.length > 0 && random.chance(0.9) ? fit : all)
}

const submitMasking: FurtherAct = async (doing): Promise<Plan | null> => {
  const { the, login, random } = doing
  const found = maskingFor(doing, ['saved', 'returned'])
  if (found === null) return null
  const standing = standingOf(the, login, doing.caseId)
  const { marks } = await the.do('supervisor', 'disclosure.masking', { id: found.id })
  // a place that nobody decided keeps the text from being submitted
  const undecided = marks.length > 0 && random.chance(0.1)
  const expectedVersion = random.chance(0.05) ? found.version + 1 : found.version
  const decided = marks.map((mark, at) => ({ ...mark, masked: undecided && at === 0 ? null : true }))
  return {
    refusals: codes(
      working(standing),
      [found.step === 'approved', 'masking-approved'],
      [expectedVersion !== found.version, 'conflict'],
      [!handles(standing), 'not-your-part'],
      [undecided, 'masks-unfit'],
    ),
    audit: ['disclosure.submitMasking'],
    call: asked(doing, 'disclosure.submitMasking', { id: found.id, expectedVersion, marks: decided }),
  }
}

const settleMasking: FurtherAct = (doing) => {
  const { the, login, random } = doing
  const found = maskingFor(doing, ['submitted'])
  if (found === null) return null
  const { is, handler, recused } = standingOf(the, login, doing.caseId)
  const outcome = random.chance(0.6) ? ('approved' as const) : ('returned' as const)
  return {
    refusals: codes(
      [!is('reviewer', 'head', 'agencyHead'), 'not-allowed'],
      [found.step === 'approved', 'masking-approved'],
      [found.step !== 'submitted', 'not-ready'],
      [found.makers.includes(the.idOf(login)), 'four-eyes'],
      [handler || recused, 'not-your-part'],
    ),
    audit: ['disclosure.settleMasking'],
    call: asked(doing, 'disclosure.settleMasking', { id: found.id, expectedVersion: found.version, outcome, remark: REASON }),
  }
}

/** Settles the disclosure of a decision that waits for it: published today where each of its duties is met. */
export async function disclose(doing: Doing): Promise<Answer<never>> {
  const { duties } = await view(doing)
  const places = new Set(duties.filter(({ metBy }) => metBy === null).map(({ rule }) => rule.places[0] ?? 'other'))
  const common = { caseId: doing.caseId, address: 'https://www.example.gov.cn/xzcf/8', publishedOn: todayAt(doing), what: 'summary' as const, maskingId: null, note: '' }
  let answer: Answer<never> | null = null
  for (const place of places) {
    answer = await asked(doing, 'disclosure.recordPublication', { ...common, place, placeName: '', proofs: await proofsOf(doing, '公示截图.png') })()
    if (!answer.ok) break
  }
  if (answer === null) throw new Error('a decision that waits to be published has no duty that is open')
  return answer
}

export const DISCLOSURE_ACTS: Readonly<Record<string, FurtherAct>> = {
  publish, withhold, settleWithholding, changeDecision, withdrawPublication, addMasking, submitMasking, settleMasking,
}
