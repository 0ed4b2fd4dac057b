/** What can be done with the ticked cases at once. */
import { CopyOutlined, ExportOutlined, UserSwitchOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { CASE_COLUMN_LABELS, type CaseColumn } from '../../shared/cases/case-columns.ts'
import type { CaseRow } from '../../shared/cases/case.ts'
import { clipboardCell } from '../../shared/cases/cell-text.ts'
import { CASE_STATE_LABELS } from '../../shared/cases/state-machine-terms.ts'
import { MOST_OPEN_CASES } from '../../shared/preferences/preferences.ts'
import type { Bilingual } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { openCases } from '../open-cases/open-cases.ts'
import { useMayCall } from '../session/session.tsx'
import { useCallOnce } from '../transport/calls.ts'
import { useErrorToast } from '../ui/error-toast.ts'
import { ACTION_KIND_LABELS } from '../ui/vocabulary-labels.ts'
import { selectionOf } from './chosen-cases.ts'
import type { Columns } from './columns.ts'
import { DrawSeveral } from './draw-several.tsx'
import { listView, type ListView } from './list-view.ts'
import { countTicked, NOTHING_TICKED } from './ticked.ts'

/** Copying or drawing for more at once is a slip of the hand. */
const MOST_COPIED = 1000
const MOST_DRAWN = 200

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
    fileNumber: row.fileNumber,
    kinds: row.actionKinds.map((kind) => pick(ACTION_KIND_LABELS[kind])).join('、'),
    updated: row.updatedAt.slice(0, 10),
  }
  return clipboardCell(texts[column])
}

/** Tab-separated lines with a head, for the clipboard. */
export function asLines(rows: readonly CaseRow[], columns: readonly CaseColumn[], pick: (both: Bilingual) => string): string {
  const head = columns.map((column) => pick(CASE_COLUMN_LABELS[column]))
  return [head, ...rows.map((row) => columns.map((column) => cellText(row, column, pick)))].map((cells) => cells.join('\t')).join('\n')
}

/** The older way works where the clipboard's own interface is not given to the page. */
async function toClipboard(text: string): Promise<void> {
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

export interface TickedBarProps {
  readonly view: ListView
  readonly columns: Columns
  readonly count: number
}

export function TickedBar({ view, columns, count }: TickedBarProps): ReactNode {
  const { t, pick } = useLanguage()
  const call = useCallOnce()
  const toast = useErrorToast()
  const { message } = App.useApp()
  const mayDraw = useMayCall('assignment.draw')
  const [drawing, setDrawing] = useState<readonly CaseRow[] | null>(null)
  const chosen = countTicked(view.ticked, count)
  if (chosen === 0) return null
  const rowsOf = async (most: number): Promise<readonly CaseRow[] | undefined> => {
    const { ids, more } = await call('cases.ids', { selection: selectionOf(view), most })
    if (more) {
      void message.info(t('cases:ticked.tooMany', { most }))
      return undefined
    }
    return call('cases.rows', { ids: [...ids] })
  }
  const run = (most: number, act: (rows: readonly CaseRow[]) => void | Promise<void>) => (): void => {
    rowsOf(most)
      .then((rows) => (rows === undefined ? undefined : act(rows)))
      .catch(toast)
  }
  const copy = run(MOST_COPIED, async (rows) => {
    await toClipboard(asLines(rows, columns.shown.map(({ column }) => column), pick))
    void message.success(t('cases:ticked.copied', { count: rows.length }))
  })
  const open = run(MOST_OPEN_CASES, (rows) => {
    for (const { id } of rows) openCases.add(id)
    void message.success(t('cases:ticked.opened', { count: rows.length }))
  })
  return (
    <div className="fs-ticked" role="region" aria-label={t('cases:ticked.label')}>
      <strong role="status">{t('cases:ticked.count', { count: chosen })}</strong>
      <Button icon={<ExportOutlined aria-hidden />} onClick={open}>
        {t('cases:ticked.open')}
      </Button>
      <Button icon={<CopyOutlined aria-hidden />} onClick={copy}>
        {t('cases:ticked.copy')}
      </Button>
      {mayDraw ? (
        <Button icon={<UserSwitchOutlined aria-hidden />} onClick={run(MOST_DRAWN, setDrawing)}>
          {t('cases:ticked.draw')}
        </Button>
      ) : null}
      <Button type="link" onClick={() => listView.tick(NOTHING_TICKED)}>
        {t('cases:ticked.clear')}
      </Button>
      {drawing === null ? null : <DrawSeveral rows={drawing} onClose={() => setDrawing(null)} />}
    </div>
  )
}
