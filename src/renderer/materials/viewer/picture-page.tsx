/** A page that is a picture: as large as it is wanted, turned, with what is marked on it. */
import { useEffect, useRef, useState, type CSSProperties, type ReactNode, type RefObject } from 'react'
import { useLanguage } from '../../language/language.ts'
import { useFoundWords } from './found-on-page.ts'
import type { SoughtWords } from './found-words.ts'
import { PAGE_GAP } from './page-layout.ts'
import type { PdfTarget } from './pdf-view.tsx'
import { RegionLayer, type RegionMarking } from './region-layer.tsx'
import type { Rotation } from './region.ts'
import { useScanWords, useWordLayer } from './scan-words.ts'
import { useSoughtPassage, type SoughtPassage } from './sought-passage.ts'
import { percentOf, scaleFor, type Size, type Zoom } from './zoom.ts'

/** How a picture is shown, and what is marked on it. */
export interface ShownPicture {
  /** Null for a file that the station does not read. */
  readonly materialId: string | null
  readonly zoom: Zoom
  readonly rotation: Rotation
  readonly marking: RegionMarking
  readonly sought: PdfTarget
  readonly finding: SoughtWords | null
  readonly onPercent: (percent: number) => void
}

interface PicturePageProps extends ShownPicture {
  readonly name: string
  readonly page: number
  /** In pixels; null while it is not known. */
  readonly natural: Size | null
  /** What is said in the place of the picture. */
  readonly instead?: ReactNode
  /** Draws the picture with this style, which is undefined while its size is not known. */
  readonly renderPicture: (style: CSSProperties | undefined) => ReactNode
}

const UNKNOWN: Size = { width: 0, height: 0 }

export function PicturePage(props: PicturePageProps): ReactNode {
  const { name, page, natural, zoom, rotation, marking, onPercent, instead, renderPicture } = props
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
  const size = natural === null ? UNKNOWN : { width: natural.width * scale, height: natural.height * scale }
  const style = natural === null ? undefined : { ...size, transform: `translate(-50%, -50%) rotate(${rotation}deg)` }
  const layer = usePictureWords(props, size)
  return (
    <div className="evidence-scroll" tabIndex={0} role="document" aria-label={name} ref={scroller}>
      {instead ?? (
        <div className="evidence-page evidence-picture" data-page={page} data-drawn={natural === null ? 'waiting' : 'drawn'} role="group" aria-label={t('materials:viewer.picture')} style={box}>
          {renderPicture(style)}
          <div ref={layer} className="evidence-texts evidence-scan-words" />
          {natural !== null && <RegionLayer page={page} rotation={rotation} marking={marking} />}
        </div>
      )}
    </div>
  )
}

const NOTHING: SoughtPassage = { passage: null, turn: 0 }

/** The words on the picture, where the station recognised them: selected and marked in a layer over it. */
function usePictureWords({ materialId, page, natural, rotation, sought, finding }: PicturePageProps, size: Size): RefObject<HTMLDivElement | null> {
  const layer = useRef<HTMLDivElement>(null)
  const isShown = natural !== null
  const { words, settled } = useScanWords(materialId, page, isShown)
  const content = useWordLayer(layer, words, { size, rotation })
  useSoughtPassage(layer, isShown, sought.page === page ? sought : NOTHING, { content, settled })
  useFoundWords(layer, isShown && words !== null, page, finding, content)
  return layer
}
