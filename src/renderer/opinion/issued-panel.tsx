/** An issued opinion: its number, its signatures, and how to take it away. */
import { Button } from 'antd'
import { lazy, Suspense, useState, type ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { CaseDetail } from '../../shared/cases/contract.ts'
import type { Opinion } from '../../shared/opinion/contract.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { readableName } from '../../shared/signing/distinguished-name.ts'
import { ExportButton } from '../export/export-dialog.tsx'
import { useLanguage } from '../language/language.ts'
import { documentReference } from '../materials/viewer/evidence-document.ts'
import { saveCopy } from '../materials/viewer/save-copy.ts'
import { useTransport } from '../transport/calls.ts'
import { DateText } from '../ui/date-text.tsx'
import { useErrorToast } from '../ui/error-toast.ts'
import { Mark } from '../ui/state-tag.tsx'
import { mayExport } from '../workspace/person-part.ts'

// what draws PDFs is large: only who prints loads it
const PrintIssued = lazy(async () => ({ default: (await import('./print-issued.tsx')).PrintIssued }))

/** Whose certificate signed: where they belong, and the number that tells two people of one name apart. */
function HolderOf({ subject }: { readonly subject: string }): ReactNode {
  const { t } = useLanguage()
  const { organisation, unit, personNumber } = readableName(subject)
  const parts = [organisation, unit, personNumber === null ? null : t('opinion:holderNumber', { number: personNumber })]
  return <div className="fs-soft">{parts.filter((part) => part !== null).join(' · ')}</div>
}

interface IssuedPanelProps {
  readonly detail: CaseDetail
  readonly opinion: Opinion
  readonly person: SignedInPerson | null
}

export function IssuedPanel({ detail, opinion, person }: IssuedPanelProps): ReactNode {
  const { t } = useLanguage()
  const transport = useTransport()
  const toast = useErrorToast()
  const [, navigate] = useLocation()
  const [saved, setSaved] = useState<string | null>(null)
  const [printing, setPrinting] = useState(false)
  const save = (id: string): void => {
    const name = detail.documents.find((paper) => paper.id === id)?.name
    saveCopy(transport, documentReference(id), name).then(() => setSaved(name ?? ''), toast)
  }
  const { pdfDocumentId, docxDocumentId } = opinion
  return (
    <section className="issued" aria-label={t('opinion:issuedTitle')}>
      <div className="issued-head">
        <strong>{opinion.number}</strong> <Mark tone="green">{t('opinion:issuedTitle')}</Mark>
      </div>
      <ul className="issued-signatures">
        {opinion.signatures.map((signature) => (
          <li key={signature.role}>
            <b>{t(`opinion:signer.${signature.role}`)}</b> {signature.name} <DateText value={signature.signedAt} />
            <HolderOf subject={signature.certificateSubject} />
          </li>
        ))}
      </ul>
      <div className="fs-row">
        {pdfDocumentId !== null && (
          <Button type="primary" onClick={() => save(pdfDocumentId)}>
            {t('opinion:savePdf')}
          </Button>
        )}
        {pdfDocumentId !== null && (
          <Button loading={printing} onClick={() => setPrinting(true)}>
            {t('opinion:print')}
          </Button>
        )}
        {docxDocumentId !== null && <Button onClick={() => save(docxDocumentId)}>{t('opinion:saveDocx')}</Button>}
        {mayExport(person, detail) && <ExportButton caseId={detail.id} />}
        <Button type="link" onClick={() => navigate('/verify')}>
          {t('opinion:toVerify')}
        </Button>
      </div>
      {saved !== null && (
        <p role="status" className="issued-saved">
          {t('opinion:savedAs', { name: saved })}
        </p>
      )}
      {printing && pdfDocumentId !== null && (
        <Suspense fallback={<p role="status" className="fs-soft">{t('opinion:printing')}</p>}>
          <PrintIssued documentId={pdfDocumentId} name={opinion.number ?? ''} onClose={() => setPrinting(false)} />
        </Suspense>
      )}
    </section>
  )
}
