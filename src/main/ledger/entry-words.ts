/**
 * The words of decisions and remarks (决定文号、备注) of the ledger's lines. The store notes whose words are to be written; they
 * are written before somebody looks for some, a few hundred lines at a time, so that nobody waits while all of them are.
 */
import type { ColumnFilter } from '../../shared/ledger/column-filter.ts'
import { bigramQuery, bigramWords } from '../../shared/search/bigrams.ts'
import type { Workbench } from '../core/handler.ts'
import type { Writer } from '../store/database.ts'

/** Lines whose words one transaction writes. */
const STEP = 500

type Desk = Pick<Workbench, 'reader' | 'withoutAudit'>
type Asked = Pick<ColumnFilter, 'decisionNumber' | 'remark'>

const turn = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** The query of the full-text index; null where the filter asks for no words. */
export function entryQuery({ decisionNumber, remark }: Asked): string | null {
  const asked = [['decision', bigramQuery(decisionNumber)], ['remark', bigramQuery(remark)]] as const
  const parts = asked.flatMap(([column, query]) => (query === null ? [] : [`${column} : (${query})`]))
  return parts.length === 0 ? null : parts.join(' AND ')
}

/** Writes what is missing, where the filter asks for words. */
export async function writeWordsFor({ reader, withoutAudit }: Desk, filter: Asked): Promise<void> {
  if (entryQuery(filter) === null) return
  while (reader.get('SELECT 1 FROM entries_to_word LIMIT 1') !== undefined) {
    withoutAudit('ledger.words', writeDueWords)
    await turn()
  }
}

interface DueEntry {
  readonly id: number
  readonly decisions: string | null
  readonly remark: string | null
  readonly imported: string | null
}

/** Of some lines, and says whether there were any. A remark that was written later holds, also where it is empty. */
export function writeDueWords(writer: Writer): boolean {
  const due = writer.all<DueEntry>(
    `SELECT e.id, (SELECT group_concat(d.number, char(10)) FROM decisions d WHERE d.case_id = e.case_id AND d.round = e.round) AS decisions,
       (SELECT k.remark FROM ledger_remarks k WHERE k.entry_id = e.id ORDER BY k.seq DESC LIMIT 1) AS remark, e.content AS imported
     FROM entries_to_word t JOIN ledger_entries e ON e.id = t.entry_id LIMIT ?`,
    STEP,
  )
  for (const { id, decisions, remark, imported } of due) {
    const { decision = '', remark: before = '' } = JSON.parse(imported ?? '{}') as { readonly decision?: string; readonly remark?: string }
    writer.run('DELETE FROM entry_search WHERE rowid = ?', id)
    writer.run('INSERT INTO entry_search (rowid, decision, remark) VALUES (?, ?, ?)', id, bigramWords(decisions ?? String(decision)), bigramWords(remark ?? String(before)))
    writer.run('DELETE FROM entries_to_word WHERE entry_id = ?', id)
  }
  return due.length > 0
}
