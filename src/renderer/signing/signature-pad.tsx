/** A place to write one's signature with pen, finger or mouse (手写签名). */
import { useEffect, useRef, type PointerEvent, type ReactNode } from 'react'
import { READ_OFTEN } from './picture-file.ts'

const WIDTH = 900
const HEIGHT = 360
/** Thickness of a line that is drawn with usual pressure, in pixels of the canvas. */
const THICKNESS = 9

interface SignaturePadProps {
  readonly label: string
  /** Rises to begin anew. */
  readonly sheet: number
  readonly onDrawn: (canvas: HTMLCanvasElement) => void
}

interface Point {
  readonly x: number
  readonly y: number
}

export function SignaturePad({ label, sheet, onDrawn }: SignaturePadProps): ReactNode {
  const canvas = useRef<HTMLCanvasElement>(null)
  const last = useRef<Point | null>(null)
  useEffect(() => {
    canvas.current?.getContext('2d', READ_OFTEN)?.clearRect(0, 0, WIDTH, HEIGHT)
  }, [sheet])

  const line = (to: Point, pressure: number): void => {
    const context = canvas.current?.getContext('2d', READ_OFTEN)
    const from = last.current
    last.current = to
    if (context === undefined || context === null || from === null) return
    context.lineCap = 'round'
    context.lineJoin = 'round'
    context.strokeStyle = '#111'
    // a mouse tells 0.5 throughout
    context.lineWidth = THICKNESS * (0.5 + (pressure > 0 ? pressure : 0.5))
    context.beginPath()
    context.moveTo(from.x, from.y)
    context.lineTo(to.x, to.y)
    context.stroke()
  }
  const at = (event: { clientX: number; clientY: number }): Point => {
    const box = canvas.current?.getBoundingClientRect() ?? new DOMRect(0, 0, WIDTH, HEIGHT)
    return { x: ((event.clientX - box.left) / box.width) * WIDTH, y: ((event.clientY - box.top) / box.height) * HEIGHT }
  }
  const begin = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (event.button !== 0) return
    event.currentTarget.setPointerCapture(event.pointerId)
    last.current = at(event)
    line(at(event), event.pressure)
  }
  const move = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (last.current === null) return
    const between = event.nativeEvent.getCoalescedEvents()
    for (const one of between.length > 0 ? between : [event.nativeEvent]) line(at(one), one.pressure)
  }
  const end = (event: PointerEvent<HTMLCanvasElement>): void => {
    if (last.current === null) return
    last.current = null
    onDrawn(event.currentTarget)
  }
  return (
    <canvas
      ref={canvas}
      className="signature-pad"
      role="img"
      aria-label={label}
      width={WIDTH}
      height={HEIGHT}
      onPointerDown={begin}
      onPointerMove={move}
      onPointerUp={end}
      onPointerCancel={end}
    />
  )
}
