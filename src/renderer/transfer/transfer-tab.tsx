/** The tab of a case about crime (移送): the way to the police with its clocks, the threshold helper, and the way back. */
import { Skeleton } from 'antd'
import { useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import { TRANSFER_STATE_LABELS, transferSettled, type TransferAction } from '../../shared/cases/state-machine-transfer.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import type { TransferView } from '../../shared/transfer/contract.ts'
import { useLanguage } from '../language/language.ts'
import { useRead } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { CluesPanel } from './clues-panel.tsx'
import { StepPapers } from './step-papers.tsx'
import { StepRecord } from './step-record.tsx'
import { ThresholdPanel } from './threshold-panel.tsx'
import { TransferTrack } from './track.tsx'
import { TransferActs, TransferDialog, type Prefill } from './transfer-acts.tsx'
import { WayBackPanel } from './way-back-panel.tsx'
import './transfer.css'

interface TransferTabProps {
  readonly detail: CaseDetail
  readonly catalogue: Catalogue
  readonly person: SignedInPerson | null
  /** Shows a companion form of the case. */
  readonly onForm: (form: FormId, about?: string) => void
}

/** How often what is left of the hours is told anew. */
const EVERY_MINUTE = 60_000

export function TransferTab({ detail, catalogue, person, onForm }: TransferTabProps): ReactNode {
  const view = useRead('transfer.get', { caseId: detail.id }, { staleTime: EVERY_MINUTE })
  const returns = useRead('transfer.wayBack', { caseId: detail.id })
  const [asked, setAsked] = useState<{ readonly action: TransferAction; readonly prefill: Prefill | null } | null>(null)
  const raising = view.data?.offers.find(({ action, refusal }) => refusal === null && (action === 'raiseSuspicion' || action === 'raiseAgain'))?.action
  const about = { id: detail.id, party: detail.fields.party.name, actEndedOn: detail.fields.actTo }
  return (
    <div className="transfer">
      <ErrorNotice error={view.error} onRetry={() => void view.refetch()} />
      <ErrorNotice error={returns.error} onRetry={() => void returns.refetch()} />
      {view.data === undefined && view.error === null && <Skeleton active className="case-loading" />}
      {view.data !== undefined && (
        <>
          <TrackPanel view={view.data} onAct={(action) => setAsked({ action, prefill: null })} onForm={onForm} />
          <div className="transfer-columns">
            <div className="transfer-column">
              <ThresholdPanel
                detail={detail}
                catalogue={catalogue}
                lineId={view.data.suspicion?.lineId ?? null}
                onRaise={raising === undefined ? null : (prefill) => setAsked({ action: raising, prefill })}
              />
            </div>
            <div className="transfer-column">
              <RecordsPanel view={view.data} />
              <WayBackPanel catalogue={catalogue} person={person} about={about} onReply={(returnId) => onForm('procuratorialReply', returnId)} />
              <CluesPanel person={person} caseId={detail.id} />
            </div>
          </div>
          {asked !== null && <TransferDialog {...asked} detail={detail} view={view.data} returns={returns.data ?? []} onClose={() => setAsked(null)} />}
        </>
      )}
    </div>
  )
}

interface TrackPanelProps {
  readonly view: TransferView
  readonly onAct: (action: TransferAction) => void
  readonly onForm: TransferTabProps['onForm']
}

function TrackPanel({ view, onAct, onForm }: TrackPanelProps): ReactNode {
  const { t, pick } = useLanguage()
  const open = !transferSettled(view.state)
  const state = <Mark tone={view.state === 'none' ? 'plain' : open ? 'red' : 'green'}>{t('transfer:state', { state: pick(TRANSFER_STATE_LABELS[view.state]) })}</Mark>
  return (
    <Panel title={t('transfer:track')} extra={state}>
      {view.suspicion === null ? (
        <Empty title={t('transfer:notRaised')} hint={t('transfer:notRaisedHint')} />
      ) : (
        <>
          <p className="transfer-summary">
            <span>
              <span className="fs-soft">{t('transfer:offence')}</span> <b>{view.suspicion.offence}</b>
            </span>
            <span>
              <span className="fs-soft">{t('transfer:team')}</span> {view.team.length === 0 ? t('transfer:noTeam') : view.team.map(({ name }) => name).join(t('ui:listSeparator'))}
            </span>
            {open && <span className="fs-soft">{t('transfer:standing')}</span>}
          </p>
          <TransferTrack view={view} />
        </>
      )}
      <div className="transfer-next">
        <b>{t('transfer:nextStep')}</b>
        <TransferActs view={view} onAct={onAct} />
      </div>
      <StepPapers caseId={view.caseId} state={view.state} onForm={onForm} />
    </Panel>
  )
}

function RecordsPanel({ view }: { readonly view: TransferView }): ReactNode {
  const { t } = useLanguage()
  return (
    <Panel title={t('transfer:records')}>
      <StepRecord view={view} />
    </Panel>
  )
}
