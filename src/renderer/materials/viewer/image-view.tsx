/** A picture in place. How large it is was looked at before, so that only what the window can bear is decoded. */
import { Alert } from 'antd'
import { useEffect, useRef, useState, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import type { StoredFile } from './opened-file.ts'
import { PAGE_GAP } from './page-layout.ts'
import { RegionLayer, type RegionMarking } from './region-layer.tsx'
import type { Rotation } from './region.ts'
import { percentOf, scaleFor, type Size, type Zoom } from './zoom.ts'

interface ImageViewProps {
  readonly file: StoredFile
  readonly zoom: Zoom
  readonly rotation: Rotation
  readonly marking: RegionMarking
  readonly onPercent: (percent: number) => void
}

export function ImageView({ file, zoom, rotation, marking, onPercent }: ImageViewProps): ReactNode {
  const { t } = useLanguage()
  const [url, setUrl] = useState<string | null>(null)
  const [broken, setBroken] = useState(false)
  const [natural, setNatural] = useState<Size | null>(null)
  const [room, setRoom] = useState<Size>({ width: 0, height: 0 })
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const made = URL.createObjectURL(new Blob([file.bytes], { type: pictureType(file.bytes) }))
    setUrl(made)
    setBroken(false)
    return () => URL.revokeObjectURL(made)
  }, [file])
  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setRoom({ width: element.clientWidth - 2 * PAGE_GAP, height: element.clientHeight - 2 * PAGE_GAP }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  const lying = rotation % 180 !== 0
  const seen = natural === null ? null : lying ? { width: natural.height, height: natural.width } : natural
  const scale = seen === null ? 0 : scaleFor(zoom, room, seen, 1)
  useEffect(() => {
    if (scale > 0) onPercent(percentOf(scale, 1))
  }, [scale, onPercent])
  const box = seen === null ? undefined : { width: seen.width * scale, height: seen.height * scale }
  return (
    <div className="evidence-scroll" tabIndex={0} role="document" aria-label={file.name} ref={scroller}>
      {broken && <Alert type="error" showIcon title={t('materials:viewer.imageBroken')} className="evidence-waiting" />}
      {url !== null && !broken && (
        <div className="evidence-page evidence-picture" data-page={1} data-drawn={natural === null ? 'waiting' : 'drawn'} role="group" aria-label={t('materials:viewer.picture')} style={box}>
          <img
            className="evidence-image"
            src={url}
            alt={file.name}
            decoding="async"
            style={natural === null ? undefined : { width: natural.width * scale, height: natural.height * scale, transform: `translate(-50%, -50%) rotate(${rotation}deg)` }}
            onLoad={({ currentTarget }) => setNatural({ width: currentTarget.naturalWidth, height: currentTarget.naturalHeight })}
            onError={() => setBroken(true)}
          />
          {natural !== null && <RegionLayer page={1} rotation={rotation} marking={marking} />}
        </div>
      )}
    </div>
  )
}

/** By its first bytes: never a type under which a browser would run something. */
function pictureType(bytes: Uint8Array): string {
  if (bytes[0] === 0x89) return 'image/png'
  if (bytes[0] === 0xff) return 'image/jpeg'
  if (bytes[0] === 0x47) return 'image/gif'
  return bytes[0] === 0x42 ? 'image/bmp' : 'image/webp'
}
