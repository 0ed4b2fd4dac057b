/** The places in the file on which an answer rests. */
import { BorderOutlined, CloseOutlined, PushpinOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import type { Evidence } from '../../shared/checklist/answers.ts'
import type { Material } from '../../shared/materials/contract.ts'
import { useLanguage } from '../language/language.ts'
import { PlainButton } from '../ui/plain-button.tsx'

interface EvidencePinsProps {
  readonly evidence: readonly Evidence[]
  readonly materials: readonly Material[]
  readonly editable: boolean
  readonly onOpen: (pin: Evidence) => void
  readonly onRemove: (index: number) => void
}

/** The file name without its ending, which says nothing to a reader. */
function shortName(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

export function EvidencePins({ evidence, materials, editable, onOpen, onRemove }: EvidencePinsProps): ReactNode {
  const { t } = useLanguage()
  if (evidence.length === 0) return null
  return (
    <div className="pins">
      {evidence.map((pin, index) => {
        const material = materials.find((one) => one.id === pin.materialId)
        const gone = material === undefined || material.removed !== null
        const name = shortName(material?.name ?? t('checklist:unknownMaterial'))
        const label = pin.page === null ? name : t('checklist:pinAt', { name, page: pin.page })
        return (
          <span key={JSON.stringify(pin)} className="pin">
            <button
              type="button"
              className={gone ? 'pin-place pin-gone' : 'pin-place'}
              disabled={gone}
              title={gone ? t('checklist:materialRemoved') : (pin.passage ?? undefined)}
              onClick={() => onOpen(pin)}
            >
              {label}
              {pin.region !== undefined && <BorderOutlined className="pin-region" aria-label={t('checklist:pinRegion')} />}
              {pin.passage === null ? null : <span className="pin-passage">“{pin.passage}”</span>}
            </button>
            {editable && (
              <button type="button" className="pin-remove" aria-label={t('checklist:removePin', { name: label })} onClick={() => onRemove(index)}>
                <CloseOutlined aria-hidden />
              </button>
            )}
          </span>
        )
      })}
    </div>
  )
}

/** Pins what the viewer shows. */
export function PinButton({ onPin }: { readonly onPin: () => void }): ReactNode {
  const { t } = useLanguage()
  return (
    <PlainButton kind="text" small onClick={onPin}>
      <PushpinOutlined aria-hidden />
      {t('checklist:pin')}
      <kbd aria-hidden>P</kbd>
    </PlainButton>
  )
}
