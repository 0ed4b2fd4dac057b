/** The phrases to look through and keep in order, over the review. */
import { Modal } from 'antd'
import type { ReactNode } from 'react'
import type { PhrasePlace } from '../../shared/phrases/find-phrases.ts'
import { useLanguage } from '../language/language.ts'
import { PhraseShelves } from './phrase-shelves.tsx'

export function PhrasesDialog({ place, onClose }: { readonly place?: PhrasePlace | undefined; readonly onClose: () => void }): ReactNode {
  const { t } = useLanguage()
  return (
    <Modal open title={t('phrases:title')} onCancel={onClose} footer={null} width="46rem" destroyOnHidden>
      <PhraseShelves place={place} />
    </Modal>
  )
}
