/** Before the review: how many suspicions the rules have, for information only. */
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { chineseNumeral } from '../../shared/catalogue/citation.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { SEVERITIES, type Severity } from '../../shared/catalogue/vocabulary.ts'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark, SeverityMark } from '../ui/state-tag.tsx'
import { HEADING_LABELS } from '../ui/vocabulary-labels.ts'
import { byHeading } from './finding-order.ts'
import { SeenNotice } from './seen-notice.tsx'
import './prereview.css'

const BEFORE: ReadonlySet<string> = new Set(['received', 'returned', 'accepted', 'assigned'])

export function PrereviewPanel({ detail, catalogue }: { readonly detail: CaseDetail; readonly catalogue: Catalogue }): ReactNode {
  const { language, t, pick } = useLanguage()
  const shown = BEFORE.has(detail.state) && detail.materials.some(({ removed }) => removed === null)
  const prereview = useRead('prereview.findings', { caseId: detail.id, round: null }, { enabled: shown, keepPrevious: true })
  if (!shown) return null
  const { data } = prereview
  const found = data?.findings.filter(({ stillFound }) => stillFound) ?? []
  const count = (severity: Severity): number => found.filter(({ finding }) => finding.severity === severity).length
  return (
    <Panel title={t('prereview:overview.title')} extra={data === undefined ? undefined : <Mark tone={found.length > 0 ? 'amber' : 'plain'}>{found.length}</Mark>}>
      <ErrorNotice error={prereview.error} onRetry={() => void prereview.refetch()} />
      {data === undefined && prereview.error === null && <Skeleton active paragraph={{ rows: 2 }} />}
      {data !== undefined && (
        <>
          <SeenNotice prereview={data} />
          {found.length === 0 ? (
            <p>
              <b>{t('prereview:list.noFinding')}</b> <span className="fs-soft">{t('prereview:list.noFindingHint', { count: data.rules })}</span>
            </p>
          ) : (
            <>
              <p>
                {t('prereview:overview.count', { count: found.length })}{' '}
                {SEVERITIES.filter((one) => count(one) > 0).map((one) => (
                  <span key={one} className="finding-sum">
                    <SeverityMark severity={one} /> {count(one)}
                  </span>
                ))}
              </p>
              <ul className="finding-sums">
                {byHeading(found).map(({ heading, findings }) => {
                  const row = catalogue.headings.find(({ number }) => number === heading)
                  return (
                    <li key={heading}>
                      {language === 'zh-CN' ? chineseNumeral(heading) : heading} {row === undefined ? '' : pick(HEADING_LABELS[row.id])}{' '}
                      <b className="fs-figures">{findings.length}</b>
                    </li>
                  )
                })}
              </ul>
              <p className="fs-soft">{t('prereview:overview.explain')}</p>
            </>
          )}
        </>
      )}
    </Panel>
  )
}
