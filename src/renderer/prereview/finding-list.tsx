/** All findings of a round in one list, by heading, with what the rules could not see. */
import { Button, Checkbox, Select } from 'antd'
import type { ReactNode } from 'react'
import { chineseNumeral } from '../../shared/catalogue/citation.ts'
import type { Heading } from '../../shared/catalogue/schema.ts'
import { SEVERITIES, type Severity } from '../../shared/catalogue/vocabulary.ts'
import type { Prereview } from '../../shared/prereview/contract.ts'
import { useLanguage } from '../language/language.ts'
import { Empty } from '../ui/empty.tsx'
import { HEADING_LABELS, SEVERITY_LABELS } from '../ui/vocabulary-labels.ts'
import { FindingBox, type FindingBoxActs } from './finding-box.tsx'
import { byHeading, filtered, isOpen, type FindingFilter } from './finding-order.ts'
import { SeenNotice } from './seen-notice.tsx'

interface FindingListProps extends FindingBoxActs {
  readonly onQuestion: (questionId: string) => void
  readonly prereview: Prereview
  readonly headings: readonly Heading[]
  readonly filter: FindingFilter
  readonly onFilter: (filter: FindingFilter) => void
  readonly current: string | null
  /** Questions that apply to the case. */
  readonly asked: ReadonlySet<string>
  readonly onStep: (step: 1 | -1) => void
  readonly onBack: () => void
}

export function FindingList({ prereview, headings, filter, onFilter, current, asked, onStep, onBack, onQuestion, ...box }: FindingListProps): ReactNode {
  const { language, t, pick } = useLanguage()
  const { findings } = prereview
  const shown = filtered(findings, filter)
  const openCount = findings.filter(isOpen).length
  const headingName = (number: number): string => {
    const row = headings.find((one) => one.number === number)
    const numeral = language === 'zh-CN' ? chineseNumeral(number) : String(number)
    return row === undefined ? numeral : `${numeral} ${pick(HEADING_LABELS[row.id])}`
  }
  return (
    <div className="finding-list">
      <div className="finding-list-head">
        <h2>{t('prereview:title')}</h2>
        <span className="fs-soft">{t('prereview:list.open', { open: openCount, total: findings.length })}</span>
        <Button size="small" onClick={onBack}>
          {t('prereview:list.back')}
          <kbd aria-hidden>L</kbd>
        </Button>
      </div>
      <SeenNotice prereview={prereview} />
      {findings.length === 0 ? (
        <Empty title={t('prereview:list.noFinding')} hint={t('prereview:list.noFindingHint', { count: prereview.rules })} />
      ) : (
        <div className="finding-list-filter">
          <Checkbox checked={filter.onlyOpen} onChange={(event) => onFilter({ ...filter, onlyOpen: event.target.checked })}>
            {t('prereview:list.onlyOpen')}
          </Checkbox>
          <Select<Severity | ''>
            size="small"
            className="finding-severity"
            aria-label={t('prereview:list.severity')}
            value={filter.severity ?? ''}
            options={[{ value: '', label: t('prereview:list.allSeverities') }, ...SEVERITIES.map((one) => ({ value: one, label: pick(SEVERITY_LABELS[one]) }))]}
            onChange={(severity) => onFilter({ ...filter, severity: severity === '' ? null : severity })}
          />
          <span className="finding-steps">
            <Button size="small" disabled={openCount === 0} onClick={() => onStep(-1)}>
              {t('prereview:list.previous')}
              <kbd aria-hidden>D</kbd>
            </Button>
            <Button size="small" disabled={openCount === 0} onClick={() => onStep(1)}>
              {t('prereview:list.next')}
              <kbd aria-hidden>F</kbd>
            </Button>
          </span>
        </div>
      )}
      {findings.length > 0 && shown.length === 0 && (
        <Empty title={t(openCount === 0 ? 'prereview:list.nothingLeft' : 'prereview:list.nothingMatches')} hint={t('prereview:list.noFindingHint', { count: prereview.rules })} />
      )}
      {byHeading(shown).map((group) => (
        <section key={group.heading} aria-label={headingName(group.heading)}>
          <h3 className="finding-heading">
            {headingName(group.heading)} <span className="fs-soft">{group.findings.length}</span>
          </h3>
          {group.findings.map((decided) => (
            <FindingBox
              key={decided.finding.key}
              {...box}
              decided={decided}
              onQuestion={asked.has(decided.finding.questionId) ? onQuestion : undefined}
              folded={!asked.has(decided.finding.questionId)}
              current={decided.finding.key === current}
            />
          ))}
        </section>
      ))}
    </div>
  )
}
