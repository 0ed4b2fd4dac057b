/** What was made of a form: number, day, hash, what it lacked; to be saved as PDF or Word, or marked as void. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import type { FormOffer, MadeForm } from '../../shared/forms/contract.ts'
import { useLanguage } from '../language/language.ts'
import { documentReference } from '../materials/viewer/evidence-document.ts'
import { saveCopy } from '../materials/viewer/save-copy.ts'
import { useTransport, useWrite } from '../transport/calls.ts'
import { ConfirmReasonModal } from '../ui/confirm-reason-modal.tsx'
import { Empty } from '../ui/empty.tsx'
import { useErrorToast } from '../ui/error-toast.ts'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark } from '../ui/state-tag.tsx'
import { Printed } from './printed.tsx'

export function MadeForms({ offer }: { readonly offer: FormOffer }): ReactNode {
  const { t } = useLanguage()
  const voiding = useWrite('forms.void')
  const [asked, setAsked] = useState<MadeForm | null>(null)
  return (
    <Panel title={t('forms:papers')}>
      {offer.made.length === 0 ? (
        <Empty title={t('forms:papersNone')} hint={t('forms:papersNoneHint')} />
      ) : (
        <ul className="forms-made">
          {offer.made.map((made) => (
            <MadeLine key={made.id} made={made} onVoid={offer.mayMake && made.voided === null ? () => setAsked(made) : null} />
          ))}
        </ul>
      )}
      <ConfirmReasonModal
        open={asked !== null}
        title={t('forms:voidTitle', { name: asked?.number ?? asked?.pdfName ?? '' })}
        explanation={t('forms:voidExplain')}
        confirmLabel={t('forms:void')}
        onConfirm={async (reason) => {
          if (asked !== null) await voiding.mutateAsync({ id: asked.id, reason })
          setAsked(null)
        }}
        onCancel={() => setAsked(null)}
      />
    </Panel>
  )
}

function MadeLine({ made, onVoid }: { readonly made: MadeForm; readonly onVoid: (() => void) | null }): ReactNode {
  const { t, language } = useLanguage()
  const transport = useTransport()
  const toast = useErrorToast()
  const save = (id: string, name: string): void => void saveCopy(transport, documentReference(id), name).catch(toast)
  const { voided } = made
  return (
    <li>
      <div className="forms-made-head">
        <strong>
          <Printed>{made.number ?? made.pdfName.replace(/\.pdf$/u, '')}</Printed>
        </strong>
        {voided === null ? null : <Mark tone="red">{t('forms:voided')}</Mark>}
        <span className="fs-soft">{t('forms:madeBy', { by: made.by, at: formatMoment(made.madeAt, language) })}</span>
      </div>
      {made.lacks.length > 0 && (
        <div className="fs-soft">
          {t('forms:lackedThen')} <Printed>{made.lacks.join('、')}</Printed>
        </div>
      )}
      {voided === null ? null : <div>{t('forms:voidedBy', { by: voided.by, at: formatMoment(voided.at, language), reason: voided.reason })}</div>}
      <div className="fs-soft fs-mono forms-hash" title={made.sha256}>
        {t('forms:hash', { hash: made.sha256.slice(0, 16) })}
      </div>
      <div className="fs-row">
        <Button size="small" onClick={() => save(made.pdfDocumentId, made.pdfName)}>
          {t('forms:savePdf')}
        </Button>
        <Button size="small" onClick={() => save(made.docxDocumentId, made.docxName)}>
          {t('forms:saveDocx')}
        </Button>
        {onVoid === null ? null : (
          <Button size="small" danger onClick={onVoid}>
            {t('forms:void')}
          </Button>
        )}
      </div>
    </li>
  )
}
