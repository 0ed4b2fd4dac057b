/** The dialog behind each button of the header; one at a time. */
import { useLayoutEffect, useRef, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import { CASE_ACTION_LABELS } from '../../shared/cases/state-machine-terms.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { ChooseReviewerDialog } from '../assignment/choose-reviewer-dialog.tsx'
import { DrawDialog } from '../assignment/draw-dialog.tsx'
import { AnswerDialog } from '../followup/answer-dialog.tsx'
import { ArchiveDialog } from '../followup/archive-dialog.tsx'
import { DecisionDialog } from '../followup/decision-dialog.tsx'
import { DropDialog } from '../followup/ending-dialogs.tsx'
import { CoordinateDialog, KeepReviewerDialog, ReReviewDialog } from '../followup/next-round-dialogs.tsx'
import { SettleDialog } from '../followup/settle-dialog.tsx'
import { AcceptDialog } from '../intake/accept-dialog.tsx'
import { ResubmitDialog } from '../intake/resubmit-dialog.tsx'
import { ReturnDialog } from '../intake/return-dialog.tsx'
import { TakeSupplementDialog } from '../intake/take-supplement-dialog.tsx'
import { useLanguage } from '../language/language.ts'
import { ApproveDialog } from '../opinion/approve-dialog.tsx'
import { SendBackDialog } from '../opinion/send-back-dialog.tsx'
import { SigningDialog } from '../opinion/signing-dialog.tsx'
import { SubmitDialog } from '../opinion/submit-dialog.tsx'
import { useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import type { ActProps } from './act-props.ts'
import type { HeaderAct } from './case-acts.ts'

/** Starting the review needs no question. */
export type AskedAct = Exclude<HeaderAct, 'startReview'>

interface ActDialogProps {
  readonly act: AskedAct | null
  readonly detail: CaseDetail
  readonly catalogue: Catalogue
  readonly onClose: () => void
  readonly onDone: (act: AskedAct) => void
}

/**
 * A dialog here goes with its act, at once, and the library gives the focus back only to who waits for its closing. What
 * had the focus gets it again where it is still there, such as after Esc.
 */
function useFocusBack(open: boolean): void {
  const before = useRef<Element | null>(null)
  const was = useRef(false)
  // noted while the dialog is being made: a field of it may take the focus as soon as it is there
  if (open && !was.current) before.current = document.activeElement
  was.current = open
  useLayoutEffect(() => {
    if (!open && before.current instanceof HTMLElement && before.current.isConnected) before.current.focus()
  }, [open])
}

export function ActDialog(props: ActDialogProps): ReactNode {
  const { act, detail, catalogue, onClose } = props
  useFocusBack(act !== null)
  const done = (): void => {
    if (act !== null) props.onDone(act)
  }
  const common = { detail, onClose, onDone: done }
  switch (act) {
    case null:
      return null
    case 'withdraw':
    case 'endSupplement':
    case 'recall':
      return <ReasonAct act={act} {...common} />
    case 'assign':
      return <DrawDialog {...common} />
    case 'assignManually':
    case 'reassign':
      return <ChooseReviewerDialog act={act} {...common} />
    case 'assignSameReviewer':
      return <KeepReviewerDialog {...common} />
    case 'adopt':
    case 'object':
      return <AnswerDialog act={act} {...common} />
    case 'reReview':
      return <ReReviewDialog {...common} />
    case 'coordinate':
      return <CoordinateDialog {...common} />
    case 'upholdOpinion':
    case 'orderClosingRound':
      return <SettleDialog act={act} {...common} />
    case 'decide':
      return <DecisionDialog act={act} {...common} />
    case 'drop':
      return <DropDialog {...common} />
    case 'archive':
      return <ArchiveDialog {...common} />
    case 'accept':
      return <AcceptDialog catalogue={catalogue} {...common} />
    case 'returnForSupplement':
    case 'askSupplement':
      return <ReturnDialog act={act} catalogue={catalogue} {...common} />
    case 'takeSupplement':
      return <TakeSupplementDialog {...common} />
    case 'resubmit':
    case 'resubmitAfterCorrection':
      return <ResubmitDialog act={act} {...common} />
    case 'submitDraft':
      return <SubmitDialog catalogue={catalogue} {...common} />
    case 'approve':
      return <ApproveDialog catalogue={catalogue} {...common} />
    case 'sendBack':
      return <SendBackDialog {...common} />
    case 'sign':
    case 'issue':
      return <SigningDialog act={act} {...common} />
  }
}

function ReasonAct({ act, detail, onClose, onDone }: ActProps & { readonly act: 'withdraw' | 'endSupplement' | 'recall' }): ReactNode {
  const { t, pick } = useLanguage()
  const withdraw = useWrite('cases.withdraw')
  const recall = useWrite('opinion.recall')
  const end = useWrite('intake.endSupplement')
  const write = act === 'withdraw' ? withdraw : act === 'recall' ? recall : end
  return (
    <ConfirmReasonModal
      open
      title={pick(CASE_ACTION_LABELS[act])}
      explanation={t(`workspace:explain.${act}`)}
      confirmLabel={pick(CASE_ACTION_LABELS[act])}
      maximum={act === 'recall' ? 500 : 2000}
      onConfirm={async (reason) => {
        await write.mutateAsync({ caseId: detail.id, reason })
        onDone()
      }}
      onCancel={onClose}
    />
  )
}
