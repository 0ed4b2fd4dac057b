/** Where a finding rests: each place opens in the evidence viewer and is marked there. */
import type { ReactNode } from 'react'
import type { Material } from '../../shared/materials/contract.ts'
import type { EvidencePointer } from '../../shared/prereview/finding.ts'
import { useLanguage } from '../language/language.ts'

interface EvidenceLinksProps {
  readonly evidence: readonly EvidencePointer[]
  readonly materials: readonly Material[]
  readonly onOpen: (pointer: EvidencePointer) => void
}

function shortName(name: string): string {
  const dot = name.lastIndexOf('.')
  return dot > 0 ? name.slice(0, dot) : name
}

export function EvidenceLinks({ evidence, materials, onOpen }: EvidenceLinksProps): ReactNode {
  const { t } = useLanguage()
  if (evidence.length === 0) return <span className="fs-soft">{t('prereview:missingFromFile')}</span>
  return evidence.map((pointer) => {
    const { fileId, fileName, passage, quote } = pointer
    const gone = !materials.some(({ id, removed }) => id === fileId && removed === null)
    const name = shortName(fileName)
    return (
      <span key={`${fileId}/${passage.page}/${passage.start}/${passage.end}`} className="pin">
        <button
          type="button"
          className={gone ? 'pin-place pin-gone' : 'pin-place'}
          disabled={gone}
          title={gone ? t('prereview:evidenceGone') : quote === '' ? undefined : quote}
          aria-label={t('prereview:openEvidence', { name, page: passage.page, words: quote })}
          onClick={() => onOpen(pointer)}
        >
          {t('prereview:evidenceAt', { name, page: passage.page })}
          {quote === '' ? null : <span className="pin-passage">“{quote}”</span>}
        </button>
      </span>
    )
  })
}
