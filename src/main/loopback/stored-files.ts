/** Files to and from the station over HTTP. */
import type { IncomingMessage, ServerResponse } from 'node:http'
import { once } from 'node:events'
import { FashenError } from '../../shared/errors/errors.ts'
import { encodeFrame, FILE_FRAMES_TYPE, type FrameKind } from '../../shared/shell/file-frames.ts'
import type { Caller, Host } from '../core/host-interface.ts'
import { contentLength, piecesOf, requireMediaType, sendJson, sendStream } from './answers.ts'

/** Small enough that a reader puts frames together cheaply. */
const FRAME_SIZE = 256 * 1024

/** A browser that closes in the middle of sending leaves half a file: never to be taken for a whole one. */
async function* bodyOf(request: IncomingMessage, name: string): AsyncGenerator<Uint8Array> {
  try {
    yield* piecesOf(request)
  } catch (error) {
    throw new FashenError('file-unreadable', { name, reason: 'interrupted' }, { cause: error })
  }
}

export async function takeFile(request: IncomingMessage, response: ServerResponse, url: URL, host: Host, caller: Caller): Promise<void> {
  requireMediaType(request, 'application/octet-stream')
  const name = url.searchParams.get('name') ?? ''
  const reply = await host.stage({ name, bytes: bodyOf(request, name), size: contentLength(request) }, caller)
  // A browser reads an answer only after it has sent everything, so what was refused is still taken off the line.
  request.resume()
  sendJson(response, reply)
}

/** Leaves no listener behind: a long file waits here hundreds of times. */
async function drainedOrClosed(response: ServerResponse): Promise<void> {
  const over = new AbortController()
  const { signal } = over
  await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]).finally(() => over.abort())
}

export async function sendFile(response: ServerResponse, reference: string, host: Host, caller: Caller): Promise<void> {
  const opened = await host.openFile(reference, caller)
  sendStream(response, FILE_FRAMES_TYPE)
  const send = async (kind: FrameKind, payload?: Uint8Array): Promise<void> => {
    if (!response.write(encodeFrame(kind, payload)) && !response.destroyed) await drainedOrClosed(response)
  }
  const json = (value: unknown): Uint8Array => new TextEncoder().encode(JSON.stringify(value))
  if (opened.ok) {
    const { name, mediaType, size, bytes } = opened.value
    await send('heading', json({ name, mediaType, size }))
    try {
      for await (const piece of bytes) {
        for (let at = 0; at < piece.length; at += FRAME_SIZE) await send('bytes', piece.subarray(at, at + FRAME_SIZE))
        if (response.destroyed) return
      }
      await send('end')
    } catch (error) {
      const known = error instanceof FashenError ? error : new FashenError('internal', { reference: 'send-file' })
      await send('error', json(known.toJson()))
    }
  } else {
    await send('error', json(opened.error))
  }
  response.end()
}
