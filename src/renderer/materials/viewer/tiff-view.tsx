/** A TIFF in place, page by page, as scanners write papers of several pages into one. */
import { Alert, Skeleton } from 'antd'
import { useEffect, useRef, useState, type CSSProperties, type ReactNode } from 'react'
import { useLanguage } from '../../language/language.ts'
import type { ImageViewProps } from './image-view.tsx'
import { PicturePage } from './picture-page.tsx'
import { drawTiff, type TiffDrawing } from './tiff-drawing.ts'
import type { TiffAnswer } from './tiff-worker.ts'

interface TiffViewProps extends ImageViewProps {
  readonly page: number
  readonly onPages: (pages: number) => void
}

export function TiffView({ file, page, onPages, ...shown }: TiffViewProps): ReactNode {
  const { t } = useLanguage()
  const [answer, setAnswer] = useState<TiffAnswer | null>(null)
  const drawing = useRef<TiffDrawing>(null)
  useEffect(() => {
    const started = drawTiff(file.bytes, (given) => {
      if (given.pages > 0) onPages(given.pages)
      setAnswer(given)
    })
    drawing.current = started
    return () => {
      started.stop()
      drawing.current = null
      setAnswer(null)
    }
  }, [file, onPages])
  useEffect(() => drawing.current?.draw(page), [file, page])
  const now = answer?.page === page ? answer : null
  const picture = now?.ok === true ? now.picture : null
  const natural = picture === null ? null : { width: picture.width, height: picture.height }
  const said = now?.ok === false ? <Alert type="error" showIcon title={t(`materials:viewer.tiff.${now.problem}`, { page })} className="evidence-waiting" /> : undefined
  const instead = now === null ? <Skeleton active paragraph={{ rows: 10 }} className="evidence-waiting" /> : said
  return (
    <PicturePage
      {...shown}
      name={file.name}
      page={page}
      natural={natural}
      instead={instead}
      renderPicture={(style) => picture !== null && <TiffPicture key={page} picture={picture} name={file.name} style={style} />}
    />
  )
}

interface TiffPictureProps {
  readonly picture: ImageBitmap
  readonly name: string
  readonly style: CSSProperties | undefined
}

function TiffPicture({ picture, name, style }: TiffPictureProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null)
  useEffect(() => {
    const element = canvas.current
    if (element === null) return
    element.width = picture.width
    element.height = picture.height
    element.getContext('2d')?.drawImage(picture, 0, 0)
  }, [picture])
  return <canvas className="evidence-image" role="img" aria-label={name} style={style} ref={canvas} />
}
