/** A paragraph that is read, not written: with the remarks about it, and for the head a place for a new one. */
import { Button } from 'antd'
import { useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { TextArea } from '../ui/text-field.tsx'
import { paragraphKey } from './remarks-form.ts'
import type { SendBackForm } from './send-back-form.ts'

interface FixedParagraphProps {
  readonly sectionId: string
  readonly title: string
  readonly number: number
  readonly paragraph: string
  readonly remarking: SendBackForm | null
  /** The remarks about it. */
  readonly children: ReactNode
}

export function FixedParagraph({ sectionId, title, number, paragraph, remarking, children }: FixedParagraphProps): ReactNode {
  const { t } = useLanguage()
  const [opened, setOpened] = useState(false)
  const key = paragraphKey(sectionId, paragraph)
  const written = remarking?.value[key] ?? ''
  const open = opened || written !== ''
  const label = t('opinion:remarkAt', { title, number })
  return (
    <div className="fixed-paragraph">
      <p>{paragraph}</p>
      {remarking !== null && !open && (
        <Button size="small" type="link" className="fixed-remark" aria-label={label} onClick={() => setOpened(true)}>
          {t('opinion:remark')}
        </Button>
      )}
      {remarking !== null && open && (
        <div className="remark-writing">
          <TextArea
            label={label}
            autoFocus={opened}
            rows={1}
            maxLength={2000}
            value={written}
            onChange={(text) => remarking.write(key, text)}
            onBlur={() => setOpened(false)}
          />
          <div className="fs-soft">{t('opinion:remarkHint')}</div>
        </div>
      )}
      {children}
    </div>
  )
}
