/** Search over the articles of all laws, with the words marked where they stand. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import type { LawHit } from '../../shared/laws/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import type { LawFilter } from './law-filter.tsx'
import { LawTable } from './law-list.tsx'
import { MarkedText, StandingMark } from './law-words.tsx'
import { Pager, usePages } from './pager.tsx'
import { useRested } from './rested-value.ts'

const SIZE = 30

/** An article has a permalink; a point without a number is found by its place. */
function hitPath({ law, version, place }: LawHit): string {
  return `/laws/${law}/${version}/at-${place}`
}

function Hit({ hit }: { readonly hit: LawHit }): ReactNode {
  const { t } = useLanguage()
  return (
    <li className="laws-hit">
      <div className="fs-row">
        <Link href={hitPath(hit)} className="laws-title">
          {hit.title} {hit.label === '' ? t('laws:unnumbered') : hit.label}
        </Link>
        {hit.standing !== 'inForce' && <StandingMark standing={hit.standing} />}
        <span className="fs-soft">
          {t(`laws:kind.${hit.kind}`)}
          {hit.version.startsWith('undated-') ? '' : ` · ${t('laws:versionOf', { day: hit.version })}`}
        </span>
      </div>
      <p className="laws-snippet">
        <MarkedText snippet={hit.snippet} />
      </p>
    </li>
  )
}

export function LawSearch({ filter }: { readonly filter: LawFilter }): ReactNode {
  const { t } = useLanguage()
  const text = useRested(filter.text.trim())
  const { kind } = filter
  const standing = filter.standing === 'inForce' || filter.standing === 'ended' ? filter.standing : null
  const pages = usePages<number>(JSON.stringify([text, kind, standing]))
  const search = useRead(
    'laws.search',
    { text: text === '' ? ' ' : text, law: null, kind, standing, after: pages.cursor, size: SIZE },
    { enabled: text !== '', keepPrevious: true },
  )
  // the total is counted with the first page only
  const counted = useRead('laws.search', { text: text === '' ? ' ' : text, law: null, kind, standing, after: null, size: SIZE }, { enabled: text !== '', keepPrevious: true })
  if (text === '') return <Empty title={t('laws:startSearch')} hint={t('laws:startSearchHint')} />
  if (search.error !== null) return <ErrorNotice error={search.error} onRetry={() => void search.refetch()} />
  const found = search.data
  if (found === undefined) return null
  const { hits, titles, next } = found
  const total = counted.data?.total ?? found.total
  if (hits.length === 0 && titles.length === 0) return <Empty title={t('laws:noHits', { text })} hint={t('laws:noHitsHint')} />
  const from = pages.page * SIZE
  return (
    <>
      {titles.length > 0 && (
        <Panel title={t('laws:titlesFound')} flush>
          <LawTable rows={titles} />
        </Panel>
      )}
      {hits.length > 0 && (
        <Panel title={t('laws:hitsFound')}>
          <ul className="laws-hits">
            {hits.map((hit) => (
              <Hit key={`${hit.law}/${hit.version}/${hit.place}`} hit={hit} />
            ))}
          </ul>
        </Panel>
      )}
      <Pager
        words={t(total.atLeast ? 'laws:pagerHitsAtLeast' : 'laws:pagerHits', { from: hits.length === 0 ? 0 : from + 1, to: from + hits.length, total: total.count })}
        first={pages.page === 0}
        last={next === null}
        onBack={pages.back}
        onForward={() => next !== null && pages.forward(next)}
      />
    </>
  )
}
