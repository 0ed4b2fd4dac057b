/** Files that prove something (公开凭证): taken in by drop or choice, named, and removed again before they are handed in. */
import { CloseOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { Proof } from '../../shared/disclosure/contract.ts'
import { useLanguage } from '../language/language.ts'
import { documentReference } from '../materials/viewer/evidence-document.ts'
import { saveCopy } from '../materials/viewer/save-copy.ts'
import { useTransport } from '../transport/calls.ts'
import { useErrorToast } from '../ui/error-toast.ts'
import { FieldGroup } from '../ui/field.tsx'
import { FileDrop } from '../ui/file-drop.tsx'

export interface GivenProof {
  readonly stagedId: string
  readonly name: string
}

interface ProofsFieldProps {
  readonly proofs: readonly GivenProof[]
  readonly tried: boolean
  readonly onChange: (change: (now: readonly GivenProof[]) => readonly GivenProof[]) => void
}

export function ProofsField({ proofs, tried, onChange }: ProofsFieldProps): ReactNode {
  const { t } = useLanguage()
  return (
    <FieldGroup label={t('disclosure:proofs')} required error={tried && proofs.length === 0 ? t('disclosure:proofNeeded') : undefined}>
      <FileDrop compact hint={t('disclosure:proofsHint')} disabled={proofs.length >= 10} onStaged={({ id, name }) => onChange((now) => [...now, { stagedId: id, name }].slice(0, 10))} />
      <ul className="disclosure-proofs">
        {proofs.map(({ stagedId, name }) => (
          <li key={stagedId}>
            {name}
            <Button
              type="text"
              size="small"
              icon={<CloseOutlined aria-hidden />}
              aria-label={t('disclosure:removeProof', { name })}
              onClick={() => onChange((now) => now.filter((one) => one.stagedId !== stagedId))}
            />
          </li>
        ))}
      </ul>
    </FieldGroup>
  )
}

/** Kept proofs: each a button that saves a copy, with the beginning of its hash. */
export function ProofLinks({ proofs }: { readonly proofs: readonly Proof[] }): ReactNode {
  const { t } = useLanguage()
  const transport = useTransport()
  const toast = useErrorToast()
  return (
    <ul className="disclosure-proofs">
      {proofs.map(({ documentId, name, sha256 }) => (
        <li key={documentId}>
          <Button type="link" size="small" className="disclosure-link" aria-label={t('disclosure:openProof', { name })} onClick={() => void saveCopy(transport, documentReference(documentId), name).catch(toast)}>
            {name}
          </Button>{' '}
          <span className="fs-soft fs-figures" title={sha256}>
            {t('disclosure:hash', { hash: sha256.slice(0, 12) })}
          </span>
        </li>
      ))}
    </ul>
  )
}
