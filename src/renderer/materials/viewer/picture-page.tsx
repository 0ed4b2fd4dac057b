/** A page that is a picture: as large as it is wanted, turned, with what is marked on it. */
import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import { PAGE_GAP } from './page-layout.ts'
import { RegionLayer, type RegionMarking } from './region-layer.tsx'
import type { Rotation } from './region.ts'
import { percentOf, scaleFor, type Size, type Zoom } from './zoom.ts'

export interface PicturePageProps {
  readonly name: string
  readonly page: number
  /** In pixels; null while it is not known. */
  readonly natural: Size | null
  readonly zoom: Zoom
  readonly rotation: Rotation
  readonly marking: RegionMarking
  readonly onPercent: (percent: number) => void
  /** What is said in the place of the picture. */
  readonly instead?: ReactNode
  /** Draws the picture with this style, which is undefined while its size is not known. */
  readonly renderPicture: (style: CSSProperties | undefined) => ReactNode
}

export function PicturePage({ name, page, natural, zoom, rotation, marking, onPercent, instead, renderPicture }: PicturePageProps): ReactNode {
  const { t } = useLanguage()
  const [room, setRoom] = useState<Size>({ width: 0, height: 0 })
  const scroller = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const element = scroller.current
    if (element === null) return undefined
    const observer = new ResizeObserver(() => setRoom({ width: element.clientWidth - 2 * PAGE_GAP, height: element.clientHeight - 2 * PAGE_GAP }))
    observer.observe(element)
    return () => observer.disconnect()
  }, [])
  useEffect(() => {
    scroller.current?.scrollTo({ top: 0 })
  }, [page])
  const lying = rotation % 180 !== 0
  const seen = natural === null ? null : lying ? { width: natural.height, height: natural.width } : natural
  const scale = seen === null ? 0 : scaleFor(zoom, room, seen, 1)
  useEffect(() => {
    if (scale > 0) onPercent(percentOf(scale, 1))
  }, [scale, onPercent])
  const box = seen === null ? undefined : { width: seen.width * scale, height: seen.height * scale }
  const style = natural === null ? undefined : { width: natural.width * scale, height: natural.height * scale, transform: `translate(-50%, -50%) rotate(${rotation}deg)` }
  return (
    <div className="evidence-scroll" tabIndex={0} role="document" aria-label={name} ref={scroller}>
      {instead ?? (
        <div className="evidence-page evidence-picture" data-page={page} data-drawn={natural === null ? 'waiting' : 'drawn'} role="group" aria-label={t('materials:viewer.picture')} style={box}>
          {renderPicture(style)}
          {natural !== null && <RegionLayer page={page} rotation={rotation} marking={marking} />}
        </div>
      )}
    </div>
  )
}
