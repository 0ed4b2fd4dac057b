/** Where in the papers a fact stands: taken from the page that the viewer shows, opened there again. */
import { CloseOutlined, PushpinOutlined } from '@ant-design/icons'
import { Button, Tooltip } from 'antd'
import type { ReactNode } from 'react'
import type { Evidence } from '../../shared/checklist/answers.ts'
import type { Material } from '../../shared/materials/contract.ts'
import { useLanguage } from '../language/language.ts'
import '../checklist/checklist.css'

interface EvidencePointerProps {
  readonly evidence: Evidence | null
  readonly materials: readonly Material[]
  readonly editable: boolean
  /** What the pointer belongs to, for its name. */
  readonly of: string
  readonly onOpen: (evidence: Evidence) => void
  readonly onTake: () => void
  readonly onRemove: () => void
}

export function EvidencePointer({ evidence, materials, editable, of, onOpen, onTake, onRemove }: EvidencePointerProps): ReactNode {
  const { t } = useLanguage()
  if (evidence === null) {
    if (!editable) return <span className="fs-soft">—</span>
    return (
      <Button size="small" icon={<PushpinOutlined aria-hidden />} aria-label={t('discretion:pin.takeFor', { of })} onClick={onTake}>
        {t('discretion:pin.take')}
      </Button>
    )
  }
  const material = materials.find(({ id }) => id === evidence.materialId)
  const gone = material === undefined || material.removed !== null
  const name = (material?.name ?? t('discretion:pin.unknown')).replace(/\.[^.]+$/u, '')
  const label = evidence.page === null ? name : t('discretion:pin.at', { name, page: evidence.page })
  return (
    <span className="pin">
      <Tooltip title={gone ? t('discretion:pin.gone') : evidence.passage}>
        <button type="button" className={gone ? 'pin-place pin-gone' : 'pin-place'} disabled={gone} onClick={() => onOpen(evidence)}>
          {label}
          {evidence.passage === null ? null : <span className="pin-passage">“{evidence.passage}”</span>}
        </button>
      </Tooltip>
      {editable && (
        <button type="button" className="pin-remove" aria-label={t('discretion:pin.remove', { name: label })} onClick={onRemove}>
          <CloseOutlined aria-hidden />
        </button>
      )}
    </span>
  )
}
