/** What was done in the case, by whom and when, from the audit chain. */
import { Button, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { DateText } from '../ui/date-text.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { shortHash } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { actWords, entryDetail } from './history-words.ts'

/** Entries shown before the person asks for all. */
const SHOWN = 12

export function HistoryPanel({ caseId }: { readonly caseId: string }): ReactNode {
  const { t, pick, language } = useLanguage()
  const history = useRead('cases.history', { caseId })
  const [all, setAll] = useState(false)
  const entries = [...(history.data ?? [])].sort((left, right) => right.seq - left.seq)
  const shown = all ? entries : entries.slice(0, SHOWN)
  return (
    <Panel title={t('workspace:history')}>
      {history.data === undefined && history.error === null && <Skeleton active paragraph={{ rows: 3 }} />}
      <ErrorNotice error={history.error} onRetry={() => void history.refetch()} />
      <ol className="case-history">
        {shown.map((entry) => {
          const detail = entryDetail(entry, language)
          return (
            <li key={entry.seq}>
              <span className="case-history-head">
                <DateText value={entry.at} /> <b>{pick(actWords(entry.act))}</b> {entry.actor === 'system' ? t('workspace:system') : entry.actorName}
                <span className="case-history-hash fs-mono" title={entry.hash}>
                  #{entry.seq} {shortHash(entry.hash)}
                </span>
              </span>
              {detail !== '' && <div className="fs-soft">{detail}</div>}
            </li>
          )
        })}
      </ol>
      {!all && entries.length > SHOWN && (
        <Button type="link" size="small" onClick={() => setAll(true)}>
          {t('workspace:allHistory', { count: entries.length })}
        </Button>
      )}
    </Panel>
  )
}
