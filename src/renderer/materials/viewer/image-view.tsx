/** A picture in place. */
import { Alert } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import type { StoredFile } from './opened-file.ts'

export function ImageView({ file, zoom }: { readonly file: StoredFile; readonly zoom: number }): ReactNode {
  const { t } = useLanguage()
  const [url, setUrl] = useState<string | null>(null)
  const [broken, setBroken] = useState(false)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([file.bytes], { type: file.mediaType }))
    setUrl(made)
    setBroken(false)
    return () => URL.revokeObjectURL(made)
  }, [file])
  return (
    <div className="evidence-scroll" tabIndex={0}>
      {broken && <Alert type="error" showIcon title={t('materials:viewer.imageBroken')} className="evidence-waiting" />}
      {url !== null && !broken && (
        <img
          className="evidence-image"
          src={url}
          alt={file.name}
          style={{ width: `${zoom * 100}%` }}
          onError={() => setBroken(true)}
        />
      )}
    </div>
  )
}
