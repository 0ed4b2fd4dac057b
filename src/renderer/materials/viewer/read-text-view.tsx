/**
 * The text of a paper as the station read it (读取的文字): what the rules and the search see. Of scans it is said how sure
 * the words are. A sheet of a workbook is shown as a table.
 */
import { Button, Skeleton } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { SURE_ENOUGH, type TextPage } from '../../../shared/intake/document-text.ts'
import { useLanguage } from '../../language/language.ts'
import { useRead } from '../../transport/calls.ts'
import { ErrorNotice } from '../../ui/error-notice.tsx'
import { Mark } from '../../ui/state-tag.tsx'
import { scrollWithin } from '../../workspace/scroll-within.ts'
import { useWordsInView, type WordsInView } from './found-in-view.ts'
import type { PdfTarget } from './pdf-view.tsx'
import { useSoughtPassage } from './sought-passage.ts'

interface ReadTextViewProps {
  readonly materialId: string
  readonly zoom: number
  readonly target: PdfTarget
  readonly finding: WordsInView | null
}

export function ReadTextView({ materialId, zoom, target, finding }: ReadTextViewProps): ReactNode {
  const { t } = useLanguage()
  const read = useRead('intake.text', { materialId })
  const scroller = useRef<HTMLDivElement>(null)
  const sought = useRef<HTMLDivElement>(null)
  const pages = read.data?.pages
  useEffect(() => {
    if (pages !== undefined) scrollWithin(scroller.current, sought.current, 'start')
  }, [pages, target])
  useSoughtPassage(sought, pages !== undefined, target)
  useWordsInView(scroller, pages !== undefined, finding)
  return (
    <div ref={scroller} className="evidence-scroll" tabIndex={0} role="document" aria-label={t('materials:viewer.asRead')}>
      <ErrorNotice error={read.error} onRetry={() => void read.refetch()} className="evidence-waiting" />
      {pages === undefined && read.error === null && <Skeleton active className="evidence-waiting" />}
      {pages?.length === 0 && <p className="fs-soft evidence-waiting">{t('materials:viewer.nothingRead')}</p>}
      {pages?.map((page) => (
        <section key={page.number} className="evidence-paper evidence-read" style={{ fontSize: `${zoom}em` }}>
          <PageHead page={page} many={pages.length > 1} />
          <div ref={page.number === target.page ? sought : undefined}>
            {page.source === 'spreadsheet' ? <Sheet text={page.text} /> : <pre className="evidence-text">{page.text === '' ? t('materials:viewer.emptyPage') : page.text}</pre>}
          </div>
        </section>
      ))}
    </div>
  )
}

/** Rows drawn before the rest is asked for. */
const ROWS_SHOWN = 500

function Sheet({ text }: { readonly text: string }): ReactNode {
  const { t } = useLanguage()
  const [shown, setShown] = useState(ROWS_SHOWN)
  const rows = text.split('\n').map((row) => row.split('\t'))
  return (
    <>
      <table className="evidence-sheet">
        <tbody>
          {rows.slice(0, shown).map((cells, index) => (
            <tr key={index}>
              <th scope="row">{index + 1}</th>
              {cells.map((cell, place) => (
                <td key={place}>{cell}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {rows.length > shown && (
        <Button size="small" onClick={() => setShown(shown + 4 * ROWS_SHOWN)}>
          {t('materials:viewer.moreRows', { shown, count: rows.length })}
        </Button>
      )}
    </>
  )
}

function PageHead({ page, many }: { readonly page: TextPage; readonly many: boolean }): ReactNode {
  const { t } = useLanguage()
  const { confidence } = page
  if (!many && confidence === null) return null
  return (
    <div className="evidence-read-head">
      {many && <span>{t('materials:viewer.page', { page: page.number })}</span>}
      {confidence !== null && <Mark>{t('materials:viewer.recognised')}</Mark>}
      {confidence !== null && confidence < SURE_ENOUGH && <Mark tone="amber">{t('materials:viewer.doubtful')}</Mark>}
    </div>
  )
}
