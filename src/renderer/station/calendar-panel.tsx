/**
 * The days off and the weekend days worked (放假安排) of a year, as the catalogue has them, with their source. A year's
 * notice comes with the catalogue, or is entered here once.
 */
import { Button, Select, Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { NoticeDialog } from '../deadlines/notice-dialog.tsx'
import { useMayCall } from '../session/session.tsx'
import { useRead } from '../transport/calls.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { Empty } from '../ui/empty.tsx'
import { formatDay, formatWeekday, thisYear } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark, UnverifiedMark } from '../ui/state-tag.tsx'
import './station.css'

export function CalendarPanel(): ReactNode {
  const { t } = useLanguage()
  const catalogue = useCatalogue()
  const [year, setYear] = useState(thisYear)
  const [entering, setEntering] = useState(false)
  const mayEnter = useMayCall('deadlines.saveNotice')
  const kept = useRead('deadlines.notices', {}).data
  const known = new Set([...(catalogue?.holidays ?? []), ...(catalogue?.statutoryHolidays ?? [])].map((row) => row.year))
  const years = [...known, thisYear(), thisYear() + 1].filter((one, index, all) => all.indexOf(one) === index).toSorted((one, other) => other - one)
  const chooser = (
    <>
      {mayEnter && kept !== undefined ? (
        <Button size="small" onClick={() => setEntering(true)}>
          {t('deadlines:notice.enter')}
        </Button>
      ) : null}
      <Select
        size="small"
        aria-label={t('station:settings.year')}
        value={year}
        options={years.map((value) => ({ value, label: String(value) }))}
        onChange={setYear}
      />
    </>
  )
  const own = kept?.find(({ notice }) => notice.year === year)
  return (
    <Panel title={t('station:calendar.title')} extra={chooser}>
      {catalogue === undefined ? <Skeleton active /> : <Year catalogue={catalogue} year={year} />}
      {own === undefined ? null : (
        <div className="fs-soft">{t('deadlines:notice.kept', { number: own.notice.number, day: own.notice.publishedOn, by: own.by })}</div>
      )}
      {entering && kept !== undefined ? <NoticeDialog key={year} year={year} kept={kept} onClose={() => setEntering(false)} /> : null}
    </Panel>
  )
}

function Year({ catalogue, year }: { readonly catalogue: Catalogue; readonly year: number }): ReactNode {
  const { t, pick, language } = useLanguage()
  const arranged = catalogue.holidays.find((row) => row.year === year)
  const statutory = catalogue.statutoryHolidays.find((row) => row.year === year)
  const row = arranged ?? statutory
  if (row === undefined) return <Empty title={t('station:calendar.none', { year })} hint={t('station:calendar.noneHint')} />
  const day = (date: string): string => `${formatDay(date, language)} ${formatWeekday(date, language)}`
  const off =
    arranged?.off.map(({ name, from, to }) => [pick(name), from === to ? day(from) : `${day(from)} – ${day(to)}`] as const) ??
    statutory?.days.map(({ name, date }) => [pick(name), day(date)] as const) ??
    []
  return (
    <div className="fs-stack">
      <div className="fs-row">
        <Mark tone={arranged === undefined ? 'amber' : 'green'}>{t(arranged === undefined ? 'station:calendar.statutory' : 'station:calendar.arranged')}</Mark>
        {row.verified ? null : <UnverifiedMark />}
      </div>
      {arranged === undefined ? <div className="fs-soft">{t('station:calendar.statutoryWhy')}</div> : null}
      <dl className="fs-facts">
        {off.map(([name, days]) => (
          <div key={`${name} ${days}`} className="fs-fact">
            <dt>{name}</dt>
            <dd>{days}</dd>
          </div>
        ))}
        {arranged === undefined || arranged.workingWeekends.length === 0 ? null : (
          <div className="fs-fact">
            <dt>{t('station:calendar.worked')}</dt>
            <dd>{arranged.workingWeekends.map(day).join(t('ui:listSeparator'))}</dd>
          </div>
        )}
      </dl>
      <div className="fs-soft">
        {t('catalogue:source')}: {row.source}
        {arranged === undefined ? '' : ` · ${arranged.notice}`}
      </div>
    </div>
  )
}
