/** The eight headings with how far each is and what is open in it. */
import { memo, type ReactNode } from 'react'
import { chineseNumeral } from '../../shared/catalogue/citation.ts'
import type { Heading } from '../../shared/catalogue/schema.ts'
import { useLanguage } from '../language/language.ts'
import { SHORT_HEADING_LABELS } from '../ui/vocabulary-labels.ts'
import { headingProgress, type OrderedHeading, type ShownAnswers } from './question-order.ts'

interface HeadingListProps {
  readonly headings: readonly OrderedHeading[]
  readonly rows: readonly Heading[]
  readonly answers: ShownAnswers
  readonly currentHeading: string | null
  /** Open findings by the number of the heading. */
  readonly openFindings: ReadonlyMap<number, number>
  readonly onChoose: (headingId: string) => void
}

export const HeadingList = memo(function HeadingList({ headings, rows, answers, currentHeading, openFindings, onChoose }: HeadingListProps): ReactNode {
  const { language, t, pick } = useLanguage()
  return (
    <nav className="headings" aria-label={t('checklist:headings')}>
      {headings.map((heading) => {
        const row = rows.find((one) => one.id === heading.headingId)
        const { answered, total, problems } = headingProgress(heading, answers)
        const state = problems > 0 ? 'problem' : total > 0 && answered === total ? 'done' : answered > 0 ? 'begun' : 'open'
        const number = row === undefined ? '' : language === 'zh-CN' ? chineseNumeral(row.number) : String(row.number)
        const name = row === undefined ? heading.headingId : pick(SHORT_HEADING_LABELS[row.id])
        const open = row === undefined ? 0 : (openFindings.get(row.number) ?? 0)
        return (
          <button
            key={heading.headingId}
            type="button"
            className="heading"
            aria-current={heading.headingId === currentHeading ? 'true' : undefined}
            title={row === undefined ? undefined : pick(row.statutory)}
            onClick={() => onChoose(heading.headingId)}
          >
            <span className={`heading-dot heading-${state}`} aria-hidden />
            <span className="heading-name">
              {`${number}\u{a0}${name}`}
            </span>
            {open > 0 && (
              <span className="heading-findings" title={t('prereview:openCount', { count: open })}>
                <span aria-hidden>{t('prereview:openShort', { count: open })}</span>
                <span className="fs-hidden">{t('prereview:openCount', { count: open })}</span>
              </span>
            )}
            <span className="heading-count">
              {answered}/{total}
              {problems > 0 && (
                <b title={t('checklist:problems', { count: problems })}>
                  {' · '}
                  {problems}
                  <span className="fs-hidden">{t('checklist:problemsShort')}</span>
                </b>
              )}
            </span>
          </button>
        )
      })}
    </nav>
  )
})
