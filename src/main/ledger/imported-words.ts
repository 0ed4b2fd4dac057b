/**
 * The words of imported rows (导入行的检索词) for the search over the ledger. They are written after the import itself, some
 * hundred rows at a time, so that nobody waits while all of them are; a search begins when the last is there. Rows get
 * them in the order of their ids: what lies beyond the last row that has them is still to be done, also by a process that
 * was started after another was killed in between.
 */
import type { ImportedValues } from '../../shared/ledger/read-row.ts'
import { bigramWords } from '../../shared/search/bigrams.ts'
import type { Workbench } from '../core/handler.ts'
import type { Reader, Writer } from '../store/database.ts'

/** Rows whose words one transaction writes. */
const STEP = 500

const lastWithWords = (reader: Reader): number => reader.get<{ id: number | null }>('SELECT max(id) AS id FROM ledger_search_docsize')?.id ?? 0

/** Asked of each import, not of each row: live entries have no words here, and there are many of them. */
function anyWithout(reader: Reader): boolean {
  const query = `SELECT 1 FROM ledger_imports i
    WHERE (SELECT e.id FROM ledger_entries e WHERE e.import_id = i.id ORDER BY e.sheet_row DESC LIMIT 1) > ? LIMIT 1`
  return reader.get(query, lastWithWords(reader)) !== undefined
}

/** Writes what is missing. `rest` is waited for between steps. */
export async function writeImportedWords({ reader, withoutAudit }: Pick<Workbench, 'reader' | 'withoutAudit'>, rest: () => Promise<void>): Promise<void> {
  while (anyWithout(reader)) {
    withoutAudit('ledger.words', writeSome)
    await rest()
  }
}

// asked of the writer, so that two who search at the same time do not write the same rows
function writeSome(writer: Writer): void {
  const rows = writer.all<{ id: number; content: string }>(
    'SELECT id, content FROM ledger_entries WHERE id > ? AND content IS NOT NULL ORDER BY id LIMIT ?',
    lastWithWords(writer),
    STEP,
  )
  for (const { id, content } of rows) writer.run('INSERT INTO ledger_search (rowid, words) VALUES (?, ?)', id, wordsOf(JSON.parse(content) as ImportedValues))
}

function wordsOf({ title, party, caseNumber, unit, decision, handler, reviewer }: ImportedValues): string {
  return bigramWords([title, party, caseNumber, unit, decision, handler, reviewer].filter((text) => text !== undefined).join('\n'))
}
