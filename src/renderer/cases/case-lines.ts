/** Cases as text for the clipboard: one line a case, in the columns of the list. */
import { CASE_COLUMN_LABELS, type CaseColumn } from '../../shared/cases/case-columns.ts'
import type { CaseRow } from '../../shared/cases/case.ts'
import { clipboardCell } from '../../shared/cases/cell-text.ts'
import { CASE_STATE_LABELS } from '../../shared/cases/state-machine-terms.ts'
import type { Bilingual } from '../../shared/values/values.ts'
import { formatDayOf } from '../ui/formats.ts'
import { ACTION_KIND_LABELS } from '../ui/vocabulary-labels.ts'

function cellText(row: CaseRow, column: CaseColumn, pick: (both: Bilingual) => string): string {
  const texts: Record<CaseColumn, string> = {
    title: row.title,
    party: row.partyName,
    unit: row.submittingUnit,
    state: pick(CASE_STATE_LABELS[row.state]),
    round: String(row.round),
    received: row.receivedOn,
    due: row.dueOn ?? '',
    reviewer: row.reviewerName ?? '',
    amount: row.amount === null ? '' : row.amount.toFixed(2),
    number: row.opinionNumber ?? '',
    caseNumber: row.caseNumber ?? '',
    fileNumber: row.fileNumber,
    kinds: row.actionKinds.map((kind) => pick(ACTION_KIND_LABELS[kind])).join('、'),
    updated: formatDayOf(row.updatedAt),
  }
  return clipboardCell(texts[column])
}

/** Tab-separated lines with a head, for the clipboard. */
export function asLines(rows: readonly CaseRow[], columns: readonly CaseColumn[], pick: (both: Bilingual) => string): string {
  const head = columns.map((column) => pick(CASE_COLUMN_LABELS[column]))
  return [head, ...rows.map((row) => columns.map((column) => cellText(row, column, pick)))].map((cells) => cells.join('\t')).join('\n')
}

/** The older way works where the clipboard's own interface is not given to the page. */
export async function toClipboard(text: string): Promise<void> {
  try {
    await navigator.clipboard.writeText(text)
  } catch {
    const field = document.createElement('textarea')
    field.value = text
    document.body.append(field)
    field.select()
    document.execCommand('copy')
    field.remove()
  }
}
