/** Work that hides a wait of later: done once, when a person has signed in and then asks for nothing for a while. */
import type { Host } from './host-interface.ts'

/** Milliseconds without a question. */
const QUIET = 5000

/** The first document of a process takes about a second longer than the next, unless the fonts were read before. */
export async function warmUpDocuments(): Promise<void> {
  const { warmUp } = await import('../documents/pdf.ts')
  await warmUp()
}

/**
 * The same host, which does `work` once when it is idle. What fails of it goes to the log: whoever needs the result
 * meets the failure again, with words. `quiet` is given only by tests.
 */
export function workWhenIdle(host: Host, work: () => Promise<void>, log: (line: string) => void, quiet = QUIET): Host {
  let timer: NodeJS.Timeout | undefined
  let signedIn = false
  let begun = false
  let asked = 0
  const begin = (): void => {
    begun = true
    work().catch((error: unknown) => log(`idle work: ${String(error)}`))
  }
  const during = async <Reply>(answer: Promise<Reply>): Promise<Reply> => {
    clearTimeout(timer)
    asked += 1
    try {
      return await answer
    } finally {
      asked -= 1
      if (signedIn && !begun && asked === 0) timer = setTimeout(begin, quiet).unref()
    }
  }
  return {
    connect: () => host.connect(),
    disconnect: (caller) => host.disconnect(caller),
    dispatch: (name, input, caller) =>
      during(
        host.dispatch(name, input, caller).then((reply) => {
          signedIn ||= name === 'session.signIn' && reply.ok
          return reply
        }),
      ),
    stage: (file, caller) => during(host.stage(file, caller)),
    openFile: (reference, caller) => during(host.openFile(reference, caller)),
    prepare: () => host.prepare(),
    subscribe: (caller, listener) => host.subscribe(caller, listener),
    async close() {
      begun = true
      clearTimeout(timer)
      await host.close()
    },
  }
}
