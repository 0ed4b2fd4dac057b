/**
 * The host: a folder that may or may not be a station yet. Before it is open only set-up and opening are answered; then
 * everything goes to the workstation. Shells know the host and nothing behind it.
 *
 * What only an open station needs (the features, the database library) is loaded when it is opened or when `prepare` is
 * called: the first screen asks for nothing but the status.
 */
import { existsSync } from 'node:fs'
import { resolve } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import type { Method } from '../../shared/contract/method.ts'
import type { CoreEvent, Reply } from '../../shared/contract/reply.ts'
import { FashenError } from '../../shared/errors/errors.ts'
import { stationContract, type StationStatus } from '../../shared/station/contract.ts'
import type { SignedInPerson } from '../../shared/people/contract.ts'
import { personIdSchema } from '../../shared/values/values.ts'
import type { ParsedInput } from '../../shared/contract/contract.ts'
import { hidePassword } from '../people/password.ts'
import { signedInPerson } from '../people/people.ts'
import { hasKeyFile, holdsStation, isHalfMade, rememberInKeyChain, unwrapWithKeyChain, unwrapWithPassphrase } from '../station/key-file.ts'
import { requireStationFolder } from '../station/station-folder.ts'
import { readStation } from '../station/station-row.ts'
import { databasePath } from '../store/store-path.ts'
import { closedStatus } from './closed-station.ts'
import { asErrorJson, authorise, parseInput } from './dispatch.ts'
import type { Caller, Host, HostOptions } from './host-interface.ts'
import type { Workstation } from './workstation.ts'

type HostMethod = Exclude<keyof typeof stationContract, 'station.update' | 'station.folder'>
const HOST_METHODS: readonly string[] = ['station.status', 'station.setUp', 'station.unlock', 'station.unlockWithKeyChain'] satisfies HostMethod[]

/** A listener of a caller; it may listen before there is anything to hear. */
interface Subscription {
  readonly caller: Caller
  readonly listener: (event: CoreEvent) => void
  stop: () => void
}

export function createHost(options: HostOptions): Host {
  return new StationHost(options)
}

const loadOpening = () => import('./workstation.ts')

class StationHost implements Host {
  readonly #options: HostOptions
  readonly #folder: string
  readonly #log: (line: string) => void
  #workstation: Workstation | undefined
  /** Callers of this host, with the workstation's caller once it is open. */
  readonly #callers = new Map<string, Caller | undefined>()
  readonly #subscriptions = new Set<Subscription>()
  #counter = 0
  #opening: Promise<unknown> = Promise.resolve()

  constructor(options: HostOptions) {
    this.#options = options
    this.#folder = resolve(options.stationFolder)
    this.#log = options.log ?? (() => undefined)
  }

  connect(): Caller {
    this.#counter += 1
    const caller = { connection: `caller-${this.#counter}` }
    this.#callers.set(caller.connection, this.#workstation?.connect())
    return caller
  }

  disconnect(caller: Caller): void {
    const inner = this.#callers.get(caller.connection)
    if (inner !== undefined) this.#workstation?.disconnect(inner)
    this.#callers.delete(caller.connection)
  }

  async dispatch(name: string, input: unknown, caller: Caller): Promise<Reply> {
    if (HOST_METHODS.includes(name)) return this.#answer(name as HostMethod, input, caller)
    const inner = this.#inner(caller)
    if (this.#workstation !== undefined && inner !== undefined) return this.#workstation.dispatch(name, input, inner)
    if (name === 'session.current') return { ok: true, value: null }
    const { contract } = await import('../../shared/contract/contract.ts')
    const known = Object.hasOwn(contract, name)
    const error = known ? new FashenError('station-closed', {}) : new FashenError('unknown-method', { method: name.slice(0, 80) })
    return { ok: false, error: error.toJson() }
  }

  async stage(file: Parameters<Host['stage']>[0], caller: Caller): ReturnType<Host['stage']> {
    try {
      const [workstation, inner] = this.#open(caller)
      return { ok: true, value: await workstation.stage(file, inner) }
    } catch (error) {
      return { ok: false, error: asErrorJson(error, 'stage', this.#log) }
    }
  }

  async openFile(reference: string, caller: Caller): ReturnType<Host['openFile']> {
    try {
      const [workstation, inner] = this.#open(caller)
      return { ok: true, value: workstation.openFile(reference, inner) }
    } catch (error) {
      return { ok: false, error: asErrorJson(error, 'openFile', this.#log) }
    }
  }

  subscribe(caller: Caller, listener: (event: CoreEvent) => void): () => void {
    const subscription: Subscription = { caller, listener, stop: () => undefined }
    this.#subscriptions.add(subscription)
    this.#attach(subscription)
    return () => {
      subscription.stop()
      this.#subscriptions.delete(subscription)
    }
  }

  /** Passes the workstation's events on, once there is a workstation. */
  #attach(subscription: Subscription): void {
    const inner = this.#inner(subscription.caller)
    if (this.#workstation !== undefined && inner !== undefined) {
      subscription.stop = this.#workstation.subscribe(inner, subscription.listener)
    }
  }

  async prepare(): Promise<void> {
    await loadOpening()
  }

  async close(): Promise<void> {
    await this.#opening.catch(() => undefined)
    this.#workstation?.close()
    this.#workstation = undefined
  }

  #inner(caller: Caller): Caller | undefined {
    return this.#callers.get(caller.connection)
  }

  #open(caller: Caller): [Workstation, Caller] {
    const inner = this.#inner(caller)
    if (this.#workstation === undefined || inner === undefined) throw new FashenError('station-closed', {})
    return [this.#workstation, inner]
  }

  /** One opening at a time: two windows that unlock at once must not both open the store. */
  async #answer(name: HostMethod, input: unknown, caller: Caller): Promise<Reply> {
    const work = async (): Promise<Reply> => {
      try {
        const described: Method = stationContract[name]
        authorise(name, described, undefined)
        const parsed = parseInput(name, described, input)
        return { ok: true, value: await this.#run(name, parsed, caller) }
      } catch (error) {
        return { ok: false, error: asErrorJson(error, name, this.#log) }
      }
    }
    const next = this.#opening.then(work, work)
    this.#opening = next
    return next
  }

  #run(name: HostMethod, input: unknown, caller: Caller): StationStatus | Promise<StationStatus | SignedInPerson> {
    switch (name) {
      case 'station.status':
        return this.#status()
      case 'station.setUp':
        return this.#setUp(input as ParsedInput<'station.setUp'>, caller)
      case 'station.unlock':
        return this.#unlock((input as ParsedInput<'station.unlock'>).passphrase)
      case 'station.unlockWithKeyChain':
        return this.#unlockWithKeyChain()
    }
  }

  #status(): StationStatus {
    const closed = closedStatus(this.#folder, this.#options.keyChain !== undefined)
    if (this.#workstation === undefined) return closed
    const { reader, catalogue } = this.#workstation.workbench
    const row = readStation(reader)
    return { ...closed, phase: 'open', station: row?.station ?? null, catalogueVersion: catalogue.version.manifest, demo: row?.demo ?? false }
  }

  async #setUp(input: ParsedInput<'station.setUp'>, caller: Caller): Promise<SignedInPerson> {
    const folder = requireStationFolder(this.#folder)
    if (this.#workstation !== undefined || holdsStation(folder)) throw new FashenError('station-not-empty', { folder })
    const { name, login, password } = input.administrator
    const id = personIdSchema.parse(uuidv7())
    const administrator = { id, name, login, password: await hidePassword(id, password) }
    const create = { fields: input.station, administrator, demo: this.#options.demo === true }
    const { passphrase } = input
    const { setUpStation } = await import('./set-up.ts')
    this.#adopt(await setUpStation(folder, { passphrase, create, keyChain: this.#options.keyChain }, this.#options))
    const [workstation, inner] = this.#open(caller)
    const person = signedInPerson(workstation.workbench.reader, id)
    if (person === undefined) throw new Error('the administrator was written but is not there')
    workstation.signIn(inner, person)
    return person
  }

  async #unlock(passphrase: string): Promise<StationStatus> {
    if (this.#workstation !== undefined) return this.#status()
    this.#requireWhole()
    // the key is derived on another thread, so that both take no longer than the longer one
    const [dataKey, { openWorkstation }] = await Promise.all([unwrapWithPassphrase(this.#folder, passphrase), loadOpening()])
    this.#adopt(await openWorkstation(this.#folder, dataKey, this.#options))
    if (this.#options.keyChain !== undefined) await rememberInKeyChain(this.#folder, dataKey, this.#options.keyChain)
    return this.#status()
  }

  async #unlockWithKeyChain(): Promise<StationStatus> {
    if (this.#workstation !== undefined) return this.#status()
    this.#requireWhole()
    if (this.#options.keyChain === undefined) throw new FashenError('wrong-key', {})
    const [dataKey, { openWorkstation }] = await Promise.all([unwrapWithKeyChain(this.#folder, this.#options.keyChain), loadOpening()])
    this.#adopt(await openWorkstation(this.#folder, dataKey, this.#options))
    return this.#status()
  }

  /** A store without its key, or a key without its store, is an accident: said so, and nothing new is made over it. */
  #requireWhole(): void {
    const folder = this.#folder
    const [key, store] = [hasKeyFile(folder), existsSync(databasePath(folder))]
    if (isHalfMade(folder) || (!key && !store)) throw new FashenError('station-missing', { folder })
    if (!key) throw new FashenError('station-incomplete', { folder, missing: 'station-key.json' })
    if (!store) throw new FashenError('station-incomplete', { folder, missing: 'station.sqlite' })
  }

  #adopt(workstation: Workstation): void {
    this.#workstation = workstation
    for (const connection of this.#callers.keys()) this.#callers.set(connection, workstation.connect())
    for (const subscription of this.#subscriptions) this.#attach(subscription)
  }
}
