/** Two buttons that have a paper made and save it to the person's computer: as PDF and for Word. */
import { App, Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { FileReference } from '../../shared/contract/reply.ts'
import type { MadePaper, PaperFormat } from '../../shared/documents/made-paper.ts'
import { errorFromJson } from '../../shared/errors/errors.ts'
import { useLanguage } from '../language/language.ts'
import { useTransport } from '../transport/calls.ts'
import { ErrorNotice } from '../ui/error-notice.tsx'
import { saveFile } from '../ui/save-file.ts'

export function PaperButtons({ fetch }: { readonly fetch: (format: PaperFormat) => Promise<MadePaper> }): ReactNode {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const transport = useTransport()
  const [busy, setBusy] = useState<PaperFormat | null>(null)
  const [error, setError] = useState<unknown>(null)
  const print = async (format: PaperFormat): Promise<void> => {
    setError(null)
    setBusy(format)
    try {
      const { reference, name } = await fetch(format)
      const reply = await transport.openFile(reference as FileReference)
      if (!reply.ok) throw errorFromJson(reply.error)
      saveFile(name, reply.value.bytes)
      void message.success(t('accountability:print.done', { name }))
    } catch (thrown) {
      setError(thrown)
    } finally {
      setBusy(null)
    }
  }
  return (
    <div className="acc-print">
      <Button size="small" loading={busy === 'pdf'} disabled={busy === 'docx'} onClick={() => void print('pdf')}>
        {t('accountability:print.pdf')}
      </Button>
      <Button size="small" loading={busy === 'docx'} disabled={busy === 'pdf'} onClick={() => void print('docx')}>
        {t('accountability:print.docx')}
      </Button>
      <ErrorNotice error={error} />
    </div>
  )
}
