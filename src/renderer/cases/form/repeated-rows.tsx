/** Rows that can be added and removed: effects, citations, handlers. */
import { DeleteOutlined, PlusOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useRef, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import { Panel } from '../../ui/panel.tsx'

export interface RepeatedRowsProps {
  readonly title: string
  readonly hint?: string | undefined
  readonly addLabel: string
  /** Said while there is no row. */
  readonly none?: string | undefined
  readonly count: number
  readonly maximum: number
  /** Rows that must stay. */
  readonly minimum?: number | undefined
  readonly error?: string | undefined
  /** Stands above the rows. */
  readonly source?: ReactNode
  readonly onAdd: () => void
  readonly onRemove: (index: number) => void
  readonly children: (index: number) => ReactNode
}

export function RepeatedRows(props: RepeatedRowsProps): ReactNode {
  const { count, maximum, minimum = 0 } = props
  const { t } = useLanguage()
  const rows = useRef<HTMLDivElement>(null)
  const add = (): void => {
    props.onAdd()
    setTimeout(() => rows.current?.lastElementChild?.querySelector<HTMLElement>('input, textarea')?.focus())
  }
  return (
    <Panel title={props.title}>
      {props.hint === undefined ? null : <div className="fs-soft fs-rows-hint">{props.hint}</div>}
      {props.source}
      {count === 0 && props.none !== undefined ? <div className="fs-soft">{props.none}</div> : null}
      <div ref={rows}>
        {Array.from({ length: count }, (_, index) => (
          <div
            key={index}
            className="fs-repeated"
            role="group"
            aria-label={`${props.title} ${t('cases:form.rowOf', { number: index + 1 })}`}
          >
            <div className="fs-form fs-grow">{props.children(index)}</div>
            <Button
              type="text"
              icon={<DeleteOutlined aria-hidden />}
              disabled={count <= minimum}
              aria-label={t('cases:form.removeRow', { number: index + 1 })}
              onClick={() => props.onRemove(index)}
            />
          </div>
        ))}
      </div>
      {props.error === undefined ? null : (
        <div className="fs-field-error" role="alert">
          {props.error}
        </div>
      )}
      {count >= maximum ? null : (
        <Button size="small" className="fs-add-row" icon={<PlusOutlined aria-hidden />} onClick={add}>
          {props.addLabel}
        </Button>
      )}
    </Panel>
  )
}

/** The list with the change at one place. */
export function changeAt<Row>(rows: readonly Row[], index: number, part: Partial<Row>): readonly Row[] {
  return rows.map((row, at) => (at === index ? { ...row, ...part } : row))
}

export function without<Row>(rows: readonly Row[], index: number): readonly Row[] {
  return rows.filter((_, at) => at !== index)
}
