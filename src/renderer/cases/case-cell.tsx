/** What stands in one cell of the list, and the card that a narrow window shows instead of a row. */
import type { ReactNode } from 'react'
import type { CaseColumn } from '../../shared/cases/case-columns.ts'
import type { CaseRow } from '../../shared/cases/case.ts'
import type { CaseHit } from '../../shared/cases/contract.ts'
import { useLanguage } from '../language/language.ts'
import { AmountText } from '../ui/amount-text.tsx'
import { DateText, DaysLeft } from '../ui/date-text.tsx'
import { formatDayOf } from '../ui/formats.ts'
import { RedMark, StateTag } from '../ui/state-tag.tsx'
import { ACTION_KIND_LABELS } from '../ui/vocabulary-labels.ts'
import { useDaysLeft } from './working-days.ts'

/** Columns whose text may take two lines. */
export const TEXTS: readonly CaseColumn[] = ['title', 'party', 'unit', 'number', 'due', 'caseNumber', 'fileNumber', 'kinds']

export function Due({ row }: { readonly row: CaseRow }): ReactNode {
  const daysLeft = useDaysLeft()
  if (row.dueOn === null) return <DateText value={null} />
  const left = daysLeft?.(row.dueOn)
  return (
    <span className={left !== undefined && left.days < 0 ? 'fs-red' : ''}>
      <DateText value={row.dueOn} /> {left !== undefined && left.days <= 5 ? <DaysLeft {...left} /> : null}
    </span>
  )
}

/** Where the searched words stand: which paper and page, or which opinion, and the words around them. */
export function HitLine({ hit }: { readonly hit: CaseHit }): ReactNode {
  const { t } = useLanguage()
  const { place, snippet } = hit
  const where =
    place.kind === 'paper'
      ? t('cases:list.hitPaper', { name: place.name, page: place.page })
      : t(place.issued ? 'cases:list.hitIssued' : 'cases:list.hitDraft', { round: place.round })
  const words = `${snippet.before}${snippet.match}${snippet.after}`
  return (
    <span className="fs-case-hit" title={`${where} · ${words}`}>
      <span className="fs-case-hit-place">{where}</span> {snippet.before}
      <mark>{snippet.match}</mark>
      {snippet.after}
    </span>
  )
}

/** The mark of a red case, apart from the title that follows it. */
function RedBefore(): ReactNode {
  return (
    <>
      <RedMark />{' '}
    </>
  )
}

export function Cell({ row, column, hit }: { readonly row: CaseRow; readonly column: CaseColumn; readonly hit: CaseHit | undefined }): ReactNode {
  const { pick, t } = useLanguage()
  switch (column) {
    case 'title':
      return (
        <>
          {row.red && <RedBefore />}
          <strong>{row.title}</strong>
          {hit === undefined ? null : <HitLine hit={hit} />}
        </>
      )
    case 'party':
      return row.partyName
    case 'unit':
      return row.submittingUnit
    case 'state':
      return <StateTag state={row.state} />
    case 'round':
      return row.round
    case 'received':
      return <DateText value={row.receivedOn} />
    case 'due':
      return <Due row={row} />
    case 'reviewer':
      return row.reviewerName ?? '—'
    case 'amount':
      return <AmountText value={row.amount} />
    case 'number':
      return row.opinionNumber ?? '—'
    case 'caseNumber':
      return row.caseNumber ?? '—'
    case 'fileNumber':
      return row.fileNumber === '' ? '—' : row.fileNumber
    case 'kinds':
      return row.actionKinds.map((kind) => pick(ACTION_KIND_LABELS[kind])).join(t('ui:listSeparator'))
    case 'updated':
      return <DateText value={formatDayOf(row.updatedAt)} />
  }
}

export function Card({ row, hit }: { readonly row: CaseRow; readonly hit: CaseHit | undefined }): ReactNode {
  const { t } = useLanguage()
  return (
    <div role="gridcell" aria-colindex={2} className="fs-case-card">
      {row.red && <RedBefore />}
      <strong>{row.title}</strong>
      <div className="fs-row">
        <StateTag state={row.state} />
        <span className="fs-soft">{t('ui:round', { round: row.round })}</span>
        <AmountText value={row.amount} />
        <Due row={row} />
      </div>
      {hit === undefined ? (
        <div className="fs-soft">
          {[row.partyName, row.submittingUnit, row.reviewerName].filter((part) => part !== null && part !== '').join(' · ')}
        </div>
      ) : (
        <HitLine hit={hit} />
      )}
    </div>
  )
}
