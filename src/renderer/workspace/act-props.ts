import type { CaseDetail } from '../../shared/cases/contract.ts'

/** What the dialog of every act gets. */
export interface ActProps {
  readonly detail: CaseDetail
  readonly onClose: () => void
  /** The act is done. */
  readonly onDone: () => void
}
