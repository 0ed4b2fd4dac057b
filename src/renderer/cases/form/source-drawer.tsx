/** The paper behind a field, beside the form, at the words that were read. */
import { Drawer } from 'antd'
import { useState, type ReactNode } from 'react'
import type { FieldSource } from '../../../shared/intake/case-proposal.ts'
import type { FileReference } from '../../../shared/contract/reply.ts'
import { useLanguage } from '../../language/language.ts'
import type { EvidenceDocument, EvidenceTarget } from '../../materials/viewer/evidence-document.ts'
import { EvidenceViewer } from '../../materials/viewer/evidence-viewer.tsx'

export interface ShownSource {
  readonly target: EvidenceTarget | null
  readonly shown: boolean
  readonly open: (source: FieldSource) => void
  readonly close: () => void
}

export function useShownSource(referenceOf: (fileId: string) => FileReference): ShownSource {
  const [target, setTarget] = useState<EvidenceTarget | null>(null)
  const [shown, setShown] = useState(false)
  const go = (reference: FileReference, page: number, passage: string | null): void => {
    setTarget((old) => ({ reference, page, passage, turn: (old?.turn ?? 0) + 1 }))
    setShown(true)
  }
  return {
    target,
    shown,
    open: ({ fileId, passage, quote }) => go(referenceOf(fileId), passage.page, quote === '' ? null : quote),
    close: () => setShown(false),
  }
}

export function SourceDrawer({ source, documents }: { readonly source: ShownSource; readonly documents: readonly EvidenceDocument[] }): ReactNode {
  const { t } = useLanguage()
  return (
    <Drawer open={source.shown} onClose={source.close} title={t('materials:viewer.title')} size="min(760px, 94vw)" mask={false} destroyOnHidden styles={{ body: { padding: 0 } }}>
      <EvidenceViewer documents={documents} target={source.target} />
    </Drawer>
  )
}
