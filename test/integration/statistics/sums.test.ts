/** What the statistics add up from: made of a station of before there were sums as it would have grown with the acts themselves. */
import { randomBytes } from 'node:crypto'
import { afterAll, expect, it } from 'vitest'
import { loadCatalogue } from '../../../src/main/catalogue/load.ts'
import { statisticsOf } from '../../../src/main/statistics/handlers.ts'
import type { OpenDatabase, Reader, SqlValue } from '../../../src/main/store/database.ts'
import { MIGRATIONS } from '../../../src/main/store/migrations.ts'
import { openStore } from '../../../src/main/store/open-store.ts'
import { isoDate } from '../../../src/shared/values/values.ts'
import { caseId, history, oldStore, person, UNITS } from '../../support/reviewed-history.ts'
import { RESOURCES } from '../../support/test-station.ts'
import { removeTemporaryFolders, temporaryFolder } from '../../support/temporary-folder.ts'

afterAll(removeTemporaryFolders)

/** In the order in which acts write them. */
const TABLES = ['people', 'cases', 'rounds', 'finding_decisions', 'issued_reviews', 'feedbacks', 'problem_answers', 'decisions']

function copyRows(from: Reader, to: OpenDatabase): void {
  to.transaction('test', (writer) => {
    for (const table of TABLES) {
      const columns = from.all<{ name: string }>(`SELECT name FROM pragma_table_info('${table}')`).map(({ name }) => name)
      const marks = columns.map(() => '?').join(', ')
      for (const row of from.all<Record<string, SqlValue>>(`SELECT * FROM ${table}`)) {
        writer.run(`INSERT INTO ${table} (${columns.join(', ')}) VALUES (${marks})`, ...columns.map((column) => row[column] ?? null))
      }
    }
  })
}

/** Everything that is summed, with shapes by what they are and not by their number. */
function sumsOf(reader: Reader) {
  const shape = "x.unit || '/' || x.reviewer_id || '/' || x.kinds || '/' || x.type"
  const shapes = new Map(reader.all<{ id: number; name: string }>(`SELECT id, ${shape} AS name FROM counted_shapes x`).map(({ id, name }) => [String(id), name]))
  const months = reader.all<{ month: string; reviews: number; packed: string }>('SELECT month, reviews, packed FROM issued_months ORDER BY month')
  return {
    cases: reader.all(
      `SELECT s.scale, s.span, ${shape} AS shape, received, decided, answered, adopted, partly, not_adopted FROM case_sums s JOIN counted_shapes x ON x.id = s.shape
       WHERE received + decided + answered > 0 ORDER BY 1, 2, 3`,
    ),
    rules: reader.all('SELECT * FROM rule_sums WHERE accepted + changed + dismissed > 0 ORDER BY scale, span, rule_id'),
    decisions: reader.all('SELECT * FROM decided_sums WHERE n <> 0 ORDER BY year, kinds, effects, effect'),
    months: months.map(({ packed, ...month }) => ({
      ...month,
      reviews: packed.split(';').map((one) => one.split(',')).map((fields) => fields.map((field, at) => (at === 4 ? shapes.get(field) : field)).join(',')).sort(),
    })),
  }
}

it('a station that had none gets the sums that acts would have written', () => {
  const { folder, key } = oldStore(history())
  const before = openStore(folder, key, MIGRATIONS.filter(({ version }) => version < 210))
  const grown = openStore(temporaryFolder('sums'), new Uint8Array(randomBytes(32)))
  try {
    copyRows(before.reader, grown)
    before.close()
    const migrated = openStore(folder, key)
    try {
      const [made, written] = [sumsOf(migrated.reader), sumsOf(grown.reader)]
      expect(made).toEqual(written)
      expect([made.cases.length > 1000, made.rules.length > 300, made.decisions.length > 30, made.months.length > 20]).toEqual([true, true, true, true])
      expect(migrated.reader.all('PRAGMA foreign_key_check')).toEqual([])
    } finally {
      migrated.close()
    }
  } finally {
    grown.close()
  }
})

it('a case that becomes another unit’s and reviewer’s, or came in on another day, takes its decision along', () => {
  const catalogue = loadCatalogue(`${RESOURCES}/catalogue`)
  const made = history()
  const { folder, key } = oldStore(made)
  const store = openStore(folder, key)
  try {
    const index = made.findIndex(({ unit, decisions }) => unit === UNITS[0] && decisions.some(({ irregular, red }) => !irregular && red))
    const ask = (unit: string | null) => {
      const { received, decided, red } = statisticsOf({ reader: store.reader, catalogue }, { from: isoDate('2024-01-01'), to: isoDate('2028-12-31'), unit, kind: null, reviewerId: null }).period
      return [received, decided, red]
    }
    const plus = (figures: readonly number[], more: number): number[] => figures.map((figure) => figure + more)
    const [all, one, other] = [ask(null), ask(UNITS[0] ?? ''), ask('新中队')]
    expect(other).toEqual([0, 0, 0])
    store.transaction('test', (writer) => writer.run("UPDATE cases SET submitting_unit = '新中队', reviewer_id = ?, received_on = '2025-02-02' WHERE id = ?", person(4), caseId(index)))
    expect([ask(null), ask(UNITS[0] ?? ''), ask('新中队')]).toEqual([all, plus(one, -1), [1, 1, 1]])
    store.transaction('test', (writer) => writer.run("UPDATE cases SET received_on = '2023-12-31' WHERE id = ?", caseId(index)))
    expect(ask('新中队')).toEqual([0, 1, 1])
  } finally {
    store.close()
  }
})

it('a finding that is judged anew counts as it was judged last', () => {
  const catalogue = loadCatalogue(`${RESOURCES}/catalogue`)
  const { folder, key } = oldStore([])
  const store = openStore(folder, key)
  try {
    store.transaction('test', (writer) => {
      writer.run(
        `INSERT INTO cases (id, title, file_number, party_name, submitting_unit, action_kinds, state, round, received_on, due_on, due_provisional, amount, version, created_by, created_at, updated_at, fields)
         VALUES (?, '案', '号', '当事人', '大队', '[]', 'underReview', 1, '2026-01-05', '9999-12-31', 0, 0, 1, '', '', '', '{}')`,
        caseId(1),
      )
      for (const [outcome, at] of [['accepted', '2026-01-31T15:59:59.000Z'], ['dismissed', '2026-01-31T16:00:00.000Z']] as const) {
        writer.run(
          `INSERT INTO finding_decisions (case_id, round, key, rule_id, question_id, outcome, reason, finding, decided_by, decided_at) VALUES (?, 1, 'k', 'rule.1', '1.1', ?, '', '{}', '', ?)
           ON CONFLICT (case_id, round, key) DO UPDATE SET outcome = excluded.outcome, decided_at = excluded.decided_at`,
          caseId(1), outcome, at,
        )
      }
    })
    const rules = (from: string, to: string) => statisticsOf({ reader: store.reader, catalogue }, { from: isoDate(from), to: isoDate(to), unit: null, kind: null, reviewerId: null }).rules
    expect(rules('2026-01-01', '2026-01-31')).toEqual([])
    // the first of February has begun in China
    expect(rules('2026-02-01', '2026-02-01')).toEqual([{ ruleId: 'rule.1', accepted: 0, changed: 0, dismissed: 1, before: { accepted: 0, changed: 0, dismissed: 0 } }])
  } finally {
    store.close()
  }
})
