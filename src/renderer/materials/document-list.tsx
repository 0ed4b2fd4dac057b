/** The documents (文书) in one paper: what each is, how sure that is, where it stands; a wrong kind is put right here. */
import type { ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { FileReference } from '../../shared/contract/reply.ts'
import type { ReadMaterial } from '../../shared/intake/reading-contract.ts'
import { useLanguage } from '../language/language.ts'
import { useWrite } from '../transport/calls.ts'
import { useErrorToast } from '../ui/error-toast.ts'
import { Mark } from '../ui/state-tag.tsx'
import { ChoiceButton, type ChoiceOption } from './choice-button.tsx'
import { kindTrust, pageSpan, TRUST_TONES } from './reading-words.ts'
import { materialReference } from './viewer/evidence-document.ts'

interface DocumentListProps {
  readonly material: ReadMaterial
  readonly kinds: Catalogue['documentKinds']
  readonly options: readonly ChoiceOption[]
  readonly editable: boolean
  readonly onOpen: (reference: FileReference, page: number) => void
}

export function DocumentList({ material, kinds, options, editable, onOpen }: DocumentListProps): ReactNode {
  const { t, pick } = useLanguage()
  const toast = useErrorToast()
  const correct = useWrite('intake.correctKind')
  const { materialId, name, documents, pages } = material
  return (
    <ul className="document-list">
      {documents.map((part, index) => {
        const row = kinds.find(({ id }) => id === part.kind)
        const kindName = row === undefined ? t('materials:otherKind') : pick(row.name)
        const trust = kindTrust(part)
        const span = pageSpan(part, pages.length)
        return (
          <li key={index}>
            {editable ? (
              <ChoiceButton
                label={t('materials:document.kindOf', { kind: kindName, number: index + 1, name })}
                value={part.kind}
                options={options}
                onChange={(kind) => correct.mutate({ materialId, part: index, kind }, { onError: toast })}
              />
            ) : (
              <span>{kindName}</span>
            )}
            <Mark tone={TRUST_TONES[trust]} title={t(`materials:document.why.${trust}`)}>
              {t(`materials:document.trust.${trust}`)}
            </Mark>
            {span !== null && (
              <button type="button" className="document-page" onClick={() => onOpen(materialReference(materialId), part.spans[0]?.page ?? 1)}>
                {t('materials:document.pages', { pages: span })}
              </button>
            )}
          </li>
        )
      })}
    </ul>
  )
}
