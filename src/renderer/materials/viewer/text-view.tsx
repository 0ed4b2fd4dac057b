/** Plain text, and pages and drawings as the source they are made of, which is never run. */
import { useMemo, type ReactNode } from 'react'
import type { StoredFile } from './opened-file.ts'
import { decodeText } from './viewer-kind.ts'

export function TextView({ file, zoom }: { readonly file: StoredFile; readonly zoom: number }): ReactNode {
  const text = useMemo(() => decodeText(file.bytes), [file])
  return (
    <div className="evidence-scroll" tabIndex={0} role="document" aria-label={file.name}>
      <pre className="evidence-paper evidence-text" style={{ fontSize: `${zoom}em` }}>
        {text}
      </pre>
    </div>
  )
}
