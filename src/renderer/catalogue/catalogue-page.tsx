/** The law as data, to read: questions, triggers, papers, limits, opinion types, laws, overlays. */
import { Checkbox, Select, Skeleton, Tabs } from 'antd'
import { useState, type ReactNode } from 'react'
import { ACTION_KINDS, SEVERITIES, type ActionKind, type HeadingId, type Severity } from '../../shared/catalogue/vocabulary.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Page } from '../ui/page.tsx'
import { Panel } from '../ui/panel.tsx'
import { TextField } from '../ui/text-field.tsx'
import { ACTION_KIND_LABELS, SEVERITY_LABELS } from '../ui/vocabulary-labels.ts'
import './catalogue.css'
import { NO_FILTER } from './catalogue-search.ts'
import { OtherRows } from './other-rows.tsx'
import { OverlayList } from './overlay-list.tsx'
import { QuestionList } from './question-list.tsx'

const PARTS = ['questions', 'triggers', 'materials', 'limits', 'types', 'laws', 'overlays'] as const
type Part = (typeof PARTS)[number]

export function CataloguePage(): ReactNode {
  const { t, pick } = useLanguage()
  const read = useRead('catalogue.get', {}, { staleTime: Infinity })
  const [part, setPart] = useState<Part>('questions')
  const [filter, setFilter] = useState(NO_FILTER)
  const catalogue = read.data
  if (catalogue === undefined) {
    return (
      <Page title={t('catalogue:title')}>
        {read.error === null ? (
          <Skeleton active />
        ) : (
          <ErrorNotice error={read.error} onRetry={() => void read.refetch()} />
        )}
      </Page>
    )
  }
  const subtitle = t('catalogue:subtitle', { title: pick(catalogue.title), version: catalogue.version.manifest })
  return (
    <Page title={t('catalogue:title')} subtitle={subtitle}>
      <Tabs
        className="fs-catalogue-tabs"
        activeKey={part}
        onChange={(key) => setPart(PARTS.find((one) => one === key) ?? 'questions')}
        items={PARTS.map((one) => ({ key: one, label: t(`catalogue:${one}`) }))}
      />
      {part === 'overlays' ? null : (
        <div className="fs-filter">
          <div className="fs-filter-text">
            <TextField
              label={t('catalogue:search')}
              placeholder={t('catalogue:search')}
              allowClear
              value={filter.text}
              onChange={(text) => setFilter({ ...filter, text })}
            />
          </div>
          {part === 'questions' ? (
            <>
            <Select<HeadingId>
              className="fs-filter-kind"
              allowClear
              aria-label={t('catalogue:own.heading')}
              placeholder={t('catalogue:allHeadings')}
              {...(filter.heading === null ? {} : { value: filter.heading })}
              options={catalogue.headings.map((heading) => ({ value: heading.id, label: pick(heading.title) }))}
              onChange={(heading: HeadingId | undefined) => setFilter({ ...filter, heading: heading ?? null })}
            />
            <Select<Severity>
              className="fs-filter-kind"
              allowClear
              aria-label={t('catalogue:own.severity')}
              placeholder={t('catalogue:allSeverities')}
              {...(filter.severity === null ? {} : { value: filter.severity })}
              options={SEVERITIES.map((value) => ({ value, label: pick(SEVERITY_LABELS[value]) }))}
              onChange={(severity: Severity | undefined) => setFilter({ ...filter, severity: severity ?? null })}
            />
            <Select<ActionKind>
              className="fs-filter-kind"
              allowClear
              aria-label={t('catalogue:kind')}
              placeholder={t('catalogue:allKinds')}
              {...(filter.kind === null ? {} : { value: filter.kind })}
              options={ACTION_KINDS.map((kind) => ({ value: kind, label: pick(ACTION_KIND_LABELS[kind]) }))}
              onChange={(kind: ActionKind | undefined) => setFilter({ ...filter, kind: kind ?? null })}
            />
            </>
          ) : null}
          {catalogue.version.overlays.length === 0 ? null : (
            <Select<string>
              className="fs-filter-kind"
              allowClear
              aria-label={t('catalogue:overlays')}
              placeholder={t('catalogue:allOverlays')}
              {...(filter.overlay === null ? {} : { value: filter.overlay })}
              options={catalogue.version.overlays.map(({ id }) => ({ value: id, label: id }))}
              onChange={(overlay: string | undefined) => setFilter({ ...filter, overlay: overlay ?? null })}
            />
          )}
          <Checkbox
            checked={filter.onlyUnverified}
            onChange={(event) => setFilter({ ...filter, onlyUnverified: event.target.checked })}
          >
            {t('catalogue:onlyUnverified')}
          </Checkbox>
        </div>
      )}
      {part === 'overlays' ? <OverlayList catalogue={catalogue} /> : (
      <Panel>
        {part === 'questions' ? <QuestionList catalogue={catalogue} filter={filter} /> : null}
        {part === 'questions' ? null : <OtherRows part={part} catalogue={catalogue} filter={filter} />}
      </Panel>
      )}
    </Page>
  )
}
