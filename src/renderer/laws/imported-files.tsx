/** What became of each file of the imports: those that were not taken or are odd first. */
import { Checkbox } from 'antd'
import { useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { LawFileOutcome, LawFileRow } from '../../shared/laws/import-contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark, type MarkTone } from '../ui/state-tag.tsx'
import { problemWords } from './law-words.tsx'
import { Pager, usePages } from './pager.tsx'

const SIZE = 100
const TONES: Record<LawFileOutcome, MarkTone> = { imported: 'green', sameVersion: 'plain', notALaw: 'amber', empty: 'amber', tooLarge: 'red', unreadable: 'red' }

function Remarks({ row }: { readonly row: LawFileRow }): ReactNode {
  const { t } = useLanguage()
  const { outcome, problems } = row
  if (outcome !== 'imported' && outcome !== 'sameVersion') return <span className="fs-soft">{t(`laws:files.next.${outcome}`)}</span>
  if (problems.length === 0) return <span className="fs-soft">—</span>
  return <span className="fs-amber">{problems.map((problem) => problemWords(problem, t)).join(t('ui:listSeparator'))}</span>
}

export function ImportedFiles(): ReactNode {
  const { t } = useLanguage()
  const [odd, setOdd] = useState(true)
  const pages = usePages<number>(String(odd))
  const after = pages.cursor ?? 0
  const files = useRead('laws.files', { outcome: null, odd, after, size: SIZE }, { keepPrevious: true })
  if (files.error !== null) return <ErrorNotice error={files.error} onRetry={() => void files.refetch()} />
  const { rows, total } = files.data ?? { rows: [], total: 0 }
  const last = after + rows.length >= total
  return (
    <>
      <Checkbox checked={odd} onChange={(event) => setOdd(event.target.checked)}>
        {t('laws:files.odd')}
      </Checkbox>
      {files.data !== undefined && rows.length === 0 ? (
        <Empty title={t(odd ? 'laws:files.noneOdd' : 'laws:files.none')} hint={t('laws:files.noneHint')} />
      ) : (
        <>
          <Panel flush>
            <DataTable
              label={t('laws:part.files')}
              rows={rows}
              rowKey={({ source, path }) => `${source}/${path}`}
              loading={files.data === undefined}
              columns={[
                {
                  key: 'file',
                  title: t('laws:files.file'),
                  render: ({ source, path }) => (
                    <>
                      <span className="fs-soft">{source}/</span>
                      {path}
                    </>
                  ),
                },
                { key: 'outcome', title: t('laws:files.outcome'), narrow: true, render: ({ outcome }) => <Mark tone={TONES[outcome]}>{t(`laws:files.outcomes.${outcome}`)}</Mark> },
                { key: 'remarks', title: t('laws:files.remarks'), render: (row) => <Remarks row={row} /> },
                {
                  key: 'law',
                  title: t('laws:column.title'),
                  narrow: true,
                  render: ({ law, version }) => (law === null || version === null ? '—' : <Link href={`/laws/${law}/${version}`}>{t('laws:files.open')}</Link>),
                },
              ]}
            />
          </Panel>
          <Pager words={t('laws:pagerFiles', { from: rows.length === 0 ? 0 : after + 1, to: after + rows.length, total })} first={pages.page === 0} last={last} onBack={pages.back} onForward={() => pages.forward(after + SIZE)} />
        </>
      )}
    </>
  )
}
