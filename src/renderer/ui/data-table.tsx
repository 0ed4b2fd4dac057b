/**
 * A plain table for short lists: wide ones scroll sideways inside their panel. antd's Table writes style sheets without
 * the page's nonce, which the content security policy refuses.
 */
import { DownOutlined, RightOutlined } from '@ant-design/icons'
import { Button, Skeleton } from 'antd'
import { Fragment, useState, type ReactNode } from 'react'
import { useLanguage } from '../language/language.ts'
import { TableBox } from './table-box.tsx'

export interface DataColumn<Row> {
  readonly key: string
  readonly title: string
  readonly render: (row: Row) => ReactNode
  /** Keeps the cell on one line. */
  readonly narrow?: boolean | undefined
}

export interface DataTableProps<Row> {
  /** Names the table for screen readers. */
  readonly label: string
  readonly columns: readonly DataColumn<Row>[]
  readonly rows: readonly Row[]
  readonly rowKey: (row: Row) => string
  readonly loading?: boolean | undefined
  /** More about a row, shown below it when it is opened. */
  readonly renderDetail?: ((row: Row) => ReactNode) | undefined
}

export function DataTable<Row>({
  label,
  columns,
  rows,
  rowKey,
  loading = false,
  renderDetail,
}: DataTableProps<Row>): ReactNode {
  const { t } = useLanguage()
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set())
  if (loading && rows.length === 0) {
    return (
      <div className="fs-panel-body">
        <Skeleton active title={false} />
      </div>
    )
  }
  const toggle = (key: string): void =>
    setOpened((current) => {
      const next = new Set(current)
      if (!next.delete(key)) next.add(key)
      return next
    })
  return (
    <TableBox label={label}>
      <table className="fs-table" aria-label={label}>
        <thead>
          <tr>
            {renderDetail === undefined ? null : (
              <th scope="col">
                <span className="fs-hidden">{t('ui:details')}</span>
              </th>
            )}
            {columns.map((column) => (
              <th key={column.key} scope="col">
                {column.title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row)
            const isOpen = opened.has(key)
            return (
              <Fragment key={key}>
                <tr>
                  {renderDetail === undefined ? null : (
                    <td>
                      <Button
                        type="text"
                        size="small"
                        icon={isOpen ? <DownOutlined aria-hidden /> : <RightOutlined aria-hidden />}
                        aria-label={t('ui:details')}
                        aria-expanded={isOpen}
                        onClick={() => toggle(key)}
                      />
                    </td>
                  )}
                  {columns.map((column) => (
                    <td key={column.key} className={column.narrow === true ? 'fs-table-narrow' : ''}>
                      {column.render(row)}
                    </td>
                  ))}
                </tr>
                {renderDetail !== undefined && isOpen ? (
                  <tr className="fs-table-detail">
                    <td />
                    <td colSpan={columns.length}>{renderDetail(row)}</td>
                  </tr>
                ) : null}
              </Fragment>
            )
          })}
        </tbody>
      </table>
    </TableBox>
  )
}
