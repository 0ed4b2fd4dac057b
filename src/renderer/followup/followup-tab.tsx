/** What follows the opinion (后续): answers round by round, coordination, the decision beside the review, how it ends. */
import { Skeleton } from 'antd'
import { Fragment, useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { CaseState } from '../../shared/cases/state-machine-terms.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { CoordinationDialog } from './coordination-dialog.tsx'
import { CoordinationPanel } from './coordination-panel.tsx'
import { DecisionDialog } from './decision-dialog.tsx'
import { DecisionPanel } from './decision-panel.tsx'
import { DiscussionDialog } from './discussion-dialog.tsx'
import { DiscussionPanel } from './discussion-panel.tsx'
import { ResumeDialog, SuspendDialog } from './ending-dialogs.tsx'
import { EndingPanel, FilePanel, type EndingAct } from './ending-panel.tsx'
import { MergeDialog } from './merge-dialog.tsx'
import { RoundPanel } from './round-panel.tsx'
import { StandingPanel } from './standing-panel.tsx'
import './followup.css'

/** What is asked for from this tab; acts of the state machine have their buttons in the header. */
type Asked = EndingAct | 'recordCoordination' | 'recordDiscussion' | 'irregular'

/** The archive is near: what the file lacks is worth seeing. */
const NEAR_THE_ARCHIVE: readonly CaseState[] = ['decided', 'disclosed', 'dropped', 'archived']

export function FollowupTab({ detail, catalogue }: { readonly detail: CaseDetail; readonly catalogue: Catalogue }): ReactNode {
  const { t } = useLanguage()
  const followup = useRead('followup.get', { caseId: detail.id })
  const [asked, setAsked] = useState<Asked | null>(null)
  const { data } = followup
  if (data === undefined) return followup.error === null ? <Skeleton active className="case-loading" /> : <ErrorNotice error={followup.error} onRetry={() => void followup.refetch()} />
  const close = (): void => setAsked(null)
  const common = { detail, onClose: close, onDone: close }
  return (
    <div className="followup">
      <div className="followup-column">
        {data.rounds.length === 0 && (
          <Panel>
            <Empty title={t('followup:empty')} hint={t('followup:emptyHint')} />
          </Panel>
        )}
        {data.rounds.toReversed().map((round) => {
          const dispute = data.coordinations.find((one) => one.round === round.round)
          const mayRecord = data.may.recordCoordination && round.round === data.round
          return (
            <Fragment key={round.round}>
              {dispute !== undefined && <CoordinationPanel coordination={dispute} onRecord={mayRecord ? () => setAsked('recordCoordination') : null} />}
              <RoundPanel round={round} catalogue={catalogue} />
            </Fragment>
          )
        })}
      </div>
      <div className="followup-column">
        <StandingPanel followup={data} />
        <DiscussionPanel followup={data} onRecord={data.may.recordDiscussion ? () => setAsked('recordDiscussion') : null} />
        <DecisionPanel followup={data} onIrregular={data.may.recordIrregular ? () => setAsked('irregular') : null} />
        {NEAR_THE_ARCHIVE.includes(data.state) && <FilePanel followup={data} />}
        <EndingPanel followup={data} onAct={setAsked} />
      </div>
      {asked === 'recordCoordination' && <CoordinationDialog {...common} />}
      {asked === 'recordDiscussion' && <DiscussionDialog discussed={data.discussion} {...common} />}
      {asked === 'irregular' && <DecisionDialog act="irregular" {...common} />}
      {asked === 'suspend' && <SuspendDialog {...common} />}
      {asked === 'resume' && <ResumeDialog {...common} />}
      {asked === 'merge' && <MergeDialog {...common} />}
    </div>
  )
}
