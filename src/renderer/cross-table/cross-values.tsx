/** The cross-table by value: each value of an item with the documents that state it. */
import { Fragment, type ReactNode } from 'react'
import type { CrossCell, CrossPart, CrossRow, CrossValue } from '../../shared/cross-table/cross-table.ts'
import type { TimelinePlace } from '../../shared/timeline/case-timeline.ts'
import { useLanguage } from '../language/language.ts'
import { shortName } from '../timeline/timeline-words.ts'
import { Mark } from '../ui/state-tag.tsx'
import { TableBox } from '../ui/table-box.tsx'
import { groupsOf, standingWords, valueText } from './cross-text.ts'

interface CrossPartProps {
  readonly part: CrossPart
  readonly onOpen: (place: TimelinePlace) => void
}

export function CrossValues({ part, onOpen }: CrossPartProps): ReactNode {
  const { t, pick } = useLanguage()
  return (
    <TableBox label={t('crossTable:title')}>
      <table className="fs-table cross-values" aria-label={t('crossTable:title')}>
        <thead>
          <tr>
            <th scope="col">{t('crossTable:item')}</th>
            <th scope="col">{t('crossTable:stated')}</th>
            <th scope="col">{t('crossTable:documents')}</th>
          </tr>
        </thead>
        <tbody>
          {groupsOf(part.rows).map(({ group, rows }) => (
            <Fragment key={group}>
              <tr className="cross-group">
                <th scope="colgroup" colSpan={3}>
                  {t(`crossTable:group.${group}`)}
                </th>
              </tr>
              {rows.map((row) =>
                row.values.map((value, place) => (
                  <tr key={`${row.key}/${value.text}`} className={place > 0 ? 'cross-next' : undefined}>
                    {place === 0 && (
                      <th scope="row" rowSpan={row.values.length}>
                        {pick(row.label)}
                      </th>
                    )}
                    <ValueCell row={row} value={value} />
                    <td>
                      <Documents value={value} onOpen={onOpen} />
                    </td>
                  </tr>
                )),
              )}
            </Fragment>
          ))}
        </tbody>
      </table>
    </TableBox>
  )
}

function ValueCell({ row, value }: { readonly row: CrossRow; readonly value: CrossValue }): ReactNode {
  const { t, language } = useLanguage()
  const wrong = row.differs && value.standing === 'differs'
  const words = standingWords(value, t)
  return (
    <td className={wrong ? 'cross-wrong' : undefined}>
      {valueText(value, language)} {row.differs && words !== null && <Mark tone={wrong ? 'red' : 'green'}>{words}</Mark>}
    </td>
  )
}

/** So many documents are named at once; the rest on demand. */
const NAMED_AT_ONCE = 6

/** Documents in one file lead to the same paper: it is named once. */
function oneForEachFile(cells: readonly CrossCell[]): CrossCell[] {
  const first = new Map<string, CrossCell>()
  for (const cell of cells) if (!first.has(cell.place.fileId)) first.set(cell.place.fileId, cell)
  return [...first.values()]
}

function Documents({ value, onOpen }: { readonly value: CrossValue; readonly onOpen: (place: TimelinePlace) => void }): ReactNode {
  const { t } = useLanguage()
  const cells = oneForEachFile(value.cells)
  const link = (cell: CrossCell): ReactNode => <DocumentLink key={cell.column} value={value} place={cell.place} certain={cell.certain} onOpen={onOpen} />
  const [named, rest] = [cells.slice(0, NAMED_AT_ONCE), cells.slice(NAMED_AT_ONCE)]
  return (
    <span className="cross-documents">
      {named.map(link)}
      {rest.length > 0 && (
        <details>
          <summary className="fs-soft">{t('crossTable:more', { count: rest.length })}</summary>
          <span className="cross-documents">{rest.map(link)}</span>
        </details>
      )}
    </span>
  )
}

interface DocumentLinkProps {
  readonly value: CrossValue
  readonly place: TimelinePlace
  readonly certain: boolean
  readonly onOpen: (place: TimelinePlace) => void
}

function DocumentLink({ value, place, certain, onOpen }: DocumentLinkProps): ReactNode {
  const { t, language } = useLanguage()
  const name = shortName(place.fileName)
  return (
    <button
      type="button"
      className="timeline-link"
      title={place.quote}
      aria-label={t('crossTable:open', { value: valueText(value, language), name, page: place.passage.page })}
      onClick={() => onOpen(place)}
    >
      {name}
      {certain ? '' : ` （${t('crossTable:uncertain')}）`}
    </button>
  )
}
