/** The papers of a case (送审材料): attach, name, look into, and whether they are complete. */
import { useMemo, useRef, useState, type ReactNode } from 'react'
import { Drawer } from 'antd'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { FileReference, StagedFile } from '../../shared/contract/reply.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { CompletenessPanel } from '../intake/completeness-panel.tsx'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { FileDrop } from '../ui/file-drop.tsx'
import { Panel } from '../ui/panel.tsx'
import { mayChangePapers } from '../workspace/person-part.ts'
import { kindFromName } from './kind-from-name.ts'
import { MaterialsTable } from './materials-table.tsx'
import { evidenceOf, printedEvidence, type EvidenceTarget } from './viewer/evidence-document.ts'
import { EvidenceViewer } from './viewer/evidence-viewer.tsx'
import './materials.css'

interface MaterialsTabProps {
  readonly detail: CaseDetail
  readonly catalogue: Catalogue
  readonly person: SignedInPerson | null
}

export function MaterialsTab({ detail, catalogue, person }: MaterialsTabProps): ReactNode {
  const { t } = useLanguage()
  const [target, setTarget] = useState<EvidenceTarget | null>(null)
  const [open, setOpen] = useState(false)
  const attach = useWrite('materials.attach')
  const viewer = useRef<HTMLElement>(null)
  const editable = mayChangePapers(person, detail)
  const documents = useMemo(
    () => [...evidenceOf(detail.materials), ...detail.documents.map(printedEvidence)],
    [detail.materials, detail.documents],
  )
  const kinds = useMemo(() => catalogue.materials.map((row) => ({ id: row.id, name: row.name['zh-CN'] })), [catalogue])
  const show = (reference: FileReference): void => {
    setTarget((old) => ({ reference, page: 1, turn: (old?.turn ?? 0) + 1 }))
    setOpen(true)
  }
  const take = async (file: StagedFile): Promise<void> => {
    const kind = kindFromName(file.name, kinds)
    await attach.mutateAsync({ caseId: detail.id, files: [{ stagedId: file.id, name: file.name, kind }] })
  }
  return (
    <div className="materials">
      <div className="materials-main">
        {editable && <FileDrop compact onStaged={take} hint={t('materials:dropHint')} />}
        <Panel title={t('materials:title')} flush>
          <MaterialsTable materials={detail.materials} catalogue={catalogue} editable={editable} onOpen={show} />
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
        <EvidenceViewer documents={documents} target={target} onChoose={show} frame={viewer} />
      </Drawer>
    </div>
  )
}
