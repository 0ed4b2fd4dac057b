/** Cases of an agency over ten years: most of them done, the newest at every stage, as a real list would be. */
import { createHash } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { appendEntry } from '../src/main/audit/chain.ts'
import { changeCase, insertCase } from '../src/main/cases/case-record.ts'
import { queueReading, writePages } from '../src/main/intake/file-reading-record.ts'
import { writeDueWords } from '../src/main/ledger/entry-words.ts'
import { insertMaterial } from '../src/main/materials/material-record.ts'
import type { OpenDatabase, Writer } from '../src/main/store/database.ts'
import { caseFieldsSchema, type CaseFields } from '../src/shared/cases/case.ts'
import { CASE_STATES, type CaseState } from '../src/shared/cases/state-machine-terms.ts'
import type { ActionKind } from '../src/shared/catalogue/vocabulary.ts'
import { caseIdSchema, isoDate, isoInstant, materialIdSchema, sha256Schema, yuan, type IsoDate, type PersonId } from '../src/shared/values/values.ts'
import type { Say } from './report.ts'
import { SEVERITIES } from '../src/shared/catalogue/vocabulary.ts'
import { tallyOf } from '../src/shared/statistics/tally.ts'

export const CASES = 100_000
/** The newest case came in on the last of these days. */
const FIRST_DAY = Date.UTC(2016, 0, 4)
const LAST_DAY = Date.UTC(2026, 10, 20)
const DAY = 86_400_000

/** Numbers that look drawn and are the same every time. */
function drawing(): (below: number) => number {
  let state = 20_261_121
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}
type Draw = ReturnType<typeof drawing>

function pick<Item>(draw: Draw, items: readonly Item[]): Item {
  const item = items[draw(items.length)]
  if (item === undefined) throw new Error('nothing to pick from')
  return item
}

const PLACES = ['岚清', '沅江', '东河', '望城', '南浦', '临桂', '青阳', '白石', '鹤山', '云梦', '金沙', '泗水']
const NAMES_A = [...'瑞恒鑫宏泰华盛德源祥海天金丰茂永昌嘉信达中联顺诚美佳康利和平兴旺通远大光明新星']
const NAMES_B = [...'建材化工食品电子纺织机械环保物流餐饮医药矿业木业纸业塑胶印染养殖冶金汽修']
const SURNAMES = [...'赵钱孙李周吴郑王冯陈褚卫蒋沈韩杨朱秦尤许何吕施张孔曹严华金魏陶姜龚靐']
const GIVEN = [...'伟芳娜敏静丽强磊军洋勇艳杰娟涛明超秀霞平刚桂英文华建国志红梅兰云龙飞']
const CAUSES: readonly (readonly [cause: string, kind: ActionKind, weight: number])[] = [
  ['未取得排污许可证排放污染物', 'penalty', 30],
  ['未经批准擅自占用林地', 'penalty', 12],
  ['超标排放大气污染物', 'penalty', 18],
  ['生产销售不合格食品', 'penalty', 15],
  ['未按规定设置危险废物识别标志', 'penalty', 10],
  ['擅自从事道路旅客运输经营', 'penalty', 6],
  ['查封涉案设施设备', 'compulsoryMeasure', 4],
  ['强制拆除违法建筑物', 'compulsoryExecution', 2],
  ['建设项目环境影响评价文件审批', 'licence', 8],
  ['土地征收补偿', 'expropriation', 1],
  ['双随机专项检查', 'inspection', 3],
]
const WEIGHED = CAUSES.flatMap((row) => Array.from({ length: row[2] }, () => row))
const UNITS = ['执法支队一大队', '执法支队二大队', '水生态环境科', '大气环境科', '固体废物管理中心', '行政审批科', '法规科']

function partyName(draw: Draw): string {
  const place = pick(draw, PLACES)
  if (draw(10) < 2) return `${pick(draw, SURNAMES)}${pick(draw, GIVEN)}${draw(2) === 0 ? '' : pick(draw, GIVEN)}`
  const name = `${pick(draw, NAMES_A)}${pick(draw, NAMES_A)}`
  const line = draw(NAMES_B.length / 2) * 2
  return `${place}市${name}${NAMES_B[line] ?? ''}${NAMES_B[line + 1] ?? ''}${draw(8) === 0 ? '厂' : '有限公司'}`
}

function fieldsOf(draw: Draw, index: number, receivedOn: IsoDate, handlers: readonly PersonId[]): CaseFields {
  const name = partyName(draw)
  const citizen = !/公司|厂/u.test(name)
  const [cause, kind] = pick(draw, WEIGHED)
  const amount = kind === 'penalty' ? Math.round(10 ** (3 + (draw(3500) / 1000))) : null
  return caseFieldsSchema.parse({
    title: `${name}${cause}案`,
    cause,
    submittingUnit: pick(draw, UNITS),
    fileNumber: `岚清环立〔${receivedOn.slice(0, 4)}〕${index % 10_000}号`,
    actionKinds: kind === 'penalty' && draw(20) === 0 ? [kind, 'compulsoryMeasure'] : [kind],
    party: {
      kind: citizen ? 'citizen' : 'entity',
      name,
      codeKind: citizen ? 'none' : 'uscc',
      code: citizen ? '' : `91430${String(981_000 + draw(10_000))}MA${String(1_000_000 + index)}X`,
      address: `${pick(draw, PLACES)}市工业大道${1 + draw(900)}号`,
      legalRepresentative: citizen ? '' : `${pick(draw, SURNAMES)}${pick(draw, GIVEN)}`,
    },
    facts: `经查，当事人于${receivedOn}前后实施了${cause}的行为，现场检查笔录、调查询问笔录、监测报告等证据相互印证，事实清楚。`.repeat(3),
    actFrom: null,
    actTo: null,
    filedOn: null,
    receivedOn,
    effects: amount === null ? [] : [{ kind: 'fine', amount: yuan(amount), detail: '' }],
    citations: [{ law: '中华人民共和国行政处罚法', article: '57', paragraph: '1', item: '1', role: 'procedure' }],
    handlers: [{ personId: handlers[index % (handlers.length + 1)] ?? null, name: '陶志远', certificateNumber: '43990112018' }],
    flags: { publicInterest: false, socialRisk: false, majorRights: false, hearingHeld: false, complex: index % 9 === 0, byLaw: false },
    conditions: {},
  })
}

const DONE: readonly CaseState[] = ['archived', 'archived', 'archived', 'archived', 'archived', 'archived', 'archived', 'disclosed', 'dropped', 'withdrawn']
const OPEN_STATES: readonly CaseState[] = CASE_STATES.filter((state) => !DONE.includes(state))
const BEFORE_REVIEW: readonly CaseState[] = ['received', 'returned', 'accepted']

/** Old cases are done; of the last 180 days most are somewhere on the way. */
function stateOf(draw: Draw, age: number): CaseState {
  if (age > 180) return draw(200) === 0 ? pick(draw, ['objected', 'coordination'] as const) : pick(draw, DONE)
  return draw(180) < age ? pick(draw, DONE) : pick(draw, OPEN_STATES)
}

function dayOf(moment: number): IsoDate {
  return isoDate(new Date(moment).toISOString().slice(0, 10))
}

const sha256Of = (text: string) => sha256Schema.parse(createHash('sha256').update(text).digest('hex'))

/** An opinion of the round, issued or being written; two of three in time. */
function addOpinion(writer: Writer, id: string, index: number, due: IsoDate, issuedAt: string | null): void {
  writer.run('UPDATE rounds SET due_on = ? WHERE case_id = ? AND round = 1', due, id)
  writer.run(
    `INSERT INTO opinions (case_id, round, version, state, type, sections, remarks, signatures, issued_at) VALUES (?, 1, 1, ?, 'T-OK', '[]', ?, '[]', ?)`,
    id,
    issuedAt === null ? 'draft' : 'issued',
    issuedAt === null && index % 3 === 0 ? '[{"sectionId":null,"text":"请补充裁量的理由。"}]' : '[]',
    issuedAt,
  )
  if (issuedAt === null) return
  // none to five defects, spread over headings and severities
  const defects = Array.from({ length: index % 6 }, (_, at) => ({ heading: 1 + ((index + at) % 8), severity: SEVERITIES[(index + at) % 3] ?? 'A' }))
  writer.run(
    `INSERT INTO issued_reviews (issued_on, case_id, round, accepted_on, due_on, unit, reviewer_id, type, kinds, returns, tally)
     SELECT date(?, 'localtime'), c.id, 1, c.received_on, ?, c.submitting_unit, coalesce(c.reviewer_id, ''), 'T-OK', c.action_kinds, ?, ?
     FROM cases c WHERE c.id = ?`,
    issuedAt,
    due,
    index % 7 === 0 ? 1 : 0,
    tallyOf(defects),
    id,
  )
}

/**
 * What became of a reviewed case: answers to its problems, the decision, findings of the pre-review, and now and then a
 * transfer or a defect found later. What the statistics count is there, so that they are measured with it.
 */
function addOutcomes(writer: Writer, draw: Draw, { id, index, fields, person, on }: { id: string; index: number; fields: CaseFields; person: string; on: IsoDate }): void {
  const at = `${on}T02:00:00.000Z`
  writer.run("INSERT INTO feedbacks (case_id, round, outcome, answered_by, answered_on, reason, recorded_by, recorded_at) VALUES (?, 1, 'adopted', '陶志远', ?, '', ?, ?)", id, on, person, at)
  for (let number = 1; number <= index % 6; number += 1) {
    const answer = pick(draw, ['adopted', 'adopted', 'adopted', 'partly', 'notAdopted'] as const)
    writer.run('INSERT INTO problem_answers (case_id, round, number, answer, reason) VALUES (?, 1, ?, ?, ?)', id, number, answer, '已补正')
  }
  const { actionKinds, effects, party } = fields
  const decided = { number: `岚清环罚〔${on.slice(0, 4)}〕${index}号`, decidedOn: on, actionKinds, effects: effects.map((effect) => ({ ...effect, party: party.name })), citations: [], facts: { changed: false, how: '' } }
  writer.run(
    `INSERT INTO decisions (id, case_id, round, number, decided_on, amount, irregular, red, fields, comparison, recorded_by, recorded_at)
     VALUES (?, ?, 1, ?, ?, ?, 0, 0, ?, '{}', ?, ?)`,
    uuidv7({ msecs: Date.parse(at), seq: index }),
    id,
    decided.number,
    on,
    effects[0]?.amount ?? null,
    JSON.stringify(decided),
    person,
    at,
  )
  writer.run("INSERT INTO archives (case_id, archived_on, fields, recorded_by, recorded_at) VALUES (?, ?, '{}', ?, ?)", id, on, person, at)
  if (index % 3 !== 0) {
    writer.run("INSERT INTO publications (id, case_id, place, place_name, address, published_on, what, note, proofs, recorded_by, recorded_at) VALUES (?, ?, 'own-site', '', 'x', ?, 'summary', '', '[{}]', ?, ?)", `published-${index}`, id, on, person, at)
  }
  if (index % 40 === 0) {
    const outcome = pick(draw, ['changed', 'annulled', 'unlawful'] as const)
    writer.run("INSERT INTO decision_changes (id, case_id, outcome, organ, number, changed_on, note, recorded_by, recorded_at) VALUES (?, ?, ?, '岚清市人民政府', '', ?, '', ?, ?)", `changed-${index}`, id, outcome, on, person, at)
  }
  if (draw(60) === 0) {
    writer.run("INSERT INTO transfer_steps (case_id, seq, action, from_state, to_state, happened_at, happened_on, content, done_by, recorded_at) VALUES (?, 1, 'deliver', 'none', 'resumed', ?, ?, '{}', ?, ?)", id, at, on, person, at)
  }
  if (draw(50) === 0) {
    writer.run(
      "INSERT INTO later_defects (id, case_id, round, source, found_on, heading, severity, description, recorded_by, recorded_at) VALUES (?, ?, 1, 'evaluation', ?, ?, 'C', '告知书未载明期限', ?, ?)",
      uuidv7({ msecs: Date.parse(at), seq: index }),
      id,
      on,
      1 + (index % 8),
      person,
      at,
    )
  }
}

/** Of the pre-review, before the opinion is issued: after that nothing is added. */
function addFindings(writer: Writer, draw: Draw, id: string, index: number, at: string): void {
  for (let key = 0; key < index % 3; key += 1) {
    writer.run(
      "INSERT INTO finding_decisions (case_id, round, key, rule_id, question_id, outcome, reason, finding, decided_by, decided_at) VALUES (?, 1, ?, ?, '1.1', ?, '', '{}', '', ?)",
      id,
      String(key),
      `rule-${draw(200)}`,
      pick(draw, ['accepted', 'accepted', 'changed', 'dismissed'] as const),
      at,
    )
  }
}

function addCase(writer: Writer, draw: Draw, people: readonly PersonId[], handlers: readonly PersonId[], index: number): void {
  const received = FIRST_DAY + Math.floor(((LAST_DAY - FIRST_DAY) * index) / CASES / DAY) * DAY
  const at = isoInstant(new Date(received + (8 + draw(9)) * 3_600_000 + draw(3_600_000)))
  const receivedOn = dayOf(received)
  const id = caseIdSchema.parse(uuidv7({ msecs: Date.parse(at), seq: index }))
  const fields = fieldsOf(draw, index, receivedOn, handlers)
  const createdBy = people[0] ?? 'system'
  insertCase(writer, { id, fields, state: 'received', createdBy, at })
  appendEntry(writer, { actor: createdBy, act: 'case.register', subject: `case/${id}`, content: { title: fields.title, receivedOn } }, at)
  const state = stateOf(draw, (LAST_DAY - received) / DAY)
  if (state !== 'received') {
    // people come and go: a reviewer has some years of cases
    const reviewerId = BEFORE_REVIEW.includes(state) ? null : (people[(Math.floor((index / CASES) * people.length * 2) + draw(2)) % people.length] ?? null)
    const due = DONE.includes(state) || state === 'returned' ? null : { on: dayOf(received + (5 + draw(30)) * DAY), provisional: false }
    const number = reviewerId !== null && DONE.includes(state) ? `岚清环法审〔${receivedOn.slice(0, 4)}〕${index % 10_000}号` : null
    const record = { id, fields, state: 'received' as const, round: 1, version: 1, reviewerId: null, dueOn: null, dueProvisional: false, opinionNumber: null, createdAt: at, updatedAt: at }
    const later = Math.min(Date.parse(at) + draw(60) * DAY + draw(DAY), LAST_DAY + DAY)
    changeCase(writer, record, { state, reviewerId, due, opinionNumber: number }, isoInstant(new Date(later)))
    if (reviewerId !== null) {
      const mode = index % 8 === 0 ? 'chosen' : 'drawn'
      writer.run("INSERT INTO assignments (id, case_id, round, mode, person_id, excluded, assigned_at) VALUES (?, ?, 1, ?, ?, '[]', ?)", `assigned-${index}`, id, mode, reviewerId, at)
    }
    const isIssued = number !== null || state === 'issued' || state === 'adopted'
    if (isIssued) addFindings(writer, draw, id, index, isoInstant(new Date(later)))
    if (isIssued) addOpinion(writer, id, index, dayOf(later + ((index % 3) - 1) * DAY), isoInstant(new Date(later)))
    if (state === 'archived') addOutcomes(writer, draw, { id, index, fields, person: createdBy, on: dayOf(Math.min(later + draw(30) * DAY, LAST_DAY)) })
    else if (state === 'underReview') addOpinion(writer, id, index, dayOf(later), null)
  }
  for (let paper = 0; paper < 3; paper += 1) {
    insertMaterial(writer, {
      id: materialIdSchema.parse(uuidv7({ msecs: Date.parse(at), seq: index * 3 + paper })),
      caseId: id,
      round: 1,
      name: `${paper + 1}-送审材料.pdf`,
      kind: 'other',
      kindBy: 'person',
      mediaType: 'application/pdf',
      size: 200_000 + draw(3_000_000),
      sha256: sha256Of(`${index}/${paper}`),
      pages: 1 + draw(20),
      attachedAt: at,
      attachedBy: createdBy,
    })
  }
}

/** Cases whose papers were read; of the older ones the station has no text. */
const READ = 20_000
const PIECES = [
  '经查，当事人于上述日期在其厂区内实施了前述行为，', '现场检查（勘察）笔录载明总排口水样呈黄褐色，', '监测报告显示化学需氧量浓度超标，', '当事人对上述事实无异议，',
  '本机关已依法告知陈述、申辩和听证的权利，', '依照《中华人民共和国行政处罚法》第五十七条，', '拟作出罚款的行政处罚，', '调查询问笔录由当事人逐页签名确认，', '执法人员出示了执法证件，', '采样过程全程录像，',
]

/** A page for each paper of the newest cases, with words that stand on most pages, on some and on one. */
function addTexts(writer: Writer, draw: Draw, index: number): void {
  for (let paper = 0; paper < 3; paper += 1) {
    const sha256 = sha256Of(`${index}/${paper}`)
    queueReading(writer, { sha256, name: `${paper + 1}-送审材料.pdf` }, isoInstant(new Date(LAST_DAY)))
    const rare = index % 500 === 0 && paper === 1 ? '，另查明曾使用稀释倍数法测定色度' : ''
    const text = `${Array.from({ length: 6 }, () => pick(draw, PIECES)).join('')}${partyName(draw)}${rare}。`
    writePages(writer, sha256, [{ number: 1, source: 'plain', confidence: null, text }])
  }
}

/** What the list is narrowed by besides: most cases are major, few have findings that wait. */
function addJudgements(writer: Writer): void {
  const add = (mark: string, where: string): number => writer.run(`INSERT INTO case_judgements (mark, case_id) SELECT ?, id FROM cases WHERE ${where}`, mark)
  add('trigger/any', 'rowid % 3 <> 0')
  add('trigger/BENCH', 'rowid % 9 = 0')
  add('problem', "state IN ('underReview', 'drafted', 'archived') AND rowid % 4 = 0")
  add('finding', "state = 'underReview' AND rowid % 2 = 0")
  writer.run('DELETE FROM triggers_to_judge')
  writer.run('DELETE FROM findings_to_count')
}

/** Writes the cases through the product's own functions, in one transaction. */
export function addCases(database: OpenDatabase, people: readonly PersonId[], say: Say): void {
  const draw = drawing()
  const handlers = database.reader
    .all<{ id: PersonId }>("SELECT id FROM people WHERE fields LIKE '%\"handler\"%' ORDER BY id")
    .map(({ id }) => id)
  database.transaction('bench', (writer) => {
    // the indexes are filled in no order: kept in memory, their pages are encrypted once
    writer.run('PRAGMA cache_size = -600000')
    for (let index = 0; index < CASES; index += 1) {
      addCase(writer, draw, people, handlers, index)
      if (index >= CASES - READ) addTexts(writer, draw, index)
      if ((index + 1) % 20_000 === 0) say(`${index + 1} cases`)
    }
    // their words are written when somebody searches; a station that is in use has none left to write
    writer.run('DELETE FROM opinions_to_index')
    while (writeDueWords(writer)) continue
    addJudgements(writer)
  })
}
