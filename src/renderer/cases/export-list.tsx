/** The list as a workbook (XLSX). */
import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import type { CallOnce } from '../transport/calls.ts'
import { selectionOf } from './chosen-cases.ts'
import type { Columns } from './columns.ts'
import type { ListView } from './list-view.ts'
import { WorkbookDialog } from './workbook-dialog.tsx'

export interface ExportListProps {
  readonly view: ListView
  readonly columns: Columns
  readonly count: number
}

export function ExportList({ view, columns, count }: ExportListProps): ReactNode {
  const { t, language } = useLanguage()
  const [open, setOpen] = useState(false)
  const begin = (call: CallOnce) =>
    call('cases.beginExport', { selection: selectionOf(view), columns: columns.shown.map(({ column }) => column), language })
  return (
    <>
      <Button icon={<DownloadOutlined aria-hidden />} disabled={count === 0} onClick={() => setOpen(true)}>
        {t('cases:export.button')}
      </Button>
      {open ? <WorkbookDialog count={count} words="cases:export" begin={begin} onClose={() => setOpen(false)} /> : null}
    </>
  )
}
