/** What can be done with the article that is marked: copy it with its citation, go on, see where it is used here. */
import { CopyOutlined, LeftOutlined, RightOutlined } from '@ant-design/icons'
import { App, Button, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { LawDetail } from '../../shared/laws/contract.ts'
import { articleWords, placeWords } from '../../shared/laws/law-words.ts'
import { useLanguage } from '../language/language.ts'
import { useCallOnce, useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { useErrorToast } from '../ui/error-toast.ts'
import { Panel } from '../ui/panel.tsx'
import { TextArea } from '../ui/text-field.tsx'
import { LawUsesList } from './law-uses.tsx'
import { articleName } from './law-words.tsx'

interface ArticlePanelProps {
  readonly detail: LawDetail
  readonly article: { readonly number: number; readonly sub: number }
}

export function ArticlePanel({ detail, article }: ArticlePanelProps): ReactNode {
  const { t } = useLanguage()
  const [, navigate] = useLocation()
  const { law, shown, contents } = detail
  const numbered = contents.filter(({ level, number }) => level === 0 && number !== null)
  const at = numbered.findIndex(({ number, sub }) => number === article.number && sub === article.sub)
  const go = (step: number) => {
    const next = numbered[at + step]
    if (next?.number !== null && next !== undefined) navigate(`/laws/${law}/${shown.version}/${articleName(next.number, next.sub)}`)
  }
  const steps = (
    <span className="fs-row">
      <Button size="small" icon={<LeftOutlined aria-hidden />} disabled={at <= 0} aria-label={t('laws:previousArticle')} onClick={() => go(-1)} />
      <Button size="small" icon={<RightOutlined aria-hidden />} disabled={at < 0 || at >= numbered.length - 1} aria-label={t('laws:nextArticle')} onClick={() => go(1)} />
    </span>
  )
  return (
    <Panel title={articleWords(article.number, article.sub)} extra={steps}>
      <CopyCitation detail={detail} article={article} />
      <h3 className="laws-subtitle">{t('laws:usedHere')}</h3>
      <LawUsesList law={law} article={article} />
    </Panel>
  )
}

interface Place {
  readonly paragraph: number | null
  readonly item: number | null
}

function CopyCitation({ detail, article }: ArticlePanelProps): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const call = useCallOnce()
  const toast = useErrorToast()
  const [place, setPlace] = useState<Place>({ paragraph: null, item: null })
  /** Shown to be copied by hand where the clipboard is closed. */
  const [unwritten, setUnwritten] = useState<string | null>(null)
  const { law, shown } = detail
  const read = useRead('laws.article', { law, version: shown.version, article })
  const paragraphs = read.data?.article.paragraphs ?? []
  const places = paragraphs.flatMap((paragraph, index): Place[] => [
    ...(paragraphs.length > 1 ? [{ paragraph: index + 1, item: null }] : []),
    ...paragraph.items.map(({ number }) => ({ paragraph: paragraphs.length > 1 ? index + 1 : null, item: number })),
  ])
  const keyOf = ({ paragraph, item }: Place): string => `${paragraph ?? ''}/${item ?? ''}`
  const nameOf = (one: Place): string =>
    one.paragraph === null && one.item === null
      ? t('laws:wholeArticle')
      : placeWords({ article: article.number, sub: article.sub, ...one }).slice(articleWords(article.number, article.sub).length)
  const all = [{ paragraph: null, item: null }, ...places]
  const copy = async (): Promise<void> => {
    try {
      const { citation, text } = await call('laws.citation', { law, version: shown.version, article, ...place })
      await navigator.clipboard.writeText(text).then(
        () => {
          setUnwritten(null)
          void message.success(t('laws:copied', { citation }))
        },
        () => setUnwritten(text),
      )
    } catch (error) {
      toast(error)
    }
  }
  return (
    <>
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
      <div className="fs-row">
        <Button icon={<CopyOutlined aria-hidden />} onClick={() => void copy()}>
          {t('laws:copy')}
        </Button>
        {places.length > 0 && (
          <Select<string>
            className="laws-copy-place"
            aria-label={t('laws:copyWhat')}
            value={keyOf(place)}
            options={all.map((one) => ({ value: keyOf(one), label: nameOf(one) }))}
            onChange={(key: string) => setPlace(all.find((one) => keyOf(one) === key) ?? { paragraph: null, item: null })}
          />
        )}
      </div>
      {unwritten !== null && (
        <div role="alert">
          <p className="fs-amber">{t('laws:copyFailed')}</p>
          <TextArea readOnly rows={4} label={t('laws:copy')} value={unwritten} />
        </div>
      )}
    </>
  )
}

