/** The text of one version, asked for in pieces; the article of the permalink is marked and brought into view. */
import { LinkOutlined } from '@ant-design/icons'
import { Skeleton } from 'antd'
import { Fragment, memo, useCallback, useEffect, useRef, useState, type ReactNode } from 'react'
import { Link } from 'wouter'
import type { LawDetail, PlacedArticle } from '../../shared/laws/contract.ts'
import type { LawDivision, LawParagraph } from '../../shared/laws/law-text.ts'
import { labelOf } from '../../shared/laws/law-words.ts'
import { chineseNumeral } from '../../shared/catalogue/citation.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { scrollWithin } from '../workspace/scroll-within.ts'
import { articleName } from './law-words.tsx'

/** Articles asked for at once. */
const PIECE = 200

interface LawTextViewProps {
  readonly detail: LawDetail
  /** Place of the article that the permalink names. */
  readonly marked: number | null
  /** Place to bring into view; null: stay. */
  readonly sought: number | null
}

export function LawTextView({ detail, marked, sought }: LawTextViewProps): ReactNode {
  const frame = useRef<HTMLDivElement>(null)
  const count = Math.max(1, Math.ceil(detail.contents.length / PIECE))
  const [loaded, setLoaded] = useState(0)
  const pieceLoaded = useCallback(() => setLoaded((old) => old + 1), [])
  useEffect(() => {
    if (sought === null) return
    // what stands above may still be on its way, and has its height only then
    const article = frame.current?.querySelector(`[data-place="${sought}"]`) ?? null
    const pane = frame.current?.closest('.law-pane') ?? null
    const heading = article?.previousElementSibling?.classList.contains('law-division') === true ? article.previousElementSibling : article
    scrollWithin(pane, sought === marked ? article : heading, sought === marked ? 'center' : 'start')
  }, [sought, marked, loaded])
  return (
    <div className="law-text" ref={frame} lang="zh-CN">
      {Array.from({ length: count }, (_, index) => (
        <Piece key={index} detail={detail} from={index * PIECE} marked={marked} onLoaded={pieceLoaded} />
      ))}
    </div>
  )
}

interface PieceProps {
  readonly detail: LawDetail
  readonly from: number
  readonly marked: number | null
  readonly onLoaded: () => void
}

function Piece({ detail, from, marked, onLoaded }: PieceProps): ReactNode {
  const { law, shown, divisions, contents } = detail
  const part = useRead('laws.text', { law, version: shown.version, from, size: PIECE }, { staleTime: Infinity })
  const there = part.data !== undefined
  useEffect(() => {
    if (there) onLoaded()
  }, [there, onLoaded])
  if (part.error !== null) return <ErrorNotice error={part.error} onRetry={() => void part.refetch()} />
  if (part.data === undefined) return <Skeleton active paragraph={{ rows: 12 }} />
  let above = contents.find(({ place }) => place === from - 1)?.division ?? -1
  return part.data.articles.map((article) => {
    const begun = divisions.slice(above + 1, (article.division ?? -1) + 1)
    const first = above + 1
    above = Math.max(above, article.division ?? -1)
    return (
      <Fragment key={article.place}>
        {begun.map((division, index) => (
          <Heading key={first + index} division={division} />
        ))}
        <Article article={article} base={`/laws/${law}/${shown.version}`} marked={article.place === marked} />
      </Fragment>
    )
  })
}

function Heading({ division }: { readonly division: LawDivision }): ReactNode {
  return (
    <h2 className="law-division" data-level={division.level}>
      {division.label}　{division.title}
    </h2>
  )
}

interface ArticleProps {
  readonly article: PlacedArticle
  readonly base: string
  readonly marked: boolean
}

const Article = memo(function Article({ article, base, marked }: ArticleProps): ReactNode {
  const { t } = useLanguage()
  const { level, number, sub, heading, paragraphs, place } = article
  const label = labelOf(article)
  const isArticle = level === 0 && number !== null
  const path = isArticle ? `${base}/${articleName(number, sub)}` : `${base}/at-${place}`
  return (
    <section className="law-article" data-place={place} data-level={level} data-marked={marked} {...(marked ? { 'aria-current': 'true' as const } : {})} {...(label === '' ? {} : { 'aria-label': label })}>
      {label !== '' && (
        <Link href={path} className="law-article-label" title={t('laws:permalink', { label })}>
          {label}
          {heading !== null && <span className="law-article-heading">（{heading}）</span>}
          <LinkOutlined aria-hidden className="law-article-link" />
        </Link>
      )}
      <div className="law-article-text">
        {paragraphs.map((paragraph, index) => (
          <Paragraph key={index} paragraph={paragraph} number={paragraphs.length > 1 && isArticle ? index + 1 : null} />
        ))}
      </div>
    </section>
  )
})

function Paragraph({ paragraph, number }: { readonly paragraph: LawParagraph; readonly number: number | null }): ReactNode {
  const { text, items } = paragraph
  return (
    <div className="law-paragraph">
      {text !== '' && (
        <p>
          {/* counted for the reader, no part of the text */}
          {number !== null && <span className="law-paragraph-number" data-number={`${number}款`} aria-hidden />}
          {text}
        </p>
      )}
      {items.map((item) => (
        <div key={item.number} className="law-item">
          <p>
            （{chineseNumeral(item.number)}）{item.text}
          </p>
          {item.subItems.map((sub) => (
            <p key={sub.number} className="law-sub-item">
              {sub.number}.{sub.text}
            </p>
          ))}
        </div>
      ))}
    </div>
  )
}
