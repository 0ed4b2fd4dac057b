/** An address that names a tab of a case, or a question: goes there and leaves the plain address of the case behind. */
import { useLayoutEffect, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import { isCaseTab } from './case-tab.ts'
import { rememberPlace } from './last-place.ts'

export interface CaseLinkProps {
  readonly id: string
  readonly tab: string
  readonly question?: string | undefined
}

export function CaseLink({ id, tab, question }: CaseLinkProps): ReactNode {
  const [, navigate] = useLocation()
  useLayoutEffect(() => {
    if (isCaseTab(tab)) rememberPlace(id, question === undefined ? { tab } : { tab, question })
    navigate(`/cases/${id}`, { replace: true })
  }, [id, tab, question, navigate])
  return null
}
