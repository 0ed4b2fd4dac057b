/** 审核 ↔ 决定: what was reviewed beside what was decided, line by line, differences marked. */
import type { ReactNode } from 'react'
import type { ComparedRow, DecisionComparison } from '../../shared/followup/decision-comparison.ts'
import { useLanguage } from '../language/language.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { comparedWords } from './compared-words.ts'

export interface ComparisonTableProps {
  readonly comparison: DecisionComparison
  /** The facts that were reviewed: a decision tells only how they changed. */
  readonly facts: string
}

/** What differs is what one looks for. */
function differencesFirst(rows: readonly ComparedRow[]): { readonly row: ComparedRow; readonly place: number }[] {
  const placed = rows.map((row, place) => ({ row, place }))
  return [...placed.filter(({ row }) => row.aspect !== null), ...placed.filter(({ row }) => row.aspect === null)]
}

export function ComparisonTable({ comparison, facts }: ComparisonTableProps): ReactNode {
  const { t, language } = useLanguage()
  const sides = (row: ComparedRow): { reviewed: string; decided: string } => {
    if (row.about === 'facts') {
      return { reviewed: facts === '' ? t('followup:factsReviewed') : facts, decided: row.decided === null ? t('followup:factsSame') : comparedWords(row.decided, language) }
    }
    return { reviewed: comparedWords(row.reviewed, language), decided: comparedWords(row.decided, language) }
  }
  const cell = (row: ComparedRow, side: 'reviewed' | 'decided'): ReactNode => {
    const words = sides(row)[side]
    const shown = words === '' ? <span className="fs-soft">{t('followup:nothing')}</span> : words
    // the facts can be long: they scroll, so the keyboard has to reach them
    if (row.about !== 'facts') return <span className="followup-side">{shown}</span>
    return (
      <span className="followup-side followup-facts" tabIndex={0} role="note">
        {shown}
      </span>
    )
  }
  return (
    <div className="followup-comparison">
      <DataTable
        label={t('followup:compared')}
        rows={differencesFirst(comparison.rows)}
        rowKey={({ place }) => String(place)}
        columns={[
          { key: 'about', title: '', narrow: true, render: ({ row }) => t(`followup:about.${row.about}`) },
          { key: 'reviewed', title: t('followup:reviewed'), render: ({ row }) => cell(row, 'reviewed') },
          { key: 'decided', title: t('followup:decided'), render: ({ row }) => cell(row, 'decided') },
          {
            key: 'differs',
            title: t('followup:differs'),
            narrow: true,
            render: ({ row }) => (row.aspect === null ? null : <Mark tone="red">{t(`followup:aspect.${row.aspect}`)}</Mark>),
          },
        ]}
      />
    </div>
  )
}
