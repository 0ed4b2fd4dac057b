/** The spans off and the weekends worked of a notice, as rows to fill in. */
import { DeleteOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { DateField } from '../ui/date-field.tsx'
import { FieldGroup } from '../ui/field.tsx'
import { TextField } from '../ui/text-field.tsx'
import type { NoticeDraft } from './notice-draft.ts'

export interface NoticeRowsProps {
  readonly draft: NoticeDraft
  readonly onChange: (draft: NoticeDraft) => void
}

export function NoticeRows({ draft, onChange }: NoticeRowsProps): ReactNode {
  const { t } = useLanguage()
  const { off, worked } = draft
  const setOff = (index: number, part: Partial<NoticeDraft['off'][number]>): void =>
    onChange({ ...draft, off: off.map((one, place) => (place === index ? { ...one, ...part } : one)) })
  return (
    <>
      <FieldGroup label={t('deadlines:notice.off')}>
        <div className="notice-rows">
          {off.map((one, index) => (
            <div className="notice-row" key={index}>
              <TextField label={t('deadlines:notice.offName')} maxLength={30} value={one.name} onChange={(name) => setOff(index, { name })} />
              <DateField label={t('deadlines:notice.offFrom')} value={one.from} onChange={(from) => setOff(index, { from })} />
              <DateField label={t('deadlines:notice.offTo')} value={one.to} onChange={(to) => setOff(index, { to })} />
              <Button
                icon={<DeleteOutlined />}
                aria-label={t('deadlines:notice.removeOff', { n: index + 1 })}
                onClick={() => onChange({ ...draft, off: off.filter((_, place) => place !== index) })}
              />
            </div>
          ))}
          <div>
            <Button size="small" onClick={() => onChange({ ...draft, off: [...off, { name: '', from: null, to: null }] })}>
              {t('deadlines:notice.addOff')}
            </Button>
          </div>
        </div>
      </FieldGroup>
      <FieldGroup label={t('deadlines:notice.worked')}>
        <div className="notice-rows">
          {worked.map((day, index) => (
            <div className="notice-row notice-row-worked" key={index}>
              <DateField
                label={t('deadlines:notice.worked')}
                value={day}
                onChange={(next) => onChange({ ...draft, worked: worked.map((one, place) => (place === index ? next : one)) })}
              />
              <Button
                icon={<DeleteOutlined />}
                aria-label={t('deadlines:notice.removeWorked', { n: index + 1 })}
                onClick={() => onChange({ ...draft, worked: worked.filter((_, place) => place !== index) })}
              />
            </div>
          ))}
          <div>
            <Button size="small" onClick={() => onChange({ ...draft, worked: [...worked, null] })}>
              {t('deadlines:notice.addWorked')}
            </Button>
          </div>
        </div>
      </FieldGroup>
    </>
  )
}
