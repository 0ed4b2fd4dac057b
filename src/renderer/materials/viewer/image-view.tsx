/** A picture in place. How large it is was looked at before, so that only what the window can bear is decoded. */
import { Alert } from 'antd'
import { useEffect, useState, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import type { StoredFile } from './opened-file.ts'
import { PicturePage, type ShownPicture } from './picture-page.tsx'
import type { Size } from './zoom.ts'

export interface ImageViewProps extends ShownPicture {
  readonly file: StoredFile
}

export function ImageView({ file, ...shown }: ImageViewProps): ReactNode {
  const { t } = useLanguage()
  const [url, setUrl] = useState<string | null>(null)
  const [broken, setBroken] = useState(false)
  const [natural, setNatural] = useState<Size | null>(null)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([file.bytes], { type: pictureType(file.bytes) }))
    setUrl(made)
    setBroken(false)
    return () => URL.revokeObjectURL(made)
  }, [file])
  const instead = broken ? <Alert type="error" showIcon title={t('materials:viewer.imageBroken')} className="evidence-waiting" /> : undefined
  return (
    <PicturePage
      {...shown}
      name={file.name}
      page={1}
      natural={natural}
      instead={instead}
      renderPicture={(style) =>
        url !== null && (
          <img
            className="evidence-image"
            src={url}
            alt={file.name}
            decoding="async"
            style={style}
            onLoad={({ currentTarget }) => setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })}
            onError={() => setBroken(true)}
          />
        )
      }
    />
  )
}

/** By its first bytes: never a type under which a browser would run something. */
function pictureType(bytes: Uint8Array): string {
  if (bytes[0] === 0x89) return 'image/png'
  if (bytes[0] === 0xff) return 'image/jpeg'
  if (bytes[0] === 0x47) return 'image/gif'
  return bytes[0] === 0x42 ? 'image/bmp' : 'image/webp'
}
