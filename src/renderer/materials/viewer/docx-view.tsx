/** A Word document as running text: what it says, not how Word lays it out. Macros and scripts in it are never run. */
import { Alert, Skeleton } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import { convertDocx } from './docx-conversion.ts'
import type { DocxFacts } from './docx-package.ts'
import { useWordsInView, type WordsInView } from './found-in-view.ts'
import { inertHtml } from './inert-html.ts'
import type { StoredFile } from './opened-file.ts'
import { useSoughtPassage, type SoughtPassage } from './sought-passage.ts'

interface DocxViewProps {
  readonly file: StoredFile
  readonly zoom: number
  readonly sought: SoughtPassage
  readonly finding: WordsInView | null
}

type State = 'loading' | 'broken' | 'tooLarge' | DocxFacts

export function DocxView({ file, zoom, sought, finding }: DocxViewProps): ReactNode {
  const { t } = useLanguage()
  const [state, setState] = useState<State>('loading')
  const paper = useRef<HTMLDivElement>(null)
  const picture = t('materials:viewer.picture')
  const facts = typeof state === 'string' ? null : state

  useEffect(() => {
    let wanted = true
    setState('loading')
    const { answer, stop } = convertDocx(file.bytes)
    void answer.then((converted) => {
      if (!wanted) return
      if (!converted.ok) {
        setState(converted.problem)
        return
      }
      paper.current?.replaceChildren(inertHtml(converted.html, picture))
      setState(converted.facts)
    })
    return () => {
      wanted = false
      stop()
    }
  }, [file, picture])

  useSoughtPassage(paper, facts !== null, sought)
  useWordsInView(paper, facts !== null, finding)

  return (
    <div className="evidence-scroll" tabIndex={0} role="document" aria-label={file.name}>
      {state === 'loading' && <Skeleton active paragraph={{ rows: 8 }} className="evidence-waiting" />}
      {state === 'broken' && <Alert type="error" showIcon title={t('materials:viewer.docxBroken')} className="evidence-waiting" />}
      {state === 'tooLarge' && <Alert type="warning" showIcon title={t('materials:viewer.docxTooLarge')} className="evidence-waiting" />}
      {facts !== null && <Facts facts={facts} />}
      <div ref={paper} className="evidence-paper evidence-docx" style={{ fontSize: `${zoom}em` }} hidden={facts === null} />
    </div>
  )
}

function Facts({ facts: { inserted, deleted, authors, picturesLeftOut } }: { readonly facts: DocxFacts }): ReactNode {
  const { t } = useLanguage()
  return (
    <>
      {inserted + deleted > 0 && (
        <Alert
          type="warning"
          showIcon
          className="evidence-notice"
          title={t('materials:viewer.tracked', { inserted, deleted })}
          description={authors.length === 0 ? undefined : t('materials:viewer.trackedBy', { names: authors.slice(0, 6).join(t('ui:listSeparator')) })}
        />
      )}
      {picturesLeftOut > 0 && <Alert type="info" showIcon className="evidence-notice" title={t('materials:viewer.picturesLeftOut', { count: picturesLeftOut })} />}
    </>
  )
}
