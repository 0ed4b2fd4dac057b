/** The five papers that go with a transfer (移送材料清单, 移送规定 art. 6), each attached or explained. */
import { Radio, Select } from 'antd'
import type { ReactNode } from 'react'
import { ALWAYS_ATTACHED, ATTACHMENT_KINDS, ATTACHMENT_LABELS, missingAttachments, type Attachment } from '../../shared/transfer/attachments.ts'
import type { Material } from '../../shared/materials/contract.ts'
import type { MaterialId } from '../../shared/values/values.ts'
import { useLanguage } from '../language/language.ts'
import { FieldGroup } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'

export const EMPTY_ATTACHMENTS: readonly Attachment[] = ATTACHMENT_KINDS.map((kind) => ({ kind, attached: ALWAYS_ATTACHED.includes(kind), materialIds: [], note: '' }))

interface AttachmentsFieldProps {
  readonly value: readonly Attachment[]
  readonly materials: readonly Material[]
  readonly tried: boolean
  readonly onChange: (value: readonly Attachment[]) => void
}

export function AttachmentsField({ value, materials, tried, onChange }: AttachmentsFieldProps): ReactNode {
  const { t, pick } = useLanguage()
  const missing = missingAttachments(value)
  const options = materials.filter(({ removed }) => removed === null).map(({ id, name }) => ({ value: id, label: name }))
  const change = (kind: Attachment['kind'], next: Partial<Attachment>): void => onChange(value.map((one) => (one.kind === kind ? { ...one, ...next } : one)))
  return (
    <FieldGroup label={t('transfer:field.attachments')} required>
      <ul className="transfer-attachments">
        {value.map(({ kind, attached, materialIds, note }) => (
          <li key={kind}>
            <div className="transfer-attachment-name">{pick(ATTACHMENT_LABELS[kind])}</div>
            <Radio.Group
              size="small"
              value={attached}
              aria-label={pick(ATTACHMENT_LABELS[kind])}
              options={[
                { value: true, label: t('transfer:attachment.attached') },
                { value: false, label: t('transfer:attachment.none'), disabled: ALWAYS_ATTACHED.includes(kind) },
              ]}
              onChange={(event) => change(kind, { attached: event.target.value === true })}
            />
            {attached && (
              <Select
                mode="multiple"
                size="small"
                className="transfer-select"
                aria-label={`${pick(ATTACHMENT_LABELS[kind])} ${t('transfer:attachment.choose')}`}
                placeholder={t('transfer:attachment.choose')}
                value={[...materialIds]}
                options={options}
                showSearch={{ optionFilterProp: 'label' }}
                onChange={(ids: MaterialId[]) => change(kind, { materialIds: ids })}
              />
            )}
            <TextField
              label={`${pick(ATTACHMENT_LABELS[kind])} ${t('transfer:attachment.why')}`}
              placeholder={t('transfer:attachment.why')}
              value={note}
              maxLength={500}
              status={tried && missing.includes(kind) ? 'error' : ''}
              onChange={(typed) => change(kind, { note: typed })}
            />
            {tried && missing.includes(kind) && (
              <div className="fs-field-error" role="alert">
                {t('transfer:dialog.required')}
              </div>
            )}
          </li>
        ))}
      </ul>
    </FieldGroup>
  )
}
