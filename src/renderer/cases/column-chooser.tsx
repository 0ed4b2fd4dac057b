/** Which columns the list shows, and in which order. */
import { ArrowDownOutlined, ArrowUpOutlined, TableOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover } from 'antd'
import { useState, type ReactNode } from 'react'
import { CASE_COLUMN_LABELS } from '../../shared/cases/case-columns.ts'
import { useLanguage } from '../language/language.ts'
import { changed, moved, type Columns } from './columns.ts'

export function ColumnChooser({ columns }: { readonly columns: Columns }): ReactNode {
  const { t, pick } = useLanguage()
  const [open, setOpen] = useState(false)
  const { all, shown, keep } = columns
  const list = (
    <div className="fs-column-list" role="group" aria-label={t('cases:columns.title')}>
      <ul>
        {all.map((choice, index) => {
          const name = pick(CASE_COLUMN_LABELS[choice.column])
          return (
            <li key={choice.column}>
              <Checkbox
                checked={choice.shown}
                disabled={choice.shown && shown.length === 1}
                onChange={(event) => keep(changed(all, choice.column, { shown: event.target.checked }))}
              >
                {name}
              </Checkbox>
              <Button
                type="text"
                size="small"
                icon={<ArrowUpOutlined />}
                disabled={index === 0}
                aria-label={t('cases:columns.up', { name })}
                onClick={() => keep(moved(all, choice.column, -1))}
              />
              <Button
                type="text"
                size="small"
                icon={<ArrowDownOutlined />}
                disabled={index === all.length - 1}
                aria-label={t('cases:columns.down', { name })}
                onClick={() => keep(moved(all, choice.column, 1))}
              />
            </li>
          )
        })}
      </ul>
      <p className="fs-soft">{t('cases:columns.hint')}</p>
      <Button onClick={() => keep(undefined)}>{t('cases:columns.reset')}</Button>
    </div>
  )
  return (
    <Popover trigger="click" placement="bottomRight" open={open} onOpenChange={setOpen} content={list} destroyOnHidden>
      <Button aria-expanded={open} icon={<TableOutlined aria-hidden />}>
        {t('cases:columns.title')}
      </Button>
    </Popover>
  )
}
