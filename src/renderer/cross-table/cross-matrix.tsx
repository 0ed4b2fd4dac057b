/** The cross-table by document: items down, documents across, the first column held while the rest scrolls. */
import { Fragment, type ReactNode } from 'react'
import type { Catalogue } from '../../shared/catalogue/schema.ts'
import type { CrossPart, CrossRow, CrossTable } from '../../shared/cross-table/cross-table.ts'
import type { TimelinePlace } from '../../shared/timeline/case-timeline.ts'
import { useLanguage } from '../language/language.ts'
import { shortName } from '../timeline/timeline-words.ts'
import { groupsOf, valueText } from './cross-text.ts'

interface CrossMatrixProps {
  readonly table: CrossTable
  readonly part: CrossPart
  readonly catalogue: Catalogue
  readonly onOpen: (place: TimelinePlace) => void
}

/** Documents that state nothing of what is shown take no column. */
function statingColumns({ rows }: CrossPart): number[] {
  const columns = new Set(rows.flatMap(({ values }) => values.flatMap(({ cells }) => cells.map(({ column }) => column))))
  return [...columns].sort((one, other) => one - other)
}

export function CrossMatrix({ table, part, catalogue, onOpen }: CrossMatrixProps): ReactNode {
  const { t, pick } = useLanguage()
  const columns = statingColumns(part)
  const kindOf = (id: string): string => {
    const kind = catalogue.documentKinds.find((one) => one.id === id)
    return kind === undefined ? '' : pick(kind.name)
  }
  return (
    <div className="cross-box" tabIndex={0} role="region" aria-label={t('crossTable:title')}>
      <table className="fs-table cross-matrix" aria-label={t('crossTable:title')}>
        <thead>
          <tr>
            <th scope="col" className="cross-held">
              {t('crossTable:item')}
            </th>
            {columns.map((column) => {
              const about = table.columns[column]
              return (
                <th key={column} scope="col" title={about?.fileName}>
                  <span className="cross-column">{kindOf(about?.documentKind ?? '') || about?.title || shortName(about?.fileName ?? '')}</span>
                  <span className="fs-soft fs-figures">{about?.day ?? ''}</span>
                </th>
              )
            })}
          </tr>
        </thead>
        <tbody>
          {groupsOf(part.rows).map(({ group, rows }) => (
            <Fragment key={group}>
              <tr className="cross-group">
                <th scope="colgroup" colSpan={columns.length + 1}>
                  <span className="cross-held-words">{t(`crossTable:group.${group}`)}</span>
                </th>
              </tr>
              {rows.map((row) => (
                <tr key={row.key}>
                  <th scope="row" className="cross-held">
                    {pick(row.label)}
                  </th>
                  {columns.map((column) => (
                    <StatedCell key={column} row={row} column={column} onOpen={onOpen} />
                  ))}
                </tr>
              ))}
            </Fragment>
          ))}
        </tbody>
      </table>
    </div>
  )
}

function StatedCell({ row, column, onOpen }: { readonly row: CrossRow; readonly column: number; readonly onOpen: (place: TimelinePlace) => void }): ReactNode {
  const { t, language } = useLanguage()
  const stated = row.values.flatMap((value) => value.cells.filter((cell) => cell.column === column).map((cell) => ({ value, cell })))
  const wrong = row.differs && stated.some(({ value }) => value.standing === 'differs')
  return (
    <td className={wrong ? 'cross-wrong' : undefined}>
      {stated.map(({ value, cell: { place } }) => (
        <button
          key={value.text}
          type="button"
          className="timeline-link"
          title={place.quote}
          aria-label={t('crossTable:open', { value: valueText(value, language), name: shortName(place.fileName), page: place.passage.page })}
          onClick={() => onOpen(place)}
        >
          {wrong && value.standing === 'differs' ? '≠ ' : ''}
          {valueText(value, language)}
        </button>
      ))}
    </td>
  )
}
