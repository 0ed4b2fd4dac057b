/** What the main process and the core's utility process say to each other besides handing over ports. */
import { z } from 'zod'
import { autoSignInSchema } from '../shell/auto-sign-in.ts'

const bytes = z.custom<Uint8Array>((value) => value instanceof Uint8Array)

/** From the main process to the core. `connect` comes with a port. */
export const toCoreSchema = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('start'),
    stationFolder: z.string(),
    resourcesFolder: z.string(),
    /** The name of the system's key chain; absent where it has none that protects anything. */
    keyChain: z.string().optional(),
    autoSignIn: autoSignInSchema.optional(),
  }),
  z.strictObject({ kind: z.literal('connect') }),
  /** Asks for a sign of life. */
  z.strictObject({ kind: z.literal('ping') }),
  z.strictObject({
    kind: z.literal('key-chain-answer'),
    id: z.int(),
    /** Absent when the key chain refused. */
    bytes: bytes.optional(),
  }),
  z.strictObject({ kind: z.literal('close') }),
])
export type ToCore = z.infer<typeof toCoreSchema>

/** From the core to the main process. */
export const fromCoreSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('log'), line: z.string() }),
  z.strictObject({ kind: z.literal('pong') }),
  /** The key chain was asked: the station is open, or its passphrase is needed. */
  z.strictObject({ kind: z.literal('key-chain-done') }),
  z.strictObject({
    kind: z.literal('key-chain'),
    id: z.int(),
    act: z.enum(['protect', 'reveal']),
    bytes: bytes,
  }),
])
export type FromCore = z.infer<typeof fromCoreSchema>
