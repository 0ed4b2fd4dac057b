/** The discretion sheet of a round beside the papers: filled in by the reviewer, read by the others. */
import { App, Button, Segmented } from 'antd'
import { useCallback, useEffect, useMemo, useRef, useState, type ReactNode } from 'react'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Evidence } from '../../shared/checklist/answers.ts'
import type { DiscretionView } from '../../shared/discretion/contract.ts'
import type { DiscretionSheet } from '../../shared/discretion/discretion-sheet.ts'
import { sheetChecks } from '../../shared/discretion/sheet-checks.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { materialIdSchema } from '../../shared/values/values.ts'
import { useAppearance } from '../app/appearance.ts'
import { useLanguage } from '../language/language.ts'
import { evidenceOf, materialReference, selectedPassage, type EvidenceTarget, type ShownPlace } from '../materials/viewer/evidence-document.ts'
import { EvidenceViewer } from '../materials/viewer/evidence-viewer.tsx'
import { useWrite } from '../transport/calls.ts'
import { DraftMark } from '../ui/draft-mark.tsx'
import { useDraft } from '../ui/draft.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { AdjustmentsPanel } from './adjustments-panel.tsx'
import { BenchmarkPanel } from './benchmark-panel.tsx'
import { FactorTable, type PinActs } from './factor-table.tsx'
import { ResultPanel } from './result-panel.tsx'
import { SheetConflict } from './sheet-conflict.tsx'
import { sameSheet, tidied } from './sheet-draft.ts'
import { SimilarPanel } from './similar-panel.tsx'

interface DiscretionDeskProps {
  readonly detail: CaseDetail
  readonly view: DiscretionView
  /** Asks for the sheet again. */
  readonly onStale: () => void
}

/** The paper that is shown first, and the acts by which facts are tied to pages. */
function usePapers(detail: CaseDetail) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const documents = useMemo(() => evidenceOf(detail.materials), [detail.materials])
  const [target, setTarget] = useState<EvidenceTarget | null>(() => (documents[0] === undefined ? null : { reference: documents[0].reference, page: 1, turn: 0 }))
  const [shown, setShown] = useState(false)
  const place = useRef<ShownPlace | null>(null)
  const frame = useRef<HTMLElement>(null)
  const open = useCallback((reference: EvidenceTarget['reference'], page = 1, passage: string | null = null) => {
    setTarget((old) => ({ reference, page, passage, turn: (old?.turn ?? 0) + 1 }))
    setShown(true)
  }, [])
  const pins: PinActs = {
    materials: detail.materials,
    open: (pin) => open(materialReference(pin.materialId), pin.page ?? 1, pin.passage),
    take: (): Evidence | null => {
      const materialId = materialIdSchema.safeParse(place.current?.reference.replace('material/', ''))
      if (place.current === null || !materialId.success) {
        void message.info(t('discretion:pin.none'))
        setShown(true)
        return null
      }
      return { materialId: materialId.data, page: place.current.page, passage: selectedPassage(frame.current) }
    },
  }
  const viewer = <EvidenceViewer documents={documents} target={target} place={place} frame={frame} />
  return { pins, viewer, shown, setShown }
}

/** The sheet as it is being filled in: a draft until it is saved. */
function useSheet({ detail, view, onStale }: DiscretionDeskProps) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const draft = useDraft<{ readonly version: number; readonly sheet: DiscretionSheet }>(`case/${detail.id}/discretion/${view.round}`, { version: view.version, sheet: view.sheet })
  const write = useWrite('discretion.save')
  const [reasonMissing, setReasonMissing] = useState(false)
  const { version, sheet } = view.editable ? draft.value : view
  const changed = view.editable && !sameSheet(sheet, view.sheet)
  const benchmark = sheet.benchmarkId === null ? null : (view.benchmark?.id === sheet.benchmarkId ? view.benchmark : (view.candidates.find(({ id }) => id === sheet.benchmarkId) ?? null))
  const checks = sheetChecks(benchmark, sheet, view.fine)
  const { ready, restored, discard, set } = draft
  useEffect(() => {
    // a draft that says what is saved is none
    if (ready && restored && !changed) void discard()
  }, [ready, restored, changed, discard])
  const change = useCallback((next: (sheet: DiscretionSheet) => DiscretionSheet) => set((old) => ({ ...old, sheet: next(old.sheet) })), [set])
  const save = async (): Promise<void> => {
    setReasonMissing(checks.departs && sheet.departure.trim() === '')
    if (checks.departs && sheet.departure.trim() === '') return
    try {
      await write.mutateAsync({ caseId: detail.id, expectedVersion: view.version, sheet: tidied(sheet) })
      void message.success(t('discretion:saved'))
    } catch (error) {
      if (!FashenError.is(error, 'conflict')) return
      write.reset()
    }
    onStale()
  }
  return { draft, sheet, benchmark, checks, changed, conflict: changed && version !== view.version, reasonMissing, change, save, write }
}

export function DiscretionDesk(props: DiscretionDeskProps): ReactNode {
  const { detail, view } = props
  const { t } = useLanguage()
  const { narrow } = useAppearance()
  const { pins, viewer, shown, setShown } = usePapers(detail)
  const { draft, sheet, benchmark, checks, changed, conflict, reasonMissing, change, save, write } = useSheet(props)
  const { editable, fine } = view
  if (editable && !draft.ready) return null
  const hasBasis = detail.fields.citations.some(({ role }) => role === 'basis')
  const panels = (
    <div className="discretion-sheet">
      {!editable && <p className="fs-soft">{t('discretion:readOnly')}</p>}
      {conflict && (
        <SheetConflict mine={sheet} view={view} benchmark={benchmark} busy={write.isPending} onKeepMine={() => void save()} onTakeTheirs={() => void draft.discard()} />
      )}
      <BenchmarkPanel candidates={view.candidates} benchmark={benchmark} sheet={sheet} editable={editable} hasBasis={hasBasis} onChange={(next) => change(() => next)} />
      {benchmark !== null && <FactorTable benchmark={benchmark} sheet={sheet} unexplained={checks.unexplained} editable={editable} pins={pins} onChange={change} />}
      {benchmark !== null && <ResultPanel benchmark={benchmark} sheet={sheet} checks={checks} fine={fine} editable={editable} reasonMissing={reasonMissing} onChange={change} />}
      <SimilarPanel similar={view.similar} settled={detail.rounds.find(({ round }) => round === view.round)?.issuedAt !== null} />
      <AdjustmentsPanel adjustments={view.adjustments} sheet={sheet} fine={fine} editable={editable} pins={pins} onChange={change} />
    </div>
  )
  const acts = (
    <div className="discretion-acts">
      {editable && (
        <>
          <Button type="primary" disabled={!changed || conflict} loading={write.isPending} title={changed ? undefined : t('discretion:nothingToSave')} onClick={() => void save()}>
            {t('discretion:save')}
          </Button>
          {changed && !conflict && (
            <Button type="text" onClick={() => void draft.discard()}>
              {t('discretion:discard')}
            </Button>
          )}
          {changed && <Mark tone="amber">{t('discretion:unsaved')}</Mark>}
          <span role="status">{changed && <DraftMark status={draft.status} />}</span>
        </>
      )}
      {!narrow && (
        <Button className="discretion-papers-toggle" aria-expanded={shown} onClick={() => setShown(!shown)}>
          {t(shown ? 'discretion:hidePapers' : 'discretion:showPapers')}
        </Button>
      )}
      <ErrorNotice error={write.error} />
    </div>
  )
  if (narrow) {
    return (
      <div className="discretion-single">
        <Segmented
          block
          size="small"
          value={shown}
          options={[
            { value: false, label: t('discretion:sheet') },
            { value: true, label: t('discretion:papers') },
          ]}
          onChange={setShown}
        />
        <div className="discretion-pane" hidden={shown}>
          {acts}
          {panels}
        </div>
        <div className="discretion-pane discretion-papers" hidden={!shown}>
          {viewer}
        </div>
      </div>
    )
  }
  return (
    <div className="discretion-panes" data-papers={shown}>
      <div className="discretion-pane">
        {acts}
        {panels}
      </div>
      <div className="discretion-pane discretion-papers" hidden={!shown}>
        {viewer}
      </div>
    </div>
  )
}
