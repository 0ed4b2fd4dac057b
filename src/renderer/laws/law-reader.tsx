/** Reading a law: contents at the side, articles with permalinks, versions and where an article is used. */
import { ArrowLeftOutlined, DiffOutlined } from '@ant-design/icons'
import { Button, Segmented, Skeleton } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { LawDetail } from '../../shared/laws/contract.ts'
import { useAppearance } from '../app/appearance.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import { ArticlePanel } from './article-panel.tsx'
import { LawContents } from './law-contents.tsx'
import { LawTextView } from './law-text-view.tsx'
import { articleFrom, articleName, StandingMark, VersionDays, versionName } from './law-words.tsx'
import { VersionPanel } from './version-panel.tsx'
import './laws.css'

interface LawReaderProps {
  readonly law: string
  readonly version?: string | undefined
  /** `58`, `133-1`, or `at-12` for a point without a number. */
  readonly article?: string | undefined
}

export function LawReader({ law, version, article }: LawReaderProps): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const detail = useRead('laws.get', { law, version: version ?? null })
  if (detail.data === undefined) {
    return (
      <div className="fs-page">
        {detail.error === null ? <Skeleton active paragraph={{ rows: 8 }} /> : <ErrorNotice error={detail.error} onRetry={() => void detail.refetch()} />}
        {detail.error !== null && (
          <div>
            <Button onClick={() => navigate('/laws')}>{t('laws:title')}</Button>
          </div>
        )}
      </div>
    )
  }
  return <OpenLaw detail={detail.data} wanted={article} />
}

/** The place in the text that a permalink's last part names; null for none, or one that this version does not have. */
function placeOf(contents: LawDetail['contents'], wanted: string | undefined): number | null {
  const at = /^at-(\d+)$/u.exec(wanted ?? '')
  if (at !== null) return contents.some(({ place }) => place === Number(at[1])) ? Number(at[1]) : null
  const article = articleFrom(wanted)
  if (article === null) return null
  return contents.find(({ level, number, sub }) => level === 0 && number === article.number && sub === article.sub)?.place ?? null
}

type Part = 'contents' | 'text' | 'about'

function OpenLaw({ detail, wanted }: { readonly detail: LawDetail; readonly wanted: string | undefined }): ReactNode {
  const { t } = useLanguage()
  const { narrow } = useAppearance()
  const [part, setPart] = useState<Part>('text')
  const place = placeOf(detail.contents, wanted)
  const entry = detail.contents.find((one) => one.place === place)
  const [sought, setSought] = useState<number | null>(place)
  useEffect(() => {
    setSought(place)
    if (place !== null) setPart('text')
  }, [place])
  const article = entry?.level === 0 && entry.number !== null ? { number: entry.number, sub: entry.sub } : null
  const panes: Readonly<Record<Part, ReactNode>> = {
    contents: (
      <LawContents
        detail={detail}
        current={entry?.division ?? null}
        onChoose={(next) => {
          setSought(null)
          requestAnimationFrame(() => setSought(next))
          setPart('text')
        }}
      />
    ),
    text: <LawTextView key={`${detail.law}/${detail.shown.version}`} detail={detail} marked={place} sought={sought} />,
    about: (
      <>
        {article !== null && <ArticlePanel key={articleName(article.number, article.sub)} detail={detail} article={article} />}
        <VersionPanel detail={detail} />
      </>
    ),
  }
  return (
    <div className="law-reader">
      <LawHead detail={detail} />
      {narrow ? (
        <div className="law-single">
          <Segmented
            block
            size="small"
            value={part}
            options={(['contents', 'text', 'about'] as const).map((one) => ({ value: one, label: t(`laws:${one}`) }))}
            onChange={setPart}
          />
          {(['contents', 'text', 'about'] as const).map((one) => (
            <div key={one} className={`law-pane law-pane-${one}`} hidden={one !== part}>
              {panes[one]}
            </div>
          ))}
        </div>
      ) : (
        <div className={detail.divisions.length === 0 ? 'law-panes law-panes-plain' : 'law-panes'}>
          {detail.divisions.length > 0 && <div className="law-pane law-pane-contents">{panes.contents}</div>}
          <div className="law-pane law-pane-text" tabIndex={-1}>
            {panes.text}
          </div>
          <div className="law-pane law-pane-about">{panes.about}</div>
        </div>
      )}
    </div>
  )
}

function LawHead({ detail }: { readonly detail: LawDetail }): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const { title, shown, versions, law } = detail
  useEffect(() => {
    document.title = title
  }, [title])
  const other = versions.find(({ version }) => version !== shown.version)
  return (
    <header className="law-head">
      <Button type="text" icon={<ArrowLeftOutlined />} aria-label={t('ui:back')} onClick={() => navigate('/laws')} />
      <div className="fs-grow">
        <h1 tabIndex={-1}>{title}</h1>
        <div className="fs-row law-head-marks">
          <Mark tone="navy">{t(`laws:kind.${detail.kind}`)}</Mark>
          <Mark>{versionName(shown.version, t)}</Mark>
          <StandingMark standing={shown.standing} />
          {detail.register !== null && !detail.register.verified && <UnverifiedMark />}
          <VersionDays row={shown} />
        </div>
      </div>
      {other !== undefined && (
        <Button
          icon={<DiffOutlined aria-hidden />}
          onClick={() => {
            const [left, right] = [other.version, shown.version].toSorted()
            navigate(`/laws/${law}/compare/${left}/${right}`)
          }}
        >
          {t('laws:compare')}
        </Button>
      )}
    </header>
  )
}
