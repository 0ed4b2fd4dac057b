/** Every provision that the case cites, registered or printed in its papers, checked (引用条款核对). */
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { CaseCitation } from '../../shared/laws/case-citations.ts'
import type { CheckedCase } from '../../shared/laws/citations-contract.ts'
import type { CaseId } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { useMayCall } from '../session/session.tsx'
import { useRead } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { CaseCitationRow } from './case-citation-row.tsx'
import { citationWords, countStandings, standingOf } from './citation-standing.ts'
import './laws.css'

export function CaseCitations({ caseId }: { readonly caseId: CaseId }): ReactNode {
  const { t } = useLanguage()
  const checked = useRead('laws.checkCase', { caseId }, { keepPrevious: true })
  const { data, error } = checked
  return (
    <Panel title={t('laws:checks.title')} className="case-citations">
      {data === undefined && error === null && <Skeleton active paragraph={{ rows: 3 }} />}
      <ErrorNotice error={error} onRetry={() => void checked.refetch()} />
      {data !== undefined && <Checked checked={data} />}
    </Panel>
  )
}

const keyOf = ({ law, article, sub, paragraph, item, written }: CaseCitation): string => [law, article, sub, paragraph, item, written].join('/')

function Checked({ checked: { citations, unread } }: { readonly checked: CheckedCase }): ReactNode {
  const { t, language } = useLanguage()
  const mayImport = useMayCall('laws.import')
  const rows = citations.map((citation) => ({ citation, standing: standingOf(citation), words: citationWords(citation, language === 'zh-CN') }))
  // what nobody has to do anything about, and is only printed somewhere, is there for whoever looks for it
  const printed = rows.filter(({ citation }) => !citation.registered)
  const fine = printed.filter(({ standing }) => standing === 'ok')
  const open = printed.filter(({ standing, citation }) => standing === 'unknown' || (standing === 'unsure' && citation.troubles.length === 0))
  const shown = rows.filter((row) => !fine.includes(row) && !open.includes(row))
  const list = (some: typeof rows): ReactNode => (
    <ul className="case-list">
      {some.map((row) => (
        <CaseCitationRow key={keyOf(row.citation)} {...row} />
      ))}
    </ul>
  )
  const notKnown = rows.some(({ standing }) => standing === 'unknown' || standing === 'unsure')
  return (
    <>
      {rows.length === 0 && <Empty title={t('laws:checks.none')} hint={t('laws:checks.noneHint')} />}
      {shown.length > 0 && list(shown)}
      {open.length > 0 && (
        <details>
          <summary>{t('laws:checks.notKnown', { count: open.length })}</summary>
          {list(open)}
        </details>
      )}
      {fine.length > 0 && (
        <details>
          <summary>{t('laws:checks.fine', { count: fine.length })}</summary>
          {list(fine)}
        </details>
      )}
      {rows.length > 0 && (
        <p className="fs-soft" title={t('laws:checks.explain')}>
          {t('laws:checks.summary', { count: rows.length, ...countStandings(rows.map(({ standing }) => standing)) })}
        </p>
      )}
      {unread > 0 && <p className="fs-soft">{t('laws:checks.unread', { count: unread })}</p>}
      {notKnown && (
        <p className="fs-soft">
          {t(mayImport ? 'laws:checks.howTo' : 'laws:checks.othersHowTo')} <Link href="/laws">{t('laws:checks.toLaws')}</Link>
        </p>
      )}
    </>
  )
}
