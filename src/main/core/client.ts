/** The contract as a typed client of a host: what a shell without a window (command line, demo, tests) speaks. */
import { createReadStream, statSync } from 'node:fs'
import { basename } from 'node:path'
import type { MethodInput, MethodName, MethodOutput } from '../../shared/contract/contract.ts'
import type { StagedFile } from '../../shared/contract/reply.ts'
import { errorFromJson } from '../../shared/errors/errors.ts'
import type { Caller, Host } from './host-interface.ts'

export interface Client {
  readonly caller: Caller
  /** Throws the error that the core answered. */
  call<Name extends MethodName>(name: Name, input: MethodInput<Name>): Promise<MethodOutput<Name>>
  stage(path: string, name?: string): Promise<StagedFile>
  read(reference: string): Promise<Uint8Array>
  close(): void
}

/** Opened when it is read: a stream that fails before anybody listens would end the process. */
async function* bytesOf(path: string): AsyncGenerator<Uint8Array> {
  yield* createReadStream(path) as AsyncIterable<Uint8Array>
}

export function connectClient(host: Host): Client {
  const caller = host.connect()
  return {
    caller,
    call: async <Name extends MethodName>(name: Name, input: MethodInput<Name>) => {
      const reply = await host.dispatch(name, input, caller)
      if (!reply.ok) throw errorFromJson(reply.error)
      return reply.value as MethodOutput<Name>
    },
    stage: async (path, name = basename(path)) => {
      const reply = await host.stage({ name, bytes: bytesOf(path), size: statSync(path).size }, caller)
      if (!reply.ok) throw errorFromJson(reply.error)
      return reply.value
    },
    read: async (reference) => {
      const reply = await host.openFile(reference, caller)
      if (!reply.ok) throw errorFromJson(reply.error)
      const chunks: Uint8Array[] = []
      for await (const chunk of reply.value.bytes) chunks.push(chunk)
      return Buffer.concat(chunks)
    },
    close: () => host.disconnect(caller),
  }
}
