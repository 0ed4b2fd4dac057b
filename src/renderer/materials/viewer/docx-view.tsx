/** A Word document as running text: what it says, not how Word lays it out. Macros and scripts in it are never run. */
import { Alert, Skeleton } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import { inertHtml } from './inert-html.ts'
import type { StoredFile } from './opened-file.ts'
import { useSoughtPassage, type SoughtPassage } from './sought-passage.ts'

interface DocxViewProps {
  readonly file: StoredFile
  readonly zoom: number
  readonly sought: SoughtPassage
}

export function DocxView({ file, zoom, sought }: DocxViewProps): ReactNode {
  const { t } = useLanguage()
  const [state, setState] = useState<'loading' | 'shown' | 'broken'>('loading')
  const paper = useRef<HTMLDivElement>(null)
  const picture = t('materials:viewer.picture')

  useEffect(() => {
    let wanted = true
    setState('loading')
    const convert = async (): Promise<void> => {
      const { default: mammoth } = await import('mammoth/mammoth.browser.min.js')
      const { value } = await mammoth.convertToHtml({ arrayBuffer: file.bytes.slice().buffer }, { externalFileAccess: false })
      if (!wanted) return
      paper.current?.replaceChildren(inertHtml(value, picture))
      setState('shown')
    }
    convert().catch(() => {
      if (wanted) setState('broken')
    })
    return () => {
      wanted = false
    }
  }, [file, picture])

  useSoughtPassage(paper, state === 'shown', sought)

  return (
    <div className="evidence-scroll" tabIndex={0} role="document" aria-label={file.name}>
      {state === 'loading' && <Skeleton active paragraph={{ rows: 8 }} className="evidence-waiting" />}
      {state === 'broken' && <Alert type="error" showIcon title={t('materials:viewer.docxBroken')} className="evidence-waiting" />}
      <div ref={paper} className="evidence-paper evidence-docx" style={{ fontSize: `${zoom}em` }} hidden={state !== 'shown'} />
    </div>
  )
}
