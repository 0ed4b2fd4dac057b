/** One case (案件): its clock and its acts above, what is being worked on below. */
import { useCallback, useEffect, useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { ClocksTab } from '../deadlines/clocks-tab.tsx'
import { DisclosureTab } from '../disclosure/disclosure-tab.tsx'
import { DiscretionTab } from '../discretion/discretion-tab.tsx'
import { FollowupTab } from '../followup/followup-tab.tsx'
import { askedFormIn, forgetAskedForm, type AskedForm } from '../forms/asked-form.ts'
import { FormsTab } from '../forms/forms-tab.tsx'
import { useLanguage } from '../language/language.ts'
import { SupplementBanner } from '../intake/supplement-banner.tsx'
import { MaterialsTab } from '../materials/materials-tab.tsx'
import { actBlock } from '../opinion/act-block.ts'
import { OpinionTab } from '../opinion/opinion-tab.tsx'
import { EvidenceOpener } from '../timeline/evidence-opener.tsx'
import { TimelineStrip } from '../timeline/timeline-strip.tsx'
import { TimelineTab } from '../timeline/timeline-tab.tsx'
import { AccountabilityTab } from '../accountability/accountability-tab.tsx'
import { TransferBanner } from '../transfer/transfer-banner.tsx'
import { TransferTab } from '../transfer/transfer-tab.tsx'
import { useRead, useWrite } from '../transport/calls.ts'
import { useErrorToast } from '../ui/error-toast.ts'
import { Waiting } from '../ui/waiting.tsx'
import { ActDialog, type AskedAct } from './act-dialog.tsx'
import type { HeaderAct } from './case-acts.ts'
import { CaseHeader, CaseMarks } from './case-header.tsx'
import { CASE_TABS, isCaseTab, openingTab, type CaseTab } from './case-tab.ts'
import { placeIn, rememberPlace } from './last-place.ts'
import { LostCase } from './lost-case.tsx'
import { JUST_ASKED, useAfterStart, useOpeningAhead } from './opening-ahead.ts'
import { OverviewTab } from './overview-tab.tsx'
import { ReviewTab } from './review-tab.tsx'
import { SavingProvider } from './save-mark.tsx'
import './workspace.css'

export function CaseWorkspace({ caseId }: { readonly caseId: string }): ReactNode {
  const detail = useRead('cases.get', { caseId }, { staleTime: JUST_ASKED })
  // the round is shown with the questions that it was accepted under, not with those of today; where they are the same, they are here already
  const under = detail.data?.rounds.at(-1)?.catalogueVersion?.contentHash
  const today = useCatalogue()
  const catalogue = useRead('catalogue.get', under === undefined ? {} : { contentHash: under }, {
    enabled: detail.data !== undefined,
    staleTime: Infinity,
    known: under === today?.version.contentHash ? today : undefined,
  })
  useOpeningAhead(caseId)
  const session = useRead('session.current', {})
  const error = detail.error ?? catalogue.error ?? session.error
  if (error !== null && (detail.data === undefined || catalogue.data === undefined || session.data === undefined)) {
    const again = (): void => {
      void detail.refetch()
      void catalogue.refetch()
      void session.refetch()
    }
    return <LostCase caseId={caseId} error={error} onRetry={again} />
  }
  if (detail.data === undefined || catalogue.data === undefined || session.data === undefined) {
    return (
      <div className="fs-page">
        <Waiting rows={8} />
      </div>
    )
  }
  return (
    <SavingProvider>
      <EvidenceOpener detail={detail.data}>
        <OpenCase detail={detail.data} catalogue={catalogue.data} person={session.data} />
      </EvidenceOpener>
    </SavingProvider>
  )
}

/** States in which what can be done depends on how far the opinion is. */
const WITH_OPINION: ReadonlySet<string> = new Set(['underReview', 'approved'])

/** Acts whose outcome is told in the tab 后续. */
const AFTER_THE_OPINION: ReadonlySet<AskedAct> = new Set(['adopt', 'object', 'coordinate', 'upholdOpinion', 'decide', 'drop', 'archive'])

interface OpenCaseProps {
  readonly detail: CaseDetail
  readonly catalogue: Catalogue
  readonly person: SignedInPerson | null
}

function OpenCase({ detail, catalogue, person }: OpenCaseProps): ReactNode {
  const { t } = useLanguage()
  const started = useAfterStart(detail.id)
  const isReviewer = person !== null && detail.reviewer?.id === person.id
  const [tab, setTab] = useState<CaseTab>(() => {
    const last = placeIn(detail.id).tab
    return isCaseTab(last) ? last : openingTab(detail.state, isReviewer)
  })
  const [act, setAct] = useState<AskedAct | null>(null)
  const [question, setQuestion] = useState<string | null>(null)
  const [form, setForm] = useState<AskedForm | null>(() => askedFormIn(detail.id))
  // it is asked for once, and is held here from now on
  useEffect(() => forgetAskedForm(detail.id), [detail.id])
  const show = useCallback(
    (next: CaseTab) => {
      rememberPlace(detail.id, { tab: next })
      setTab(next)
      // a question and a form are asked for once: the tab that is opened later by itself does not jump to them
      setQuestion(null)
      setForm(null)
    },
    [detail.id],
  )
  const showTimeline = useCallback(() => show('timeline'), [show])
  const showTransfer = useCallback(() => show('transfer'), [show])
  const showQuestion = useCallback(
    (questionId: string) => {
      show('review')
      setQuestion(questionId)
    },
    [show],
  )
  const showForm = useCallback(
    (wanted: FormId, about: string | null = null) => {
      show('forms')
      setForm({ form: wanted, about })
    },
    [show],
  )
  const opinion = useRead('opinion.get', { caseId: detail.id, round: detail.round }, { enabled: started && WITH_OPINION.has(detail.state) })
  const blockOf = (wanted: HeaderAct): string | null => {
    const block = actBlock(wanted, opinion.data)
    return block === null ? null : t(`opinion:blocked.${block}`)
  }
  const begin = useWrite('checklist.begin')
  const toast = useErrorToast()
  const start = (wanted: HeaderAct): void => {
    if (wanted !== 'startReview') return setAct(wanted)
    if (!begin.isPending) begin.mutate({ caseId: detail.id }, { onSuccess: () => show('review'), onError: toast })
  }
  const done = (finished: AskedAct): void => {
    setAct(null)
    if (AFTER_THE_OPINION.has(finished)) show('followup')
    if (finished === 'submitDraft' || finished === 'approve' || finished === 'sign' || finished === 'issue') show('opinion')
  }
  return (
    <div className="case" data-case={detail.id}>
      <CaseHeader detail={detail} catalogue={catalogue} blockOf={blockOf} onAct={start} />
      <SupplementBanner detail={detail} />
      {started && <TransferBanner caseId={detail.id} onOpen={tab === 'transfer' ? null : showTransfer} />}
      <div className="case-bar">
        <div className="case-tabs" role="tablist" aria-label={t('workspace:tabs')}>
          {CASE_TABS.map((name) => (
            <button
              key={name}
              type="button"
              role="tab"
              id={`case-tab-${name}`}
              aria-selected={name === tab}
              aria-controls="case-panel"
              tabIndex={name === tab ? 0 : -1}
              className="case-tab"
              onClick={() => show(name)}
              onKeyDown={(event) => {
                const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
                const next = CASE_TABS[(CASE_TABS.indexOf(name) + step + CASE_TABS.length) % CASE_TABS.length]
                if (step === 0 || next === undefined) return
                event.preventDefault()
                show(next)
                document.getElementById(`case-tab-${next}`)?.focus()
              }}
            >
              {t(`workspace:tab.${name}`)}
              {name === 'materials' && <span className="case-tab-count">{detail.materials.filter((one) => one.removed === null).length}</span>}
            </button>
          ))}
        </div>
        <CaseMarks detail={detail} catalogue={catalogue} />
      </div>
      {tab !== 'timeline' && started && <TimelineStrip caseId={detail.id} catalogue={catalogue} onWhole={showTimeline} />}
      <div className={`case-panel case-panel-${tab}`} role="tabpanel" id="case-panel" aria-labelledby={`case-tab-${tab}`}>
        {tab === 'overview' && <OverviewTab detail={detail} catalogue={catalogue} person={person} onAct={start} />}
        {tab === 'materials' && <MaterialsTab detail={detail} catalogue={catalogue} person={person} />}
        {tab === 'timeline' && <TimelineTab caseId={detail.id} catalogue={catalogue} />}
        {tab === 'deadlines' && <ClocksTab detail={detail} />}
        {tab === 'review' && <ReviewTab detail={detail} catalogue={catalogue} startAt={question} onAct={start} />}
        {tab === 'discretion' && <DiscretionTab detail={detail} />}
        {tab === 'transfer' && <TransferTab detail={detail} catalogue={catalogue} person={person} onForm={showForm} />}
        {tab === 'accountability' && <AccountabilityTab detail={detail} person={person} />}
        {tab === 'followup' && <FollowupTab detail={detail} catalogue={catalogue} />}
        {tab === 'forms' && <FormsTab detail={detail} startAt={form} />}
        {tab === 'disclosure' && <DisclosureTab detail={detail} />}
        {tab === 'opinion' && (
          <OpinionTab detail={detail} catalogue={catalogue} person={person} onAct={start} onQuestion={showQuestion} />
        )}
      </div>
      <ActDialog act={act} detail={detail} catalogue={catalogue} onClose={() => setAct(null)} onDone={done} />
    </div>
  )
}
