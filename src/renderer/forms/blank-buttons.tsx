/** An empty form to take away and fill in by hand. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { PaperFormat } from '../../shared/documents/made-paper.ts'
import type { FormId } from '../../shared/forms/form-ids.ts'
import { useLanguage } from '../language/language.ts'
import { saveCopy } from '../materials/viewer/save-copy.ts'
import type { FileReference } from '../../shared/contract/reply.ts'
import { callOnce, useTransport } from '../transport/calls.ts'
import { useErrorToast } from '../ui/error-toast.ts'

export function BlankButtons({ form }: { readonly form: FormId }): ReactNode {
  const { t } = useLanguage()
  const transport = useTransport()
  const toast = useErrorToast()
  const save = (format: PaperFormat): void => {
    callOnce(transport, 'forms.blank', { form, format })
      .then(({ reference, name }) => saveCopy(transport, reference as FileReference, name))
      .catch(toast)
  }
  return (
    <div className="fs-row">
      <Button size="small" onClick={() => save('pdf')}>
        {t('forms:blankPdf')}
      </Button>
      <Button size="small" onClick={() => save('docx')}>
        {t('forms:blankDocx')}
      </Button>
    </div>
  )
}
