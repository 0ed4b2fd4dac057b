/** Bytes that arrive piece by piece, read as one stream. One piece waits at a time: the sender hears when it is taken. */

export interface ByteQueue extends AsyncIterable<Uint8Array> {
  /** Resolves once the piece is taken, or once nobody reads any more. */
  push(bytes: Uint8Array): Promise<void>
  end(): void
  fail(error: Error): void
}

export function createByteQueue(): ByteQueue {
  let waiting: { bytes: Uint8Array; taken: () => void } | undefined
  let closed: { error?: Error } | undefined
  let wake: (() => void) | undefined

  const close = (reason: { error?: Error }): void => {
    closed ??= reason
    wake?.()
  }

  async function* read(): AsyncGenerator<Uint8Array> {
    try {
      for (;;) {
        if (waiting !== undefined) {
          const { bytes, taken } = waiting
          waiting = undefined
          taken()
          yield bytes
        } else if (closed !== undefined) {
          if (closed.error !== undefined) throw closed.error
          return
        } else {
          await new Promise<void>((resolve) => (wake = resolve))
        }
      }
    } finally {
      closed ??= {}
      waiting?.taken()
    }
  }

  return {
    push(bytes) {
      if (closed !== undefined) return Promise.resolve()
      return new Promise((resolve) => {
        waiting = { bytes, taken: resolve }
        wake?.()
      })
    },
    end: () => close({}),
    fail: (error) => close({ error }),
    [Symbol.asyncIterator]: () => read(),
  }
}
