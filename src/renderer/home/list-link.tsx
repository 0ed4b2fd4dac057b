/** A number, or words, that open the list of cases behind them. */
import type { ReactNode } from 'react'
import { Link } from 'wouter'
import { caseListPath, type CaseSorting } from '../../shared/cases/case-filter.ts'
import type { HomeFilter } from '../../shared/home/home-filter.ts'

const BY_DUE: CaseSorting = { by: 'dueOn', descending: false }
const NEWEST: CaseSorting = { by: 'updatedAt', descending: true }

/** What is done is read newest first; what waits, by its due day. */
function sortFor({ issuedFrom, receivedFrom }: HomeFilter): CaseSorting {
  return issuedFrom !== undefined || receivedFrom !== undefined ? NEWEST : BY_DUE
}

export function listPath(filter: HomeFilter): string {
  const { states, ...rest } = filter
  return caseListPath({ ...rest, ...(states === undefined ? {} : { states: [...states] }) }, sortFor(filter))
}

export interface ListLinkProps {
  readonly filter: HomeFilter
  readonly className?: string
  /** What is read aloud where the words alone do not say it; it begins with them. */
  readonly label?: string
  readonly children: ReactNode
}

export function ListLink({ filter, className, label, children }: ListLinkProps): ReactNode {
  return (
    <Link href={listPath(filter)} className={className ?? ''} {...(label === undefined ? {} : { 'aria-label': label })}>
      {children}
    </Link>
  )
}
