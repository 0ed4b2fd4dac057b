/** Plain text, and pages and drawings as the source they are made of, which is never run. */
import { useMemo, useRef, type ReactNode } from 'react'
import type { StoredFile } from './opened-file.ts'
import { useSoughtPassage, type SoughtPassage } from './sought-passage.ts'
import { decodeText } from './viewer-kind.ts'

interface TextViewProps {
  readonly file: StoredFile
  readonly zoom: number
  readonly sought: SoughtPassage
}

export function TextView({ file, zoom, sought }: TextViewProps): ReactNode {
  const paper = useRef<HTMLPreElement>(null)
  const text = useMemo(() => decodeText(file.bytes), [file])
  useSoughtPassage(paper, true, sought)
  return (
    <div className="evidence-scroll" tabIndex={0} role="document" aria-label={file.name}>
      <pre ref={paper} className="evidence-paper evidence-text" style={{ fontSize: `${zoom}em` }}>
        {text}
      </pre>
    </div>
  )
}
