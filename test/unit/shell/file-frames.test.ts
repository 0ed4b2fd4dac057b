import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFrameReader, encodeFrame, type FrameKind } from '../../../src/shared/shell/file-frames.ts'

const kind = fc.constantFrom<FrameKind>('heading', 'bytes', 'error', 'end')

describe('file frames', () => {
  it('come out as they went in, however the line cuts them', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(kind, fc.uint8Array({ maxLength: 40 })), { maxLength: 8 }),
        fc.integer({ min: 1, max: 17 }),
        (frames, cut) => {
          const line = Buffer.concat(frames.map(([frameKind, payload]) => encodeFrame(frameKind, payload)))
          const reader = createFrameReader()
          const read = []
          for (let at = 0; at < line.length; at += cut) read.push(...reader.push(line.subarray(at, at + cut)))
          expect(read.map((frame) => [frame.kind, [...frame.payload]])).toEqual(frames.map(([name, payload]) => [name, [...payload]]))
        },
      ),
    )
  })

  it('an unfinished frame is not handed out', () => {
    expect(createFrameReader().push(encodeFrame('bytes', new Uint8Array(10)).subarray(0, 14))).toEqual([])
  })

  it('something that is no frame is refused', () => {
    expect(() => createFrameReader().push(new TextEncoder().encode('<html>'))).toThrow(RangeError)
  })
})
