/** Going through the pages of a document. */
import { Button, InputNumber } from 'antd'
import { LeftOutlined, RightOutlined } from '@ant-design/icons'
import type { ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'

interface EvidenceToolbarProps {
  readonly page: number
  readonly pages: number
  readonly onPage: (page: number) => void
}

export function EvidenceToolbar({ page, pages, onPage }: EvidenceToolbarProps): ReactNode {
  const { t } = useLanguage()
  return (
    <span className="evidence-pages">
      <Button
        type="text"
        size="small"
        icon={<LeftOutlined aria-hidden />}
        aria-label={t('materials:viewer.previousPage')}
        disabled={page <= 1}
        onClick={() => onPage(page - 1)}
      />
      <InputNumber
        size="small"
        controls={false}
        min={1}
        max={pages}
        precision={0}
        value={page}
        aria-label={t('materials:viewer.pageNumber')}
        className="evidence-number"
        onChange={(value) => {
          if (value !== null && value >= 1 && value <= pages) onPage(value)
        }}
      />
      <span>{`/ ${pages}`}</span>
      <Button
        type="text"
        size="small"
        icon={<RightOutlined aria-hidden />}
        aria-label={t('materials:viewer.nextPage')}
        disabled={page >= pages}
        onClick={() => onPage(page + 1)}
      />
    </span>
  )
}
