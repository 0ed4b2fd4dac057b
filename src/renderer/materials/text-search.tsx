/** Looking for words in the text of all papers of a case; each place leads into the paper. */
import { SearchOutlined } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import type { TextHit } from '../../shared/intake/reading-contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { isComposingKey, TextField } from '../ui/text-field.tsx'

/** Milliseconds after the last key. */
const PAUSE = 250
/** As the core answers at most. */
const MOST_HITS = 200

function usePaused(text: string): string {
  const [settled, setSettled] = useState(text)
  useEffect(() => {
    const timer = setTimeout(() => setSettled(text), PAUSE)
    return () => clearTimeout(timer)
  }, [text])
  return settled
}

interface TextSearchProps {
  readonly caseId: string
  readonly onOpen: (hit: TextHit) => void
  /** Words to begin with; the field is entered then. */
  readonly begin?: string | undefined
  /** Escape. */
  readonly onLeave?: (() => void) | undefined
}

export function TextSearch({ caseId, onOpen, begin, onLeave }: TextSearchProps): ReactNode {
  const { t } = useLanguage()
  const [typed, setTyped] = useState(begin ?? '')
  const words = usePaused(typed).trim()
  const asked = words !== ''
  const found = useRead('intake.search', { caseId, words: asked ? words : '-' }, { enabled: asked, keepPrevious: true })
  const hits = asked ? found.data : undefined
  const papers = new Map<string, TextHit[]>()
  for (const hit of hits ?? []) papers.set(hit.materialId, [...(papers.get(hit.materialId) ?? []), hit])
  return (
    <div className="text-search" role="search">
      <TextField
        label={t('materials:search.label')}
        placeholder={t('materials:search.label')}
        prefix={<SearchOutlined aria-hidden />}
        allowClear
        autoFocus={begin !== undefined}
        onKeyDown={(event) => {
          if (event.key !== 'Escape' || onLeave === undefined || isComposingKey(event)) return
          event.stopPropagation()
          onLeave()
        }}
        maxLength={100}
        value={typed}
        onChange={setTyped}
      />
      {asked && (
        <Panel
          title={hits === undefined ? t('ui:search') : t(hits.length >= MOST_HITS ? 'materials:search.countMost' : 'materials:search.count', { count: hits.length, papers: papers.size })}
          className="text-hits"
        >
          <ErrorNotice error={found.error} onRetry={() => void found.refetch()} />
          {hits === undefined && found.error === null && <Skeleton active paragraph={{ rows: 2 }} />}
          {hits?.length === 0 && <p className="fs-soft">{t('materials:search.none')}</p>}
          {[...papers.values()].map((ofPaper) => (
            <div key={ofPaper[0]?.materialId}>
              <div className="text-hit-name">{ofPaper[0]?.name}</div>
              <ul>
                {ofPaper.map((hit, index) => (
                  <li key={index}>
                    <button type="button" onClick={() => onOpen(hit)}>
                      <span className="fs-soft fs-figures">{t('materials:document.pages', { pages: hit.passage.page })}</span> <Snippet hit={hit} />
                    </button>
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </Panel>
      )}
    </div>
  )
}

function Snippet({ hit: { snippet } }: { readonly hit: TextHit }): ReactNode {
  const { text, from, to } = snippet
  return (
    <span>
      {text.slice(0, from)}
      <mark>{text.slice(from, to)}</mark>
      {text.slice(to)}
    </span>
  )
}
