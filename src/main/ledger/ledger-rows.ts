/** Rows of the ledger by the ids of their entries: what the case, its rounds and what followed say now, or what was imported. */
import { ACTION_KIND_LABELS } from '../../shared/catalogue/vocabulary-labels.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { SEVERITIES, type ActionKind, type Severity } from '../../shared/catalogue/vocabulary.ts'
import { TRANSFER_STATE_LABELS, type TransferState } from '../../shared/cases/state-machine-transfer.ts'
import { PROBLEM_ANSWER_LABELS } from '../../shared/followup/problems.ts'
import { LEDGER_COLUMNS, serialText, type LedgerCell, type LedgerColumn, type LedgerRow } from '../../shared/ledger/ledger-columns.ts'
import { ledgerWords } from '../../shared/ledger/ledger-words.ts'
import { readDefects } from '../../shared/statistics/tally.ts'
import type { CaseId, Language } from '../../shared/values/values.ts'
import { NO_AMOUNT } from '../cases/case-record.ts'
import type { Reader } from '../store/database.ts'

interface StoredEntry {
  readonly id: number
  readonly received_on: string
  readonly round: number
  readonly serial_year: number | null
  readonly serial: number | null
  readonly case_id: CaseId | null
  readonly import_id: string | null
  readonly sheet_row: number | null
  readonly file_name: string | null
  readonly content: string | null
  readonly remark: string | null
  readonly submitting_unit: string
  readonly file_number: string
  readonly case_number: string | null
  readonly title: string
  readonly party_name: string
  readonly action_kinds: string
  readonly amount: number
  readonly triggers: string | null
  readonly handlers: string | null
  readonly reviewer: string | null
  readonly mode: 'drawn' | 'chosen' | 'kept' | null
  readonly due_on: string | null
  readonly extensions: string | null
  readonly issued_on: string | null
  readonly type: string | null
  readonly tally: string | null
  readonly outcome: 'adopted' | 'objected' | null
  readonly answers: string | null
  readonly decision: string | null
  readonly red: number
  readonly published_on: string | null
  readonly withheld: string | null
  readonly changes: string | null
  readonly days: string | null
  readonly later: string | null
  readonly transfer: TransferState | null
  readonly archived_on: string | null
}

// Facts of the case as a whole stand on its last round, so that none stands in the ledger twice.
const LAST = 'c.round = e.round'
// Of what there is at most once a row is joined: a subquery begins anew for each of a hundred thousand rows.
const SELECT = `SELECT e.id, e.received_on, e.round, e.serial_year, e.serial, e.case_id, e.import_id, e.sheet_row, e.content, i.file_name,
  (SELECT json_array(k.seq, k.remark) FROM ledger_remarks k WHERE k.entry_id = e.id ORDER BY k.seq DESC LIMIT 1) AS remark,
  c.submitting_unit, c.file_number, c.title, c.party_name, c.action_kinds, c.amount,
  (SELECT n.number FROM numbers n WHERE n.case_id = e.case_id AND n.round = 0) AS case_number,
  (SELECT group_concat(substr(j.mark, 9)) FROM case_judgements j WHERE j.case_id = e.case_id AND j.mark > 'trigger/' AND j.mark < 'trigger0') AS triggers,
  (SELECT group_concat(h.value ->> '$.name', '、') FROM json_each(c.fields, '$.handlers') h) AS handlers,
  p.name AS reviewer,
  (SELECT a.mode FROM assignments a WHERE a.case_id = e.case_id AND a.round = e.round ORDER BY a.id DESC LIMIT 1) AS mode,
  r.due_on,
  (SELECT json_group_array(json_array(x.length, x.unit, x.approved_by)) FROM clock_extensions x
    WHERE x.case_id = e.case_id AND x.clock = 'review/' || e.round AND x.taken_back_at IS NULL) AS extensions,
  s.issued_on, s.type, s.tally, f.outcome,
  (SELECT group_concat(q.answer) FROM problem_answers q WHERE q.case_id = e.case_id AND q.round = e.round) AS answers,
  (SELECT d.decided_on || ' ' || d.number FROM decisions d WHERE d.case_id = e.case_id AND d.round = e.round ORDER BY d.irregular, d.id DESC LIMIT 1) AS decision,
  m.case_id IS NOT NULL AS red,
  (SELECT min(u.published_on) FROM publications u WHERE ${LAST} AND u.case_id = e.case_id) AS published_on,
  w.reason AS withheld,
  (SELECT json_group_array(json_array(o.changed_on, o.outcome, trim(o.organ || ' ' || o.number),
      (SELECT z.withdrawn_on FROM publication_withdrawals z WHERE z.change_id = o.id))) FROM decision_changes o
    WHERE ${LAST} AND o.case_id = e.case_id) AS changes,
  (SELECT json_group_array(json_array(y.on_day, y.event, y.note)) FROM clock_days y WHERE ${LAST} AND y.case_id = e.case_id
    AND y.event IN ('published', 'remedySought', 'reconsidered', 'decisionChanged') AND y.taken_back_at IS NULL) AS days,
  (SELECT json_group_array(json_array(l.found_on, l.source)) FROM later_defects l WHERE ${LAST} AND l.case_id = e.case_id
    AND l.source IN ('reconsideration', 'court')) AS later,
  (SELECT t.to_state FROM transfer_steps t WHERE ${LAST} AND t.case_id = e.case_id ORDER BY t.seq DESC LIMIT 1) AS transfer,
  v.archived_on
FROM ledger_entries e
  LEFT JOIN cases c ON c.id = e.case_id
  LEFT JOIN rounds r ON r.case_id = e.case_id AND r.round = e.round
  LEFT JOIN people p ON p.id = r.reviewer_id
  LEFT JOIN issued_reviews s ON s.case_id = e.case_id AND s.round = e.round
  LEFT JOIN feedbacks f ON f.case_id = e.case_id AND f.round = e.round
  LEFT JOIN case_marks m ON m.mark = 'red/decision' AND m.case_id = e.case_id
  LEFT JOIN withholdings w ON ${LAST} AND w.case_id = e.case_id AND w.outcome = 'approved'
  LEFT JOIN archives v ON ${LAST} AND v.case_id = e.case_id
  LEFT JOIN ledger_imports i ON i.id = e.import_id
WHERE e.id IN (SELECT value FROM json_each(?))`

/** What the cells are called: the catalogue's names in one language. */
export interface Names {
  readonly language: Language
  readonly trigger: (id: string) => string
  readonly type: (code: string) => string
}

export function namesOf(catalogue: Catalogue, language: Language): Names {
  const triggers = new Map(catalogue.majorTriggers.map(({ id, name, verified }) => [id, `${name[language]}${verified ? '' : ledgerWords[language].unverified}`]))
  const types = new Map<string, string>(catalogue.opinionTypes.map(({ id, name }) => [id, name[language]]))
  return { language, trigger: (id) => triggers.get(id) ?? id, type: (code) => types.get(code) ?? code }
}

export type ShownRow = LedgerRow & { readonly remarkSeq: number }

/** In the order of the ids; what is not there is left out. */
export function ledgerRows(reader: Reader, ids: Uint32Array | readonly number[], names: Names): ShownRow[] {
  const wanted = [...ids]
  const found = new Map(reader.all<StoredEntry>(SELECT, JSON.stringify(wanted)).map((row) => [row.id, row]))
  return wanted.flatMap((id) => {
    const row = found.get(id)
    return row === undefined ? [] : [row.content === null ? liveRow(row, names) : importedRow(row, row.content)]
  })
}

function importedRow(row: StoredEntry, content: string): ShownRow {
  const { seq, remark } = remarkOf(row)
  const kept = JSON.parse(content) as Partial<Record<LedgerColumn, string | number>>
  const cells = Object.fromEntries(LEDGER_COLUMNS.map((column): [LedgerColumn, LedgerCell] => [column, kept[column] ?? null])) as Record<LedgerColumn, LedgerCell>
  return {
    id: row.id,
    caseId: null,
    round: row.round,
    imported: { importId: row.import_id ?? '', file: row.file_name ?? '', sheetRow: row.sheet_row ?? 0 },
    red: false,
    remarkSeq: seq,
    cells: seq === 0 ? cells : { ...cells, remark: filled(remark) },
  }
}

function remarkOf({ remark }: StoredEntry): { readonly seq: number; readonly remark: string } {
  const [seq, text] = remark === null ? [0, ''] : (JSON.parse(remark) as [seq: number, remark: string])
  return { seq, remark: text }
}

/** Lists come as JSON; most cases have none of most of them. */
function listOf<Item>(kept: string | null): readonly Item[] {
  return kept === null || kept === '[]' ? [] : (JSON.parse(kept) as Item[])
}

type Change = readonly [day: string, outcome: 'changed' | 'annulled' | 'unlawful' | 'void' | 'remade', by: string, withdrawnOn: string | null]
type Day = readonly [day: string, event: 'published' | 'remedySought' | 'reconsidered' | 'decisionChanged', note: string]

function liveRow(row: StoredEntry, names: Names): ShownRow {
  const { language } = names
  const { seq, remark } = remarkOf(row)
  const separator = language === 'zh-CN' ? '、' : ', '
  const cells: Record<LedgerColumn, LedgerCell> = {
    serial: serialText(row.serial_year ?? 0, row.serial ?? 0),
    round: row.round,
    received: row.received_on,
    unit: row.submitting_unit,
    caseNumber: filled(row.file_number) ?? row.case_number,
    title: row.title,
    party: row.party_name,
    kinds: (JSON.parse(row.action_kinds) as ActionKind[]).map((kind) => ACTION_KIND_LABELS[kind][language]).join(separator),
    trigger: filled((row.triggers ?? '').split(',').filter((id) => id !== '' && id !== 'any').map(names.trigger).join(separator)),
    amount: row.amount === NO_AMOUNT ? null : row.amount,
    handler: row.handlers,
    reviewer: row.reviewer,
    assignment: row.mode === null ? null : ledgerWords[language].mode[row.mode],
    due: row.due_on,
    extension: extensionText(row.extensions, language),
    opinionDate: row.issued_on,
    opinionType: row.type === null ? null : names.type(row.type),
    defects: defectText(row.tally),
    adopted: adoptedText(row, language),
    decision: row.decision,
    published: publishedText(row, language),
    remedy: remedyText(row, language),
    transfer: row.transfer === null || row.transfer === 'none' ? null : TRANSFER_STATE_LABELS[row.transfer][language],
    archived: row.archived_on,
    remark: filled(remark),
  }
  return { id: row.id, caseId: row.case_id, round: row.round, imported: null, red: row.red === 1, remarkSeq: seq, cells }
}

const filled = (text: string): string | null => (text === '' ? null : text)

function extensionText(kept: string | null, language: Language): string | null {
  const { extension, separator } = ledgerWords[language]
  const all = listOf<readonly [length: number, unit: keyof typeof extension, approvedBy: string]>(kept)
  return filled(all.map(([length, unit, approvedBy]) => extension[unit](length, approvedBy)).join(separator))
}

/** `2/3`: fatal and correctable problems of the issued opinion. */
function defectText(tally: string | null): string | null {
  if (tally === null) return null
  const defects: number[] = []
  readDefects(tally, 0, defects)
  const counts: Record<Severity, number> = { F: 0, C: 0, A: 0 }
  for (let at = 0; at < defects.length; at += 2) {
    const severity = SEVERITIES[(defects[at] ?? 0) % SEVERITIES.length]
    if (severity !== undefined) counts[severity] += defects[at + 1] ?? 0
  }
  return `${counts.F}/${counts.C}`
}

function adoptedText({ outcome, answers }: StoredEntry, language: Language): string | null {
  if (outcome === null) return null
  if (outcome === 'objected') return ledgerWords[language].objected
  const given = new Set((answers ?? '').split(',').filter((answer) => answer !== ''))
  const only = given.size === 1 ? [...given][0] : undefined
  const answer = given.size === 0 ? 'adopted' : only === 'adopted' || only === 'notAdopted' ? only : 'partly'
  return PROBLEM_ANSWER_LABELS[answer][language]
}

function publishedText({ published_on: registered, withheld, changes, days }: StoredEntry, language: Language): string | null {
  const { separator, published } = ledgerWords[language]
  const on = registered ?? listOf<Day>(days).flatMap(([day, event]) => (event === 'published' ? [day] : [])).sort()[0]
  const withdrawn = listOf<Change>(changes).flatMap(([, , , day]) => day ?? []).sort().at(-1)
  const said = [on, withheld === null ? undefined : published.withheld(withheld), withdrawn === undefined ? undefined : published.withdrawn(withdrawn)]
  return filled(said.filter((text) => text !== undefined).join(separator))
}

function remedyText({ days, later, changes }: StoredEntry, language: Language): string | null {
  const words = ledgerWords[language]
  const changed = listOf<Change>(changes).map(([day, outcome, by]) => [day, `${day} ${words.outcome[outcome]}${by === '' ? '' : words.note(by)}`] as const)
  // what a registered change of the decision says, the plain day of it need not say again
  const steps = listOf<Day>(days).flatMap(([day, event, note]) =>
    event === 'published' || (event === 'decisionChanged' && changed.length > 0) ? [] : [[day, `${day} ${words.remedy[event]}${note === '' ? '' : words.note(note)}`] as const],
  )
  const defects = listOf<readonly [day: string, source: keyof typeof words.later]>(later).map(([day, source]) => [day, `${day} ${words.later[source]}`] as const)
  const all = [...steps, ...changed, ...defects].sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0))
  return filled(all.map(([, text]) => text).join(words.separator))
}
