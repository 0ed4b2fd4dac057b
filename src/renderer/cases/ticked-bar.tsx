/** What can be done with the ticked cases at once. */
import { CopyOutlined, ExportOutlined, UserSwitchOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { CaseRow } from '../../shared/cases/case.ts'
import { MOST_OPEN_CASES } from '../../shared/preferences/preferences.ts'
import { useLanguage } from '../language/language.ts'
import { openCases } from '../open-cases/open-cases.ts'
import { useMayCall } from '../session/session.tsx'
import { useCallOnce } from '../transport/calls.ts'
import { useErrorToast } from '../ui/error-toast.ts'
import { asLines, toClipboard } from './case-lines.ts'
import { selectionOf } from './chosen-cases.ts'
import type { Columns } from './columns.ts'
import { DrawSeveral } from './draw-several.tsx'
import { listView, type ListView } from './list-view.ts'
import { countTicked, NOTHING_TICKED } from './ticked.ts'

/** Copying or drawing for more at once is a slip of the hand. */
const MOST_COPIED = 1000
const MOST_DRAWN = 200

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
