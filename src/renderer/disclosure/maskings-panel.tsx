/** The masked texts of a case (遮盖文本), and a new one from a paper or from pasted words. */
import { Button, Radio, Select } from 'antd'
import { useState, type ReactNode } from 'react'
import { LONGEST_TEXT } from '../../shared/disclosure/masks.ts'
import type { MaskingState, MaskingSummary } from '../../shared/disclosure/contract.ts'
import { FollowupModal } from '../followup/followup-modal.tsx'
import { useCatalogue } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { documentReference } from '../materials/viewer/evidence-document.ts'
import { saveCopy } from '../materials/viewer/save-copy.ts'
import { useTransport, useWrite } from '../transport/calls.ts'
import { Empty } from '../ui/empty.tsx'
import { useErrorToast } from '../ui/error-toast.ts'
import { Field, FieldGroup } from '../ui/field.tsx'
import { formatMoment } from '../ui/formats.ts'
import { Panel } from '../ui/panel.tsx'
import { Mark, type MarkTone } from '../ui/state-tag.tsx'
import { TextArea, TextField } from '../ui/text-field.tsx'
import type { OfCase } from './publications-panel.tsx'

export const MASKING_TONES: Readonly<Record<MaskingState, MarkTone>> = { draft: 'plain', submitted: 'amber', returned: 'red', approved: 'green' }

interface MaskingsPanelProps extends OfCase {
  readonly onOpen: (id: string) => void
}

export function MaskingsPanel({ disclosure, caseId, onOpen }: MaskingsPanelProps): ReactNode {
  const { t } = useLanguage()
  const [asked, setAsked] = useState(false)
  const extra = disclosure.may.mask ? (
    <Button size="small" onClick={() => setAsked(true)}>
      {t('disclosure:makeMasking')}
    </Button>
  ) : undefined
  return (
    <Panel title={t('disclosure:maskings')} extra={extra}>
      {disclosure.maskings.length === 0 && <Empty title={t('disclosure:maskingsNone')} hint={t('disclosure:maskingsNoneHint')} />}
      <ul className="disclosure-list">
        {disclosure.maskings.map((one) => (
          <MaskingRow key={one.id} one={one} onOpen={() => onOpen(one.id)} />
        ))}
      </ul>
      {asked && <NewMaskingDialog disclosure={disclosure} caseId={caseId} onClose={() => setAsked(false)} onOpen={onOpen} />}
    </Panel>
  )
}

/** The files of an approved text. */
export function MaskedFiles({ one }: { readonly one: Pick<MaskingSummary, 'pdfDocumentId' | 'docxDocumentId' | 'title'> }): ReactNode {
  const { t } = useLanguage()
  const transport = useTransport()
  const toast = useErrorToast()
  const files = [
    ['pdf', one.pdfDocumentId],
    ['docx', one.docxDocumentId],
  ] as const
  return files.map(([kind, id]) =>
    id === null ? null : (
      <Button key={kind} size="small" onClick={() => void saveCopy(transport, documentReference(id)).catch(toast)}>
        {t(`disclosure:${kind}`)}
      </Button>
    ),
  )
}

function MaskingRow({ one, onOpen }: { readonly one: MaskingSummary; readonly onOpen: () => void }): ReactNode {
  const { t, language } = useLanguage()
  return (
    <li>
      <p className="fs-row">
        <b>{one.title}</b>
        <Mark tone={MASKING_TONES[one.state]}>{t(`disclosure:state.${one.state}`)}</Mark>
        <Button size="small" aria-label={`${t('disclosure:openMasking')} ${one.title}`} onClick={onOpen}>
          {t('disclosure:openMasking')}
        </Button>
        <MaskedFiles one={one} />
      </p>
      <p className="fs-soft">
        {t('disclosure:counts', { ...one.counts })} · {t('disclosure:recordedBy', { by: one.by, at: formatMoment(one.at, language) })}
      </p>
    </li>
  )
}

interface NewMaskingProps extends MaskingsPanelProps {
  readonly onClose: () => void
}

function NewMaskingDialog({ disclosure, caseId, onClose, onOpen }: NewMaskingProps): ReactNode {
  const { t, pick } = useLanguage()
  const catalogue = useCatalogue()
  const write = useWrite('disclosure.addMasking')
  const { sources } = disclosure
  const [from, setFrom] = useState<'material' | 'typed'>(sources.length > 0 ? 'material' : 'typed')
  const [chosen, setChosen] = useState(0)
  const [title, setTitle] = useState(disclosure.decision === null ? '' : disclosure.decision.number)
  const [text, setText] = useState('')
  const [tried, setTried] = useState(false)
  const short = [...text.trim()].length < 10
  const confirm = (): void => {
    setTried(true)
    const paper = sources[chosen]
    if (from === 'typed' && (short || title.trim() === '')) return
    if (from === 'material' && paper === undefined) return
    const source = from === 'typed' || paper === undefined ? { from: 'typed' as const, title, text } : { from: 'material' as const, materialId: paper.materialId, part: paper.part }
    write.mutate(
      { caseId, source },
      {
        onSuccess: ({ id }) => {
          onClose()
          onOpen(id)
        },
      },
    )
  }
  const nameOf = (kind: string): string => {
    const row = catalogue?.documentKinds.find(({ id }) => id === kind)
    return row === undefined ? '' : pick(row.name)
  }
  return (
    <FollowupModal wide title={t('disclosure:makeMasking')} explanation={t('disclosure:maskingsNoneHint')} busy={write.isPending} error={write.error} onConfirm={confirm} onClose={onClose}>
      <FieldGroup label={t('disclosure:from')}>
        <Radio.Group
          value={from}
          options={[
            { value: 'material', label: t('disclosure:fromPaper'), disabled: sources.length === 0 },
            { value: 'typed', label: t('disclosure:fromText') },
          ]}
          onChange={({ target }) => setFrom(target.value as 'material' | 'typed')}
        />
      </FieldGroup>
      {from === 'material' ? (
        <Field label={t('disclosure:paper')} required>
          {({ id }) => <Select id={id} value={chosen} options={sources.map((one, value) => ({ value, label: `${nameOf(one.kind)} · ${one.name}` }))} onChange={setChosen} />}
        </Field>
      ) : (
        <>
          <Field label={t('disclosure:title')} required error={tried && title.trim() === '' ? t('disclosure:required') : undefined}>
            {(control) => <TextField {...control} value={title} maxLength={100} onChange={setTitle} />}
          </Field>
          <Field label={t('disclosure:text')} required error={tried && short ? t('disclosure:textShort') : undefined}>
            {(control) => <TextArea {...control} value={text} rows={12} maxLength={LONGEST_TEXT} onChange={setText} />}
          </Field>
        </>
      )}
    </FollowupModal>
  )
}
