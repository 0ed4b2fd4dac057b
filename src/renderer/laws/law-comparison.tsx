/** Two versions of a law side by side, article by article, with the words that differ (新旧条文对照). */
import { Checkbox, Select, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { ArticleChange, ComparedArticle } from '../../shared/laws/compare.ts'
import type { LawVersionRow } from '../../shared/laws/contract.ts'
import type { WordChange } from '../../shared/laws/word-difference.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { Mark, type MarkTone } from '../ui/state-tag.tsx'
import { StandingMark, VersionDays, versionName } from './law-words.tsx'
import './laws.css'

interface LawComparisonProps {
  readonly law: string
  readonly left: string
  readonly right: string
}

const TONES: Record<ArticleChange, MarkTone> = { same: 'plain', changed: 'amber', added: 'green', removed: 'red' }

export function LawComparisonPage({ law, left, right }: LawComparisonProps): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const [onlyChanged, setOnlyChanged] = useState(true)
  const detail = useRead('laws.get', { law, version: null })
  const compared = useRead('laws.compare', { law, left, right, onlyChanged }, { keepPrevious: true })
  const versions = detail.data?.versions ?? []
  const choose = (side: 'left' | 'right'): ReactNode => (
    <Select<string>
      className="laws-version-choice"
      aria-label={t(`laws:comparing.${side}`)}
      value={side === 'left' ? left : right}
      options={versions.map(({ version }) => ({ value: version, label: versionName(version, t) }))}
      onChange={(version: string) => navigate(side === 'left' ? `/laws/${law}/compare/${version}/${right}` : `/laws/${law}/compare/${left}/${version}`)}
    />
  )
  const title = t('laws:comparing.title', { title: compared.data?.title ?? detail.data?.title ?? '' })
  const error = compared.error ?? detail.error
  const counts = compared.data?.counts
  return (
    <Page title={title} backTo={`/laws/${law}/${right}`}>
      <div className="fs-filter">
        <Checkbox checked={onlyChanged} onChange={(event) => setOnlyChanged(event.target.checked)}>
          {t('laws:comparing.onlyChanged')}
        </Checkbox>
        {counts !== undefined && (
          <span className="fs-soft" role="status">
            {t('laws:comparing.counts', { changed: counts.changed, added: counts.added, removed: counts.removed, same: counts.same })}
          </span>
        )}
      </div>
      <ErrorNotice error={error} onRetry={() => void Promise.all([detail.refetch(), compared.refetch()])} />
      {compared.data === undefined && error === null && <Skeleton active />}
      {compared.data !== undefined && (
        <div className="law-compared" lang="zh-CN">
          <div className="law-compared-head">
            <Side row={compared.data.left}>{choose('left')}</Side>
            <Side row={compared.data.right}>{choose('right')}</Side>
          </div>
          {compared.data.articles.length === 0 && <Empty title={t('laws:comparing.none')} hint={t('laws:comparing.noneHint')} />}
          {compared.data.articles.map((row, index) => (
            <ComparedRow key={index} row={row} />
          ))}
        </div>
      )}
    </Page>
  )
}

function Side({ row, children }: { readonly row: LawVersionRow; readonly children: ReactNode }): ReactNode {
  return (
    <div>
      <div className="fs-row">
        {children}
        <StandingMark standing={row.standing} />
      </div>
      <VersionDays row={row} />
    </div>
  )
}

function ComparedRow({ row }: { readonly row: ComparedArticle }): ReactNode {
  const { t } = useLanguage()
  const { change, left, right, parts } = row
  return (
    <section className="law-compared-row" data-change={change} aria-label={`${right ?? left ?? ''} ${t(`laws:comparing.change.${change}`)}`}>
      <div className="law-compared-side">
        <div className="law-compared-label">
          {left === null ? <span className="fs-soft">{t('laws:comparing.absent')}</span> : <strong>{left}</strong>}
          {change === 'removed' && <Mark tone={TONES[change]}>{t(`laws:comparing.change.${change}`)}</Mark>}
        </div>
        {left !== null && <Words parts={parts} without="added" />}
      </div>
      <div className="law-compared-side">
        <div className="law-compared-label">
          {right === null ? <span className="fs-soft">{t('laws:comparing.absent')}</span> : <strong>{right}</strong>}
          {(change === 'changed' || change === 'added') && <Mark tone={TONES[change]}>{t(`laws:comparing.change.${change}`)}</Mark>}
        </div>
        {right !== null && <Words parts={parts} without="removed" />}
      </div>
    </section>
  )
}

function Words({ parts, without }: { readonly parts: readonly WordChange[]; readonly without: 'added' | 'removed' }): ReactNode {
  return (
    <p>
      {parts
        .filter(({ kind }) => kind !== without)
        .map(({ kind, text }, index) => (kind === 'removed' ? <del key={index}>{text}</del> : kind === 'added' ? <ins key={index}>{text}</ins> : <span key={index}>{text}</span>))}
    </p>
  )
}
