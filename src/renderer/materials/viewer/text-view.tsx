/** Plain text, and pages and drawings as the source they are made of, which is never run. */
import { Alert } from 'antd'
import { useMemo, useRef, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import { formatSize } from '../../ui/formats.ts'
import { useWordsInView, type WordsInView } from './found-in-view.ts'
import { useSoughtPassage, type SoughtPassage } from './sought-passage.ts'
import { decodeText } from './viewer-kind.ts'

interface TextViewProps {
  readonly name: string
  readonly bytes: Uint8Array
  /** Of the whole file, in bytes. */
  readonly size: number
  readonly zoom: number
  readonly sought: SoughtPassage
  readonly finding: WordsInView | null
}

export function TextView({ name, bytes, size, zoom, sought, finding }: TextViewProps): ReactNode {
  const { t } = useLanguage()
  const paper = useRef<HTMLPreElement>(null)
  const text = useMemo(() => decodeText(bytes), [bytes])
  useSoughtPassage(paper, true, sought)
  useWordsInView(paper, true, finding)
  return (
    <div className="evidence-scroll" tabIndex={0} role="document" aria-label={name}>
      {size > bytes.length && (
        <Alert type="info" showIcon className="evidence-waiting" title={t('materials:viewer.textCut', { shown: formatSize(bytes.length), size: formatSize(size) })} />
      )}
      <pre ref={paper} className="evidence-paper evidence-text" style={{ fontSize: `${zoom}em` }}>
        {text}
      </pre>
    </div>
  )
}
