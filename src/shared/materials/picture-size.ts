/** How large a picture is, told by its header alone: nothing is decoded, so that no memory is taken for it. */

const ascii = (bytes: Uint8Array, from: number, to: number): string => String.fromCharCode(...bytes.subarray(from, to))

/**
 * Width and height in pixels; undefined where this is none of PNG, JPEG, GIF, BMP and WebP, or the beginning that was
 * given ends before its header does.
 */
export function pictureSize(bytes: Uint8Array): readonly [width: number, height: number] | undefined {
  if (bytes.length < 30) return undefined
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const start = ascii(bytes, 0, 12)
  if (start.startsWith('\u0089PNG')) return [view.getUint32(16), view.getUint32(20)]
  if (start.startsWith('GIF8')) return [view.getUint16(6, true), view.getUint16(8, true)]
  if (start.startsWith('BM')) return [Math.abs(view.getInt32(18, true)), Math.abs(view.getInt32(22, true))]
  if (start.startsWith('RIFF') && start.slice(8) === 'WEBP') return webpSize(view, bytes)
  return start.startsWith('\u00ff\u00d8') ? jpegSize(view) : undefined
}

function webpSize(view: DataView, bytes: Uint8Array): readonly [number, number] | undefined {
  const kind = ascii(bytes, 12, 16)
  const uint24 = (at: number): number => view.getUint16(at, true) + (view.getUint8(at + 2) << 16)
  if (kind === 'VP8X') return [uint24(24) + 1, uint24(27) + 1]
  if (kind === 'VP8 ') return [view.getUint16(26, true) & 0x3f_ff, view.getUint16(28, true) & 0x3f_ff]
  if (kind !== 'VP8L') return undefined
  const bits = view.getUint32(21, true)
  return [(bits & 0x3f_ff) + 1, ((bits >>> 14) & 0x3f_ff) + 1]
}

/** From the frame header (SOF) of a JPEG. */
function jpegSize(view: DataView): readonly [number, number] | undefined {
  let at = 2
  while (at + 9 < view.byteLength) {
    if (view.getUint8(at) !== 0xff) return undefined
    const marker = view.getUint8(at + 1)
    if (marker === 0xff) {
      at += 1
      continue
    }
    const isFrame = marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
    if (isFrame) return [view.getUint16(at + 7), view.getUint16(at + 5)]
    at += 2 + view.getUint16(at + 2)
  }
  return undefined
}
