/** The papers of a case (送审材料): take in, read, name, look into, search, and whether they are complete. */
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { Drawer } from 'antd'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { FileReference, StagedFile } from '../../shared/contract/reply.ts'
import type { TextHit } from '../../shared/intake/reading-contract.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { CompletenessPanel } from '../intake/completeness-panel.tsx'
import { useLanguage } from '../language/language.ts'
import { useCallOnce, useRead } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { FileDrop } from '../ui/file-drop.tsx'
import { Panel } from '../ui/panel.tsx'
import { mayChangePapers } from '../workspace/person-part.ts'
import { MaterialsTable } from './materials-table.tsx'
import { RecognitionBar } from './recognition-bar.tsx'
import { TextSearch } from './text-search.tsx'
import { evidenceOf, materialReference, printedEvidence, type EvidenceTarget } from './viewer/evidence-document.ts'
import { EvidenceViewer } from './viewer/evidence-viewer.tsx'
import './materials.css'

interface MaterialsTabProps {
  readonly detail: CaseDetail
  readonly catalogue: Catalogue
  readonly person: SignedInPerson | null
}

export function MaterialsTab({ detail, catalogue, person }: MaterialsTabProps): ReactNode {
  const { t } = useLanguage()
  const call = useCallOnce()
  const [target, setTarget] = useState<EvidenceTarget | null>(null)
  const [open, setOpen] = useState(false)
  const viewer = useRef<HTMLElement>(null)
  const editable = mayChangePapers(person, detail)
  const reading = useRead('intake.reading', { caseId: detail.id })
  const found = useRead('intake.documents', { caseId: detail.id }, { keepPrevious: true })
  const documents = useMemo(
    () => [...evidenceOf(detail.materials), ...detail.documents.map(printedEvidence)],
    [detail.materials, detail.documents],
  )
  const present = useMemo(() => detail.materials.filter(({ removed }) => removed === null), [detail.materials])
  const known = useMemo(() => new Map(present.map(({ sha256, name }) => [sha256 as string, name])), [present])
  const show = (reference: FileReference, page = 1, words: Pick<EvidenceTarget, 'passage' | 'context'> = {}): void => {
    setTarget((old) => ({ reference, page, ...words, turn: (old?.turn ?? 0) + 1 }))
    setOpen(true)
  }
  const showHit = ({ materialId, passage, snippet: { text, from, to } }: TextHit): void =>
    show(materialReference(materialId), passage.page, { passage: text.slice(from, to), context: { before: text.slice(0, from), after: text.slice(to) } })
  const take = async (files: readonly StagedFile[]): Promise<void> => {
    const attached = files.map(({ id, name }) => ({ stagedId: id, name, kind: null }))
    await call('materials.attach', { caseId: detail.id, files: attached })
  }
  return (
    <div className="materials">
      <div className="materials-main">
        {editable && <FileDrop compact onBatch={take} known={known} keptAs={`case/${detail.id}`} hint={t('materials:dropHint')} />}
        <ErrorNotice error={reading.error ?? found.error} onRetry={() => void Promise.all([reading.refetch(), found.refetch()])} />
        <RecognitionBar reading={reading.data} />
        {present.length > 0 && <TextSearch caseId={detail.id} onOpen={showHit} />}
        <Panel title={t('materials:title')} flush>
          <MaterialsTable
            materials={detail.materials}
            catalogue={catalogue}
            reading={reading.data}
            found={found.data?.materials ?? []}
            editable={editable}
            onOpen={show}
          />
        </Panel>
      </div>
      <CompletenessPanel detail={detail} onOpen={show} />
      <Drawer
        open={open}
        onClose={() => setOpen(false)}
        title={t('materials:viewer.title')}
        size="min(960px, 94vw)"
        destroyOnHidden
        styles={{ body: { padding: 0 } }}
      >
        <EvidenceViewer documents={documents} target={target} frame={viewer} />
      </Drawer>
    </div>
  )
}
