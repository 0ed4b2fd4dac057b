/** The month in one picture, with its numbers below: each opens its list. */
import { lazy, Suspense, useEffect, useRef, useState, type ReactNode } from 'react'
import type { HomeMonth } from '../../shared/home/contract.ts'
import type { HomeFilter } from '../../shared/home/home-filter.ts'
import { filtersOf, type MonthFigures } from '../../shared/home/month.ts'
import { useLanguage } from '../language/language.ts'
import { PictureBoundary } from '../ui/picture-boundary.tsx'
import { Panel } from '../ui/panel.tsx'
import { ListLink } from './list-link.tsx'

const COLUMNS = ['received', 'issued', 'inTime'] as const

const MonthPicture = lazy(async () => ({ default: (await import('./month-picture.tsx')).MonthPicture }))

/** Turns true once the element has come into view, and stays so. */
function useSeen(): { readonly seen: boolean; readonly ref: (element: HTMLElement | null) => void } {
  const [element, setElement] = useState<HTMLElement | null>(null)
  const [seen, setSeen] = useState(false)
  const done = useRef(false)
  useEffect(() => {
    if (element === null || done.current) return
    const observer = new IntersectionObserver((entries) => {
      if (!entries.some(({ isIntersecting }) => isIntersecting)) return
      done.current = true
      setSeen(true)
      observer.disconnect()
    })
    observer.observe(element)
    return () => observer.disconnect()
  }, [element])
  return { seen, ref: setElement }
}

/** 05-04–10: a week never leaves its month. */
function weekLabel({ from, to }: Pick<MonthFigures, 'from' | 'to'>): string {
  return from === to ? from.slice(5) : `${from.slice(5)}–${to.slice(8)}`
}

function Row({ figures, own, name }: { figures: MonthFigures; own: HomeFilter; name: string }): ReactNode {
  const { t } = useLanguage()
  const filters = filtersOf(figures, own)
  return (
    <tr>
      <th scope="row">{name}</th>
      {COLUMNS.map((column) => (
        <td key={column}>
          {figures[column] === 0 ? (
            <span className="fs-soft">0</span>
          ) : (
            <ListLink filter={filters[column]} label={t('home:open', { label: `${name} ${t(`home:month.${column}`)}`, count: figures[column] })}>
              {figures[column]}
            </ListLink>
          )}
        </td>
      ))}
    </tr>
  )
}

export function MonthPanel({ month, own }: { month: HomeMonth; own: HomeFilter }): ReactNode {
  const { t, language } = useLanguage()
  const { seen, ref } = useSeen()
  const { weeks, total, scope } = month
  const isEmpty = total.received + total.issued === 0
  const name = new Intl.DateTimeFormat(language, { year: 'numeric', month: 'long', timeZone: 'UTC' }).format(Date.parse(`${month.month}-01T00:00:00Z`))
  return (
    <Panel title={scope === null ? t('home:month.title') : t(`home:month.titleOf.${scope}`)} extra={<span className="fs-soft">{name}</span>}>
      {isEmpty ? (
        <p className="fs-soft home-note">{t('home:month.nothing')}</p>
      ) : (
        <>
          <div ref={ref} className="home-picture" role="img" aria-label={t('home:month.picture')}>
            {seen ? (
              <PictureBoundary>
                <Suspense fallback={null}>
                  <MonthPicture weeks={weeks} />
                </Suspense>
              </PictureBoundary>
            ) : null}
          </div>
          <table className="home-month-table">
            <caption className="fs-hidden">{t('home:month.caption', { month: name })}</caption>
            <thead>
              <tr>
                <th scope="col">{t('home:month.week')}</th>
                {COLUMNS.map((column) => (
                  <th key={column} scope="col">
                    {t(`home:month.${column}`)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {weeks.map((week) => (
                <Row key={week.from} figures={week} own={own} name={weekLabel(week)} />
              ))}
              <Row figures={total} own={own} name={t('home:month.total')} />
            </tbody>
          </table>
          <p className="home-note fs-soft">{t('home:month.hint')}</p>
        </>
      )}
    </Panel>
  )
}
