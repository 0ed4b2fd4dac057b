/** The opinion being written or read: its parts on the left, the page as it will be printed on the right. */
import { Segmented } from 'antd'
import { useEffect, useLayoutEffect, useState, useSyncExternalStore, type ReactNode } from 'react'
import { useAppearance } from '../app/appearance.ts'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import type { Opinion } from '../../shared/opinion/contract.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { useLanguage } from '../language/language.ts'
import { callOnce, useRead, useTransportState } from '../transport/calls.ts'
import type { Transport } from '../transport/transport.ts'
import { isTheirs } from '../workspace/case-acts.ts'
import { useReportSaving } from '../workspace/save-mark.tsx'
import type { SavingState } from '../workspace/saving.ts'
import { ChangesPanel } from './changes-panel.tsx'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { IssuedPanel } from './issued-panel.tsx'
import { PagePreview } from './page-preview.tsx'
import { Remarks } from './remarks.tsx'
import { SectionKeeper } from './section-keeper.ts'
import { SectionEditor } from './section-editor.tsx'
import { useSendBackForm } from './send-back-form.ts'
import { useShownPages } from './shown-pages.ts'
import { TypePanel } from './type-panel.tsx'

interface OpinionDeskProps {
  readonly detail: CaseDetail
  readonly catalogue: Catalogue
  readonly person: SignedInPerson | null
  readonly opinion: Opinion
  readonly editable: boolean
  readonly onQuestion: (questionId: string) => void
}

export function OpinionDesk({ detail, catalogue, person, opinion, editable, onQuestion }: OpinionDeskProps): ReactNode {
  const { t } = useLanguage()
  const { narrow } = useAppearance()
  const [side, setSide] = useState<'text' | 'page'>('text')
  const keeper = useSectionKeeper(detail.id, opinion)
  useReportSaving(`opinion/${detail.id}`, useSaving(keeper, opinion))
  const shown = useShownPages(detail.id, opinion, keeper, !narrow || side === 'page')
  const current = opinion.round === detail.round
  const remarking = useSendBackForm(detail.id)
  const mayRemark = current && isTheirs(detail.offers, 'sendBack')
  const changed = useRead('opinion.changes', { caseId: detail.id, round: opinion.round }, { staleTime: 0, enabled: opinion.state !== 'issued' })
  const changes = changed.data
  const readBefore = new Map(opinion.state === 'issued' ? [] : changes?.sections.map((section) => [section.id, section]))
  const text = (
    <div className="opinion-text">
      {opinion.state === 'issued' && <IssuedPanel detail={detail} opinion={opinion} person={person} />}
      <TypePanel detail={detail} catalogue={catalogue} opinion={opinion} editable={editable} onQuestion={onQuestion} />
      <ErrorNotice error={changed.error} onRetry={() => void changed.refetch()} />
      {changes !== undefined && changes !== null && (opinion.state === 'draft' || opinion.state === 'submitted') && (
        <ChangesPanel changes={changes} catalogue={catalogue} round={opinion.round} onQuestion={onQuestion} />
      )}
      <Remarks remarks={opinion.remarks.filter((remark) => remark.sectionId === null)} caseId={detail.id} opinion={opinion} answerable={editable} />
      {opinion.sections.map((section) => (
        <SectionEditor
          key={section.id}
          caseId={detail.id}
          opinion={opinion}
          section={section}
          keeper={keeper}
          editable={editable}
          read={readBefore.get(section.id)}
          remarking={mayRemark ? remarking : null}
        />
      ))}
    </div>
  )
  const page = (
    <div className="opinion-page" tabIndex={0} role="document" aria-label={t('opinion:preview')}>
      <PagePreview shown={shown} />
    </div>
  )
  if (!narrow) {
    return (
      <div className="opinion-desk">
        {text}
        {page}
      </div>
    )
  }
  return (
    <div className="opinion-single">
      <Segmented
        block
        size="small"
        value={side}
        options={[
          { value: 'text', label: t('opinion:sideText') },
          { value: 'page', label: t('opinion:sidePage') },
        ]}
        onChange={setSide}
      />
      {side === 'text' ? text : page}
    </div>
  )
}

const KEEPERS = new WeakMap<Transport, Map<string, SectionKeeper>>()

function keeperOf(transport: Transport, caseId: string, round: number): SectionKeeper {
  const known = KEEPERS.get(transport) ?? new Map<string, SectionKeeper>()
  KEEPERS.set(transport, known)
  const key = `${caseId}/${round}`
  const existing = known.get(key)
  if (existing !== undefined) return existing
  const keeper = new SectionKeeper({
    save: async (sectionId, expectedVersion, text, noted) => {
      const input = { caseId, expectedVersion, sectionId, text, ...(noted === null ? {} : { base: noted }) }
      try {
        return { kind: 'saved', opinion: await callOnce(transport, 'opinion.saveSection', input) }
      } catch (error) {
        return FashenError.is(error, 'conflict') ? { kind: 'conflict' } : { kind: 'failed', error }
      }
    },
    load: async () => {
      const opinion = await callOnce(transport, 'opinion.get', { caseId, round })
      return opinion ?? { version: 0, sections: [] }
    },
  })
  known.set(key, keeper)
  return keeper
}

function useSectionKeeper(caseId: string, opinion: Opinion): SectionKeeper {
  const { transport, stopped } = useTransportState()
  const keeper = keeperOf(transport, caseId, opinion.round)
  useLayoutEffect(() => keeper.receive(opinion), [keeper, opinion])
  useEffect(() => {
    if (!stopped) void keeper.flush()
  }, [keeper, stopped])
  useEffect(() => {
    const flush = (): void => void keeper.flush()
    window.addEventListener('pagehide', flush)
    return () => {
      window.removeEventListener('pagehide', flush)
      flush()
    }
  }, [keeper])
  return keeper
}

function useSaving(keeper: SectionKeeper, opinion: Opinion): SavingState {
  const version = useSyncExternalStore(keeper.subscribe, keeper.version)
  const [savedAt, setSavedAt] = useState<string | null>(null)
  const states = opinion.sections.map((section) => keeper.get(section.id).state)
  const stuck = states.some((state) => state === 'failed' || state === 'conflict')
  const pending = states.includes('waiting')
  const [wasPending, setWasPending] = useState(false)
  useEffect(() => {
    // the moment at which the last of what was typed had been acknowledged
    if (pending) setWasPending(true)
    else if (wasPending && !stuck) {
      setWasPending(false)
      setSavedAt(new Date().toISOString())
    }
  }, [pending, stuck, wasPending, version])
  return { state: stuck ? 'stuck' : pending ? 'pending' : 'saved', savedAt }
}
