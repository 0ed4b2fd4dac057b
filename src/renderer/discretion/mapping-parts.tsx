/** The parts of the mapping dialog: sheet, first row and columns; the rows as they stand there; what is read of them. */
import { Select } from 'antd'
import type { ReactNode } from 'react'
import { TABLE_COLUMNS, type BenchmarkTable, type TableColumn, type TableMapping } from '../../shared/discretion/benchmark-table.ts'
import type { TablePreview } from '../../shared/discretion/contract.ts'
import { useLawTitles } from '../catalogue/use-catalogue.ts'
import { useLanguage } from '../language/language.ts'
import { DataTable } from '../ui/data-table.tsx'
import { Field } from '../ui/field.tsx'
import { benchmarkRangeWords } from './benchmark-ranges.tsx'
import { citationWords } from './benchmark-words.ts'

/** May be missing in a workbook. */
const OPTIONAL: ReadonlySet<TableColumn> = new Set(['conditions', 'factor'])
/** Problems named one by one. */
const PROBLEMS_SHOWN = 50
const NONE = -1

function widthOf(rows: readonly (readonly string[])[]): number {
  return rows.reduce((widest, row) => Math.max(widest, row.length), 0)
}

interface ColumnChoiceProps {
  readonly preview: TablePreview
  readonly mapping: TableMapping | null
  /** The headings told which column is which. */
  readonly recognised: boolean
  readonly onChange: (mapping: TableMapping) => void
}

export function ColumnChoice({ preview, mapping, recognised, onChange }: ColumnChoiceProps): ReactNode {
  const { t } = useLanguage()
  const [first] = preview.sheets
  const current: TableMapping = mapping ?? { sheet: first?.number ?? 0, firstRow: 1, act: 0, basis: 1, grade: 2, standard: 3, conditions: null, factor: null }
  const sheet = preview.sheets.find(({ number }) => number === current.sheet) ?? first
  const rows = sheet?.rows ?? []
  const heading = rows[current.firstRow - 1] ?? []
  const columns = Array.from({ length: Math.max(widthOf(rows), ...TABLE_COLUMNS.map((name) => (current[name] ?? 0) + 1)) }, (_, column) => ({
    value: column,
    label: t('discretion:mapping.columnOption', { column: column + 1, words: (heading[column] ?? '').trim() || (rows[current.firstRow]?.[column] ?? '').trim().slice(0, 12) || t('discretion:mapping.columnEmpty') }),
  }))
  const none = { value: NONE, label: t('discretion:mapping.noColumn') }
  return (
    <>
      <div className="mapping-columns">
        <Field label={t('discretion:mapping.sheet')}>
          {({ id }) => (
            <Select<number>
              id={id}
              value={current.sheet}
              options={preview.sheets.map(({ number, total }) => ({ value: number, label: t('discretion:mapping.sheetNumber', { number: number + 1, total }) }))}
              onChange={(number: number) => onChange({ ...current, sheet: number })}
            />
          )}
        </Field>
        <Field label={t('discretion:mapping.firstRow')}>
          {({ id }) => (
            <Select<number>
              id={id}
              value={current.firstRow}
              options={rows.map((_, row) => ({ value: row, label: t('discretion:mapping.firstRowOption', { row: row + 1 }) }))}
              onChange={(firstRow: number) => onChange({ ...current, firstRow })}
            />
          )}
        </Field>
        {TABLE_COLUMNS.map((name) => (
          <Field key={name} label={t(`discretion:mapping.column.${name}`)} required={!OPTIONAL.has(name)}>
            {({ id }) => (
              <Select<number>
                id={id}
                value={current[name] ?? NONE}
                options={OPTIONAL.has(name) ? [none, ...columns] : columns}
                onChange={(column: number) => onChange({ ...current, [name]: column === NONE ? null : column })}
              />
            )}
          </Field>
        ))}
      </div>
      <p role="status" className={recognised || mapping !== null ? 'fs-soft' : 'fs-amber'}>
        {t(recognised ? 'discretion:mapping.recognised' : mapping === null ? 'discretion:mapping.unrecognised' : 'discretion:mapping.columns')}
      </p>
    </>
  )
}

export function SheetRows({ preview, mapping }: { readonly preview: TablePreview; readonly mapping: TableMapping | null }): ReactNode {
  const { t } = useLanguage()
  const sheet = preview.sheets.find(({ number }) => number === (mapping?.sheet ?? 0))
  if (sheet === undefined) return null
  const names = (column: number): string => TABLE_COLUMNS.filter((name) => mapping?.[name] === column).map((name) => t(`discretion:mapping.column.${name}`)).join(t('ui:listSeparator'))
  const columns = Array.from({ length: widthOf(sheet.rows) }, (_, column) => column)
  return (
    <div className="mapping-sheet" tabIndex={0}>
      <table aria-label={t('discretion:mapping.table', { count: sheet.rows.length })}>
        <thead>
          <tr>
            <th scope="col">{t('discretion:mapping.row')}</th>
            {columns.map((column) => (
              <th key={column} scope="col" data-used={names(column) !== ''}>
                {names(column) || column + 1}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {sheet.rows.map((row, index) => (
            <tr key={index} data-heading={mapping !== null && index < mapping.firstRow}>
              <td>{index + 1}</td>
              {columns.map((column) => (
                <td key={column} title={row[column]} data-used={mapping !== null && index >= mapping.firstRow && names(column) !== ''}>
                  {row[column]}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  )
}

export function TableRead({ table }: { readonly table: BenchmarkTable }): ReactNode {
  const { t, language } = useLanguage()
  const titles = useLawTitles()
  const { benchmarks, problems } = table
  return (
    <>
      <h3 className="discretion-subtitle">{t('discretion:mapping.preview')}</h3>
      <p role="status">{benchmarks.length === 0 ? <span className="fs-red">{t('discretion:mapping.nothingRead')}</span> : t('discretion:mapping.previewCount', { count: benchmarks.length, problems: problems.length })}</p>
      {benchmarks.length > 0 && (
        <div className="mapping-preview" tabIndex={0}>
          <DataTable
            label={t('discretion:mapping.preview')}
            rows={benchmarks.slice(0, PROBLEMS_SHOWN)}
            rowKey={({ act, basis }) => `${act}/${JSON.stringify(basis)}`}
            columns={[
              { key: 'act', title: t('discretion:mapping.column.act'), render: ({ act }) => <strong>{act}</strong> },
              { key: 'basis', title: t('discretion:mapping.column.basis'), render: ({ basis }) => citationWords(basis, language, titles) },
              {
                key: 'grades',
                title: t('discretion:mapping.column.grade'),
                render: ({ grades }) => (
                  <ul className="laws-uses">
                    {grades.map(({ id, name, range }) => (
                      <li key={id}>
                        {name}: {range === null ? <span className="fs-amber">{t('discretion:mapping.noRange')}</span> : <span className="fs-figures">{benchmarkRangeWords(range, t, language)}</span>}
                      </li>
                    ))}
                  </ul>
                ),
              },
            ]}
          />
        </div>
      )}
      {problems.length > 0 && (
        <details open={benchmarks.length === 0}>
          <summary className="fs-amber">{t('discretion:mapping.problems')}</summary>
          <ul className="mapping-problems">
            {problems.slice(0, PROBLEMS_SHOWN).map(({ row, code, text }) => (
              <li key={`${row}/${code}`}>
                {t('discretion:mapping.problemRow', { row })} {t(`discretion:mapping.problem.${code}`)} <span className="fs-soft">{text}</span>
              </li>
            ))}
          </ul>
          <p className="fs-soft">{t('discretion:mapping.rowsCounted')}</p>
        </details>
      )}
    </>
  )
}
